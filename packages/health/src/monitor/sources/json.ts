import { Fields } from '@lockstep/base';
import type { MetricSource, Span } from '../../metrics/metric.ts';
import { json as metrics } from '../../metrics/providers/json.ts';
import { everyOf, type Monitor, type MonitorType, notMeasured, type Uptime, uptimeOf } from '../monitor.ts';

/**
 * Any monitor that answers JSON: `good` is where in the answer the good observations are, `of` where all of them are. A monitor
 * that says only a share names where its coverage is, too: a share of a month in which it looked for a day says nothing.
 */
export const json: MonitorType = {
  type: 'json',
  read(fields, surroundings) {
    const query = fields.text('query', {
      required: true,
      expected: 'the path and query of an address, such as /uptime?since={{start}}',
    });
    const [good, all, coverage] = ['good', 'of', 'coverage'].map((name) => fields.text(name)) as [
      string,
      string,
      string,
    ];
    if (good === '') fields.complain('good', 'required, expected where in the answer the good observations are');
    if ((all === '') === (coverage === ''))
      fields.complain(
        'of',
        'expected either "of" with "every" (numbers of observations), or "coverage" (where "good" is a share)',
      );
    const unit = fields.oneOf('unit', ['share', 'percent'], 'share');
    const everyMs = all === '' ? 0 : everyOf(fields);
    const fixed = fields.text('window') === '' ? undefined : fields.duration('window', 0);
    const namesTime = /\{\{\s*(?:start|end|window)\s*\}\}/.test(query);
    if (namesTime === (fixed !== undefined))
      fields.complain(
        'window',
        'expected exactly one: {{start}}, {{end}} or {{window}} in "query", or the one "window" that the monitor answers for, such as 30d',
      );
    const inner = new Fields(
      { query, path: good, ...(all === '' ? { samples: coverage } : { of: all }) },
      'what is asked',
    );
    const source = metrics.connect(fields, surroundings)(inner);
    for (const problem of inner.problems) fields.complain('query', problem);
    if (source === undefined || fields.problems.length > 0) return undefined;
    return {
      onlyMs: fixed,
      observe: (spans, signal) =>
        Promise.all(
          spans.map((span) =>
            fixed === undefined || span.to - span.from === fixed
              ? observe({ source, everyMs, scale: unit === 'percent' ? 100 : 1 }, span, signal)
              : notMeasured('the monitor answers for one window alone'),
          ),
        ),
    } satisfies Monitor;
  },
};

interface Asked {
  readonly source: MetricSource;
  readonly everyMs: number;
  /** What the whole is: 1, or 100. */
  readonly scale: number;
}

async function observe({ everyMs, scale, source }: Asked, span: Span, signal: AbortSignal): Promise<Uptime> {
  const said = await source.measure(span, { deployment: undefined, commit: undefined }, signal);
  // A metric counts what is bad of all; here that is what is good.
  if (said.kind === 'counts') return uptimeOf({ good: said.bad, all: said.all, seen: said.all, everyMs }, span);
  if (said.kind !== 'value') return notMeasured(said.what);
  const [good, coverage] = [said.value / scale, (said.samples ?? 0) / scale];
  if (![good, coverage].every((share) => share >= 0 && share <= 1))
    return notMeasured(`a share is not between 0 and ${scale}; check "unit"`);
  return { kind: 'measured', good, coverage };
}
