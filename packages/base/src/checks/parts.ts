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

/** What a check is about, in one line; a check of one setting has the same words for both. */
export function titleAndWhat({ title, what }: Pick<Check, 'title' | 'what'>): string {
  return title === what ? title : `${title}: ${what}`;
}

/** What was not looked at for one and the same reason. */
export interface GapGroup {
  readonly because: string;
  readonly remedy: string;
  readonly chosen: boolean;
  readonly gaps: readonly NotVerified[];
}

/** What was not looked at, by why: a service that refuses a token has one reason for all that is asked of it. */
export function groupGaps(gaps: readonly NotVerified[]): readonly GapGroup[] {
  const groups = new Map<string, NotVerified[]>();
  for (const gap of gaps) {
    const key = JSON.stringify([gap.because, gap.remedy, gap.chosen]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [gap]);
    else group.push(gap);
  }
  return [...groups.values()].flatMap((some) => {
    const [first] = some;
    if (first === undefined) return [];
    const { because, chosen, remedy } = first;
    return [{ because, remedy, chosen, gaps: some }];
  });
}
