import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readAccept, reportChecks } from '@lockstep/action-kit/audit';
import { defineAction, type Outcome, type Shell } from '@lockstep/action-shell';
import { InputError, redactText, withDeadline } from '@lockstep/base';
import { type Inputs, inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';

export const action = defineAction({
  name: 'database-report',
  inputs,
  check: (values) => readAccept(values.accept).problems,
  run,
});

async function run(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const { clock, env, log, signal } = shell;
  const engine = await import('@lockstep/health/database');
  const before = values['compare-with'];
  const earlier = before === '' ? undefined : engine.readSnapshot(textOf(before, env.workspace), before);
  const { checks, notVerified, snapshot } = await withDeadline(
    'the report',
    values.deadline,
    (inner) =>
      engine.lookAtStatistics({
        databaseUrl: values['database-url'],
        limits: {
          ...engine.usualLimits,
          slowMs: values.slow,
          minCalls: values['min-calls'],
          openMs: values.open,
        },
        earlier,
        nowMs: () => clock.now(),
        log,
        signal: inner,
      }),
    { clock, signal },
  );
  const { section, ...outcome } = reportChecks(
    shell,
    {
      subject: 'statistics of the database',
      nowMs: clock.now(),
      run: env.runId === 0 ? null : env.runUrl,
      tool: { name: 'database-report', version: process.env['GITHUB_ACTION_REF'] || 'main' },
      checks,
      notVerified,
    },
    values,
  );
  const written = writeSnapshot(values['snapshot-path'], snapshot, env.workspace);
  return { ...outcome, outputs: { ...outcome.outputs, result: outcome.message, section, 'snapshot-path': written } };
}

/** Gives the path of the file; '' where none was asked for, or the statements could not be read. */
function writeSnapshot(target: string, snapshot: string | undefined, workspace: string): string {
  if (target === '' || snapshot === undefined) return '';
  const path = resolve(workspace, target);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, redactText(snapshot));
  return path;
}

function textOf(path: string, workspace: string): string {
  try {
    return readFileSync(resolve(workspace, path), 'utf8');
  } catch (cause) {
    const what = `input "compare-with": ${path} cannot be read`;
    throw new InputError(`${what}. Write one with \`snapshot-path\` first.`, { cause });
  }
}
