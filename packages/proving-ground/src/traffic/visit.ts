/** One request of the traffic and what came of it. Times are milliseconds since the epoch, as Date.now() has them. */
export interface Visit {
  readonly sentAt: number;
  /** When the last byte of the answer was there, or when it was clear that none would come. */
  readonly answeredAt: number;
  /** 0 where there was no whole answer. */
  readonly status: number;
  /** Whom it asked. */
  readonly host?: string;
  /** Which of the clients it was, where there are several. */
  readonly client?: number;
  /** The build that served it, as far as the answer says. */
  readonly build?: string;
  /** Why there was no whole answer. */
  readonly error?: string;
}

export interface Stretch {
  readonly build: string;
  /** First and last answer. */
  readonly from: number;
  readonly to: number;
  readonly requests: number;
}

export interface TrafficSummary {
  readonly requests: number;
  readonly failed: number;
  /** What the failures were, with how often: `HTTP 502`, `ECONNRESET`. */
  readonly failures: Readonly<Record<string, number>>;
  /** The first of them, one line each: what, of which host and build, when, and after how long. */
  readonly firstFailures: readonly string[];
  /** Answers by the build that gave them; failures without a build are under none. */
  readonly byBuild: Readonly<Record<string, number>>;
  /** Which build served when. A build that came back after another has a second stretch. */
  readonly timeline: readonly Stretch[];
  /** Of the visits that did not fail, in milliseconds; 0 where there are none. */
  readonly latency: { readonly p50: number; readonly p99: number };
}

/** A time span, from its first millisecond up to and without its last. */
export interface Span {
  readonly from?: number;
  readonly until?: number;
}

/** Without a whole answer, or answered with an error status. */
export function hasFailed(visit: Visit): boolean {
  return visit.status === 0 || visit.status >= 400;
}

/** The visits that were sent within a span. */
export function sentWithin(visits: readonly Visit[], span: Span): Visit[] {
  const { from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = span;
  return visits.filter(({ sentAt }) => sentAt >= from && sentAt < until);
}

/**
 * The visits that saw another build although they were sent after the change to `build` was acknowledged (and before
 * `until`, where another change began). A visit of the very millisecond of the acknowledgement proves nothing.
 */
export function staleReads(
  visits: readonly Visit[],
  change: { readonly build: string; readonly acknowledgedAt: number; readonly until?: number },
): Visit[] {
  const { build, acknowledgedAt, until = Number.POSITIVE_INFINITY } = change;
  return sentWithin(visits, { from: acknowledgedAt + 1, until }).filter(
    (visit) => visit.build !== undefined && visit.build !== build,
  );
}

/** What the visits come to; they must be in the order of their answers, as the traffic records them. */
export function summarise(visits: readonly Visit[]): TrafficSummary {
  const failed = visits.filter(hasFailed);
  const latencies = visits
    .filter((visit) => !hasFailed(visit))
    .map(({ sentAt, answeredAt }) => answeredAt - sentAt)
    .sort((a, b) => a - b);
  const quantile = (share: number) => latencies[Math.floor(share * (latencies.length - 1))] ?? 0;
  return {
    requests: visits.length,
    failed: failed.length,
    failures: tally(failed.map(whatFailed)),
    firstFailures: failed.slice(0, SHOWN_FAILURES).map(failureLine),
    byBuild: tally(visits.flatMap(({ build }) => (build === undefined ? [] : [build]))),
    timeline: timeline(visits),
    latency: { p50: quantile(0.5), p99: quantile(0.99) },
  };
}

const SHOWN_FAILURES = 10;

function whatFailed({ error, status }: Visit): string {
  return error ?? `HTTP ${status}`;
}

function failureLine(visit: Visit): string {
  const { host = 'a host', build, sentAt, answeredAt } = visit;
  const by = build === undefined ? 'no build' : `build ${build}`;
  return `${whatFailed(visit)} of ${host} (${by}), sent ${new Date(sentAt).toISOString()}, after ${answeredAt - sentAt} ms`;
}

/** A visit that was under way when the build changed may show either: it belongs to the stretch of its build. */
function timeline(visits: readonly Visit[]): Stretch[] {
  const stretches: { build: string; from: number; to: number; requests: number }[] = [];
  for (const { build, sentAt, answeredAt } of visits) {
    if (build === undefined) continue;
    const newest = stretches.findLastIndex((stretch) => stretch.build === build);
    const next = stretches[newest + 1];
    const own = stretches[newest];
    if (own === undefined || (next !== undefined && next.from < sentAt)) {
      stretches.push({ build, from: answeredAt, to: answeredAt, requests: 1 });
    } else {
      own.to = Math.max(own.to, answeredAt);
      own.requests++;
    }
  }
  return stretches;
}

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
