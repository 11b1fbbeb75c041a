import type { Clock, Logger, RetryPolicy, Secret } from '@lockstep/base';

export interface ClientOptions {
  readonly token: Secret;
  /** GITHUB_API_URL: the only place that sees the token. */
  readonly apiUrl: string;
  readonly repository: { readonly owner: string; readonly repo: string };
  readonly clock: Clock;
  readonly log: Logger;
  /** Ends every wait and every request. */
  readonly signal: AbortSignal;
  /** For one try of one request, in milliseconds (20 s). */
  readonly requestTimeoutMs?: number;
  readonly retry?: RetryPolicy;
  readonly random?: () => number;
  readonly fetch?: typeof fetch;
  /** `followed`, as fetch does it, by default; `refused`: an answer that leads elsewhere is a refusal. */
  readonly redirects?: 'followed' | 'refused';
}
