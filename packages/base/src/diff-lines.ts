/** Longer texts are not compared line by line: the table of the comparison grows with their product. */
const LINES = 1_500;
const AROUND = 2;

/**
 * How two texts differ, as a unified diff without headers: ` ` for lines of both, `-` and `+` for those of one, `@` where
 * lines are left out. Empty where they are the same.
 */
export function diffLines(before: string, after: string): string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  if (before === after) return [];
  if (a.length > LINES || b.length > LINES) return [`@ ${a.length} lines before, ${b.length} after: too many to show`];
  const all = walk(a, b, lengths(a, b));
  const near = (at: number) => all.slice(Math.max(0, at - AROUND), at + AROUND + 1).some((line) => line[0] !== ' ');
  return all.flatMap((line, at) => (near(at) ? [line] : near(at - 1) || (at === 0 && all.length > 1) ? ['@'] : []));
}

/** `table[i][j]`: length of the longest common subsequence of a from i and b from j. */
function lengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const [row, below] = [table[i] as Uint16Array, table[i + 1] as Uint16Array];
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? (below[j + 1] as number) + 1 : Math.max(below[j] as number, row[j + 1] as number);
    }
  }
  return table;
}

function walk(a: readonly string[], b: readonly string[], table: readonly Uint16Array[]): string[] {
  const lines: string[] = [];
  const length = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push(` ${a[i]}`);
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || length(i + 1, j) >= length(i, j + 1))) lines.push(`-${a[i++]}`);
    else lines.push(`+${b[j++]}`);
  }
  return lines;
}
