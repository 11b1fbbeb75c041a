import { type RetryPolicy, Secret, silent, systemClock } from '@lockstep/base';
import { hastyClock } from '@lockstep/proving-ground/clock';
import { createClient, type VercelApi } from '@lockstep/vercel';

export const TOKEN = 'vercel-token-of-the-tests';

export interface ClientWish {
  readonly team?: string;
  readonly token?: string;
  readonly signal?: AbortSignal;
  /** In real time, whatever the speed. */
  readonly requestTimeoutMs?: number;
  readonly retry?: RetryPolicy;
  readonly warnings?: string[];
  /** How much faster than life its waits pass (1). */
  readonly speed?: number;
}

/** A client with quick retries. */
export function aClient(apiUrl: string, wish: ClientWish = {}): VercelApi {
  return createClient({
    token: new Secret(wish.token ?? TOKEN),
    team: wish.team ?? '',
    apiUrl: new URL(apiUrl),
    clock: wish.speed === undefined ? systemClock : hastyClock(wish.speed),
    log: { ...silent, warning: (line) => wish.warnings?.push(line) },
    signal: wish.signal ?? new AbortController().signal,
    fetch,
    requestTimeoutMs: (wish.requestTimeoutMs ?? 5_000) * (wish.speed ?? 1),
    retry: wish.retry ?? { attempts: 4, firstDelayMs: 5, maxDelayMs: 20, budgetMs: 600_000 },
  });
}
