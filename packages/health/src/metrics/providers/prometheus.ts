import { count, type Fields, isMap } from '@lockstep/base';
import { word } from '../../fields.ts';
import { askJson, numberIn, refused } from '../ask-json.ts';
import { buildNamesIn, fill, namesTime, templateOf } from '../fill.ts';
import type { BuildNames, Measurement, MetricSource, Span } from '../metric.ts';
import { addressOf, authOf, type MetricProvider, type MetricsSurroundings, unconnected } from '../provider.ts';
import { reachOf } from './promql-reach.ts';

/** Scraped every fifteen seconds as a rule: what is younger may not be there yet. */
const USUAL_DELAY_MS = 15_000;

/**
 * Anything that answers Prometheus' query API: Prometheus, Grafana Mimir (with `tenant`, and `/prometheus` in the URL),
 * VictoriaMetrics, Thanos. https://prometheus.io/docs/prometheus/latest/querying/api/#instant-queries
 */
export const prometheus: MetricProvider = {
  type: 'prometheus',
  connect(connection, surroundings) {
    const url = connection && addressOf(connection);
    if (url !== undefined && /\/api\/v1\b/.test(url.pathname))
      connection?.complain('url', 'expected the address without /api/v1, which is added to it');
    const headers = connection === undefined ? {} : { ...authOf(connection, surroundings), ...tenantOf(connection) };
    return (metric) => {
      const query = templateOf(metric, 'query', {
        required: true,
        expected: 'a PromQL expression that gives one number',
      });
      const others = {
        of: templateOf(metric, 'of'),
        samples: templateOf(metric, 'samples'),
        newest: templateOf(metric, 'newest'),
      };
      if (others.of !== '' && others.samples !== '') metric.complain('samples', 'expected either "of" or "samples"');
      const all = [query, ...Object.values(others)];
      const reaches = all.map(reachOf);
      if (reaches.some(({ exceedsWindow }) => exceedsWindow))
        metric.complain(
          'query',
          'a subquery over {{window}} with a range within reaches back further than the window; write its range out, such as [2m:15s]',
        );
      if (connection === undefined)
        metric.complain('provider', 'needs the address of Prometheus: "url" under "providers", "prometheus"');
      if (query === '') return undefined;
      const api: Api | undefined = url && {
        url: new URL(`${url.href.replace(/\/$/, '')}/api/v1/query`),
        headers,
        surroundings,
      };
      return {
        measure:
          api === undefined
            ? unconnected
            : (span, build, signal) => measure(api, { query, ...others }, { span, build, signal }),
        names: buildNamesIn(query),
        looksBack: true,
        ownBaseline: false,
        counts: others.of !== '',
        countsSamples: others.of !== '' || others.samples !== '',
        isShare: others.of !== '',
        asksWindow: all.some(namesTime),
        leastMs: 0,
        reachMs: Math.max(...reaches.map(({ ms }) => ms)),
        usualDelayMs: USUAL_DELAY_MS,
      } satisfies MetricSource;
    };
  },
};

