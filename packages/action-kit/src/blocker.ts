import {
  blockingRecord,
  type Ledger,
  type LedgerView,
  type ReleaseRecord,
  type RunState,
  type SwapRecord,
} from '@lockstep/github';

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
