import type { Fields } from '@lockstep/base';
import { askJson, numberIn, refused } from '../ask-json.ts';
import { buildNamesIn, fill, namesTime, templateOf } from '../fill.ts';
import type { BuildNames, Measurement, MetricSource, Span } from '../metric.ts';
import {
  addressOf,
  authOf,
  type MetricProvider,
  type MetricsSurroundings,
  referenced,
  unconnected,
} from '../provider.ts';

/**
 * Any address that answers JSON, and the path of a number in it: `data.errors`, `series[0].value`. The address may name the
 * build and the time that it is asked about.
 */
export const json: MetricProvider = {
  type: 'json',
  connect(connection, surroundings) {
    const headers =
      connection === undefined ? {} : { ...authOf(connection, surroundings), ...headersOf(connection, surroundings) };
    const base = connection && addressOf(connection);
    return (metric) => {
      const query = templateOf(metric, 'query', {
        required: true,
        expected: 'the path and query of an address, such as /stats?since={{start}}',
      });
      if (connection === undefined)
        metric.complain('provider', 'needs the origin that is asked: "url" under "providers", "json"');
      const paths = {
        value: pathOf(metric, 'path', true),
        of: pathOf(metric, 'of', false),
        samples: pathOf(metric, 'samples', false),
        newest: pathOf(metric, 'newest', false),
        from: pathOf(metric, 'window-start', false),
        baseline: pathOf(metric, 'baseline-path', false),
      };
      if (query === '') return undefined;
      if (within(base ?? ANY_ORIGIN, query) === undefined)
        metric.complain('query', 'expected the path and query of an address, beginning with /, on the origin of "url"');
      return {
        measure:
          base === undefined
            ? unconnected
            : (span, build, signal) => measure({ query, base, headers, paths, surroundings }, span, build, signal),
        names: buildNamesIn(query),
        looksBack: namesTime(query) || buildNamesIn(query).length > 0,
        ownBaseline: paths.baseline !== undefined,
        counts: paths.of !== undefined,
        countsSamples: paths.of !== undefined || paths.samples !== undefined,
        isShare: paths.of !== undefined,
        asksWindow: namesTime(query),
        leastMs: 0,
        reachMs: 0,
        usualDelayMs: 0,
      } satisfies MetricSource;
    };
  },
};

type Path = readonly string[];

/** Where the origin is missing, the rest is checked all the same. */
const ANY_ORIGIN = new URL('https://origin.invalid');

interface JsonSource {
  readonly query: string;
  readonly base: URL;
  readonly headers: Parameters<typeof askJson>[0]['headers'];
  readonly paths: Readonly<Record<'value' | 'of' | 'samples' | 'newest' | 'from' | 'baseline', Path | undefined>>;
  readonly surroundings: MetricsSurroundings;
}

async function measure(source: JsonSource, span: Span, build: BuildNames, signal: AbortSignal): Promise<Measurement> {
  const { clock, fetch, requestTimeoutMs } = source.surroundings;
  const url = within(source.base, fill(source.query, span, build, encodeURIComponent));
  if (url === undefined) return { kind: 'error', what: 'the address leaves the origin of "url"' };
  const answer = await askJson({ url, headers: source.headers, timeoutMs: requestTimeoutMs }, { clock, fetch }, signal);
  if (answer.kind === 'none') return { kind: 'error', what: `the metric's address: ${answer.what}` };
  if (answer.status !== 200) return refused(answer.status, "the metric's address", '"url" and "query"');
  return readJson(source.paths, answer.json);
}

function readJson(paths: JsonSource['paths'], data: unknown): Measurement {
  if (data === undefined) return { kind: 'error', what: 'the answer is no JSON' };
  const at = (path: Path | undefined) => (path === undefined ? undefined : below(data, path));
  const raw = at(paths.value);
  if (raw === undefined || raw === null)
    return { kind: 'empty', what: `the answer has nothing at ${shown(paths.value)}` };
  const value = numberIn(raw);
  if (value === undefined)
    return { kind: 'error', what: `what the answer has at ${shown(paths.value)} is no number; check "path"` };
  // What was asked for and is not there makes the reading unknown: no samples, and data of no time.
  const newestAt = paths.newest === undefined ? undefined : (timeIn(at(paths.newest)) ?? 0);
  if (paths.of !== undefined) {
    const all = numberIn(at(paths.of));
    if (all === undefined) return { kind: 'empty', what: `the answer has no number at ${shown(paths.of)}; check "of"` };
    return { kind: 'counts', bad: value, all, newestAt };
  }
  return {
    kind: 'value',
    value,
    newestAt,
    samples: paths.samples === undefined ? undefined : (numberIn(at(paths.samples)) ?? 0),
    from: paths.from === undefined ? undefined : (timeIn(at(paths.from)) ?? 0),
    baseline: numberIn(at(paths.baseline)),
  };
}

/** `data.items[0].value` → its steps. */
function pathOf(metric: Fields, name: string, required: boolean): Path | undefined {
  const text = metric.text(name, { required, expected: 'a path such as data.errors or series[0].value' });
  if (text === '') return undefined;
  if (!/^(?:[A-Za-z0-9_$-]+|\[\d+\])(?:\.[A-Za-z0-9_$-]+|\[\d+\])*$/.test(text)) {
    metric.complain(name, 'expected a path such as data.errors or series[0].value');
    return undefined;
  }
  if (/^\$(?:$|[.[])/.test(text)) {
    metric.complain(
      name,
      `expected the path to begin with the name of a field: ${text.replace(/^\$\.?/, '') || 'data'}`,
    );
    return undefined;
  }
  return text.match(/[A-Za-z0-9_$-]+/g) ?? undefined;
}

/** A path as it may be written. */
function shown(path: Path | undefined): string {
  return (path ?? []).join('.');
}

function below(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[step];
  }
  return at;
}

/** A time as ISO 8601, or in seconds or milliseconds since the epoch. */
function timeIn(value: unknown): number | undefined {
  const number = numberIn(value);
  if (number !== undefined) return number < 1e11 ? number * 1000 : number;
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** The address on the origin of the connection, and no other: its token goes there. */
function within(base: URL, query: string): URL | undefined {
  const text = `${base.href.replace(/\/$/, '')}${query}`;
  const url = query.startsWith('/') && URL.canParse(text) ? new URL(text) : undefined;
  return url?.origin === base.origin ? url : undefined;
}

function headersOf(
  fields: Fields,
  surroundings: MetricsSurroundings,
): Record<string, string | NonNullable<ReturnType<typeof referenced>>> {
  const name = fields.text('header');
  const value = referenced(fields, 'header-value', surroundings.secretOf);
  if ((name === '') !== (value === undefined)) fields.complain('header', 'expected both header and header-value');
  if (name === '' || value === undefined) return {};
  if (!/^[A-Za-z0-9-]{1,64}$/.test(name)) fields.complain('header', 'expected the name of a header');
  return { [name.toLowerCase()]: value };
}