/** Whose data it is: Mimir's header, https://grafana.com/docs/mimir/latest/manage/secure/authentication-and-authorization/ */
function tenantOf(fields: Fields): Record<string, string> {
  const tenant = fields.text('tenant');
  if (tenant === '') return {};
  if (!/^[A-Za-z0-9!\-_.*'()|]{1,150}$/.test(tenant)) fields.complain('tenant', 'expected the id of a tenant');
  return { 'x-scope-orgid': tenant };
}

interface Api {
  readonly url: URL;
  readonly headers: Parameters<typeof askJson>[0]['headers'];
  readonly surroundings: MetricsSurroundings;
}

interface Queries {
  readonly query: string;
  /** All events, where `query` counts the bad ones of them. */
  readonly of: string;
  readonly samples: string;
  /** When the newest data is from, in seconds since the epoch. */
  readonly newest: string;
}

interface About {
  readonly span: Span;
  readonly build: BuildNames;
  readonly signal: AbortSignal;
}

async function measure(api: Api, queries: Queries, about: About): Promise<Measurement> {
  const ask = (query: string) => (query === '' ? undefined : instant(api, query, about));
  const [value, all, samples, newest] = await Promise.all(
    [queries.query, queries.of, queries.samples, queries.newest].map(ask),
  );
  for (const one of [value, all, samples, newest])
    if (one !== undefined && (one.kind === 'error' || one.kind === 'not-available')) return one;
  const newestAt = newest === undefined ? undefined : newest.kind === 'value' ? newest.value * 1000 : 0;
  if (all !== undefined) {
    if (all.kind !== 'value') return all;
    // No series of bad events is none of them, since there are others.
    return { kind: 'counts', bad: value?.kind === 'value' ? value.value : 0, all: all.value, newestAt };
  }
  if (value?.kind !== 'value') return value ?? { kind: 'error', what: 'nothing was asked' };
  const seen = samples === undefined ? undefined : samples.kind === 'value' ? samples.value : 0;
  return { kind: 'value', value: value.value, samples: seen, newestAt };
}

async function instant(api: Api, query: string, { span, build, signal }: About): Promise<Measurement> {
  const { clock, fetch, requestTimeoutMs } = api.surroundings;
  const body = new URLSearchParams({ query: fill(query, span, build), time: String(span.to / 1000) });
  const answer = await askJson(
    { url: api.url, headers: api.headers, body: { kind: 'form', value: body }, timeoutMs: requestTimeoutMs },
    { clock, fetch },
    signal,
  );
  if (answer.kind === 'none') return { kind: 'error', what: `Prometheus: ${answer.what}` };
  const said = isMap(answer.json) ? answer.json : {};
  if (said['status'] === 'error')
    return { kind: 'error', what: `Prometheus: HTTP ${answer.status}, ${word(said['errorType'])}; check the query` };
  if (answer.status !== 200)
    return refused(answer.status, 'Prometheus', '"url" (that of Grafana Mimir ends in /prometheus)');
  return readAnswer(said);
}

/** One number out of an answer: a scalar, or a vector of one series. */
function readAnswer(said: Readonly<Record<string, unknown>>): Measurement {
  const data = isMap(said['data']) ? said['data'] : undefined;
  const result = data?.['result'];
  if (said['status'] !== 'success' || data === undefined || !Array.isArray(result))
    return { kind: 'error', what: 'Prometheus: the answer is not that of its query API; check "url"' };
  if (said['isPartial'] === true) return { kind: 'error', what: 'Prometheus: the answer is partial' };
  // Where a store is down, Thanos gives what is left as a success with warnings; infos are about the query alone.
  if (!isNone(said['warnings']))
    return {
      kind: 'error',
      what: 'Prometheus: the answer has warnings, so it may be partial; run the query there to read them',
    };
  if (data['resultType'] === 'scalar') return numberOf(result);
  if (data['resultType'] !== 'vector')
    return {
      kind: 'error',
      what: 'Prometheus: the query gives no single number; it has to be an instant vector or a scalar',
    };
  if (result.length === 0) return { kind: 'empty', what: 'the query found no data; check its names and labels' };
  if (result.length > 1)
    return {
      kind: 'error',
      what: `Prometheus: the query gives ${count(result.length, 'series', 'series')}; aggregate them to one`,
    };
  const [series] = result as readonly unknown[];
  return numberOf(isMap(series) ? series['value'] : undefined);
}

function isNone(list: unknown): boolean {
  return list === undefined || list === null || (Array.isArray(list) && list.length === 0);
}

function numberOf(pair: unknown): Measurement {
  const text: unknown = Array.isArray(pair) ? pair[1] : undefined;
  if (text === 'NaN') return { kind: 'empty', what: 'the query gives no number (NaN): nothing was divided by nothing' };
  const value = numberIn(text);
  return value === undefined
    ? { kind: 'error', what: 'Prometheus: the answer has no finite number' }
    : { kind: 'value', value };
}
