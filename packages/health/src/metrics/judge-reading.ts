import { count, formatDuration } from '@lockstep/base';
import { meets } from '../conditions/evaluate.ts';
import { testCounts } from './counts-test.ts';
import { type Measurement, type Metric, type Span, uses, usesRatio } from './metric.ts';
import type { Usual } from './usual-rate.ts';

/** Why a reading is what it is. */
export type ReadingReason =
  | 'metric-met'
  | 'metric-failed'
  | 'metric-undecided'
  | 'metric-empty'
  | 'metric-too-few-samples'
  | 'metric-late-data'
  | 'metric-window-before-swap'
  | 'metric-no-baseline'
  | 'metric-not-available'
  | 'metric-error';

/** One measurement, judged. A measurement error is `error`, never a failure. */
export interface Reading {
  readonly outcome: 'pass' | 'fail' | 'undecided' | 'error';
  readonly reason: ReadingReason;
  /** Whether no later reading changes it: a plan, a permission, a time before the swap of which nothing is known. */
  readonly lasts: boolean;
  /** One line with its numbers. */
  readonly message: string;
  /** When it was read, and what it is about, in milliseconds since the epoch. */
  readonly at: number;
  readonly span: Span;
  readonly value: number | undefined;
  readonly ratio: number | undefined;
  readonly samples: number | undefined;
}

export interface ReadingFacts {
  readonly measured: Measurement;
  /** Of the baseline, where it was asked for. */
  readonly baseline: Measurement | undefined;
  /** Of the time before the swap, for the test of counts. */
  readonly usual: Usual | undefined;
  /** How long the bake is: the test of counts shares its error rate among the looks of it. */
  readonly bakeMs: number;
  readonly span: Span;
  readonly at: number;
  /** When the swap was finished. */
  readonly since: number;
}

/** Newest data that is older than the end of the window by more than this is late. */
const LATE_MS = 15_000;

/** What one measurement is worth. */
export function judgeReading(metric: Metric, facts: ReadingFacts): Reading {
  const { measured, span, at, since } = facts;
  const bare = {
    at,
    span,
    lasts: measured.kind === 'not-available',
    value: undefined,
    ratio: undefined,
    samples: undefined,
  };
  const not = (outcome: 'undecided' | 'error', reason: ReadingReason, message: string): Reading => ({
    ...bare,
    outcome,
    reason,
    message,
  });
  if (measured.kind === 'error') return not('error', 'metric-error', measured.what);
  if (measured.kind === 'not-available') return not('undecided', 'metric-not-available', measured.what);
  if (measured.kind === 'empty') return not('undecided', 'metric-empty', measured.what);
  if (measured.kind === 'counts' && !areCounts(measured))
    return not(
      'error',
      'metric-error',
      `${showNumber(measured.bad)} bad events of ${showNumber(measured.all)} are no counts; check "query" and "of"`,
    );
  const began = measured.kind === 'value' ? (measured.from ?? span.from) : span.from;
  if (metric.about !== 'baseline' && began < since)
    return not(
      'undecided',
      'metric-window-before-swap',
      `its window began ${formatDuration(since - began)} before the swap was finished, so that it is partly about the build before`,
    );
  if (measured.newestAt !== undefined && measured.newestAt < span.to - LATE_MS)
    return not(
      'undecided',
      'metric-late-data',
      `the newest data is ${formatDuration(span.to - measured.newestAt)} older than the end of the window; raise "delay" if that is usual`,
    );
  return judgeNumbers(metric, facts, measured);
}

/** What a source extrapolates may be a little more than all, and no more. */
function areCounts({ all, bad }: { readonly all: number; readonly bad: number }): boolean {
  return bad >= 0 && all >= 0 && bad <= all * 1.05 + 1;
}

type Numbers = Extract<Measurement, { readonly kind: 'value' | 'counts' }>;

