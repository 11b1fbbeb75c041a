import type { JournalState } from '@lockstep/action-shell';
import type { ReleaseMessage } from '@lockstep/notify';
import { stagesIn } from './stages.ts';
import { timelineOf } from './timeline.ts';

/** What the journal says of when users had what; empty outside of a release. */
export type History = Pick<ReleaseMessage, 'commitBefore' | 'startedAt' | 'traffic' | 'stage' | 'timeline'>;

export function historyOf(journal: JournalState | undefined, now: string): History {
  if (journal === undefined) return {};
  const { entries, release, traffic } = journal;
  const at = (word: 'reached' | 'restored') =>
    entries.findLast((entry) => entry.kind === 'traffic' && entry.traffic === word)?.at;
  const began = entries.find((entry) => entry.kind === 'release')?.at ?? '';
  const reachedAt = at('reached');
  // Where one host was not confirmed later on, it is not known that all are back.
  const restoredAt = traffic === 'restored' ? at('restored') : undefined;
  const last = stagesIn(entries).at(-1);
  return {
    ...(release.commitBefore === undefined ? {} : { commitBefore: release.commitBefore }),
    ...(began === '' ? {} : { startedAt: began }),
    ...(last === undefined ? {} : { stage: { number: last.number, of: last.of, percentage: last.percentage } }),
    timeline: timelineOf(journal, now),
    traffic: {
      ...(reachedAt === undefined ? {} : { reachedAt }),
      ...(restoredAt === undefined ? {} : { restoredAt }),
    },
  };
}
