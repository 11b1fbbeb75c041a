interface Waiting {
  readonly name: string;
  readonly after: readonly string[];
}

/**
 * Does `work` for every item, at most `limit` at a time, each after those that it waits for have ended; starts them in
 * their order as soon as there is room. Results come in the order of the items. The order must be free of circles.
 */
export async function inOrder<T extends Waiting, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<string, R>();
  const waiting = [...items];
  const running = new Map<string, Promise<string>>();
  while (waiting.length > 0 || running.size > 0) {
    for (let room = limit - running.size; room > 0; room--) {
      const next = waiting.findIndex((item) => item.after.every((name) => results.has(name)));
      const item = waiting[next];
      if (item === undefined) break;
      waiting.splice(next, 1);
      const task = work(item).then((result) => {
        results.set(item.name, result);
        return item.name;
      });
      running.set(item.name, task);
    }
    running.delete(await Promise.race(running.values()));
  }
  return items.map((item) => results.get(item.name) as R);
}
