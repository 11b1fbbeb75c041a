import type { Outcome, Shell } from '@lockstep/action-shell';
import { lastReleased, showKey, standsInTheWay, unsettledHead } from '@lockstep/github';
import type { Inputs } from './inputs.ts';
import { ledgerOf } from './worlds.ts';

/** Which release users have, by the ledger. Only where that is sure: none is under way, held, dead, or unresolved. */
export async function live(values: Inputs, shell: Shell): Promise<Outcome> {
  const key = { environment: values.environment, service: values.service };
  const view = await ledgerOf(values, shell).read(key);
  const open = unsettledHead(view);
  if (open !== undefined)
    return no('release-unsettled', `release ${open.id} of ${showKey(key)} is ${open.state}: see ${open.author.url}`);
  const intent = standsInTheWay(view);
  if (intent !== undefined)
    return no('swap-unresolved', `a change of traffic of ${showKey(key)} is ${intent.state}: see ${intent.author.url}`);
  const last = lastReleased(view);
  if (last === undefined) return no('nothing-released', `${showKey(key)} has no release`);
  const { deployment, commit } = { deployment: last.brings ?? '', commit: last.candidate.commit ?? '' };
  return {
    verdict: 'pass',
    reason: 'live',
    message: `${showKey(key)} has release ${last.id}: ${deployment} of ${commit === '' ? 'an unknown commit' : commit}`,
    outputs: { 'release-id': last.id, 'deployment-id': deployment, 'commit-sha': commit },
  };
}

function no(reason: string, message: string): Outcome {
  return { verdict: 'fail', reason, message };
}
