/** Runs `work` on each item, with as many at a time as there are workers; the first failure ends the others. */
export async function inParallel<W, T>(
  workers: readonly W[],
  items: readonly T[],
  work: (worker: W, item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  let failed = false;
  const run = async (worker: W) => {
    while (!failed) {
      const item = waiting.shift();
      if (item === undefined) return;
      try {
        await work(worker, item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(workers.map(run));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}
