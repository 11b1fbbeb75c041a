/** More wrong letters than these are another word. */
const FARTHEST = 3;

/** The word that somebody most likely meant; undefined where none is near. */
export function nearest(given: string, words: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.min(FARTHEST, Math.max(1, Math.floor(given.length / 2))) + 1;
  for (const word of words) {
    // No word is nearer than the difference of the lengths.
    if (Math.abs(word.length - given.length) >= least) continue;
    const apart = distance(given.toLowerCase(), word);
    if (apart < least) [best, least] = [word, apart];
  }
  return best;
}

/** Letters to insert, delete, replace, or swap with their neighbour (Damerau and Levenshtein, each letter once). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same, swapped));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
