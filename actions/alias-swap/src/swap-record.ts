import { ledgerClient } from '@lockstep/action-kit/github';
import {
  closeSwapRecord,
  type OpenSwapRecord,
  openSwapRecord,
  type SwapRecordEnd,
} from '@lockstep/action-kit/swap-record';
import type { Shell } from '@lockstep/action-shell';
import type { SwapPlan } from '@lockstep/vercel';
import type { Inputs } from './inputs.ts';

/**
 * Records in the ledger what is about to be changed, before it is. Undefined where there is no release line: no open
 * release, and no environment given. Throws RemoteError: what cannot be recorded is not begun.
 */
export async function recordSwap(values: Inputs, shell: Shell, plan: SwapPlan): Promise<OpenSwapRecord | undefined> {
  const release = shell.journal?.read().release;
  const environment = release?.environment ?? values.environment;
  if (environment === '') return undefined;
  const line = { environment, service: release?.service ?? values.service, ref: release?.commit || shell.env.sha };
  const { record, author } = await openSwapRecord(ledgerClient(values, shell), shell, line, {
    release: release?.id ?? null,
    from: plan.from ?? null,
    to: plan.to,
    aliases: Object.fromEntries(plan.hosts.map(({ host, from }) => [host, from ?? null])),
    autoAssign: plan.autoAssign,
  });
  return { record, author };
}

/** Records the end of the swap, where its beginning was recorded. */
export async function recordEnd(
  values: Inputs,
  shell: Shell,
  record: OpenSwapRecord | undefined,
  end: SwapRecordEnd,
): Promise<void> {
  if (record !== undefined) await closeSwapRecord(ledgerClient(values, shell), shell, record, end);
}
