import { type Clock, cancellation } from './clock.ts';
import { formatDuration } from './duration.ts';
import { DeadlineError } from './errors.ts';

/**
 * Runs `work` with a signal that aborts when `ms` milliseconds have passed or when the given one aborts.
 * Throws DeadlineError `"<what> took longer than <ms>"`, or the outer signal's reason. `work` is left behind if it
 * does not obey its signal: the wait ends all the same.
 */
export async function withDeadline<T>(
  what: string,
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
  { clock, signal: outer }: { readonly clock: Clock; readonly signal?: AbortSignal | undefined },
): Promise<T> {
  if (outer?.aborted) throw cancellation(outer);
  const inner = new AbortController();
  const stopTimer = new AbortController();
  const onOuter = () => inner.abort(cancellation(outer));
  outer?.addEventListener('abort', onOuter, { once: true });
  const aborted = new Promise<never>((_, reject) => {
    inner.signal.addEventListener('abort', () => reject(cancellation(inner.signal)), { once: true });
  });
  aborted.catch(() => undefined);
  clock
    .sleep(ms, stopTimer.signal)
    .then(() => inner.abort(new DeadlineError(`${what} took longer than ${formatDuration(ms)}`)))
    .catch(() => undefined);
  try {
    return await Promise.race([work(inner.signal), aborted]);
  } finally {
    stopTimer.abort();
    outer?.removeEventListener('abort', onOuter);
  }
}
