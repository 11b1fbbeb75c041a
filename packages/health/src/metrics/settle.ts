import type { Verdict } from '@lockstep/base';
import type { Reading, ReadingReason } from './judge-reading.ts';
import type { Metric } from './metric.ts';

/** Where the watch of one metric stands. */
export interface MetricState {
  readonly readings: readonly Reading[];
  readonly failureRun: number;
  readonly errorRun: number;
  /** The last reading that was no error. */
  readonly decided: Reading | undefined;
  readonly ending: MetricEnding | undefined;
}

export interface MetricEnding {
  readonly verdict: Verdict;
  readonly reason: ReadingReason;
  readonly message: string;
}

export const unread: MetricState = {
  readings: [],
  failureRun: 0,
  errorRun: 0,
  decided: undefined,
  ending: undefined,
};

/** Takes one reading in. More failures in a row than are tolerated end the watch; nothing changes that. */
export function takeReading(metric: Metric, state: MetricState, reading: Reading): MetricState {
  if (state.ending !== undefined) return state;
  const { outcome } = reading;
  const failureRun = outcome === 'fail' ? state.failureRun + 1 : outcome === 'error' ? state.failureRun : 0;
  const ending: MetricEnding | undefined =
    failureRun > metric.failureLimit
      ? {
          verdict: 'fail',
          reason: 'metric-failed',
          message: failureRun === 1 ? reading.message : `${reading.message}, ${failureRun} times in a row`,
        }
      : undefined;
  return {
    readings: [...state.readings, reading],
    failureRun,
    errorRun: outcome === 'error' ? state.errorRun + 1 : 0,
    decided: outcome === 'error' ? state.decided : reading,
    ending,
  };
}

/**
 * How a watch ends once its time is over; undefined while it is worth to read on. The last reading that was no error has to
 * have passed, and no more errors may follow it than are tolerated.
 */
export function settle(metric: Metric, state: MetricState, isLast: boolean): MetricEnding | undefined {
  if (state.ending !== undefined) return state.ending;
  const { decided, errorRun, readings } = state;
  const last = readings.at(-1);
  const tooManyErrors = errorRun > metric.errorLimit;
  if (decided?.outcome === 'pass' && !tooManyErrors)
    return { verdict: 'pass', reason: 'metric-met', message: decided.message };
  if (last === undefined) return undefined;
  const gaveUp = tooManyErrors || last.lasts || !metric.critical;
  if (!isLast && !gaveUp) return undefined;
  const often = last.outcome === 'error' && errorRun > 1 ? `, ${errorRun} times in a row` : '';
  // A failure that is tolerated is none, and nothing good either.
  const reason = last.outcome === 'fail' ? 'metric-undecided' : last.reason;
  return { verdict: 'unknown', reason, message: `${last.message}${often}` };
}
