import { isMap, Secret } from '@lockstep/base';
import { askJson, type JsonAnswer, numberIn, refused } from '../ask-json.ts';
import { buildNamesIn, fill, templateOf } from '../fill.ts';
import type { BuildNames, Measurement, MetricSource, Span } from '../metric.ts';
import { type MetricProvider, type MetricsSurroundings, unconnected, type VercelAccess } from '../provider.ts';

/** Vercel's own gate waits half a minute for its data; a whole minute is the finest it is grouped by. */
const USUAL_DELAY_MS = 60_000;
const MINUTE_MS = 60_000;
/** A query that was not asked before takes up to 45 seconds. */
const LEAST_TIMEOUT_MS = 60_000;

/**
 * Vercel's observability: its schema is asked first, so that a metric or an aggregation that it does not have, or that the plan
 * does not, is said to be that. Speed Insights need no further plan, counts of requests need Observability Plus.
 * https://vercel.com/docs/cli/metrics
 */
export const vercel: MetricProvider = {
  type: 'vercel',
  connect(connection, surroundings) {
    connection?.refuseAll('the project is that of the inputs "vercel-token" and "vercel-project"');
    const access = surroundings.vercel;
    const place = access === undefined ? undefined : new ProjectPlace(access, surroundings);
    return (metric) => {
      const query = metric.text('query', {
        required: true,
        expected: 'the id of a metric, such as vercel.speed_insights.lcp_ms',
      });
      const asked: Asked = {
        metric: query,
        aggregation: metric.text('aggregation'),
        filter: templateOf(metric, 'filter'),
        of: metric.text('of'),
        ofFilter: templateOf(metric, 'of-filter'),
        samples: metric.text('samples'),
      };
      for (const field of ['query', 'of', 'samples'])
        if (!/^([a-z0-9_]+(\.[a-z0-9_]+)+)?$/.test(metric.text(field)))
          metric.complain(field, 'expected the id of a metric, such as vercel.speed_insights.lcp_ms');
      if (asked.of !== '' && asked.samples !== '') metric.complain('samples', 'expected either "of" or "samples"');
      if (asked.ofFilter !== '' && asked.of === '') metric.complain('of-filter', 'has no effect without "of"');
      if (access === undefined || access.project === '')
        metric.complain('provider', 'needs the inputs "vercel-token" and "vercel-project"');
      if (query === '') return undefined;
      return {
        measure:
          place === undefined ? unconnected : (span, build, signal) => measure(place, asked, { span, build, signal }),
        names: buildNamesIn(`${asked.filter} ${asked.ofFilter}`),
        looksBack: true,
        ownBaseline: false,
        counts: asked.of !== '',
        countsSamples: asked.of !== '' || asked.samples !== '',
        isShare: asked.of !== '',
        asksWindow: true,
        // In any two minutes there is a whole one.
        leastMs: 2 * MINUTE_MS,
        reachMs: 0,
        usualDelayMs: USUAL_DELAY_MS,
      } satisfies MetricSource;
    };
  },
};

interface Asked {
  readonly metric: string;
  /** That of the schema where there is none. */
  readonly aggregation: string;
  readonly filter: string;
  /** All events, where the metric counts the bad ones of them. */
  readonly of: string;
  readonly ofFilter: string;
  readonly samples: string;
}

interface About {
  readonly span: Span;
  readonly build: BuildNames;
  readonly signal: AbortSignal;
}

async function measure(place: ProjectPlace, asked: Asked, { span, build, signal }: About): Promise<Measurement> {
  // Minutes that are whole and within the window: one that began before the swap has the build before in it.
  const whole = { from: Math.ceil(span.from / MINUTE_MS) * MINUTE_MS, to: Math.floor(span.to / MINUTE_MS) * MINUTE_MS };
  if (whole.from >= whole.to) return { kind: 'empty', what: 'no whole minute has passed since the swap' };
  const ask = (metric: string, aggregation: string, filter: string) =>
    place.query({ metric, aggregation, filter: fill(filter, span, build), span: whole }, signal);
  const [value, all, samples] = await Promise.all([
    ask(asked.metric, asked.aggregation || (asked.of === '' ? '' : 'sum'), asked.filter),
    asked.of === '' ? undefined : ask(asked.of, 'sum', asked.ofFilter),
    asked.samples === '' ? undefined : ask(asked.samples, 'sum', asked.filter),
  ]);
  if (value.kind !== 'value' && !(value.kind === 'empty' && all !== undefined)) return value;
  if (all !== undefined) {
    if (all.kind !== 'value') return all;
    return { kind: 'counts', bad: value.kind === 'value' ? value.value : 0, all: all.value };
  }
  if (samples === undefined) return value;
  if (samples.kind === 'error' || samples.kind === 'not-available') return samples;
  return value.kind === 'value' ? { ...value, samples: samples.kind === 'value' ? samples.value : 0 } : value;
}

interface Query {
  readonly metric: string;
  readonly aggregation: string;
  readonly filter: string;
  readonly span: Span;
}

/** One project, by the ids that its queries need, and the schema of the metrics that were asked for. */
class ProjectPlace {
  readonly #access: VercelAccess;
  readonly #surroundings: MetricsSurroundings;
  /** What is known already, or asked for. */
  readonly #schemas = new Map<string, Promise<MetricSchema | Measurement>>();
  #scope: Promise<object | Measurement> | undefined;

  constructor(access: VercelAccess, surroundings: MetricsSurroundings) {
    this.#access = access;
    this.#surroundings = surroundings;
  }

