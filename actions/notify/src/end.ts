import {
  foldJournal,
  type JobStatus,
  type JournalRelease,
  type JournalState,
  releaseEnd,
} from '@lockstep/action-shell';
import { nameSome } from '@lockstep/base';
import type { ReleaseMessage } from '@lockstep/notify';

/** What the journal says of how a release ended. */
export type End = Pick<ReleaseMessage, 'state' | 'undone' | 'failure' | 'next'>;

const FINISH = 'run the rollback workflow with "to: finish", then check what production serves';

/** What is still known of a release whose journal another step removed or damaged: that it began. */
export function journalOfLost(release: JournalRelease | undefined): JournalState | undefined {
  if (release === undefined) return undefined;
  return foldJournal([{ kind: 'release', at: '', action: 'release', instance: '', release }]);
}

export function endOfLost(why: string): End {
  return { state: 'unknown', undone: [], failure: why, next: FINISH };
}

/** How a release ended, for its message. */
export function decideEnd(journal: JournalState, job: JobStatus): End {
  const end = releaseEnd(journal, job);
  const undone = journal.undone.map(({ action, verdict, message }) => ({ action, verdict, message }));
  const failure = end.because.join('\n');
  const left = end.left.length === 0 ? '' : `still in place: ${nameSome(end.left, 5)}; `;
  switch (end.kind) {
    case 'released':
      return { state: 'released', undone: [], failure: '', next: '' };
    case 'held': {
      const next = 'keep it with "release" and "command: commit", or roll it back with the rollback workflow';
      return { state: 'held', undone: [], failure, next };
    }
    case 'rolled-back':
      return { state: end.changed ? 'rolled-back' : 'failed', undone, failure, next: '' };
    case 'partly-rolled-back':
      return { state: 'partly-rolled-back', undone, failure, next: `${left}to finish the rollback, ${FINISH}` };
    case 'unknown':
      return { state: 'unknown', undone, failure, next: `${left}${FINISH}` };
  }
}
