import { isMap } from '@lockstep/base';
import type { CodeFinding } from '../finding.ts';
import { type ReportReading, unreadable } from '../report.ts';
import { jsonOf, linesOf, mapOf, messageOf, type ReportSource } from '../source.ts';
import { type K6Metric, type K6Summary, k6SummaryOf } from './k6-summary.ts';

/** k6's own exit code for thresholds that are not met. */
const THRESHOLDS_FAILED = 99;

/**
 * One run of k6: what `handleSummary` gets, as JSON, or what `--summary-export` writes. A threshold that is not met is an
 * error, a check that failed a warning, as for k6. k6 calls a threshold met that no sample was taken for.
 */
export async function readK6(source: ReportSource): Promise<ReportReading> {
  const output = await outputOf(source);
  if (output !== undefined)
    return unreadable(
      'report-malformed',
      `it is what k6 writes with --out ${output}: samples, without what became of the thresholds. Give the summary of ` +
        'the end of the test, which k6 writes with --summary-export=FILE, or which handleSummary() returns',
    );
  const summary = k6SummaryOf(mapOf(await jsonOf(source), 'the report'));
  const { exitCode } = source;
  if (exitCode !== undefined && exitCode !== 0 && exitCode !== THRESHOLDS_FAILED)
    return unreadable('tool-crashed', `k6 ended with exit code ${exitCode}: the test did not run to its end`);
  const byName = new Map(summary.metrics.map((metric) => [metric.name, metric]));
  if ((byName.get('iterations')?.values['count'] ?? 0) === 0)
    return unreadable('nothing-checked', 'no iteration of the test was completed');
  const judged = summary.metrics.filter(({ thresholds }) => thresholds.length > 0);
  const unsampled = judged.find((metric) => hasNoSample(metric, byName));
  if (unsampled !== undefined)
    return unreadable('nothing-checked', `${messageOf(unsampled.name)} has a threshold, and no sample was taken`);
  return {
    kind: 'report',
    report: {
      checked: judged.reduce((sum, { thresholds }) => sum + thresholds.length, 0),
      findings: findingsOf(summary, exitCode),
      metrics: { ...ownNames(summary.metrics), ...commonNames(byName) },
    },
  };
}

/** Which of k6's outputs of single samples it is, by its first line; undefined for anything else. */
async function outputOf(source: ReportSource): Promise<'json' | 'csv' | undefined> {
  for await (const line of linesOf(source)) {
    if (line === '') continue;
    if (line.startsWith('metric_name,timestamp,')) return 'csv';
    const first = line.startsWith('{') ? parsed(line) : undefined;
    return isMap(first) && (first['type'] === 'Metric' || first['type'] === 'Point') ? 'json' : undefined;
  }
  return undefined;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** A rate counts its samples. Of HTTP timings only the number of requests says whether there were any. */
function hasNoSample({ name, values }: K6Metric, byName: ReadonlyMap<string, K6Metric>): boolean {
  if (values['passes'] !== undefined && values['fails'] !== undefined) return values['passes'] + values['fails'] === 0;
  return name.startsWith('http_req_') && (byName.get('http_reqs')?.values['count'] ?? 0) === 0;
}

function findingsOf({ metrics, checks }: K6Summary, exitCode: number | undefined): readonly CodeFinding[] {
  const crossed = metrics.flatMap(({ name, thresholds }) =>
    thresholds
      .filter(({ isMet }) => !isMet)
      .map(({ expression }): CodeFinding => {
        const message = messageOf(`${name}: the threshold ${expression} is not met`);
        return { rule: messageOf(name), level: 'error', message };
      }),
  );
  if (crossed.length === 0 && exitCode === THRESHOLDS_FAILED) {
    const message = `a threshold is not met (exit code ${THRESHOLDS_FAILED}); this summary does not say which`;
    crossed.push({ rule: 'threshold', level: 'error', message });
  }
  const failed = checks
    .filter(({ fails }) => fails > 0)
    .map(({ name, passes, fails }): CodeFinding => {
      const message = `${name}: failed ${fails} of ${passes + fails} times`;
      return { rule: 'check', level: 'warning', message };
    });
  return [...crossed, ...failed];
}

/** `http_req_duration.p(95)`, as scripts name them. A rate is `rate` in each format. */
function ownNames(metrics: readonly K6Metric[]): Readonly<Record<string, number>> {
  const named: Record<string, number> = {};
  for (const { name, values } of metrics) {
    for (const [stat, value] of Object.entries(values)) named[`${name}.${stat}`] = value;
    const rate = rateOf(values);
    if (rate !== undefined) named[`${name}.rate`] = rate;
  }
  return named;
}

/** The names that all load tests have here, in milliseconds and shares of one. */
function commonNames(byName: ReadonlyMap<string, K6Metric>): Readonly<Record<string, number>> {
  const named: Record<string, number> = {};
  const set = (name: string, value: number | undefined) => {
    if (value !== undefined) named[name] = value;
  };
  const requests = byName.get('http_reqs')?.values ?? {};
  // Without a request the timings are 0, which is no speed.
  if ((requests['count'] ?? 0) === 0) return named;
  const durations = byName.get('http_req_duration')?.values ?? {};
  for (const [stat, value] of Object.entries(durations)) {
    const percentile = /^p\(?(\d+(?:\.\d+)?)\)?$/.exec(stat)?.[1];
    if (percentile !== undefined) set(`p${percentile}`, value);
  }
  set('p50', durations['med']);
  set('mean', durations['avg']);
  set('max', durations['max']);
  set('error-rate', rateOf(byName.get('http_req_failed')?.values ?? {}));
  set('requests', requests['count']);
  set('requests-per-second', requests['rate']);
  return named;
}

/** `--summary-export` calls it `value`. */
function rateOf(values: Readonly<Record<string, number>>): number | undefined {
  return values['rate'] ?? (values['passes'] === undefined ? undefined : values['value']);
}
