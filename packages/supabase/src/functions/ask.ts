import { type Clock, cancellation, withDeadline } from '@lockstep/base';
import type { AskFunction } from './answers.ts';

export interface AskOptions {
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly fetch: typeof fetch;
}

/** Asks over the network. Redirects are not followed, and no body is read. Throws only the signal's reason. */
export function createAsk({ timeoutMs, clock, signal, fetch: send }: AskOptions): AskFunction {
  return async ({ headers, method, url }) => {
    try {
      return await withDeadline(
        `${method} ${url.pathname}`,
        timeoutMs,
        async (inner) => {
          const response = await send(url, {
            method,
            headers: { 'user-agent': 'lockstep', ...headers },
            redirect: 'manual',
            signal: inner,
          });
          await response.body?.cancel();
          return { kind: 'answer', status: response.status } as const;
        },
        { clock, signal },
      );
    } catch {
      if (signal.aborted) throw cancellation(signal);
      return { kind: 'lost' };
    }
  };
}
