import { ledgerClient } from '@lockstep/action-kit/github';
import { readLive } from '@lockstep/action-kit/live';
import type { ReleaseRefusal } from '@lockstep/action-kit/refusals';
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
import type { Reason } from './reasons.ts';

/** Why it is not certain which release is live. */
export type NoLiveRelease = ReleaseRefusal<'release-unsettled' | 'swap-unresolved' | 'nothing-released'>;

/** Which release is live, by the ledger, and whether it is the required one. */
export async function live(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const key = { environment: values.environment, service: values.service };
  const view = await ledgerClient(values, shell).read(key);
  const found = releasedIn(view);
  if ('reason' in found) return { verdict: 'fail', ...found };
  const now = { live: await readLive(values, shell), nowMs: shell.clock.now() };
  const required = { release: values['expect-release'], committedForMs: values['committed-for'] };
  const refusal = refuseLive(view, found, now, required);
  if (refusal !== undefined) return { verdict: 'fail', ...refusal };
  const deployment = found.deployment ?? '';
  const commit = found.candidate.commit ?? '';
  return {
    verdict: 'pass',
    reason: 'live',
    message: `release ${found.id} of ${showKey(key)} is live: ${deployment} of ${commit === '' ? 'an unrecorded commit' : `commit ${commit}`}`,
    outputs: { 'release-id': found.id, 'deployment-id': deployment, 'commit-sha': commit },
  };
}

export async function readReleased(
  values: Inputs,
  shell: Shell,
  key: LedgerKey,
): Promise<ReleaseRecord | NoLiveRelease> {
  return releasedIn(await ledgerClient(values, shell).read(key));
}

/** Only if it is certain: no release is under way, held, dead or unresolved. */
function releasedIn(view: LedgerView): ReleaseRecord | NoLiveRelease {
  const { key } = view;
  const open = unsettledRelease(view);
  if (open !== undefined) {
    const message = `release ${open.id} of ${showKey(key)} is ${open.state}: see ${open.author.url}`;
    return { reason: 'release-unsettled', message };
  }
  const swap = blockingRecord(view);
  if (swap !== undefined) {
    const message = `a swap of ${showKey(key)} is ${swap.state}: see ${swap.author.url}`;
    return { reason: 'swap-unresolved', message };
  }
  const last = lastReleased(view);
  return last ?? { reason: 'nothing-released', message: `${showKey(key)} has no release` };
}
