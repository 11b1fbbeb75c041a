import type { Check } from '@lockstep/base';
import type { EdgeFunction } from './functions.ts';
import type { LastChange } from './last-change.ts';
import type { WantedFunction } from './wanted.ts';

/** What was asked of Supabase's Management API, or why it did not say. */
export type Deployed =
  | { readonly kind: 'answered'; readonly functions: readonly EdgeFunction[] }
  | { readonly kind: 'unanswered'; readonly because: string; readonly remedy: string };

/** A function that has to be there, with what is known of its last change. */
export interface Expected {
  readonly wanted: WantedFunction;
  /** Undefined where nothing of it is in this repository. */
  readonly change: LastChange | undefined;
}

/** Whether each function is deployed, active, verifies tokens as wanted, and is as new as its code. Pure. */
export function judgeFunctions(expected: readonly Expected[], deployed: Deployed): readonly Check[] {
  return expected.flatMap(({ change, wanted }) => {
    const facts = factsOf(wanted);
    if (deployed.kind === 'unanswered')
      return [
        {
          ...facts('function/deployed', 'The function is deployed', 'deployed'),
          verdict: 'unknown',
          reason: 'not-readable',
          measured: deployed.because,
          remedy: deployed.remedy,
        },
      ];
    const found = deployed.functions.find(({ name }) => name === wanted.name);
    if (found === undefined || found.state === 'removed')
      return [
        {
          ...facts('function/deployed', 'The function is deployed', 'deployed'),
          verdict: 'fail',
          reason: 'not-deployed',
          measured: found === undefined ? 'no function of this name' : 'removed',
          remedy: `deploy it: supabase functions deploy ${wanted.name}`,
        },
      ];
    return [
      {
        ...facts('function/deployed', 'The function is deployed', 'deployed'),
        verdict: 'pass',
        reason: 'deployed',
        measured: `version ${found.version}`,
        remedy: '',
      },
      active(found, facts('function/active', 'The function is active', 'ACTIVE')),
      verified(found, wanted, facts),
      ...(change === undefined ? [] : [current(found, change, facts)]),
    ];
  });
}

/** Deployed, but of no folder of this repository. */
export function judgeStrays(
  expected: readonly Expected[],
  deployed: Deployed,
  undocumented: 'warn' | 'fail',
): readonly Check[] {
  if (deployed.kind === 'unanswered') return [];
  const known = new Set(expected.map(({ wanted }) => wanted.name));
  return deployed.functions
    .filter(({ name, state }) => state !== 'removed' && !known.has(name))
    .map(({ name, version }) => ({
      id: 'function/known',
      title: 'Every deployed function is in the repository',
      what: name,
      verdict: undocumented === 'fail' ? 'fail' : 'pass',
      reason: undocumented === 'fail' ? 'not-in-repository' : 'not-in-repository-reported',
      measured: `deployed as version ${version}`,
      expected: 'a folder of the functions directory, or a name in "functions"',
      remedy: `delete it where it is not used any more: supabase functions delete ${name}`,
    }));
}

type Facts = Pick<Check, 'id' | 'title' | 'what' | 'where' | 'expected'>;
type FactsOf = (id: string, title: string, expected: string) => Facts;

const factsOf =
  ({ name, where }: WantedFunction): FactsOf =>
  (id, title, expected) => ({ id, title, what: name, ...(where === undefined ? {} : { where }), expected });

function active({ state, status }: EdgeFunction, facts: Facts): Check {
  const measured = /^[A-Z_]{1,40}$/.test(status) ? status : 'another word';
  switch (state) {
    case 'active':
      return { ...facts, verdict: 'pass', reason: 'active', measured, remedy: '' };
    case 'not-known':
      return {
        ...facts,
        verdict: 'unknown',
        reason: 'state-not-known',
        measured,
        remedy: 'look at the function in the dashboard of Supabase: this word is newer than this version',
      };
    default:
      return {
        ...facts,
        verdict: 'fail',
        reason: 'not-active',
        measured,
        remedy: 'look at the limits of the project in the dashboard of Supabase, then deploy the function again',
      };
  }
}

function verified({ verifyJwt }: EdgeFunction, wanted: WantedFunction, factsFor: FactsOf): Check {
  const is = (value: boolean | undefined) => (value === undefined ? 'not said' : `verify_jwt = ${value}`);
  const title = 'The function verifies tokens as wanted';
  if (wanted.verifyJwt === undefined || verifyJwt === undefined)
    return {
      ...factsFor('function/verify-jwt', title, is(wanted.verifyJwt)),
      verdict: 'unknown',
      reason: wanted.verifyJwt === undefined ? 'wish-not-known' : 'not-said',
      measured: is(verifyJwt),
      remedy: 'say what is wanted with "verify-jwt" in "functions"; look at the setting in the dashboard of Supabase',
    };
  const same = verifyJwt === wanted.verifyJwt;
  return {
    ...factsFor('function/verify-jwt', title, is(wanted.verifyJwt)),
    verdict: same ? 'pass' : 'fail',
    reason: same ? 'as-wanted' : wanted.verifyJwt ? 'open' : 'closed',
    measured: is(verifyJwt),
    remedy: same
      ? ''
      : `set verify_jwt of [functions.${wanted.name}] in supabase/config.toml, and deploy the function again`,
  };
}

function current({ name, updatedAtMs }: EdgeFunction, change: LastChange, factsFor: FactsOf): Check {
  const id = 'function/current';
  const title = 'The function is not older than its code';
  const measured = `deployed ${instant(updatedAtMs)}`;
  if (change.kind !== 'commit') {
    const { because, remedy } = unsureOf(change);
    return {
      ...factsFor(id, title, 'deployed after the last commit that touched it'),
      verdict: 'unknown',
      reason: change.kind === 'shallow' ? 'history-cut' : 'no-history',
      measured: `${measured}; ${because}`,
      remedy,
    };
  }
  const fresh = updatedAtMs >= change.atMs;
  return {
    ...factsFor(id, title, `deployed after commit ${change.sha.slice(0, 12)} of ${instant(change.atMs)}`),
    verdict: fresh ? 'pass' : 'fail',
    reason: fresh ? 'current' : 'older-than-code',
    measured,
    remedy: fresh ? '' : `deploy it from this commit: supabase functions deploy ${name}`,
  };
}

function unsureOf(change: Exclude<LastChange, { readonly kind: 'commit' }>): {
  readonly because: string;
  readonly remedy: string;
} {
  switch (change.kind) {
    case 'shallow':
      return {
        because: 'the history of the checkout ends before its last commit is found',
        remedy: 'check out the whole history: `with: { fetch-depth: 0 }` for actions/checkout',
      };
    case 'never':
      return { because: 'its files are in no commit', remedy: 'commit the function' };
    case 'no-history':
      return { because: change.because, remedy: 'check out the repository with actions/checkout and fetch-depth: 0' };
  }
}

const instant = (ms: number): string =>
  Number.isFinite(ms) && Math.abs(ms) < 8.64e15 ? new Date(ms).toISOString() : 'at an impossible time';
