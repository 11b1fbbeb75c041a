import { isMap, textAt } from '@lockstep/base';
import { askJson, refused } from '../../metrics/ask-json.ts';
import type { Span } from '../../metrics/metric.ts';
import { addressOf, authOf, type MetricsSurroundings } from '../../metrics/provider.ts';
import { dueIn, everyOf, type Monitor, type MonitorType, notMeasured, type Uptime, uptimeOf } from '../monitor.ts';

/** Some 300 bytes each. */
const PAGE_SIZE = 1_000;
/** A month of a look each minute has 44 pages. */
const MOST_PAGES = 200;

/**
 * Gatus (https://github.com/TwiN/gatus, version 5): its results, counted. Its own figure of uptime says nothing of how often it
 * looked, and is 0 both where all was bad and where nothing was seen. It keeps 100 results unless
 * `storage.maximum-number-of-results` says more.
 */
export const gatus: MonitorType = {
  type: 'gatus',
  read(fields, surroundings) {
    const url = addressOf(fields);
    const headers = authOf(fields, surroundings);
    const everyMs = everyOf(fields);
    const endpoint = fields.text('endpoint', {
      required: true,
      expected: 'group and name as Gatus joins them: core_shop',
    });
    if (endpoint !== '' && !/^[^\s/_.,#+&?]*_[^\s/_.,#+&?]+$/.test(endpoint))
      fields.complain('endpoint', 'expected group and name as Gatus joins them: core_shop, or _shop without a group');
    if (url === undefined || fields.problems.length > 0) return undefined;
    const path = `${url.href.replace(/\/$/, '')}/api/v1/endpoints/${encodeURIComponent(endpoint)}/statuses`;
    return {
      onlyMs: undefined,
      async observe(spans, signal) {
        const since = Math.min(...spans.map(({ from }) => from));
        const read = await readResults({ path, headers, surroundings }, since, signal);
        return spans.map((span) => (read.kind === 'none' ? notMeasured(read.what) : counted(read, span, everyMs)));
      },
    } satisfies Monitor;
  },
};

interface Api {
  readonly path: string;
  readonly headers: Parameters<typeof askJson>[0]['headers'];
  readonly surroundings: MetricsSurroundings;
}

type Results =
  | {
      readonly kind: 'results';
      /** By when Gatus asked, in milliseconds since the epoch: a page that moved on meanwhile shows some twice. */
      readonly good: ReadonlyMap<number, boolean>;
    }
  | { readonly kind: 'none'; readonly what: string };

/** Newest first, until `since` or the end of what Gatus keeps. */
async function readResults({ headers, path, surroundings }: Api, since: number, signal: AbortSignal): Promise<Results> {
  const { clock, fetch, requestTimeoutMs: timeoutMs } = surroundings;
  const good = new Map<number, boolean>();
  for (let page = 1; page <= MOST_PAGES; page++) {
    const url = new URL(`${path}?page=${page}&pageSize=${PAGE_SIZE}`);
    const answer = await askJson({ url, headers, timeoutMs }, { clock, fetch }, signal);
    if (answer.kind === 'none') return { kind: 'none', what: `Gatus: ${answer.what}` };
    if (answer.status === 404) return { kind: 'none', what: 'Gatus knows no such "endpoint"' };
    if (answer.status !== 200) return { kind: 'none', what: refused(answer.status, 'Gatus', '"url"').what };
    const found = resultsIn(answer.json);
    if (found === undefined) return { kind: 'none', what: 'Gatus: the answer is not that of its API; check "url"' };
    for (const { at, success } of found) good.set(at, success);
    if (found.length < PAGE_SIZE || found.some(({ at }) => at < since)) return { kind: 'results', good };
  }
  return { kind: 'none', what: `Gatus keeps more results than ${MOST_PAGES * PAGE_SIZE} in the window` };
}

/** Undefined for what is no answer of its. */
function resultsIn(said: unknown): readonly { readonly at: number; readonly success: boolean }[] | undefined {
  // Its own JSON of no results.
  const results = isMap(said) ? (said['results'] ?? []) : undefined;
  if (!Array.isArray(results) || textAt(said, 'key') === undefined) return undefined;
  const read = results.map((one: unknown) => ({
    at: Date.parse(textAt(one, 'timestamp') ?? ''),
    success: isMap(one) ? one['success'] : undefined,
  }));
  return read.every((one): one is { at: number; success: boolean } => {
    return !Number.isNaN(one.at) && typeof one.success === 'boolean';
  })
    ? read
    : undefined;
}

function counted({ good }: Extract<Results, { kind: 'results' }>, span: Span, everyMs: number): Uptime {
  const within = [...good].filter(([at]) => at > span.from && at <= span.to);
  const uptime = uptimeOf(
    { good: within.filter(([, success]) => success).length, all: within.length, seen: within.length, everyMs },
    span,
  );
  const due = dueIn(span.to - span.from, everyMs);
  // All that it has lies within: what was before is not known, and seldom for another reason than these two.
  if (uptime.kind === 'measured' && within.length === good.size && uptime.coverage < 0.95) {
    const first = new Date(Math.min(...good.keys())).toISOString();
    return notMeasured(
      `Gatus has ${good.size} results, the first of ${first}, and the window has ${due}: it looks since then, or keeps no more (storage.maximum-number-of-results)`,
    );
  }
  return uptime;
}
