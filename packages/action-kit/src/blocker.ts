import { type Head, type Intent, type Ledger, type LedgerView, type RunState, standsInTheWay } from '@lockstep/github';

/** What stands in the way of a release line, and whether the run that wrote it is still at work. */
export interface Blocker {
  readonly record: Head | Intent;
  readonly run: RunState;
}

/** Undefined where nothing stands in the way. One call to GitHub where something does. Throws RemoteError. */
export async function readBlocker(ledger: Ledger, view: LedgerView): Promise<Blocker | undefined> {
  const record = standsInTheWay(view);
  return record === undefined ? undefined : { record, run: await ledger.runState(record) };
}
