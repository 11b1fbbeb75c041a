import { CancelledError } from './errors.ts';

/** Time comes in through this interface, so that tests own it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason, or CancelledError, when it aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Node ends a longer timer after one millisecond (nodejs.org/api/timers.html, setTimeout). */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(cancellation(signal));
      let left = ms;
      let timer: ReturnType<typeof setTimeout>;
      signal?.addEventListener('abort', stop, { once: true });
      go();
      function go() {
        const part = Math.min(left, LONGEST_TIMER_MS);
        left -= part;
        timer = setTimeout(left > 0 ? go : done, part);
      }
      function done() {
        signal?.removeEventListener('abort', stop);
        resolve();
      }
      function stop() {
        clearTimeout(timer);
        reject(cancellation(signal));
      }
    }),
};

/** The error that an aborted signal stands for; `abort()` without a reason is a cancellation like any other. */
export function cancellation(signal: AbortSignal | undefined): Error {
  const isBare = signal?.reason instanceof DOMException;
  return !isBare && signal?.reason instanceof Error ? signal.reason : new CancelledError('cancelled');
}

/** Whether work ended since it was cancelled, or since what the signal stands for came first. */
export function isCancellation(error: unknown, signal: AbortSignal | undefined): boolean {
  return error instanceof CancelledError || (signal?.aborted === true && error === signal.reason);
}

/** Clocks of two machines may differ by that much. */
const CLOCKS_APART_MS = 300_000;

/** Whether something is at most so old. What comes from the future, or from no time, has no age: it would stay fresh for ever. */
export function isFresh(ageMs: number, mostMs: number): boolean {
  return ageMs >= -CLOCKS_APART_MS && ageMs <= mostMs;
}
