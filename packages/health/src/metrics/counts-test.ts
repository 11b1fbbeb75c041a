/**
 * Whether bad events became more frequent, looked at as often as one likes: Wald's sequential probability ratio test
 * (A. Wald, Sequential Analysis, 1947, chapter 3) on a count of events, where the usual rate is that of the time before
 * the swap and the rate to find is `detect` times that.
 *
 * Events of real traffic come in bursts, and their rate moves with the hour: counts of slices of the time before vary
 * more than counts of a Poisson process. What they vary more is estimated by the method of moments (McCullagh and Nelder,
 * Generalized Linear Models, 1989, section 6.2.4: the variance of a count with mean m is m + s·m²), and the logarithm of
 * the ratio is divided by the factor 1 + s·m, as a quasi-likelihood is. So a restless service needs more evidence.
 */

/** The chance that a candidate like the baseline fails, in one metric over its whole watch. */
export const FALSE_ALARM = 0.002;
/** The chance that a candidate as bad as `detect` says passes before it is found. */
export const MISS = 0.01;
/** Fewer slices say nothing of how much they vary. */
export const FEWEST_SLICES = 6;

export interface Counts {
  readonly bad: number;
  readonly all: number;
}

/** The usual rate, and how much more its slices vary than chance alone lets them. */
export interface Usual {
  readonly rate: number;
  readonly extraVariance: number;
  readonly slices: number;
  readonly all: number;
}

/** What the time before the swap says. Undefined where too little is known of it. */
export function usualOf(slices: readonly Counts[], floor: number): Usual | undefined {
  const counted = slices.filter(({ all }) => all > 0);
  if (counted.length < FEWEST_SLICES) return undefined;
  const all = sum(counted.map((slice) => slice.all));
  const bad = sum(counted.map((slice) => slice.bad));
  const mean = bad / all;
  const means = counted.map((slice) => slice.all * mean);
  const squares = counted.map((slice, index) => (slice.bad - (means[index] ?? 0)) ** 2);
  const freed = counted.length / (counted.length - 1);
  const over = sum(squares) * freed - sum(means);
  const extraVariance = bad === 0 ? 0 : Math.max(0, over / sum(means.map((one) => one ** 2)));
  // Of few events the rate is known badly: one standard error above what was seen is still usual.
  const spread = Math.sqrt(bad * (1 + (extraVariance * bad) / counted.length));
  return { rate: Math.max(floor, (bad + spread) / all), extraVariance, slices: counted.length, all };
}

export interface CountsResult {
  readonly outcome: 'worse' | 'not-worse' | 'undecided';
  /** The logarithm of the likelihood ratio, and the bounds that decide. */
  readonly evidence: number;
  readonly upper: number;
  readonly lower: number;
}

/** What all events since the swap say. */
export function testCounts({ bad, all }: Counts, usual: Usual, detect: number): CountsResult {
  const expected = all * usual.rate;
  const evidence =
    (bad * Math.log(detect) - expected * (detect - 1)) / (1 + usual.extraVariance * Math.max(expected, 0));
  const upper = Math.log((1 - MISS) / FALSE_ALARM);
  const lower = Math.log(MISS / (1 - FALSE_ALARM));
  const outcome = evidence >= upper ? 'worse' : evidence <= lower ? 'not-worse' : 'undecided';
  return { outcome, evidence, upper, lower };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
