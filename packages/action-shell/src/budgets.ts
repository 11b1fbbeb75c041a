import { count } from '@lockstep/base';

/** GitHub drops a step summary of more than 1 MiB whole, with an error annotation (github/docs, job summaries). */
export const SUMMARY_LIMIT_BYTES = 900_000;
/** GitHub shows 10 errors, 10 warnings and 10 notices of a step and drops the rest in silence. */
export const ANNOTATIONS_PER_LEVEL = 10;

/** Kept for the line that says how much is missing. */
const TAIL_BYTES = 120;

/**
 * Joins Markdown blocks into at most `limit` bytes of UTF-8. The first block that does not fit is cut between its lines,
 * those after it are counted.
 */
export function fitBlocks(blocks: readonly string[], limit: number): string {
  const all = blocks.join('\n\n');
  if (all === '' || Buffer.byteLength(all) < limit) return all === '' ? '' : `${all}\n`;
  const sizes = blocks.map((block) => Buffer.byteLength(block) + 2);
  const room = limit - TAIL_BYTES;
  const kept = countThatFit(sizes, room);
  const left = room - sizes.slice(0, kept).reduce((sum, size) => sum + size, 0);
  const cut = left > 2 * TAIL_BYTES ? blocks.slice(kept, kept + 1).map((block) => fitLines(block, left)) : [];
  const hidden = blocks.length - kept - cut.length;
  const tail = hidden === 0 ? [] : [`… and ${count(hidden, 'more block')} that did not fit; the log has everything.`];
  return `${[...blocks.slice(0, kept), ...cut, ...tail].join('\n\n')}\n`;
}

/**
 * Cuts text between lines, or inside the first line where not even that fits, to at most `limit` bytes of UTF-8 and
 * says how much is missing.
 */
export function fitLines(text: string, limit: number): string {
  if (Buffer.byteLength(text) <= limit) return text;
  const lines = text.split('\n');
  const room = Math.max(0, limit - TAIL_BYTES);
  const kept = countThatFit(
    lines.map((line) => Buffer.byteLength(line) + 1),
    room,
  );
  if (kept > 0)
    return `${lines.slice(0, kept).join('\n')}\n\n… and ${count(lines.length - kept, 'more line')} that did not fit`;
  const start =
    Buffer.from(text)
      .subarray(0, room)
      .toString('utf8')
      .replace(/\uFFFD$/, '')
      .split('\n', 1)[0] ?? '';
  const missing = Buffer.byteLength(text) - Buffer.byteLength(start);
  return `${start}\n\n… and ${count(missing, 'more byte')} that did not fit`;
}

/** How many of these sizes, from the first on, fit together. */
function countThatFit(sizes: readonly number[], room: number): number {
  let used = 0;
  const over = sizes.findIndex((size) => {
    used += size;
    return used > room;
  });
  return over < 0 ? sizes.length : over;
}

/** The first of `items` that fit, and how many do not: with an overflow the last place is kept to tell of it. */
export function fitCount<T>(
  items: readonly T[],
  places: number,
): { readonly shown: readonly T[]; readonly hidden: number } {
  if (items.length <= places) return { shown: items, hidden: 0 };
  return { shown: items.slice(0, places - 1), hidden: items.length - places + 1 };
}
