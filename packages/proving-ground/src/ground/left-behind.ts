import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { systemClock } from '@lockstep/base';
import type { Made, Scope } from '../scope/scope.ts';

/** A variable in the environment of every process of a run, with our process id as its value. */
export const GROUND_MARK = 'LOCKSTEP_GROUND';

/** How long a process may take to be collected by the system after its end. */
const COLLECTED_MS = 3_000;

/** What a scope that has ended left on the machine: folders, process groups, and processes of its workflow runs. */
export async function leftBehind(scope: Scope): Promise<string[]> {
  const until = Date.now() + COLLECTED_MS;
  for (;;) {
    const left = [...scope.made.flatMap(stillThere), ...markedProcesses()];
    if (left.length === 0 || Date.now() > until) return left;
    await systemClock.sleep(100);
  }
}

function stillThere(made: Made): string[] {
  if (made.kind === 'folder') return existsSync(made.path) ? [`left behind: folder ${made.path}`] : [];
  return isAlive(made.id) ? [`left behind: process group ${made.id}`] : [];
}

function isAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

/** Only Linux shows the environment of a process; elsewhere the groups above have to do. */
function markedProcesses(): string[] {
  if (process.platform !== 'linux') return [];
  const mark = `${GROUND_MARK}=${process.pid}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => read(`/proc/${pid}/environ`).split('\0').includes(mark))
    .map((pid) => `left behind: process ${pid}, ${read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim()}`);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
