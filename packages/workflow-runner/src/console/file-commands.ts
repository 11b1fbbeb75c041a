import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKeyValues } from './key-value-file.ts';
import type { Masker } from './masker.ts';
import type { StepConsole } from './step-console.ts';

/** The larger summary is dropped whole (src/Runner.Worker/FileCommandManager.cs, `AttachmentSizeLimit`). */
const SUMMARY_LIMIT = 1_024 * 1_024;

/** By the key of the `github` context, which is also GITHUB_<KEY>; processed in this order. */
const KINDS = {
  path: 'add_path',
  env: 'set_env',
  step_summary: 'step_summary',
  state: 'save_state',
  output: 'set_output',
};
type Kind = keyof typeof KINDS;

/** Where a step writes what it wants from the runner, by key of the `github` context. */
export type StepFiles = Readonly<Record<Kind, string>>;

/** What the runner does with the files of a step that has ended. */
export interface FileCommandSink {
  addPath(folder: string): void;
  setEnv(name: string, value: string): void;
  summary(markdown: string): void;
  saveState(name: string, value: string): void;
  setOutput(name: string, value: string): void;
}

/** Fresh empty files for one step below RUNNER_TEMP. */
export function createStepFiles(temp: string): StepFiles {
  const folder = join(temp, '_runner_file_commands');
  mkdirSync(folder, { recursive: true });
  const suffix = randomUUID();
  const paths = Object.entries(KINDS).map(([kind, prefix]) => {
    const path = join(folder, `${prefix}_${suffix}`);
    writeFileSync(path, '');
    return [kind, path];
  });
  return Object.fromEntries(paths) as Record<Kind, string>;
}

/**
 * Reads the files of a step, however it ended, and removes them. A file that cannot be understood fails the step; the
 * other files are read all the same, and so is what stands before the fault (FileCommandManager.cs, `ProcessFiles`).
 */
export function processStepFiles(files: StepFiles, sink: FileCommandSink, console: StepConsole, masker: Masker): void {
  const read: Readonly<Record<Kind, (path: string) => void>> = {
    path: (path) => {
      for (const line of readFileSync(path, 'utf8').split(/\r?\n/)) if (line !== '') sink.addPath(line);
    },
    env: (path) => {
      for (const [name, value] of readKeyValues(readFileSync(path, 'utf8')))
        if (name.toUpperCase() === 'NODE_OPTIONS')
          console.error("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
        else sink.setEnv(name, value);
    },
    step_summary: (path) => readSummary(path, sink, console, masker),
    state: (path) => {
      for (const [name, value] of readKeyValues(readFileSync(path, 'utf8'))) sink.saveState(name, value);
    },
    output: (path) => {
      for (const [name, value] of readKeyValues(readFileSync(path, 'utf8'))) sink.setOutput(name, value);
    },
  };
  for (const kind of Object.keys(KINDS) as Kind[]) {
    try {
      if (existsSync(files[kind])) read[kind](files[kind]);
    } catch (error) {
      console.error(`Unable to process file command '${kind}' successfully.`);
      console.error(error instanceof Error ? error.message : String(error));
      console.commandFailed = true;
    }
    rmSync(files[kind], { force: true });
  }
}

function readSummary(path: string, sink: FileCommandSink, console: StepConsole, masker: Masker): void {
  const { size } = statSync(path);
  if (size === 0) return;
  if (size > SUMMARY_LIMIT) {
    const [limit, got] = [SUMMARY_LIMIT / 1_024, Math.floor(size / 1_024)];
    console.error(
      `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${limit}k, got ${got}k. For more information see: https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-markdown-summary`,
    );
    return;
  }
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  sink.summary(lines.map((line) => masker.mask(line)).join('\n'));
}
