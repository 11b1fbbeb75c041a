import { Refusal } from './refusal.ts';

export interface Page<T> {
  readonly items: readonly T[];
  readonly pagination: { readonly count: number; readonly next: number | null; readonly prev: number | null };
}

/**
 * One page, newest first, cut as Vercel cuts it: `until` and `since` are times in milliseconds, both exclusive; `next`
 * is the time to pass as `until`, null on the last page. There is no total.
 */
export function page<T>(rows: Iterable<T>, timeOf: (row: T) => number, query: URLSearchParams, most = 100): Page<T> {
  const limit = number(query, 'limit') ?? 20;
  if (limit < 1 || limit > most)
    throw new Refusal(400, 'bad_request', `Invalid request: \`limit\` should be between 1 and ${most}.`);
  const until = number(query, 'until') ?? number(query, 'to') ?? Number.POSITIVE_INFINITY;
  const since = number(query, 'since') ?? number(query, 'from') ?? Number.NEGATIVE_INFINITY;
  const within = [...rows]
    .filter((row) => timeOf(row) < until && timeOf(row) > since)
    .sort((a, b) => timeOf(b) - timeOf(a));
  const items = within.slice(0, limit);
  const first = items[0];
  const last = items.at(-1);
  const next = within.length > items.length && last !== undefined ? timeOf(last) : null;
  const prev = first === undefined ? null : timeOf(first);
  return { items, pagination: { count: items.length, next, prev } };
}

function number(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null || value === '') return undefined;
  const parsed = Number(value);
  if (!Number.isFinite(parsed)) throw new Refusal(400, 'bad_request', `Invalid request: \`${name}\` should be number.`);
  return parsed;
}
