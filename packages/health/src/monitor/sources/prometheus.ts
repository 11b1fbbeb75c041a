import { Fields } from '@lockstep/base';
import type { Measurement, MetricSource, Span } from '../../metrics/metric.ts';
import { prometheus as metrics } from '../../metrics/providers/prometheus.ts';
import { everyOf, type Monitor, type MonitorType, notMeasured, type Uptime, uptimeOf } from '../monitor.ts';

/** One series with its labels: what is written around it to count needs exactly that. */
const SERIES = /^[A-Za-z_:][\w:]*(?:\{(?:[^{}"'`]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)*\})?$/;

/**
 * Prometheus and what answers as it does. `series` is 1 where a probe went well and 0 where not, such as `probe_success` of the
 * Blackbox exporter. Or requests: `good` of `of`, and `seen` counts how often was looked at all, so that an hour without
 * requests is told from an hour without Prometheus.
 */
export const prometheus: MonitorType = {
  type: 'prometheus',
  read(fields, surroundings) {
    const everyMs = everyOf(fields);
    const series = fields.text('series');
    const own = ['good', 'of', 'seen'].map((name) => [name, fields.text(name)] as const);
    const given = own.filter(([, query]) => query !== '');
    if (series === '' && given.length < own.length)
      for (const [name] of own.filter(([, query]) => query === ''))
        fields.complain(name, 'required where there is no "series", expected a PromQL expression over [{{window}}]');
    if (series !== '' && given.length > 0)
      fields.complain('series', 'expected either one series, or "good", "of" and "seen"');
    if (series !== '' && !SERIES.test(series))
      fields.complain(
        'series',
        'expected one series with its labels, such as probe_success{instance="https://shop.example"}',
      );
    for (const [name, query] of given)
      if (!/\{\{\s*window\s*\}\}/.test(query)) fields.complain(name, 'expected a range of [{{window}}] in it');
    const counts =
      series === ''
        ? Object.fromEntries(own)
        : { good: `sum_over_time(${series}[{{window}}])`, of: `count_over_time(${series}[{{window}}])`, seen: '' };

    const read = metrics.connect(fields, surroundings);
    const source = (queries: Readonly<Record<string, string>>) => {
      const inner = new Fields(queries, 'queries');
      const made = read(inner);
      for (const problem of inner.problems) fields.complain(series === '' ? 'good' : 'series', problem);
      return made;
    };
    const events = source({ query: counts['good'] ?? '', of: counts['of'] ?? '' });
    const looks = counts['seen'] === '' ? undefined : source({ query: counts['seen'] ?? '' });
    if (events === undefined || fields.problems.length > 0) return undefined;
    return {
      onlyMs: undefined,
      observe: (spans, signal) => Promise.all(spans.map((span) => observe({ events, looks, everyMs }, span, signal))),
    } satisfies Monitor;
  },
};

interface Sources {
  readonly events: MetricSource;
  /** Undefined where each event is a look of its own. */
  readonly looks: MetricSource | undefined;
  readonly everyMs: number;
}

const NO_BUILD = { deployment: undefined, commit: undefined };

async function observe({ events, everyMs, looks }: Sources, span: Span, signal: AbortSignal): Promise<Uptime> {
  const [counted, seen] = await Promise.all([
    events.measure(span, NO_BUILD, signal),
    looks?.measure(span, NO_BUILD, signal),
  ]);
  if (counted.kind !== 'counts') return notMeasured(whatOf(counted));
  if (seen !== undefined && seen.kind !== 'value') return notMeasured(whatOf(seen));
  // A metric counts what is bad of all; here that is what is good.
  return uptimeOf({ good: counted.bad, all: counted.all, seen: seen?.value ?? counted.all, everyMs }, span);
}

function whatOf(measured: Measurement): string {
  return 'what' in measured ? measured.what : 'the query gives something else than one number';
}
