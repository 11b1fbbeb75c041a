import type { Fields } from '@lockstep/base';
import type { Span } from '../metrics/metric.ts';
import type { MetricsSurroundings } from '../metrics/provider.ts';

/** What a monitor says of a window. Shares are from 0 to 1. */
export type Uptime =
  | {
      readonly kind: 'measured';
      /** Of what was observed, the share that was good. */
      readonly good: number;
      /** Of the observations that were due, the share that was made: a gap is no uptime. */
      readonly coverage: number;
    }
  /** In our own words. */
  | { readonly kind: 'not-measured'; readonly what: string };

/** Something that observes an app all the time, from outside. */
export interface Monitor {
  /** One answer for each window, in their order. Never throws for what the monitor does; throws the signal's reason. */
  observe(spans: readonly Span[], signal: AbortSignal): Promise<readonly Uptime[]>;
  /** The only length of a window that it answers for; undefined where any can be asked for. */
  readonly onlyMs: number | undefined;
}

/** A kind of monitor: reads its connection and what is asked of it, complaining into the fields. */
export interface MonitorType {
  readonly type: string;
  read(fields: Fields, surroundings: MetricsSurroundings): Monitor | undefined;
}

/** Observations of a window, as numbers. */
export interface Counts {
  readonly good: number;
  /** Those that `good` is of. */
  readonly all: number;
  /** How often was looked at all. With probes that is `all`; with requests it is not. */
  readonly seen: number;
  /** How far apart two looks are. */
  readonly everyMs: number;
}

/** Looks of a window that were due. One less than fits in: where a window begins and ends between two of them is chance. */
export function dueIn(windowMs: number, everyMs: number): number {
  return Math.max(1, Math.floor(windowMs / everyMs) - 1);
}

/** Pure: a window as its numbers tell it. */
export function uptimeOf({ all, everyMs, good, seen }: Counts, { from, to }: Span): Uptime {
  const windowMs = to - from;
  const due = dueIn(windowMs, everyMs);
  if (windowMs < 2 * everyMs) return notMeasured('the window is shorter than two observations are apart');
  if (seen > due * 1.05 + 2)
    return notMeasured(
      `${Math.round(seen)} observations were made where ${due} are due; set "every" to the time between two of them`,
    );
  if (all <= 0) return notMeasured('nothing was observed');
  // A counter that is extrapolated is not exact to the last one.
  if (good < 0 || good > all * 1.001) return notMeasured('more was good than was observed; check what "good" counts');
  return { kind: 'measured', good: Math.min(1, good / all), coverage: Math.min(1, seen / due) };
}

export function notMeasured(what: string): Uptime {
  return { kind: 'not-measured', what };
}

const LEAST_EVERY_MS = 1_000;

/** The time between two looks. */
export function everyOf(fields: Fields): number {
  const required = fields.text('every', { required: true, expected: 'the time between two observations, such as 60s' });
  const everyMs = required === '' ? LEAST_EVERY_MS : fields.duration('every', LEAST_EVERY_MS);
  if (everyMs < LEAST_EVERY_MS) fields.complain('every', 'expected at least 1s');
  return everyMs;
}
