import { readdirSync, readFileSync } from 'node:fs';

/** The variable that all processes of a command inherit, also those that left its process group (as browsers do). */
const MARK = 'LOCKSTEP_COMMAND';

/** Rounds of looking: what is ended in one may have started another meanwhile. */
const ROUNDS = 5;

export function marked(
  env: Readonly<Record<string, string | undefined>>,
  id: string,
): Record<string, string | undefined> {
  return { ...env, [MARK]: id };
}

/**
 * Ends every process that carries the mark, wherever it went: a tool that starts a server or a browser in a session of
 * its own leaves it behind when it is killed. Where there is no /proc, that is left to the process group. A process that
 * hides its environment is not found.
 */
export function endLeftovers(id: string): void {
  for (let round = 0; round < ROUNDS; round++) {
    const found = processesOf(`${MARK}=${id}`);
    if (found.length === 0) return;
    for (const pid of found) endProcess(pid);
  }
}

function processesOf(mark: string): number[] {
  return allProcesses().filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(mark);
    } catch {
      return false; // it ended, or it is another user's
    }
  });
}

function allProcesses(): number[] {
  try {
    return readdirSync('/proc').flatMap((name) =>
      /^\d+$/.test(name) && name !== String(process.pid) ? [Number(name)] : [],
    );
  } catch {
    return [];
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
