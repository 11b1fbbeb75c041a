/** The name that was probably meant: at most two letters away, or the same in another order of its words. */
export function nearest(given: string, names: readonly string[]): string | undefined {
  const found = names
    .map((name) => ({ name, away: distance(given.toLowerCase(), name) }))
    .sort((a, b) => a.away - b.away)[0];
  return found !== undefined && found.away <= Math.max(2, Math.floor(given.length / 4)) ? found.name : undefined;
}

/** Letters to add, remove or replace. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
