/** Does `work` for each item, at most `width` at a time; the results in the order of the items. */
export async function atMost<T, R>(
  width: number,
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = new Array<R>(items.length);
  const queue = items.map((item, index) => ({ item, index }));
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift())
      results[next.index] = await work(next.item);
  };
  await Promise.all(Array.from({ length: Math.min(width, queue.length) }, worker));
  return results;
}
