import type { Verdict } from '@lockstep/base';
import type { Reading, ReadingReason } from './judge-reading.ts';
import type { Metric, MetricSubject } from './metric.ts';
import type { MetricRun } from './run-metrics.ts';

/** One metric as it is kept: numbers, times and our own words. */
export interface MetricReport {
  readonly name: string;
  readonly provider: string;
  readonly for: MetricSubject;
  readonly critical: boolean;
  readonly verdict: Verdict;
  readonly reason: ReadingReason;
  readonly message: string;
  /** What it had to meet: conditions as they are written, and the test. */
  readonly expected: string;
  readonly readings: readonly ReadingLine[];
}

export interface ReadingLine {
  /** ISO 8601. */
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly outcome: Reading['outcome'];
  readonly reason: ReadingReason;
  readonly value: number | undefined;
  readonly ratio: number | undefined;
  readonly samples: number | undefined;
  readonly message: string;
}

export function reportOnMetric({ metric, state, ending }: MetricRun): MetricReport {
  return {
    name: metric.name,
    provider: metric.provider,
    for: metric.about,
    critical: metric.critical,
    verdict: ending.verdict,
    reason: ending.reason,
    message: ending.message,
    expected: expectedOf(metric),
    readings: state.readings.map(({ at, message, outcome, ratio, reason, samples, span, value }) => ({
      at: iso(at),
      from: iso(span.from),
      to: iso(span.to),
      outcome,
      reason,
      value,
      ratio,
      samples,
      message,
    })),
  };
}

function expectedOf({ success, failure, detect }: Metric): string {
  const parts = [
    success === undefined ? '' : success.source,
    failure === undefined ? '' : `fails on ${failure.source}`,
    detect === undefined ? '' : `less than ${detect} times the usual rate`,
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
