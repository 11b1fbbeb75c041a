import type { Secret } from '@lockstep/base';
import { freezeProblems, isZone } from './freeze.ts';
import type { FreezeInputs } from './refusals.ts';

/** What is wrong with the inputs of `ledgerInputs`. */
export function ledgerProblems(values: { readonly 'github-token': Secret }): readonly string[] {
  return values['github-token'].isEmpty
    ? ['input "github-token": is empty; the ledger needs a token with deployments: write and actions: read']
    : [];
}

/** What is wrong with `vercelInputs` that need not be given: a project without a token, or the other way round. */
export function vercelPairProblems(
  values: { readonly 'vercel-project': string; readonly 'vercel-token': Secret },
  purpose: string,
): readonly string[] {
  return (values['vercel-project'] === '') === values['vercel-token'].isEmpty
    ? []
    : [`inputs "vercel-project" and "vercel-token": give both, ${purpose}, or neither`];
}

/** What is wrong with the inputs of `freezeInputs`. */
export function freezeInputProblems(values: FreezeInputs): readonly string[] {
  const zone = values['freeze-zone'];
  return [
    ...freezeProblems(values.freeze),
    ...(isZone(zone) ? [] : [`input "freeze-zone": expected a time zone like Europe/Berlin, got "${zone}"`]),
  ];
}
