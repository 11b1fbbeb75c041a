/**
 * Counts calls in PostgreSQL, so that all instances of a function count together. The table is in rate-limit.sql. On
 * Vercel, `checkRateLimit` of @vercel/firewall does the same before the function starts.
 */

export interface Limit {
  /** What is counted: the name of the route and who calls, hashed here: `['login', address]`. */
  readonly key: readonly string[];
  readonly most: number;
  readonly seconds: number;
}

export type Counted =
  | { readonly kind: 'within'; readonly left: number }
  | { readonly kind: 'over'; readonly retryAfter: number };

type Query = (sql: string, values: readonly unknown[]) => Promise<{ readonly rows: readonly unknown[] }>;

/** Times are the database's: clocks of instances differ. Throws where the database does not answer; you decide then. */
const COUNT = `insert into lockstep_rate_limit as counted (key, began, calls) values ($1, now(), 1)
on conflict (key) do update set
  calls = case when counted.began <= now() - make_interval(secs => $2) then 1 else counted.calls + 1 end,
  began = case when counted.began <= now() - make_interval(secs => $2) then now() else counted.began end
returning calls, ceil(extract(epoch from began + make_interval(secs => $2) - now()))::int as seconds_left`;

/** Counts one call. */
export async function count(query: Query, { key, most, seconds }: Limit): Promise<Counted> {
  const { rows } = await query(COUNT, [await hashOf(key), seconds]);
  const { calls, seconds_left } = rows[0] as { readonly calls: number; readonly seconds_left: number };
  if (calls <= most) return { kind: 'within', left: most - calls };
  return { kind: 'over', retryAfter: Math.max(1, seconds_left) };
}

/** The answer to a call over the limit. */
export function tooMany(retryAfter: number): Response {
  return Response.json(
    { error: 'too many requests' },
    { status: 429, headers: { 'retry-after': String(retryAfter), 'cache-control': 'no-store' } },
  );
}

/** No address of a caller is stored. */
async function hashOf(key: readonly string[]): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(key)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
