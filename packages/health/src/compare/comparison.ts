import { combine, type Verdict } from '@lockstep/base';
import { binomialAtMost, fisherP, highestRate, lowestRate } from './exact-test.ts';
import { upperQuantile, upperTail } from './normal.ts';
import { rankTest, shiftOf } from './rank-test.ts';

/** One test's chance to fail a candidate that is like the baseline, over all looks. There are two tests. */
export const FALSE_ALARM = 0.01;
/** One test's chance to pass a candidate that is as bad as the limit, over all looks. */
export const MISS = 0.1;
/** The chance that required samples give to find a candidate that is as bad as the limit. */
export const POWER = 0.8;
/** Fewer per arm cannot carry a verdict on latency. */
export const FEWEST = 30;

export interface ComparisonRules {
  /** Pairs of probes. */
  readonly samples: number;
  /** The slowdown to find. */
  readonly maxLatencyRatio: number;
  /** Slowdowns of fewer milliseconds are ignored. */
  readonly minLatencyDeltaMs: number;
  /** The rise of the error rate to find, 0 to 1; `findableDelta` says what the samples can carry. */
  readonly maxErrorDelta: number;
}

/** What one arm brought: a time for each good answer, and how many were asked. */
export interface Arm {
  /** Milliseconds, each with the path it belongs to. */
  readonly times: readonly { readonly path: string; readonly ms: number }[];
  readonly asked: number;
}

export interface ComparisonPart {
  readonly verdict: Verdict;
  /** One line with its numbers. */
  readonly message: string;
  readonly p: number;
}

export interface ComparisonResult {
  readonly verdict: Verdict;
  readonly latency: ComparisonPart & { readonly ratio: number; readonly exceeds: number };
  readonly errors: ComparisonPart & { readonly candidate: number; readonly baseline: number };
  readonly pairs: number;
}

interface Look {
  /** Pairs after which to look. */
  readonly at: number;
  /** The share of the false alarms that this look may spend, and of the misses. */
  readonly falseAlarm: number;
  readonly miss: number;
}

/**
 * When to look, and what each look may spend: half, three quarters, all. The spending is O'Brien and Fleming's (Lan
 * and DeMets 1983): next to nothing early, nearly all at the end. Each look takes its own share, so the sum
 * holds whatever the looks have in common.
 */
export function looksOf(samples: number): readonly Look[] {
  const planned = [Math.ceil(samples / 2), Math.ceil((3 * samples) / 4), samples];
  const at = [...new Set(planned)].filter((pairs) => pairs >= FEWEST || pairs === samples);
  const spent = (total: number, pairs: number) =>
    pairs === samples ? total : 2 * upperTail(upperQuantile(total / 2) / Math.sqrt(pairs / samples));
  return at.map((pairs, index) => {
    const before = at[index - 1];
    const share = (total: number) => spent(total, pairs) - (before === undefined ? 0 : spent(total, before));
    return { at: pairs, falseAlarm: share(FALSE_ALARM), miss: share(MISS) };
  });
}

/** What the arms say at one look. A `pass` or `fail` of both parts may stop early; `unknown` asks for the next look. */
export function compareAt(look: Look, rules: ComparisonRules, candidate: Arm, baseline: Arm): ComparisonResult {
  const latency = compareLatency(look, rules, candidate, baseline);
  const errors = compareErrors(look, rules, candidate, baseline);
  return { verdict: combine([latency.verdict, errors.verdict]), latency, errors, pairs: look.at };
}

function compareLatency(
  look: Look,
  rules: ComparisonRules,
  candidate: Arm,
  baseline: Arm,
): ComparisonResult['latency'] {
  const mine = logTimes(candidate, [candidate, baseline]);
  const other = logTimes(baseline, [candidate, baseline]);
  const fewest = Math.min(mine.length, other.length);
  if (fewest < FEWEST) {
    const message = `latency: ${fewest} successful responses of one build; needs ${FEWEST}`;
    return { verdict: 'unknown', message, p: 1, ratio: Number.NaN, exceeds: Number.NaN };
  }
  const { p, exceeds } = rankTest(mine, other);
  const shift = shiftOf(mine, other, look.miss);
  const ratio = Math.exp(shift.estimate);
  const usual = median(baseline.times.map((time) => time.ms));
  const limit = Math.log(Math.max(rules.maxLatencyRatio, 1 + rules.minLatencyDeltaMs / usual));
  const excluded = shift.upper < limit;
  const nearer = shift.estimate >= limit / 2;
  const verdict = excluded ? 'pass' : p <= look.falseAlarm && nearer ? 'fail' : 'unknown';
  const numbers = `${times(ratio)} (up to ${times(Math.exp(shift.upper))}), p ${showP(p)}, slower in ${percent(exceeds)} of pairs`;
  const needs = verdict === 'unknown' ? `; needs about ${latencySamples(other, limit)} samples per build` : '';
  return { verdict, message: `latency: ${numbers}; limit ${times(Math.exp(limit))}${needs}`, p, ratio, exceeds };
}

