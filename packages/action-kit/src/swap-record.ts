import { randomUUID } from 'node:crypto';
import type { Shell } from '@lockstep/action-shell';
import { describe } from '@lockstep/base';
import type { Ledger, LedgerKey, ReachedStage, SwapPayload, SwapRecord, SwapRecordState } from '@lockstep/github';

/** What closing needs of a record; plain data, so that it can be kept in the state of a step. */
export type OpenSwapRecord = Pick<SwapRecord, 'record' | 'author'>;

/** What is about to be changed. The run and the service are added to it. */
export type SwapFacts = Omit<SwapPayload, 'kind' | 'id' | 'service' | 'author'>;

export interface SwapRecordEnd {
  readonly state: Exclude<SwapRecordState, 'open' | 'acknowledged'>;
  readonly message: string;
}

/**
 * Records in the ledger what is about to be changed, before it is. `ref` is a commit of this repository.
 * Throws RemoteError: what cannot be recorded is not begun.
 */
export function openSwapRecord(
  ledger: Ledger,
  shell: Shell,
  { environment, service, ref }: LedgerKey & { readonly ref: string },
  facts: SwapFacts,
): Promise<SwapRecord> {
  const { runId, runAttempt, runUrl } = shell.env;
  const author = { runId, runAttempt, url: runUrl };
  return ledger.open(environment, ref, { kind: 'lockstep-swap/1', id: randomUUID(), service, author, ...facts });
}

/**
 * Records that a stage of a rolling release is about to begin. What cannot be recorded keeps no stage from its users: the
 * record says already that they may get the candidate.
 */
export async function reachStage(
  ledger: Ledger,
  shell: Shell,
  record: OpenSwapRecord,
  stage: ReachedStage,
): Promise<void> {
  try {
    await ledger.reach(record, stage);
  } catch (error) {
    if (shell.signal.aborted) throw error;
    shell.log.warning(`could not record stage ${stage.number} in the ledger: ${describe(error)}`);
  }
}

/**
 * Records how the swap ended. A ledger that cannot be written, because the step was cancelled or its time is up, is a
 * warning: the outcome of the swap must still be reported.
 */
export async function closeSwapRecord(
  ledger: Ledger,
  shell: Shell,
  record: OpenSwapRecord,
  end: SwapRecordEnd,
): Promise<void> {
  try {
    await ledger.close(record, end.state, end.message);
  } catch (error) {
    shell.log.warning(`could not record in the ledger that the swap ended as "${end.state}": ${describe(error)}`);
  }
}
