import { upperQuantile, upperTail } from './normal.ts';

export interface RankTest {
  /** Mann-Whitney U of the candidate: pairs in which it is the larger, ties by half. */
  readonly u: number;
  /** One-sided: the chance of so large a U if both came from one distribution. Normal, tie and continuity corrected. */
  readonly p: number;
  /** Common-language effect size: how often a candidate value exceeds a baseline value. 0.5 is no difference. */
  readonly exceeds: number;
}

/** Is the candidate larger? Wants some twenty values in each arm; without spread in either, p is 1. */
export function rankTest(candidate: readonly number[], baseline: readonly number[]): RankTest {
  const [n, m] = [candidate.length, baseline.length];
  const all = [
    ...candidate.map((value) => ({ value, mine: true })),
    ...baseline.map((value) => ({ value, mine: false })),
  ].sort((a, b) => a.value - b.value);
  let rankSum = 0;
  let ties = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to++;
    const rank = (from + 1 + to) / 2;
    for (const entry of all.slice(from, to)) if (entry.mine) rankSum += rank;
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  const u = rankSum - (n * (n + 1)) / 2;
  const total = n + m;
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)));
  const p = variance > 0 ? upperTail((u - (n * m) / 2 - 0.5) / Math.sqrt(variance)) : 1;
  return { u, p, exceeds: u / (n * m) };
}

export interface Shift {
  /** Hodges-Lehmann: the median of all differences candidate − baseline. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** By how much the candidate is larger; each bound is one-sided at `1 - error`. */
export function shiftOf(candidate: readonly number[], baseline: readonly number[], error: number): Shift {
  const [n, m] = [candidate.length, baseline.length];
  const differences = differencesOf(candidate, baseline);
  const cut = Math.floor((n * m) / 2 - upperQuantile(error) * Math.sqrt((n * m * (n + m + 1)) / 12));
  const middle = (n * m + 1) / 2;
  return {
    estimate: (differences.smallest(Math.floor(middle)) + differences.smallest(Math.ceil(middle))) / 2,
    lower: cut < 1 ? Number.NEGATIVE_INFINITY : differences.smallest(cut),
    upper: cut < 1 ? Number.POSITIVE_INFINITY : differences.smallest(n * m + 1 - cut),
  };
}

/** All differences between two arms, without writing them down: there may be hundreds of thousands. */
function differencesOf(candidate: readonly number[], baseline: readonly number[]) {
  const ascending = (a: number, b: number) => a - b;
  const [mine, other] = [Float64Array.from(candidate).sort(ascending), Float64Array.from(baseline).sort(ascending)];
  const notAbove = (limit: number) => {
    let count = 0;
    let below = 0;
    for (const value of mine) {
      // As values grow, the baseline values within the limit shrink from below.
      while (below < other.length && value - (other[below] ?? 0) > limit) below++;
      count += other.length - below;
    }
    return count;
  };
  /** The k-th smallest, k from 1, to the twelfth digit. */
  const smallest = (k: number) => {
    let low = (mine[0] ?? 0) - (other[other.length - 1] ?? 0);
    let high = (mine[mine.length - 1] ?? 0) - (other[0] ?? 0);
    if (notAbove(low) >= k) return low;
    for (const near = 1e-12 * Math.max(Math.abs(low), Math.abs(high)); high - low > near; ) {
      const half = (low + high) / 2;
      if (notAbove(half) >= k) high = half;
      else low = half;
    }
    return high;
  };
  return { smallest };
}
