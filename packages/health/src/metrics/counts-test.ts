/**
 * Whether bad events became more frequent, looked at again and again while they are counted. A count is compared with what the
 * time before the swap lets expect of as many events:
 *
 * - Events of real traffic come in bursts, and their rate wanders: counts of slices of the time before vary more than those of a
 *   Poisson process. So the count is taken as negative binomial, with mean m and variance m + s·m²; s is estimated from the
 *   slices by moments (McCullagh and Nelder, Generalized Linear Models, 1989, section 6.2), and what is not known of the usual
 *   rate, since it was estimated of few events, is added to it.
 * - Every look at the count may raise a false alarm. Each takes its share of one error rate (Lan and DeMets, Discrete
 *   sequential boundaries for clinical trials, Biometrika 70, 1983, with O'Brien and Fleming's spending: little early, most
 *   when there is most to see), so the sum holds whatever the looks have in common.
 */
import { upperQuantile, upperTail } from '../compare/normal.ts';

/** The chance that a candidate like the baseline fails, in one metric over all looks of its bake. */
export const FALSE_ALARM = 0.005;
/** The chance that a candidate as bad as `detect` says passes at its last look. */
export const MISS = 0.01;
/** Fewer slices say nothing of how much they vary. */
export const FEWEST_SLICES = 6;

export interface Counts {
  readonly bad: number;
  readonly all: number;
}

/** The usual rate, and by how much more than chance alone a count around it varies. */
export interface Usual {
  readonly rate: number;
  /** The s of m + s·m². */
  readonly extraVariance: number;
}

/** What the time before the swap says. Undefined where too little is known of it. */
export function usualOf(slices: readonly Counts[], floor: number): Usual | undefined {
  const counted = slices.filter(({ all }) => all > 0);
  if (counted.length < FEWEST_SLICES) return undefined;
  const all = sum(counted.map((slice) => slice.all));
  const bad = sum(counted.map((slice) => slice.bad));
  const means = counted.map((slice) => (slice.all * bad) / all);
  const squares = counted.map((slice, index) => (slice.bad - (means[index] ?? 0)) ** 2);
  const freed = counted.length / (counted.length - 1);
  const over = sum(squares) * freed - sum(means);
  const between = bad === 0 ? 0 : Math.max(0, over / sum(means.map((one) => one ** 2)));
  const rate = Math.max(floor, bad / all);
  // Of a rate that is the floor nothing was estimated.
  const unknown = rate > bad / all ? 0 : 1 / bad + between / counted.length;
  return { rate, extraVariance: between + unknown };
}

export interface CountsResult {
  readonly outcome: 'worse' | 'not-worse' | 'undecided';
  /** How many bad events the usual rate lets expect. */
  readonly expected: number;
  /** The chance of as many or more at the usual rate. */
  readonly p: number;
}

/** What is looked for, and when. */
export interface CountsRule {
  readonly detect: number;
  /** How much of the bake has been seen, 0 to 1; more where it is read on. */
  readonly seen: number;
  /** How much of the bake is between two looks. */
  readonly step: number;
}

/** The part of the false alarms that a look may spend: what may be spent by now, less what was by the look before. */
export function spendOf({ seen, step }: Pick<CountsRule, 'seen' | 'step'>): number {
  const by = (part: number) =>
    part <= 0 ? 0 : 2 * upperTail(upperQuantile(FALSE_ALARM / 2) / Math.sqrt(Math.min(1, part)));
  const now = Math.min(1, seen);
  return by(now) - by(now - step);
}

/** What all events since the swap say at one look. */
export function testCounts({ bad, all }: Counts, usual: Usual, { detect, ...look }: CountsRule): CountsResult {
  const expected = all * usual.rate;
  const count = Math.round(bad);
  const p = atLeast(count, expected, usual.extraVariance);
  // A rise that is certain and small is not what is looked for.
  const isNearer = bad >= expected * Math.sqrt(detect);
  if (p <= spendOf(look) && isNearer) return { outcome: 'worse', expected, p };
  const asBad = 1 - atLeast(count + 1, expected * detect, usual.extraVariance);
  return { outcome: asBad <= MISS ? 'not-worse' : 'undecided', expected, p };
}

/** P(X ≥ count) of a negative binomial with a mean and the s of its variance; of a Poisson where s is next to nothing. */
export function atLeast(count: number, mean: number, s: number): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  // Summed on the side of the count that has less, so that nothing is lost in 1 minus nearly 1.
  if (count > mean) return Math.min(1, tail(count, mean, s, 1));
  return Math.max(0, 1 - tail(count - 1, mean, s, -1));
}

/** The sum of the chances from one count on, upwards or downwards. */
function tail(from: number, mean: number, s: number, step: 1 | -1): number {
  const size = s * mean < 1e-6 ? Number.POSITIVE_INFINITY : 1 / s;
  let term = Math.exp(logChance(from, mean, size));
  let total = 0;
  for (let k = from; k >= 0 && (term > total * 1e-12 || total === 0); k += step) {
    total += term;
    // The chance of the next count, by that of this one.
    const share = size === Number.POSITIVE_INFINITY ? mean : mean / (mean + size);
    const weight = (at: number) => (size === Number.POSITIVE_INFINITY ? 1 : at + size);
    term = step === 1 ? (term * share * weight(k)) / (k + 1) : (term * k) / (share * weight(k - 1));
    if (term === 0) break;
  }
  return total;
}

function logChance(k: number, mean: number, size: number): number {
  if (size === Number.POSITIVE_INFINITY) return k * Math.log(mean) - mean - logGamma(k + 1);
  return (
    logGamma(k + size) -
    logGamma(size) -
    logGamma(k + 1) -
    size * Math.log1p(mean / size) +
    k * Math.log(mean / (mean + size))
  );
}

/** Stirling's series, from seven on; below it by the recurrence (Abramowitz and Stegun 6.1.41). */
function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < 7; at++) shift += Math.log(at);
  const inverse = 1 / (at * at);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / at;
  return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series - shift;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
