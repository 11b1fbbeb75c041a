import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { endLeftovers, marked } from './leftovers.ts';

export interface CommandRequest {
  /** A shell script; fails at its first failing command. */
  readonly script: string;
  readonly directory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs: number;
  /** Gets all output. */
  readonly logPath: string;
  /** Gets standard output alone, where it is read as a report. */
  readonly stdoutPath: string | undefined;
  readonly signal: AbortSignal;
}

export type CommandEnd =
  | { readonly kind: 'exited'; readonly exitCode: number }
  | { readonly kind: 'killed'; readonly by: string }
  | { readonly kind: 'timed-out' | 'cancelled' }
  | { readonly kind: 'not-started'; readonly why: string };

/** Between asking a command to end and ending it. */
const GRACE_MS = 3_000;

/**
 * What a gate's command may see of the environment: not the action's own inputs, state, outputs and service tokens.
 * Code under test could otherwise forge the verdict by writing to GITHUB_OUTPUT.
 */
export function commandEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const own = /^(?:INPUT_|STATE_|ACTIONS_)|^GITHUB_(?:OUTPUT|STATE|ENV|PATH|STEP_SUMMARY)$|^LOCKSTEP_/;
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined || own.test(name) ? [] : [[name, value]])),
  );
}

/** Runs one command to its end, its time limit, or the signal; then nothing that it started is left. */
export async function runCommand(request: CommandRequest): Promise<CommandEnd> {
  const log = createWriteStream(request.logPath);
  const stdout = request.stdoutPath === undefined ? undefined : createWriteStream(request.stdoutPath);
  const id = randomUUID();
  const child = start({ ...request, env: marked(request.env, id) });
  child.stdout?.on('data', (piece: Buffer) => {
    log.write(piece);
    stdout?.write(piece);
  });
  child.stderr?.on('data', (piece: Buffer) => log.write(piece));
  try {
    return await endOf(child, request, () => endAll(child, id));
  } finally {
    await Promise.all([close(log), close(stdout)]);
  }
}

function start(request: CommandRequest): ChildProcess {
  const options = { cwd: request.directory, env: request.env, stdio: ['ignore', 'pipe', 'pipe'] as const };
  if (process.platform === 'win32')
    return spawn(request.script, { ...options, stdio: [...options.stdio], shell: true });
  // The same as `shell: bash` of a run step; in a group of its own, so that its children end with it.
  const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', request.script];
  return spawn('bash', args, { ...options, stdio: [...options.stdio], detached: true });
}

function endOf(child: ChildProcess, request: CommandRequest, end: () => void): Promise<CommandEnd> {
  return new Promise((resolve) => {
    let stopped: 'timed-out' | 'cancelled' | undefined;
    let killer: NodeJS.Timeout | undefined;
    const stop = (why: 'timed-out' | 'cancelled') => {
      stopped ??= why;
      kill(child, 'SIGTERM');
      killer ??= setTimeout(end, GRACE_MS);
    };
    const onAbort = () => stop('cancelled');
    const timer = setTimeout(() => stop('timed-out'), request.timeoutMs);
    request.signal.addEventListener('abort', onAbort, { once: true });
    if (request.signal.aborted) onAbort();
    const settle = (ended: CommandEnd) => {
      clearTimeout(timer);
      clearTimeout(killer);
      request.signal.removeEventListener('abort', onAbort);
      end();
      resolve(stopped === undefined ? ended : { kind: stopped });
    };
    child.once('error', (error) => settle({ kind: 'not-started', why: error.message }));
    child.once('exit', () => {
      // A background process may hold the pipes open indefinitely: it ends with the command.
      setTimeout(end, 100);
    });
    child.once('close', (code, signal) =>
      settle(code === null ? { kind: 'killed', by: signal ?? 'a signal' } : { kind: 'exited', exitCode: code }),
    );
  });
}

/** Its group, and what left the group; either may hold the pipes open that we wait for. */
function endAll(child: ChildProcess, id: string): void {
  kill(child, 'SIGKILL');
  endLeftovers(id);
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nothing of the group is left.
  }
}

async function close(stream: WriteStream | undefined): Promise<void> {
  if (stream === undefined) return;
  stream.end();
  await finished(stream);
}
