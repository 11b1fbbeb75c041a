import type { CheckAcceptance } from './accept-checks.ts';
import type { Check, NotVerified } from './check.ts';
import type { CheckJudgement } from './judge-checks.ts';

/** The checks that count, what failed first: nobody accepted them. */
export function openChecks({ checks }: CheckJudgement): readonly Check[] {
  return checks.filter(({ acceptedBy }) => acceptedBy === undefined).map(({ check }) => check);
}

/** Of these, what did not pass. */
export function badChecks(judgement: CheckJudgement): readonly Check[] {
  return openChecks(judgement).filter(({ verdict }) => verdict !== 'pass');
}

/** What was not looked at and nobody accepted. */
export function openGaps({ gaps }: CheckJudgement): readonly NotVerified[] {
  return gaps.filter(({ acceptedBy }) => acceptedBy === undefined).map(({ gap }) => gap);
}

export interface AcceptedPart {
  readonly id: string;
  readonly what: string;
  readonly by: CheckAcceptance;
}

/** What somebody decided to live with, checks first. */
export function acceptedParts({ checks, gaps }: CheckJudgement): readonly AcceptedPart[] {
  return [
    ...checks.map(({ check: { id, what }, acceptedBy }) => ({ id, what, by: acceptedBy })),
    ...gaps.map(({ gap: { id, what }, acceptedBy }) => ({ id, what, by: acceptedBy })),
  ].flatMap(({ id, what, by }) => (by === undefined ? [] : [{ id, what, by }]));
}
