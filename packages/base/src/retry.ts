import type { Clock } from './clock.ts';
import { RemoteError } from './errors.ts';
import { type Delays, delayAt } from './looks.ts';

export interface RetryPolicy {
  /** Tries in all, the first included. */
  readonly attempts: number;
  /** The wait before the second try, in milliseconds; doubles from there. */
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
  /** No try starts later than this many milliseconds after the first. */
  readonly budgetMs: number;
}

export const defaultRetry: RetryPolicy = { attempts: 5, firstDelayMs: 250, maxDelayMs: 8_000, budgetMs: 60_000 };

export interface RetryTools {
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  /** From 0 up to 1; spreads the waits of many runners. */
  readonly random?: () => number;
  readonly onRetry?: (error: unknown, attempt: number, delayMs: number) => void;
}

/**
 * Repeats a **read**, or a change that is safe to repeat, while it fails with a retryable RemoteError. A change that
 * may have taken effect must be read back first: it does not belong in here.
 * Retry-After is honoured; where it does not fit the budget, the error is thrown at once.
 */
export async function retry<T>(
  work: (attempt: number) => Promise<T>,
  policy: RetryPolicy,
  tools: RetryTools,
): Promise<T> {
  const started = tools.clock.now();
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      const delay = nextDelay(error, attempt, policy, tools.random ?? Math.random);
      if (delay === undefined || tools.clock.now() + delay - started > policy.budgetMs) throw error;
      tools.onRetry?.(error, attempt, delay);
      await tools.clock.sleep(delay, tools.signal);
    }
  }
}

/** How long to wait before the next try, in milliseconds, or undefined when there must be none. */
function nextDelay(error: unknown, attempt: number, policy: RetryPolicy, random: () => number): number | undefined {
  if (!(error instanceof RemoteError) || !error.retryable || attempt >= policy.attempts) return undefined;
  const backoff = Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** (attempt - 1));
  const jittered = backoff / 2 + (backoff / 2) * random();
  return error.retryAfterMs === undefined ? jittered : Math.max(error.retryAfterMs, 0) + jittered / 4;
}

/**
 * Retry-After in milliseconds from now: seconds or an HTTP date (RFC 9110, section 10.2.3). Undefined when absent
 * or unreadable.
 */
export function parseRetryAfter(header: string | null | undefined, nowMs: number): number | undefined {
  if (header === null || header === undefined || header.trim() === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(header.trim())) return Number(header.trim()) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}

/**
 * Asks until there is an answer: calls `look` until it returns something other than undefined, waiting `delays`
 * milliseconds in between (the last one repeats). Ends only by an answer, an error of `look`, or the signal: give it
 * one with a deadline (`withDeadline`).
 */
export async function until<T>(
  look: () => Promise<T | undefined>,
  delays: Delays,
  clock: Clock,
  signal: AbortSignal,
): Promise<T> {
  for (let turn = 0; ; turn++) {
    const answer = await look();
    if (answer !== undefined) return answer;
    await clock.sleep(delayAt(delays, turn), signal);
  }
}
