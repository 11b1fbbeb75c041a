import type { Verdict } from '../verdict.ts';
import type { Check } from './check.ts';

const RANK: Readonly<Record<Verdict, number>> = { fail: 0, unknown: 1, pass: 2 };

/** What failed first, then what is not known; of each by id, thing and place, so that the same list reads the same. */
export function byInterest(a: Check, b: Check): number {
  return (
    RANK[a.verdict] - RANK[b.verdict] ||
    compare(a.id, b.id) ||
    compare(a.what, b.what) ||
    compare(a.where?.file ?? '', b.where?.file ?? '') ||
    (a.where?.line ?? 0) - (b.where?.line ?? 0)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
