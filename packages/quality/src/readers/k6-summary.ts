import { isMap } from '@lockstep/base';
import { countOf, listOf, mapOf, messageOf, textField, UnreadableError } from '../source.ts';

type Json = Readonly<Record<string, unknown>>;

export interface K6Metric {
  readonly name: string;
  readonly values: Readonly<Record<string, number>>;
  readonly thresholds: readonly { readonly expression: string; readonly isMet: boolean }[];
}

export interface K6Check {
  readonly name: string;
  readonly passes: number;
  readonly fails: number;
}

export interface K6Summary {
  readonly metrics: readonly K6Metric[];
  readonly checks: readonly K6Check[];
  /** The format that k6 2 writes by default does not hold them. */
  readonly hasThresholds: boolean;
}

/** A summary of k6 in any of its three formats. Throws UnreadableError for anything else. */
export function k6SummaryOf(report: Json): K6Summary {
  const { results } = report;
  if (isMap(results)) return structuredOf(results, report['config']);
  return {
    metrics: Object.entries(mapOf(report['metrics'], 'metrics')).map(([name, metric]) =>
      metricOf(name, mapOf(metric, 'a metric')),
    ),
    checks: checksOf(report['root_group']),
    hasThresholds: true,
  };
}

/**
 * The structured format. Its checks are in a part of their own, with the metrics about them, and both are left out where
 * a test has none. A counter has no rate: how long the test ran is in its `config`, in seconds.
 */
function structuredOf(results: Json, config: unknown): K6Summary {
  const checks = mapOf(results['checks'] ?? {}, 'results.checks');
  const duration = isMap(config) ? config['duration'] : undefined;
  const metrics = [
    ...listOf(results['metrics'], 'results.metrics'),
    ...listOf(checks['metrics'] ?? [], 'results.checks.metrics'),
  ].map((one): K6Metric => {
    const { name, type, values: stated } = mapOf(one, 'a metric');
    const values = numbersOf(stated);
    const { count, rate } = values;
    const hasRate = type !== 'counter' || rate !== undefined || count === undefined;
    const perSecond = hasRate || typeof duration !== 'number' || duration <= 0 ? {} : { rate: count / duration };
    return { name: textField(name), values: { ...values, ...perSecond }, thresholds: [] };
  });
  return {
    metrics,
    checks: listOf(checks['results'] ?? [], 'results.checks.results').map(checkOf),
    hasThresholds: false,
  };
}

function metricOf(name: string, metric: Json): K6Metric {
  const isSummaryData = isMap(metric['values']);
  const values = numbersOf(isSummaryData ? metric['values'] : metric);
  const thresholds = Object.entries(mapOf(metric['thresholds'] ?? {}, 'thresholds')).map(([expression, result]) => ({
    expression,
    isMet: isSummaryData ? isOk(result) : !isCrossed(result),
  }));
  return { name, values, thresholds };
}

/** As `handleSummary` gets it. */
function isOk(result: unknown): boolean {
  const ok = isMap(result) ? result['ok'] : undefined;
  if (typeof ok === 'boolean') return ok;
  throw new UnreadableError(
    'report-malformed',
    'it has a threshold that says neither that it is met nor that it is not',
  );
}

/** As `--summary-export` writes it: there, true is a threshold that was crossed. */
function isCrossed(result: unknown): boolean {
  if (typeof result === 'boolean') return result;
  throw new UnreadableError(
    'report-malformed',
    'it has a threshold that says neither that it is met nor that it is not',
  );
}

function numbersOf(values: unknown): Readonly<Record<string, number>> {
  const numbers: Record<string, number> = {};
  for (const [stat, value] of Object.entries(mapOf(values, 'the values of a metric')))
    if (typeof value === 'number') numbers[stat] = value;
  return numbers;
}

/** The checks of all groups: a list in one format, a map in the other. */
function checksOf(root: unknown): readonly K6Check[] {
  const checks: K6Check[] = [];
  const groups: unknown[] = isMap(root) ? [root] : [];
  for (let group = groups.pop(); group !== undefined; group = groups.pop()) {
    const { checks: own, groups: inner } = mapOf(group, 'a group');
    for (const check of itemsOf(own)) checks.push(checkOf(check));
    for (const one of itemsOf(inner)) groups.push(one);
  }
  return checks;
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : Object.values(mapOf(value ?? {}, 'checks and groups'));
}

function checkOf(check: unknown): K6Check {
  const { name, passes, fails } = mapOf(check, 'a check');
  return {
    name: messageOf(name) || 'a check without a name',
    passes: countOf(passes, 'passes'),
    fails: countOf(fails, 'fails'),
  };
}
