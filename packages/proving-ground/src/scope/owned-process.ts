import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { systemClock } from '@lockstep/base';

export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** `detached` is ours: every owned process leads a group of its own. */
export interface OwnedOptions extends Omit<SpawnOptions, 'detached' | 'shell' | 'signal' | 'timeout'> {
  /** What asks it to end (SIGTERM), at the end of its scope and by the reaper. */
  readonly stopSignal?: NodeJS.Signals;
  /** How long it may take over that before it is killed, in milliseconds (3000). */
  readonly graceMs?: number;
}

/** A child process at the head of its own process group. Nothing of the group outlives it. */
export interface OwnedProcess {
  readonly child: ChildProcess;
  /** Also the id of the group. */
  readonly pid: number;
  /** Resolves when it has ended and its group is swept; never rejects. */
  readonly ended: Promise<ProcessEnd>;
  /** Sends a signal to the whole group; to the process alone: `child.kill(signal)`. */
  kill(signal: NodeJS.Signals): void;
  /** Asks it to end, kills it after its grace, and resolves when it has ended. */
  stop(signal?: NodeJS.Signals): Promise<ProcessEnd>;
}

/** Starts a process in a group of its own. Throws a one-line error where it cannot be started. */
export async function startProcess(
  command: string,
  args: readonly string[],
  options: OwnedOptions,
  onPid: (pid: number) => void,
): Promise<OwnedProcess> {
  const { stopSignal = 'SIGTERM', graceMs = 3_000, ...rest } = options;
  const child = spawn(command, args, { ...rest, detached: true });
  // Before anything is awaited: the sooner the reaper knows, the smaller the hole.
  if (child.pid !== undefined) onPid(child.pid);
  const exit = new Promise<ProcessEnd>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  try {
    await once(child, 'spawn');
  } catch (cause) {
    throw new Error(`cannot start ${command} (${(cause as NodeJS.ErrnoException).code})`, { cause });
  }
  const pid = child.pid ?? 0;
  const ended = exit.then((end) => {
    signalGroup(pid, 'SIGKILL');
    return end;
  });
  const kill = (signal: NodeJS.Signals) => signalGroup(pid, signal);
  const stop = async (signal = stopSignal) => {
    kill('SIGCONT');
    kill(signal);
    const patience = new AbortController();
    systemClock.sleep(graceMs, patience.signal).then(
      () => kill('SIGKILL'),
      () => undefined,
    );
    return ended.finally(() => patience.abort());
  };
  return { child, pid, ended, kill, stop };
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // Gone already.
  }
}
