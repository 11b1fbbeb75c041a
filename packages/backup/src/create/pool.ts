/**
 * Runs `work` on each item, with as many at a time as there are workers. The first failure calls `stop`, which has to end
 * what the other workers are at, and is thrown when all of them have ended.
 */
export async function inParallel<W, T>(
  workers: readonly W[],
  items: readonly T[],
  work: (worker: W, item: T) => Promise<void>,
  stop: () => void,
): Promise<void> {
  const waiting = [...items];
  let failure: { readonly error: unknown } | undefined;
  const run = async (worker: W) => {
    while (failure === undefined) {
      const item = waiting.shift();
      if (item === undefined) return;
      try {
        await work(worker, item);
      } catch (error) {
        if (failure !== undefined) return;
        failure = { error };
        stop();
      }
    }
  };
  await Promise.all(workers.map(run));
  if (failure !== undefined) throw failure.error;
}
