import { randomUUID } from 'node:crypto';
import type { Shell } from '@lockstep/action-shell';
import { describe } from '@lockstep/base';
import { type GitHub, type Intent, openLedger, type SwapState } from '@lockstep/github';
import type { SwapPlan } from '@lockstep/vercel';
import type { Inputs } from './inputs.ts';

/** What closing needs of an intent; plain data, kept in the state of the step. */
export type OpenIntent = Pick<Intent, 'record' | 'author'>;

/**
 * Writes into the ledger what is about to be changed, before it is. Undefined where there is no release line to write
 * for: no open release, and no environment given. Throws RemoteError: what cannot be written down is not begun.
 */
export async function openIntent(
  values: Inputs,
  shell: Shell,
  github: GitHub,
  plan: SwapPlan,
): Promise<OpenIntent | undefined> {
  const release = shell.journal?.read().release;
  const environment = release?.environment ?? values.environment;
  if (environment === '') return undefined;
  const ledger = openLedger({ github, creator: values['ledger-creator'] });
  const { runId, runAttempt, runUrl, sha } = shell.env;
  const { record, author } = await ledger.open(environment, release?.commit || sha, {
    kind: 'lockstep-swap/1',
    id: randomUUID(),
    service: release?.service ?? values.service,
    author: { runId, runAttempt, url: runUrl },
    release: release?.id ?? null,
    from: plan.from ?? null,
    to: plan.to,
    aliases: Object.fromEntries(plan.hosts.map(({ host, from }) => [host, from ?? null])),
    autoAssign: plan.autoAssign,
  });
  return { record, author };
}

/**
 * The end of what was written down. A ledger that cannot be told, be it that the step was cancelled or its time is up,
 * is a warning: the swap is as it is, and how it is must still be said.
 */
export async function closeIntent(
  values: Inputs,
  shell: Shell,
  github: GitHub,
  intent: OpenIntent | undefined,
  state: Exclude<SwapState, 'open' | 'acknowledged'>,
  message: string,
): Promise<void> {
  if (intent === undefined) return;
  try {
    await openLedger({ github, creator: values['ledger-creator'] }).close(intent, state, message);
  } catch (error) {
    shell.log.warning(`the ledger does not know yet how the swap ended (${state}): ${describe(error)}`);
  }
}
