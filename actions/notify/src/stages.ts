import type { JournalEntry } from '@lockstep/action-shell';
import { isMap } from '@lockstep/base';
import type { ReleaseMessage } from '@lockstep/notify';

/** A stage of a rolling release, and since when users may have it (ISO 8601). */
export interface StageBegun extends NonNullable<ReleaseMessage['stage']> {
  readonly at: string;
  /** The step that rolls it out. */
  readonly instance: string;
}

/** The stages that were begun, in order: alias-swap notes each before users get it. */
export function stagesIn(entries: readonly JournalEntry[]): readonly StageBegun[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'note' || entry.note !== 'stage' || !isMap(entry.detail)) return [];
    const { number, of, percentage } = entry.detail;
    if (typeof number !== 'number' || typeof of !== 'number' || typeof percentage !== 'number') return [];
    return [{ number, of, percentage, at: entry.at, instance: entry.instance }];
  });
}
