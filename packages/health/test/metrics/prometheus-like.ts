import type { Handler } from '@lockstep/proving-ground/http';

/** What a query is asked with. */
export interface Asked {
  readonly query: string;
  /** Seconds since the epoch. */
  readonly time: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** A number, several, none; or a whole answer. */
export type Said = number | readonly number[] | undefined | { readonly status: number; readonly body: unknown };

/**
 * Answers as Prometheus' query API does (https://prometheus.io/docs/prometheus/latest/querying/api/); Prometheus itself is the
 * judge of it, in .ci/judges.
 */
export function prometheusLike(say: (asked: Asked) => Said): Handler {
  return (request) => {
    if (request.method !== 'POST' || request.path !== '/api/v1/query') return { status: 404, body: 'no such page' };
    const form = new URLSearchParams(request.body.toString('utf8'));
    const time = Number(form.get('time'));
    const said = say({ query: form.get('query') ?? '', time, headers: request.headers });
    if (typeof said === 'object' && 'status' in said) return said;
    const values = said === undefined ? [] : typeof said === 'number' ? [said] : said;
    const result = values.map((value, at) => ({ metric: { series: String(at) }, value: [time, String(value)] }));
    return { status: 200, body: { status: 'success', data: { resultType: 'vector', result } } };
  };
}
