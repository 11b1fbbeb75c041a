import { ledgerClient } from '@lockstep/action-kit/github';
import { readLive } from '@lockstep/action-kit/live';
import type { Refusal } from '@lockstep/action-kit/refusals';
import type { Outcome, Shell } from '@lockstep/action-shell';
import {
  type Head,
  type LedgerKey,
  type LedgerView,
  lastReleased,
  showKey,
  standsInTheWay,
  unsettledHead,
} from '@lockstep/github';
import type { Inputs } from './inputs.ts';
import { refuseStanding } from './standing.ts';

/** Which release users have, by the ledger, and whether it is the one and as old as was asked for. */
export async function live(values: Inputs, shell: Shell): Promise<Outcome> {
  const key = { environment: values.environment, service: values.service };
  const view = await ledgerClient(values, shell).read(key);
  const found = releasedIn(view);
  if ('reason' in found) return { verdict: 'fail', ...found };
  const standing = { live: await readLive(values, shell), nowMs: shell.clock.now() };
  const wanted = { release: values['expect-release'], committedForMs: values['committed-for'] };
  const refusal = refuseStanding(view, found, standing, wanted);
  if (refusal !== undefined) return { verdict: 'fail', ...refusal };
  const deployment = found.brings ?? '';
  const commit = found.candidate.commit ?? '';
  return {
    verdict: 'pass',
    reason: 'live',
    message: `${showKey(key)} has release ${found.id}: ${deployment} of ${commit === '' ? 'an unknown commit' : commit}`,
    outputs: { 'release-id': found.id, 'deployment-id': deployment, 'commit-sha': commit },
  };
}

export async function readReleased(values: Inputs, shell: Shell, key: LedgerKey): Promise<Head | Refusal> {
  return releasedIn(await ledgerClient(values, shell).read(key));
}

/** Only where it is sure: no release is under way, held, dead, or unresolved. */
function releasedIn(view: LedgerView): Head | Refusal {
  const { key } = view;
  const open = unsettledHead(view);
  if (open !== undefined) {
    const message = `release ${open.id} of ${showKey(key)} is ${open.state}: see ${open.author.url}`;
    return { reason: 'release-unsettled', message };
  }
  const intent = standsInTheWay(view);
  if (intent !== undefined) {
    const message = `a change of traffic of ${showKey(key)} is ${intent.state}: see ${intent.author.url}`;
    return { reason: 'swap-unresolved', message };
  }
  const last = lastReleased(view);
  return last ?? { reason: 'nothing-released', message: `${showKey(key)} has no release` };
}
