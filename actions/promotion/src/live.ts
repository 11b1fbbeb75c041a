import { ledgerClient } from '@lockstep/action-kit/github';
import { readLive } from '@lockstep/action-kit/live';
import type { Refusal } from '@lockstep/action-kit/refusals';
import type { Outcome, Shell } from '@lockstep/action-shell';
import {
  blockingRecord,
  type LedgerKey,
  type LedgerView,
  lastReleased,
  type ReleaseRecord,
  showKey,
  unsettledRelease,
} from '@lockstep/github';
import type { Inputs } from './inputs.ts';
import { refuseLive } from './live-requirement.ts';

/** Which release users have, by the ledger, and whether it is the one and as old as was asked for. */
export async function live(values: Inputs, shell: Shell): Promise<Outcome> {
  const key = { environment: values.environment, service: values.service };
  const view = await ledgerClient(values, shell).read(key);
  const found = releasedIn(view);
  if ('reason' in found) return { verdict: 'fail', ...found };
  const standing = { live: await readLive(values, shell), nowMs: shell.clock.now() };
  const wanted = { release: values['expect-release'], committedForMs: values['committed-for'] };
  const refusal = refuseLive(view, found, standing, wanted);
  if (refusal !== undefined) return { verdict: 'fail', ...refusal };
  const deployment = found.deployment ?? '';
  const commit = found.candidate.commit ?? '';
  return {
    verdict: 'pass',
    reason: 'live',
    message: `${showKey(key)} has release ${found.id}: ${deployment} of ${commit === '' ? 'an unknown commit' : commit}`,
    outputs: { 'release-id': found.id, 'deployment-id': deployment, 'commit-sha': commit },
  };
}

export async function readReleased(values: Inputs, shell: Shell, key: LedgerKey): Promise<ReleaseRecord | Refusal> {
  return releasedIn(await ledgerClient(values, shell).read(key));
}

/** Only where it is sure: no release is under way, held, dead, or unresolved. */
function releasedIn(view: LedgerView): ReleaseRecord | Refusal {
  const { key } = view;
  const open = unsettledRelease(view);
  if (open !== undefined) {
    const message = `release ${open.id} of ${showKey(key)} is ${open.state}: see ${open.author.url}`;
    return { reason: 'release-unsettled', message };
  }
  const swap = blockingRecord(view);
  if (swap !== undefined) {
    const message = `a change of traffic of ${showKey(key)} is ${swap.state}: see ${swap.author.url}`;
    return { reason: 'swap-unresolved', message };
  }
  const last = lastReleased(view);
  return last ?? { reason: 'nothing-released', message: `${showKey(key)} has no release` };
}
