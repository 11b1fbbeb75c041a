import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { leftovers } from './leftovers.ts';
import type { RunnerTimes } from './times.ts';

export interface ProcessRequest {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface ProcessEnd {
  /** As .NET reports it: 128 + the signal's number for a process that a signal ended. */
  readonly exitCode: number;
  readonly signal: NodeJS.Signals | undefined;
}

/** A process of a step, in a process group of its own. */
export interface StepProcess {
  /** When it has ended and its output is read to the end, or the wait for that output is over. */
  readonly ended: Promise<ProcessEnd>;
  /** Signals the process itself, as the runner does, not its children. */
  signal(signal: NodeJS.Signals): void;
  /** Kills the process and every descendant that stayed in its group. */
  killTree(): void;
  /** Kills what is left of its group, when the job ends. */
  release(): void;
  /** The runner's cancellation: SIGINT, a wait, SIGTERM, a wait, the kill of the tree (ProcessInvoker.cs). */
  cancel(): Promise<void>;
}

/** Starts a process as src/Runner.Sdk/ProcessInvoker.cs does: stdin closed, both outputs read line by line. */
export function startProcess(request: ProcessRequest, onLine: (line: string) => void, times: RunnerTimes): StepProcess {
  const child = spawn(request.file, request.args, {
    cwd: request.cwd,
    env: request.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pid = child.pid ?? 0;
  if (pid > 0) leftovers.note({ kind: 'group', id: pid, signal: 'SIGKILL' });
  const ended = end(child, onLine, times);
  const signal = (name: NodeJS.Signals) => void child.kill(name);
  const killTree = () => killGroup(pid);
  const release = () => {
    killTree();
    leftovers.note({ kind: 'group-gone', id: pid });
  };
  return { ended, signal, killTree, release, cancel: () => cancel(ended, signal, killTree, times) };
}

/** Kills every process of a group; that there is none any more is fine. */
function killGroup(pid: number): void {
  if (pid <= 0) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody left in the group.
  }
}

async function end(child: ChildProcess, onLine: (line: string) => void, times: RunnerTimes): Promise<ProcessEnd> {
  const { stdout, stderr } = child;
  const streams = Promise.all(
    [stdout, stderr].map((stream) => (stream === null ? undefined : readLines(stream, onLine))),
  );
  const exit = await new Promise<ProcessEnd>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      resolve({
        exitCode: code ?? 128 + (signal === null ? 0 : constants.signals[signal]),
        signal: signal ?? undefined,
      }),
    );
  });
  await atMost(streams, times.streams);
  stdout?.destroy();
  stderr?.destroy();
  return exit;
}

async function readLines(stream: Readable, onLine: (line: string) => void): Promise<void> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  stream.on('data', (chunk: Buffer) => {
    const lines = (rest + decoder.write(chunk)).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  await new Promise<void>((resolve) => stream.once('close', resolve));
  rest = (rest + decoder.end()).replace(/\r$/, '');
  if (rest !== '') onLine(rest);
}

async function cancel(
  ended: Promise<unknown>,
  signal: (name: NodeJS.Signals) => void,
  killTree: () => void,
  times: RunnerTimes,
): Promise<void> {
  signal('SIGINT');
  if (await atMost(ended, times.sigint)) return;
  signal('SIGTERM');
  if (await atMost(ended, times.sigterm)) return;
  killTree();
  await ended.catch(() => undefined);
}

/** True when `work` ended within `ms` milliseconds, however it ended. */
async function atMost(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = work.then(
    () => true,
    () => true,
  );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}