  async query({ metric, aggregation, filter, span }: Query, signal: AbortSignal): Promise<Measurement> {
    const schema = await this.#schemaOf(metric, signal);
    if ('kind' in schema) return schema;
    const by = aggregation || schema.usual;
    if (!schema.aggregations.includes(by))
      return {
        kind: 'not-available',
        what: `Vercel: ${metric} cannot be aggregated as it was asked; there are ${schema.aggregations.join(', ')}`,
      };
    const scope = await this.#scopeOf(signal);
    if ('kind' in scope) return scope as Measurement;
    const body = {
      metric,
      scope,
      aggregation: by,
      granularity: { minutes: Math.max(1, (span.to - span.from) / MINUTE_MS) },
      startTime: new Date(span.from).toISOString(),
      endTime: new Date(span.to).toISOString(),
      ...(filter === '' ? {} : { filter }),
    };
    const answer = await this.#ask('/v2/observability/query', signal, body);
    const failed = failureOf(answer, '"filter" and "of-filter"');
    if (failed !== undefined) return failed;
    return valueIn(answer, `${metric.replaceAll('.', '_')}_${by}`, span);
  }

  /** Asked once for all that ask at the same time; what failed is asked for again by the next reading. */
  #schemaOf(metric: string, signal: AbortSignal): Promise<MetricSchema | Measurement> {
    const known = this.#schemas.get(metric) ?? this.#askSchema(metric, signal);
    this.#schemas.set(metric, known);
    const forget = () => void this.#schemas.delete(metric);
    known.then((schema) => 'kind' in schema && forget(), forget);
    return known;
  }

  async #askSchema(metric: string, signal: AbortSignal): Promise<MetricSchema | Measurement> {
    const answer = await this.#ask(`/v2/observability/schema/${encodeURIComponent(metric)}`, signal);
    if (answer.kind === 'answer' && answer.status === 404)
      return { kind: 'not-available', what: `Vercel has no metric ${metric} in this plan; check its name` };
    const failed = failureOf(answer, '"query"');
    if (failed !== undefined) return failed;
    const schema = schemaIn(answer, metric);
    return schema ?? { kind: 'error', what: 'Vercel: the schema has another form than is known' };
  }

  /** The ids of the project and its owner: a query takes no names. */
  #scopeOf(signal: AbortSignal): Promise<object | Measurement> {
    const known = this.#scope ?? this.#askScope(signal);
    this.#scope = known;
    const forget = () => {
      this.#scope = undefined;
    };
    known.then((scope) => 'kind' in scope && forget(), forget);
    return known;
  }

  async #askScope(signal: AbortSignal): Promise<object | Measurement> {
    const answer = await this.#ask(`/v9/projects/${encodeURIComponent(this.#access.project)}`, signal);
    const failed = failureOf(answer, 'the inputs "vercel-project" and "vercel-team"');
    if (failed !== undefined) return failed;
    const project = answer.kind === 'answer' && isMap(answer.json) ? answer.json : {};
    const { id, accountId } = project as { readonly id?: unknown; readonly accountId?: unknown };
    if (typeof id !== 'string' || typeof accountId !== 'string')
      return { kind: 'error', what: 'Vercel: the project has no id; check vercel-project' };
    return { type: 'project', ownerId: accountId, projectIds: [id] };
  }

  #ask(path: string, signal: AbortSignal, body?: object): Promise<JsonAnswer> {
    const { apiUrl, team, token } = this.#access;
    const url = new URL(`${apiUrl.href.replace(/\/$/, '')}${path}`);
    if (team !== '') url.searchParams.set(team.startsWith('team_') ? 'teamId' : 'slug', team);
    const { clock, fetch, requestTimeoutMs } = this.#surroundings;
    return askJson(
      {
        url,
        headers: { authorization: new Secret(`Bearer ${token.reveal()}`) },
        timeoutMs: body === undefined ? requestTimeoutMs : Math.max(LEAST_TIMEOUT_MS, requestTimeoutMs),
        ...(body === undefined ? {} : { body: { kind: 'json', value: body } }),
      },
      { clock, fetch },
      signal,
    );
  }
}

/** `check`: what may be wrong in it. */
function failureOf(answer: JsonAnswer, check: string): Measurement | undefined {
  if (answer.kind === 'none') return { kind: 'error', what: `Vercel: ${answer.what}` };
  if (answer.status === 200) return undefined;
  if (answer.status === 402)
    return {
      kind: 'not-available',
      what: 'Vercel: the plan does not have this metric (HTTP 402); counts of requests need Observability Plus',
    };
  return refused(answer.status, 'Vercel', check);
}

interface MetricSchema {
  readonly aggregations: readonly string[];
  readonly usual: string;
}

/** A list with one entry, by the current description; the entry itself, by an earlier one. */
function schemaIn(answer: JsonAnswer, metric: string): MetricSchema | undefined {
  const said = answer.kind === 'answer' ? [answer.json].flat() : [];
  const found = said.find((one) => isMap(one) && one['id'] === metric);
  if (!isMap(found) || !Array.isArray(found['aggregations'])) return undefined;
  const aggregations = found['aggregations'].filter((one) => typeof one === 'string' && /^[a-z0-9]{1,20}$/.test(one));
  const usual = found['defaultAggregation'];
  return { aggregations, usual: typeof usual === 'string' ? usual : '' };
}

/** The one number of the summary, under the name that the metric and its aggregation have there. */
function valueIn(answer: JsonAnswer, name: string, span: Span): Measurement {
  const summary = answer.kind === 'answer' && isMap(answer.json) ? answer.json['summary'] : undefined;
  if (!Array.isArray(summary)) return { kind: 'error', what: 'Vercel: the answer has no summary' };
  const [row] = summary as readonly unknown[];
  const value = isMap(row) ? numberIn(row[name]) : undefined;
  if (value === undefined) return { kind: 'empty', what: 'Vercel has no data for the window' };
  return { kind: 'value', value, from: span.from };
}
