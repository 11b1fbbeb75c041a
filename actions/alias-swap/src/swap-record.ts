import { ledgerClient } from '@lockstep/action-kit/github';
import {
  closeSwapRecord,
  type OpenSwapRecord,
  openSwapRecord,
  reachStage,
  type SwapRecordEnd,
} from '@lockstep/action-kit/swap-record';
import type { Shell } from '@lockstep/action-shell';
import type { ConfigPlan, RolloutStage, SwapPlan } from '@lockstep/vercel';
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
    ...(plan.rolling === undefined ? {} : { stages: percentagesOf(plan.rolling) }),
  });
  return { record, author };
}

function percentagesOf({ stages }: ConfigPlan): readonly number[] {
  return [...stages.map(({ percentage }) => percentage), 100];
}

/** Records that a stage is about to begin, where the beginning of the swap was recorded. */
export async function recordStage(
  values: Inputs,
  shell: Shell,
  record: OpenSwapRecord | undefined,
  { stage, of }: { readonly stage: RolloutStage; readonly of: number },
): Promise<void> {
  if (record === undefined) return;
  await reachStage(ledgerClient(values, shell), shell, record, {
    number: stage.index + 1,
    of,
    percentage: stage.percentage,
  });
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
