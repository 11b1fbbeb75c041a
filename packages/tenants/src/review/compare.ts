/** What differs between the committed document and the database, line by line. */
export interface ReviewDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Each line says all of one right, so where it is in the document says nothing. */
export function compareReviews(committed: string, now: string): ReviewDiff {
  const [before, after] = [linesOf(committed), linesOf(now)];
  const [old, fresh] = [new Set(before), new Set(after)];
  return { added: after.filter((line) => !old.has(line)), removed: before.filter((line) => !fresh.has(line)) };
}

/** Heads of tables are in it as well: a document of another version differs. */
function linesOf(text: string): readonly string[] {
  return [...new Set(text.split(/\r?\n/).filter((line) => line.trim() !== '' && !/^\|(-+\|)+$/.test(line)))];
}

/** As a diff, lines of one object next to each other. */
export function reviewDiffText({ added, removed }: ReviewDiff): string {
  const lines = [...removed.map((line) => [line, '-'] as const), ...added.map((line) => [line, '+'] as const)];
  return lines
    .toSorted(
      ([a, signA], [b, signB]) =>
        objectOf(a).localeCompare(objectOf(b)) || Number(signA === '+') - Number(signB === '+'),
    )
    .map(([line, sign]) => `${sign} ${line}`)
    .join('\n');
}

function objectOf(line: string): string {
  return /`([^`]*)`/.exec(line)?.[1] ?? '';
}
