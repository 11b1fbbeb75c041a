import type { Check, NotVerified } from '@lockstep/base';
import type { LedgerPlace } from './ledger-place.ts';
import type { Requirement } from './requirement.ts';

/** What that ledger says. */
export type LedgerAnswer =
  | {
      readonly kind: 'released';
      readonly release: string;
      /** Whether the released commit contains what is needed; undefined where that cannot be told. */
      readonly contains: boolean | undefined;
      /** What was released, for people: a commit. */
      readonly what: string;
    }
  /** A release or a change of traffic without an end: what is live may be something else in a minute. */
  | { readonly kind: 'open'; readonly what: string }
  | { readonly kind: 'none'; readonly what: string }
  | { readonly kind: 'unanswered'; readonly because: string; readonly remedy: string };

/** Throws only the signal's reason. */
export type AskLedger = (place: LedgerPlace) => Promise<LedgerAnswer>;

/** Holds what each requirement says of a ledger against that ledger; undefined where there is no token to ask it with. */
export async function checkLedgers(
  requirements: readonly Requirement[],
  ask: AskLedger | undefined,
): Promise<{ readonly checks: readonly Check[]; readonly notVerified: readonly NotVerified[] }> {
  const checks: Check[] = [];
  const notVerified: NotVerified[] = [];
  for (const { ledger, name } of requirements) {
    if (ledger === undefined) continue;
    if (ask === undefined)
      notVerified.push({
        id: 'requires/released',
        what: name,
        because: `no token was given for the ledger of ${placeOf(ledger)}`,
        remedy: 'give one in "ledger-token"; it must read deployments, actions and contents of that repository',
        chosen: false,
      });
    else checks.push(judgeLedger(name, ledger, await ask(ledger)));
  }
  return { checks, notVerified };
}

/** Pure. */
export function judgeLedger(name: string, place: LedgerPlace, answer: LedgerAnswer): Check {
  const wanted = place.contains === '' ? 'a committed release' : `a committed release that contains ${place.contains}`;
  const facts = {
    id: 'requires/released',
    title: 'What this release requires was released, and no one is about to roll it back',
    what: name,
    expected: `${wanted}, in the ledger of ${placeOf(place)}`,
  };
  switch (answer.kind) {
    case 'unanswered':
      return { ...facts, verdict: 'unknown', reason: 'no-answer', measured: answer.because, remedy: answer.remedy };
    case 'open':
      return {
        ...facts,
        verdict: 'unknown',
        reason: 'in-progress',
        measured: answer.what,
        remedy: `wait until the release of ${name} is committed or rolled back`,
      };
    case 'none':
      return {
        ...facts,
        verdict: 'fail',
        reason: 'never-released',
        measured: answer.what,
        remedy: `release ${name} first, or correct "repository", "environment", "service" and "creator" of its ledger`,
      };
    case 'released':
      if (answer.contains === undefined)
        return {
          ...facts,
          verdict: 'unknown',
          reason: 'not-comparable',
          measured: answer.what,
          remedy: `name in "contains" a commit, tag or branch that ${place.repository.owner}/${place.repository.repo} has`,
        };
      return answer.contains
        ? { ...facts, verdict: 'pass', reason: 'released', measured: answer.what, remedy: '' }
        : {
            ...facts,
            verdict: 'fail',
            reason: 'not-live-yet',
            measured: answer.what,
            remedy: `release ${name} first; in a rollback, roll this release back before ${name}`,
          };
  }
}

function placeOf({ environment, repository: { owner, repo }, service }: LedgerPlace): string {
  return `${owner}/${repo}, ${environment}${service === '' ? '' : `/${service}`}`;
}