function compareErrors(look: Look, rules: ComparisonRules, candidate: Arm, baseline: Arm): ComparisonResult['errors'] {
  const [mine, other] = [candidate.asked - candidate.times.length, baseline.asked - baseline.times.length];
  const limit = rules.maxErrorDelta;
  const p = fisherP(mine, candidate.asked, other, baseline.asked);
  const rise = mine / candidate.asked - other / baseline.asked;
  // Without errors the baseline's rate has no lower bound to pay for.
  const error = other === 0 ? look.miss : look.miss / 2;
  const excluded = highestRate(mine, candidate.asked, error) - lowestRate(other, baseline.asked, error) < limit;
  const verdict = excluded ? 'pass' : p <= look.falseAlarm && rise >= limit / 2 ? 'fail' : 'unknown';
  const needs = verdict === 'unknown' ? `; needs about ${errorSamples(limit)} samples per build` : '';
  const message = `errors: ${mine} of ${candidate.asked} against ${other} of ${baseline.asked}, p ${showP(p)}; limit ${percent(limit)} more${needs}`;
  return { verdict, message, p, candidate: mine, baseline: other };
}

/** Logarithms of an arm's times, each by the usual time of its path in both arms: paths differ, arms should not. */
function logTimes(arm: Arm, both: readonly Arm[]): number[] {
  const byPath = new Map<string, number[]>();
  for (const { path, ms } of both.flatMap((one) => one.times)) {
    const known = byPath.get(path);
    if (known === undefined) byPath.set(path, [ms]);
    else known.push(ms);
  }
  const usual = new Map([...byPath].map(([path, ms]) => [path, median(ms)]));
  return arm.times.map(({ path, ms }) => Math.log(Math.max(ms, 1e-3) / (usual.get(path) ?? 1)));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/** Samples per arm that find a shift of `limit` with POWER: Noether's formula on the spread that was seen. */
function latencySamples(baseline: readonly number[], limit: number): number {
  const exceeds = rankTest(
    baseline.map((value) => value + limit),
    baseline,
  ).exceeds;
  const z = upperQuantile(lastShare()) + upperQuantile(1 - POWER - MISS);
  return Math.max(FEWEST, Math.ceil(z ** 2 / (6 * Math.max(exceeds - 0.5, 1e-3) ** 2)));
}

/**
 * Samples per arm that find a rise of `delta` over a baseline without errors, with POWER: the last look alone must
 * find it more often, since an earlier one may have passed it.
 */
export function errorSamples(delta: number): number {
  let high = 1;
  while (lastLookPower(high, delta) < POWER + MISS) high *= 2;
  let low = high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (lastLookPower(middle, delta) < POWER + MISS) low = middle;
    else high = middle;
  }
  return high;
}

/** The smallest rise that so many samples per arm find with POWER, in whole per mille. */
export function findableDelta(samples: number): number {
  let low = 0;
  let high = 1000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (lastLookPower(samples, middle / 1000) < POWER + MISS) low = middle;
    else high = middle;
  }
  return high / 1000;
}

function lastLookPower(samples: number, delta: number): number {
  let fewest = Math.ceil((samples * delta) / 2);
  while (fewest <= samples && fisherP(fewest, samples, 0, samples) > lastShare()) fewest++;
  return fewest > samples ? 0 : 1 - binomialAtMost(fewest - 1, samples)(delta);
}

/** What the last look may spend, where there are three. */
function lastShare(): number {
  return looksOf(4 * FEWEST).at(-1)?.falseAlarm ?? FALSE_ALARM;
}

function times(ratio: number): string {
  return Number.isFinite(ratio) ? `${ratio.toFixed(2)} times` : 'any';
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`;
}

function showP(p: number): string {
  return p < 0.0001 ? 'below 0.0001' : p.toFixed(4);
}
