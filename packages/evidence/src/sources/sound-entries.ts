import { entryProblems } from '../trail/read-record.ts';
import type { TrailEntry } from '../trail/record.ts';
import { codeOf } from './entries.ts';

export interface SoundEntries {
  readonly entries: readonly TrailEntry[];
  /** A line for each that is left out. */
  readonly left: readonly string[];
}

/**
 * The entries that can be recorded, each id once, the first of several. The ledger is written by every workflow of the
 * repository: what one of them wrote amiss, or twice, must not keep all the rest out of the trail. Pure.
 */
export function soundEntries(all: readonly TrailEntry[]): SoundEntries {
  const first = new Map<string, TrailEntry>();
  const left: string[] = [];
  for (const entry of all) {
    const problems = entryProblems(entry);
    const before = first.get(entry.id);
    if (problems.length > 0) left.push(`${entry.event} ${codeOf(entry.id)} is not recorded: ${problems.join('; ')}`);
    else if (before === undefined) first.set(entry.id, entry);
    else if (JSON.stringify(before) !== JSON.stringify(entry))
      left.push(`${entry.event} ${entry.id} is there twice: only what happened first is recorded`);
  }
  return { entries: [...first.values()], left };
}
