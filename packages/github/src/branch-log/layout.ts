import { createHash } from 'node:crypto';

/** So many lines are in a file: a line more changes one file of a size that stays small. */
export const LINES_A_FILE = 1_000;

const FILE = /^lines-(\d{9})\.jsonl$/;

/** The file of a line, named for the first line that it has. */
export function fileOf(line: number): string {
  return `lines-${String(firstOfFile(line)).padStart(9, '0')}.jsonl`;
}

export function firstOfFile(line: number): number {
  return line - ((line - 1) % LINES_A_FILE);
}

/** The first line of a file; undefined where it has no lines of the log. */
export function firstLineIn(file: string): number | undefined {
  const first = Number(FILE.exec(file)?.[1] ?? 0);
  return first > 0 && first === firstOfFile(first) ? first : undefined;
}

/** Each with its end; the last one may lack it. */
export function linesIn(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end + 1;
    lines.push(bytes.subarray(from, to));
    from = to;
  }
  return lines;
}

/** Git's own name for a file's bytes. */
export function blobShaOf(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
