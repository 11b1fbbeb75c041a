/** Thrown inside a run to a job or a run that was cancelled before it could start. */
export class CancelledBeforeStart extends Error {
  override readonly name = 'CancelledBeforeStart';
}

/** Waits for what has to be given back; throws CancelledBeforeStart, and gives it back, when `signal` aborts first. */
export async function taken(waiting: Promise<() => void>, signal: AbortSignal): Promise<() => void> {
  try {
    return await unlessAborted(waiting, signal);
  } catch (error) {
    waiting.then((leave) => leave()).catch(() => undefined);
    throw error;
  }
}

/** Waits for `work`; throws CancelledBeforeStart at once when `signal` aborts. */
export async function unlessAborted<T>(work: T | Promise<T>, signal: AbortSignal): Promise<T> {
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new CancelledBeforeStart('The run was canceled.'));
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
