import { defineReasons } from '@lockstep/base';
import {
  blockingRecord,
  type Ledger,
  type LedgerView,
  type ReleaseRecord,
  type RunState,
  type SwapRecord,
} from '@lockstep/github';

/** What an action that begins something on a release line ends with where a record is in the way. */
export const blockerReasons = defineReasons({
  'release-in-progress': {
    verdict: 'fail',
    meaning:
      'Another release, swap or rollback of this environment and service is under way; the message links to its run.',
    remedy: 'Wait until that run has ended, then run this job again.',
  },
  'release-found-dead': {
    verdict: 'fail',
    meaning:
      'The run of an earlier release ended without recording how the release ended. It may have left changes behind, so no other release begins.',
    remedy: 'Resolve it: run `rollback` with `to: finish`.',
  },
  'release-held': {
    verdict: 'fail',
    meaning: 'An earlier release is held: its deployment is live, and a person has to decide about it.',
    remedy:
      'Keep it by running `release` with `command: commit`, or roll it back by running `rollback` with `to: finish`.',
  },
  'release-unresolved': {
    verdict: 'fail',
    meaning:
      'It is not certain how an earlier release ended: its traffic, or the undo of a change, could not be confirmed.',
    remedy: 'Resolve it: run `rollback` with `to: finish`.',
  },
  'swap-unresolved': {
    verdict: 'fail',
    meaning: 'A swap outside of a release did not record how it ended, so it is not certain what users have.',
    remedy: 'Resolve it: run `rollback` with `to: finish`.',
  },
});

/** What stands in the way of a release line, and whether the run that wrote it is still at work. */
export interface Blocker {
  readonly record: ReleaseRecord | SwapRecord;
  readonly run: RunState;
}

/** Undefined where nothing stands in the way. One call to GitHub where something does. Throws RemoteError. */
export async function readBlocker(ledger: Ledger, view: LedgerView): Promise<Blocker | undefined> {
  const record = blockingRecord(view);
  return record === undefined ? undefined : { record, run: await ledger.runState(record) };
}
