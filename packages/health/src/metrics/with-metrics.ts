import type { Verdict } from '@lockstep/base';
import type { Ending } from '../gate.ts';
import type { MetricReport } from './report-metrics.ts';

/**
 * How a gate ends with what its metrics showed. A failure of either is one; what neither knows for certain is unknown. The
 * verdict is of the critical metrics alone.
 */
export function withMetrics(ending: Ending, verdict: Verdict, metrics: readonly MetricReport[]): Ending {
  if (ending.verdict === 'fail' || verdict === 'pass') return ending;
  if (verdict === 'unknown' && ending.verdict === 'unknown') return ending;
  const decided = metrics.find((metric) => metric.critical && metric.verdict === verdict);
  const message = decided === undefined ? 'a metric did not pass' : `metric ${decided.name}: ${decided.message}`;
  const reason = verdict === 'fail' ? 'metric-failed' : 'metric-unknown';
  return { verdict, reason, message, path: undefined, mayBeOurFault: false };
}
