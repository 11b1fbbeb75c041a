import { readProgram, type Shell } from '@lockstep/action-shell';
import type { ReadGit } from '@lockstep/quality';

/** Whole repositories are listed and compared. */
const WITHIN_MS = 120_000;
const MOST_BYTES = 256 << 20;

/** Asks git about the repository in this folder. */
export function gitIn(root: string, { clock, signal }: Pick<Shell, 'clock' | 'signal'>): ReadGit {
  const limits = { clock, signal, withinMs: WITHIN_MS, mostBytes: MOST_BYTES };
  return (args) => readProgram('git', ['-C', root, '-c', 'core.quotePath=false', ...args], limits);
}
