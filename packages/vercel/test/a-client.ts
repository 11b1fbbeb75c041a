import { type RetryPolicy, Secret, silent, systemClock } from '@lockstep/base';
import { createClient, type VercelApi } from '@lockstep/vercel';

export const TOKEN = 'vercel-token-of-the-tests';

export interface ClientWish {
  readonly team?: string;
  readonly token?: string;
  readonly signal?: AbortSignal;
  readonly requestTimeoutMs?: number;
  readonly retry?: RetryPolicy;
  readonly warnings?: string[];
}

/** A client with quick retries. */
export function aClient(apiUrl: string, wish: ClientWish = {}): VercelApi {
  return createClient({
    token: new Secret(wish.token ?? TOKEN),
    team: wish.team ?? '',
    apiUrl: new URL(apiUrl),
    clock: systemClock,
    log: { ...silent, warning: (line) => wish.warnings?.push(line) },
    signal: wish.signal ?? new AbortController().signal,
    fetch,
    requestTimeoutMs: wish.requestTimeoutMs ?? 5_000,
    retry: wish.retry ?? { attempts: 4, firstDelayMs: 5, maxDelayMs: 20, budgetMs: 5_000 },
  });
}