function judgeNumbers(metric: Metric, facts: ReadingFacts, measured: Numbers): Reading {
  const samples = samplesOf(measured);
  const value = measuredValue(measured);
  const ratio = ratioOf(metric, value, measured, facts.baseline);
  const bare = { at: facts.at, span: facts.span, lasts: false, value, ratio, samples };
  const seen = shown(value, ratio, samples, measured);
  const undecided = (reason: ReadingReason, message: string, lasts = false): Reading => ({
    ...bare,
    outcome: 'undecided',
    reason,
    lasts,
    message,
  });
  if (metric.minSamples > 0 && (samples ?? 0) < metric.minSamples)
    return undecided(
      'metric-too-few-samples',
      samples === undefined
        ? `${seen}; the source does not say of how many samples`
        : `${count(samples, 'sample')}; "min-samples" needs ${metric.minSamples}`,
    );
  if (value === undefined) return undecided('metric-too-few-samples', 'no events in the window');
  if (uses(metric, 'SAMPLES') && samples === undefined)
    return undecided('metric-too-few-samples', `${seen}; the source does not say of how many samples`);
  if (usesRatio(metric) && ratio === undefined)
    return undecided('metric-no-baseline', `${seen}; the baseline has no value to compare with`, true);
  const test = judgeCounts(metric, facts, measured);
  if (test === 'no-baseline')
    return undecided('metric-no-baseline', `${seen}; too little is known of the time before the swap`);
  const measures = { VALUE: value, RATIO: ratio, SAMPLES: samples } as Readonly<Record<string, number>>;
  const failed = metric.failure !== undefined && meets(metric.failure, measures);
  const succeeded = metric.success === undefined ? undefined : meets(metric.success, measures);
  if (failed)
    return {
      ...bare,
      outcome: 'fail',
      reason: 'metric-failed',
      message: `${seen}; fails on ${metric.failure?.source}`,
    };
  if (test?.outcome === 'worse')
    return { ...bare, outcome: 'fail', reason: 'metric-failed', message: `${seen}; ${test.message}` };
  // With a success condition alone, what does not meet it has failed.
  if (succeeded === false && metric.failure === undefined)
    return {
      ...bare,
      outcome: 'fail',
      reason: 'metric-failed',
      message: `${seen}; expected ${metric.success?.source}`,
    };
  if (succeeded === false) return undecided('metric-undecided', `${seen}; meets neither condition`);
  if (test?.outcome === 'undecided') return undecided('metric-undecided', `${seen}; ${test.message}`);
  return { ...bare, outcome: 'pass', reason: 'metric-met', message: seen };
}

function judgeCounts(
  metric: Metric,
  { bakeMs, since, span, usual }: ReadingFacts,
  measured: Numbers,
): { readonly outcome: 'worse' | 'not-worse' | 'undecided'; readonly message: string } | 'no-baseline' | undefined {
  if (metric.detect === undefined) return undefined;
  if (usual === undefined || measured.kind !== 'counts') return 'no-baseline';
  const { outcome, expected, p } = testCounts(measured, usual, {
    detect: metric.detect,
    sinceMs: span.to - since,
    bakeMs,
    intervalMs: metric.intervalMs,
  });
  const usually = `usual is ${percent(usual.rate)}, ${showNumber(expected)} of as many (p ${p < 0.0001 ? 'below 0.0001' : p.toFixed(4)})`;
  const message =
    outcome === 'undecided' ? `${usually}; too few events to exclude ${metric.detect} times that` : usually;
  return { outcome, message };
}

export function samplesOf(measured: Measurement): number | undefined {
  if (measured.kind === 'counts') return measured.all;
  return measured.kind === 'value' ? measured.samples : undefined;
}

export function measuredValue(measured: Measurement | undefined): number | undefined {
  if (measured?.kind === 'counts') return measured.all === 0 ? undefined : measured.bad / measured.all;
  return measured?.kind === 'value' ? measured.value : undefined;
}

/** Undefined where the baseline is nothing: of nothing anything is infinitely more. */
function ratioOf(
  metric: Metric,
  value: number | undefined,
  measured: Numbers,
  asked: Measurement | undefined,
): number | undefined {
  const few = asked !== undefined && metric.minSamples > 0 && (samplesOf(asked) ?? 0) < metric.minSamples;
  const baseline = few
    ? undefined
    : (measuredValue(asked) ?? (measured.kind === 'value' ? measured.baseline : undefined));
  if (baseline === undefined || value === undefined) return undefined;
  if (baseline === 0) return value === 0 ? 1 : undefined;
  return value / baseline;
}

function shown(
  value: number | undefined,
  ratio: number | undefined,
  samples: number | undefined,
  measured: Numbers,
): string {
  const counts = measured.kind === 'counts' ? `${showNumber(measured.bad)} of ${showNumber(measured.all)}` : undefined;
  const parts = [
    value === undefined ? 'no value' : `value ${showNumber(value)}`,
    ratio === undefined ? '' : `${showNumber(ratio)} times the baseline`,
    counts ?? (samples === undefined ? '' : `of ${count(Math.round(samples), 'sample')}`),
    measured.kind === 'value' ? (measured.detail ?? '') : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Four digits are enough to see what is what. */
export function showNumber(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function percent(share: number): string {
  return `${showNumber(share * 100)} %`;
}
