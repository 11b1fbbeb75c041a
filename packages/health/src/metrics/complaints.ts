import type { Fields } from '@lockstep/base';
import { numbersOf, overlap } from '../conditions/overlap.ts';
import { type Metric, type MetricSource, uses, usesRatio } from './metric.ts';
import { SLICES } from './usual-rate.ts';

/** Less has no event in it as a rule. */
const LEAST_SLICE_MS = 10_000;

/** What is wrong between the fields of one metric: everything, whatever else is missing. */
export function complainOf(
  fields: Fields,
  metric: Omit<Metric, 'source'>,
  source: MetricSource | undefined,
  bakeMs: number,
): void {
  complainOfConditions(fields, metric);
  complainOfTimes(fields, metric, source, bakeMs);
  complainOfBaseline(fields, metric);
  if (source === undefined) return;
  complainOfBuild(fields, metric, source);
  complainOfNumbers(fields, metric, source);
  complainOfTest(fields, metric, source);
}

function isGiven(fields: Fields, name: string): boolean {
  return (fields.any(name) ?? null) !== null;
}

function complainOfConditions(fields: Fields, { failure, success }: Omit<Metric, 'source'>): void {
  if (!['success', 'failure', 'detect'].some((field) => isGiven(fields, field)))
    fields.complain(
      'success',
      'needs a condition (success, failure) or a test (detect): without one nothing is judged',
    );
  if (success !== undefined && failure !== undefined && overlap(success, failure))
    fields.complain('failure', `there are numbers that meet "success" too (${success.source}); they would fail`);
}

function complainOfTimes(
  fields: Fields,
  { about, detect, historyMs, intervalMs, windowMs }: Omit<Metric, 'source'>,
  source: MetricSource | undefined,
  bakeMs: number,
): void {
  if (intervalMs < 1000) fields.complain('interval', `expected at least 1s, got ${intervalMs}ms`);
  if (windowMs !== undefined && windowMs < 1000)
    fields.complain('window', 'expected growing, or a length of at least 1s');
  const hasNoWindow = windowMs !== undefined && source?.asksWindow === false;
  if (hasNoWindow)
    fields.complain(
      'window',
      'has no effect, since nothing in the query says of which time it is ({{window}}, {{start}}, {{end}}); leave it out',
    );
  const reachMs = source?.reachMs ?? 0;
  const [reach, field] = reachMs > (windowMs ?? 0) ? [reachMs, 'query'] : [windowMs ?? 0, 'window'];
  if (about !== 'baseline' && reach > bakeMs && !(hasNoWindow && field === 'window'))
    fields.complain(
      field,
      `looks back ${reach / 1000} s and the bake lasts ${bakeMs / 1000} s, so that each of its windows began before the swap; use [{{window}}] or a shorter range, or raise bake-time`,
    );
  const leastMs = source?.leastMs ?? 0;
  if ((windowMs ?? bakeMs) < leastMs)
    fields.complain(
      windowMs === undefined ? 'provider' : 'window',
      `counts by whole minutes, and needs ${leastMs / 1000} s for one; ${windowMs === undefined ? `bake-time is ${bakeMs / 1000} s` : `it is ${windowMs / 1000} s`}`,
    );
  const leastHistoryMs = SLICES * Math.max(LEAST_SLICE_MS, leastMs);
  if (detect !== undefined && historyMs < leastHistoryMs)
    fields.complain('history', `expected at least ${leastHistoryMs / 60_000}m, got ${historyMs / 1000}s`);
}

function complainOfBaseline(fields: Fields, metric: Omit<Metric, 'source'>): void {
  const { about, baseline, detect } = metric;
  for (const field of ['floor', 'history'])
    if (detect === undefined && isGiven(fields, field)) fields.complain(field, 'has no effect without "detect"');
  if (isGiven(fields, 'baseline') && !usesRatio(metric))
    fields.complain('baseline', 'has no effect without a condition on [RATIO]');
  else if (baseline === 'same-time' && about !== 'candidate')
    fields.complain(
      'baseline',
      'expected "for: candidate" with same-time; otherwise the same is compared with itself, and never differs',
    );
  if (usesRatio(metric) && about === 'baseline')
    fields.complain('for', 'expected candidate or window with [RATIO], which compares with the baseline');
}

function complainOfBuild(fields: Fields, { about }: Omit<Metric, 'source'>, { names }: MetricSource): void {
  if (about !== 'window' && names.length === 0)
    fields.complain(
      'for',
      `nothing in the query names a build ({{deployment}}, {{commit}}), so it is not about the ${about}; use window`,
    );
  if (about === 'window' && names.length > 0)
    fields.complain('for', 'the query names a build ({{deployment}}, {{commit}}); use candidate or baseline');
}

function complainOfNumbers(fields: Fields, metric: Omit<Metric, 'source'>, source: MetricSource): void {
  const { failure, minSamples, success } = metric;
  if (!source.countsSamples && (minSamples > 0 || uses(metric, 'SAMPLES')))
    fields.complain(
      minSamples > 0 ? 'min-samples' : uses({ success, failure: undefined }, 'SAMPLES') ? 'success' : 'failure',
      'nothing says of how many samples the value is; add "of" or "samples" if the provider has them, or leave it out',
    );
  for (const [name, condition] of Object.entries({ success, failure }))
    if (source.isShare && condition?.left.place === 'VALUE' && numbersOf(condition).some((one) => one < 0 || one > 1))
      fields.complain(name, `[VALUE] is a share from 0 to 1 here, so that 99 % is 0.99; got ${condition.source}`);
}

function complainOfTest(fields: Fields, metric: Omit<Metric, 'source'>, source: MetricSource): void {
  const { about, detect, windowMs } = metric;
  if (detect !== undefined && !source.counts)
    fields.complain('detect', 'needs counts: "query" for the bad events and "of" for all events');
  if (detect !== undefined && about === 'baseline') fields.complain('detect', 'expected candidate or window in "for"');
  if (detect !== undefined && windowMs !== undefined)
    fields.complain('window', 'expected growing with "detect": the test is of all events since the swap');
  if (detect !== undefined && source.reachMs > 0)
    fields.complain(
      'query',
      'with "detect" the range has to be [{{window}}]: the test is of all events since the swap',
    );
  if ((usesRatio(metric) || (detect !== undefined && source.counts)) && !source.looksBack && !source.ownBaseline)
    fields.complain(
      uses({ success: metric.success, failure: undefined }, 'RATIO')
        ? 'success'
        : detect === undefined
          ? 'failure'
          : 'detect',
      `needs a baseline, and this query can only be asked about the present; use [VALUE]${metric.provider === 'json' ? ', or a query with {{start}} and {{end}}' : ''}`,
    );
}
