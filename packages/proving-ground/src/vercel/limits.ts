import type { FaultEffect } from '../faults/faults.ts';
import type { Guard } from './api.ts';
import { Refusal } from './refusal.ts';

export interface Limit {
  /** As in the route table, with the method: `GET /v4/aliases/:alias`. */
  readonly route: string;
  readonly requests: number;
  readonly perMs: number;
}

const MINUTE = 60_000;

/** As documented, for the routes that are modelled: https://vercel.com/docs/limits#rate-limits */
export const documentedLimits: readonly Limit[] = [
  { route: 'POST /v2/deployments/:id/aliases', requests: 120, perMs: 10 * MINUTE },
  { route: 'GET /v4/aliases/:alias', requests: 300, perMs: 10 * MINUTE },
  { route: 'GET /v4/aliases', requests: 500, perMs: MINUTE },
  { route: 'DELETE /v2/aliases/:alias', requests: 100, perMs: MINUTE },
  { route: 'GET /v13/deployments/:id', requests: 500, perMs: MINUTE },
  { route: 'GET /v7/deployments', requests: 1_000, perMs: MINUTE },
  { route: 'POST /v13/deployments', requests: 120, perMs: 5 * MINUTE },
  { route: 'GET /v3/deployments/:id/events', requests: 60, perMs: MINUTE },
  { route: 'PATCH /v1/projects/:project/rolling-release/config', requests: 100, perMs: MINUTE },
  { route: 'PATCH /v1/projects/:project/protection-bypass', requests: 100, perMs: MINUTE },
];

/** A planted 429 as Vercel words it. Without a time to wait, in seconds or as an HTTP date, there is no Retry-After. */
export function rateLimited(retryAfter?: string): FaultEffect {
  const limit = { remaining: 0, reset: Math.ceil(Date.now() / 1_000), resetMs: Date.now(), total: 100 };
  const body = new Refusal(429, 'rate_limited', 'Rate limit exceeded', { limit }).reply().body;
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  return { kind: 'status', status: 429, body, headers };
}

/**
 * Counts requests by owner in windows that begin with the first of them, and answers 429 with `limit` and Retry-After
 * beyond. What has no limit passes.
 */
export function limiter(limits: readonly Limit[], now: () => number = Date.now): Guard {
  const windows = new Map<string, { readonly until: number; left: number }>();
  return (route, { ownerId }) => {
    const limit = limits.find((entry) => entry.route === route);
    if (limit === undefined) return {};
    const key = `${ownerId} ${route}`;
    const known = windows.get(key);
    const open = known !== undefined && known.until > now();
    const window = open ? known : { until: now() + limit.perMs, left: limit.requests };
    windows.set(key, window);
    const reset = Math.ceil(window.until / 1_000);
    const headers = { 'x-ratelimit-limit': String(limit.requests), 'x-ratelimit-reset': String(reset) };
    if (window.left === 0) {
      const said = { remaining: 0, reset, resetMs: window.until, total: limit.requests };
      const wait = String(Math.max(1, Math.ceil((window.until - now()) / 1_000)));
      throw new LimitReached(said, { ...headers, 'retry-after': wait });
    }
    window.left--;
    return { ...headers, 'x-ratelimit-remaining': String(window.left) };
  };
}

class LimitReached extends Refusal {
  override readonly headers: Readonly<Record<string, string>>;

  constructor(limit: object, headers: Readonly<Record<string, string>>) {
    super(429, 'rate_limited', 'Rate limit exceeded', { limit });
    this.headers = headers;
  }
}
