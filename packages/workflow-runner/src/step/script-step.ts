import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { textOf } from '../expressions/expressions.ts';
import type { RunStep } from '../parse/workflow.ts';
import type { StepExecution } from './step-execution.ts';

export interface RunDefaults {
  readonly shell?: string;
  readonly workingDirectory?: string;
}

/**
 * How each shell is called (src/Runner.Worker/Handlers/ScriptHandlerHelpers.cs). A step that names none gets `bash -e`,
 * without `pipefail`.
 */
const SHELLS: Readonly<Record<string, string>> = {
  bash: 'bash --noprofile --norc -e -o pipefail {0}',
  sh: 'sh -e {0}',
  python: 'python {0}',
  python3: 'python3 {0}',
  node: 'node {0}',
};
const EXTENSIONS: Readonly<Record<string, string>> = { bash: '.sh', sh: '.sh', python: '.py', node: '.js' };

/** A `run` step (src/Runner.Worker/Handlers/ScriptHandler.cs). */
export async function runScript(execution: StepExecution, step: RunStep, defaults: RunDefaults): Promise<void> {
  const { job, console, scope } = execution;
  const script = textOf(step.run, scope);
  const shell = step.shell === undefined ? (defaults.shell ?? '') : textOf(step.shell, scope);
  const command = shell === '' ? 'bash -e {0}' : (SHELLS[shell] ?? shell);
  const directory =
    step.workingDirectory === undefined ? defaults.workingDirectory : textOf(step.workingDirectory, scope);
  const cwd = resolve(job.workspace, directory ?? '.');
  const file = join(job.temp, `${randomUUID()}${EXTENSIONS[shell === '' ? 'bash' : shell] ?? ''}`);
  writeFileSync(file, `${script.replaceAll('\r\n', '\n')}\n`, { mode: 0o755 });

  const first = script.trimStart().split('\n')[0] ?? '';
  console.write(`##[group]Run ${first}`);
  for (const line of script.trimEnd().split('\n')) console.write(line);
  console.write(`shell: ${command}`);
  writeVariables(execution);
  console.write('##[endgroup]');
  const [program = 'bash', ...args] = command.split(' ').map((part) => part.replace('{0}', file));
  try {
    const { exitCode } = await execution.run(program, args, cwd, execution.variables());
    if (exitCode === 0) return;
    console.error(`Process completed with exit code ${exitCode}.`);
    execution.failed = true;
  } finally {
    if (!job.lost.aborted) execution.processFiles();
  }
}

/** The `env:` of a step's head in the log. */
export function writeVariables(execution: StepExecution): void {
  if (execution.env.size === 0) return;
  execution.console.write('env:');
  for (const [name, value] of execution.env) execution.console.write(`  ${name}: ${value}`);
}
