/**
 * What the time before the swap lets expect of the minutes after it, if nothing changed.
 *
 * The rate of bad events of real traffic wanders: for minutes it is above its mean, then below. How it stood last says more of
 * the next two minutes than its mean does, and how far it wanders says how much more is no sign of anything. So the rate is
 * followed through the slices of the time before, as one that is pulled back to its mean within some minutes and is known the
 * better the more events were counted: the dynamic gamma-Poisson model (West, Harrison and Migon, Dynamic Generalized Linear
 * Models and Bayesian Forecasting, JASA 80, 1985). How far it wanders is not known either: several answers are followed, and
 * each has as much weight as it foresaw of the slices. What is to be expected then is a mixture of negative binomials.
 */
import { atLeast, logChanceOf } from './negative-binomial.ts';

/** Slices of the time before the swap, of which the usual rate is made. */
export const SLICES = 24;
/** Fewer slices say nothing of how the rate wanders. */
export const FEWEST_SLICES = 6;
/** How far the rate may wander, as the standard deviation of its logarithm. */
const WANDERINGS = [0.02, 0.06, 0.12, 0.2, 0.35, 0.6, 1] as const;
/** In about how much time it is back at its mean. */
const BACK_MS = [60_000, 300_000] as const;
/** A slice so many standard deviations above the usual rate is a hiccup of something, and counts as if it were no more. */
const HICCUP = 2.5;
/** One slice of so many may be one: what happens more often is how the service is. */
const HICCUPS = 8;

export interface Counts {
  readonly bad: number;
  readonly all: number;
}

/** How the rate stands, if it wanders that far. */
interface Wanderer {
  /** Of all of them, 0 to 1. */
  readonly weight: number;
  readonly wandering: number;
  readonly backMs: number;
  readonly rate: number;
  /** How little is known of the rate: the variance of its logarithm. */
  readonly unknown: number;
}

/** The usual rate, and how it stood at the end of the time before. */
export interface Usual {
  readonly rate: number;
  readonly floor: number;
  readonly sliceMs: number;
  /** How little is known of the usual rate. */
  readonly unknown: number;
  readonly wanderers: readonly Wanderer[];
}

/** What slices of one length say, the oldest first; one without events says nothing. Undefined where too little is known. */
export function usualOf(slices: readonly Counts[], sliceMs: number, floor: number): Usual | undefined {
  const counted = slices.filter(({ all }) => all > 0);
  if (counted.length < FEWEST_SLICES) return undefined;
  const middle = Math.max(floor, middleOf(counted.map(({ all, bad }) => bad / all)));
  const steady = withoutHiccups(slices, middle);
  const [bad, all] = [sum(steady.map((slice) => slice.bad)), sum(steady.map((slice) => slice.all))];
  const rate = Math.max(floor, bad / all);
  const followed = BACK_MS.flatMap((backMs) =>
    WANDERINGS.map((wandering) => follow(steady, { sliceMs, rate, wandering, backMs })),
  );
  const best = Math.max(...followed.map(({ foresaw }) => foresaw));
  const weights = followed.map(({ foresaw }) => Math.exp(foresaw - best));
  const whole = sum(weights);
  return {
    rate,
    floor,
    sliceMs,
    unknown: 1 / (rate * all),
    wanderers: followed.map(({ foresaw: _, ...one }, index) => ({ ...one, weight: (weights[index] ?? 0) / whole })),
  };
}

function middleOf(rates: readonly number[]): number {
  return [...rates].sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0;
}

function withoutHiccups(slices: readonly Counts[], middle: number): readonly Counts[] {
  const most = slices.map(({ all }) => {
    const mean = middle * all;
    return mean + HICCUP * Math.sqrt(mean + 0.05 * mean ** 2);
  });
  const above = (index: number) => (slices[index]?.bad ?? 0) / (most[index] ?? 1);
  const hiccups = slices
    .map((_, index) => index)
    .filter((index) => above(index) > 1)
    .sort((a, b) => above(b) - above(a))
    .slice(0, Math.floor(slices.length / HICCUPS));
  return slices.map(({ all, bad }, index) => ({ all, bad: hiccups.includes(index) ? (most[index] ?? bad) : bad }));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

interface Course {
  readonly sliceMs: number;
  readonly rate: number;
  readonly wandering: number;
  readonly backMs: number;
}

/** Of where the rate stands, what is left in its mean over a time that begins then; as a share of the time to come back. */
function leftIn(time: number): number {
  return (1 - Math.exp(-time)) / time;
}

/** Of how far the rate wanders, what is left in its mean over a time, as a share of the variance. */
function wanderingIn(time: number): number {
  return (2 * (time - 1 + Math.exp(-time))) / time ** 2;
}

/** Follows the means of a rate that wanders that far through the slices; and how likely the slices were to it. */
function follow(slices: readonly Counts[], { backMs, rate: usual, sliceMs, wandering }: Course) {
  const length = sliceMs / backMs;
  const spread = wandering ** 2 * wanderingIn(length);
  const stays = leftIn(length) ** 2 / wanderingIn(length);
  let [rate, unknown, foresaw] = [usual, spread, 0];
  for (const { all, bad } of slices) {
    rate = rate ** stays * usual ** (1 - stays);
    unknown = stays ** 2 * unknown + (1 - stays ** 2) * spread;
    if (all === 0) continue;
    const count = Math.round(bad);
    foresaw += logChanceOf(count, all * rate, unknown);
    // The gamma distribution of the rate, and what was counted.
    const shape = 1 / unknown + count;
    rate = shape / (1 / unknown / rate + all);
    unknown = 1 / shape;
  }
  return { wandering, backMs, rate, unknown, foresaw };
}

/** What is to be expected of `all` events within so much time since the swap. */
export interface Expected {
  readonly count: number;
  /** The chance of that many or more, if the rate is so many times what it would be. */
  readonly atLeast: (count: number, times: number) => number;
}

export function expectedOf(usual: Usual, all: number, sinceMs: number): Expected {
  const parts = usual.wanderers.map(({ backMs, rate, unknown, wandering, weight }) => {
    const [slice, since] = [usual.sliceMs / backMs, Math.max(1, sinceMs) / backMs];
    // Of the mean of the last slice, so much is left in the mean of the time since.
    const left = (leftIn(slice) * leftIn(since)) / wanderingIn(slice);
    const wandersOn = Math.max(0, wanderingIn(since) - left ** 2 * wanderingIn(slice));
    return {
      weight,
      mean: all * Math.max(usual.floor, rate ** left * usual.rate ** (1 - left)),
      s: left ** 2 * unknown + wandersOn * wandering ** 2 + (1 - left) ** 2 * usual.unknown,
    };
  });
  const over = (of: (part: (typeof parts)[number]) => number) =>
    parts.reduce((sum, part) => sum + part.weight * of(part), 0);
  return {
    count: over(({ mean }) => mean),
    atLeast: (count, times) => over(({ mean, s }) => atLeast(count, mean * times, s)),
  };
}
