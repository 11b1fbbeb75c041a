import { type RetryPolicy, Secret, silent, systemClock } from '@lockstep/base';
import { hastyClock } from '@lockstep/proving-ground/clock';
import { createVercelClient, type VercelApi } from '@lockstep/vercel';

export const TOKEN = 'vercel-token-of-the-tests';

export interface ClientSettings {
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
export function aClient(apiUrl: string, request: ClientSettings = {}): VercelApi {
  return createVercelClient({
    token: new Secret(request.token ?? TOKEN),
    team: request.team ?? '',
    apiUrl: new URL(apiUrl),
    clock: request.speed === undefined ? systemClock : hastyClock(request.speed),
    log: { ...silent, warning: (line) => request.warnings?.push(line) },
    signal: request.signal ?? new AbortController().signal,
    fetch,
    requestTimeoutMs: (request.requestTimeoutMs ?? 5_000) * (request.speed ?? 1),
    retry: request.retry ?? { attempts: 4, firstDelayMs: 5, maxDelayMs: 20, budgetMs: 600_000 },
  });
}
