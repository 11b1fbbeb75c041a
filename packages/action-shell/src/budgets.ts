import { count } from '@lockstep/base';

/** GitHub drops a step summary of more than 1 MiB whole, with an error annotation (github/docs, job summaries). */
export const SUMMARY_LIMIT_BYTES = 900_000;
/** GitHub shows 10 errors, 10 warnings and 10 notices of a step and drops the rest in silence. */
export const ANNOTATIONS_PER_LEVEL = 10;

/**
 * Joins Markdown blocks into at most `limit` bytes of UTF-8. Cuts between blocks, or inside the first one between
 * lines, and says how much is missing.
 */
export function fitBlocks(blocks: readonly string[], limit: number): string {
  const kept: string[] = [];
  let used = 0;
  for (const [index, block] of blocks.entries()) {
    const rest = `\n\n… and ${count(blocks.length - index, 'more block')} that did not fit; the log has everything.\n`;
    const size = Buffer.byteLength(block) + 2;
    const reserve = index === blocks.length - 1 ? 0 : Buffer.byteLength(rest);
    if (used + size + reserve > limit) {
      return index === 0 ? fitLines(block, limit) : `${kept.join('\n\n')}${rest}`;
    }
    kept.push(block);
    used += size;
  }
  return kept.length === 0 ? '' : `${kept.join('\n\n')}\n`;
}

/** Cuts text between lines to at most `limit` bytes of UTF-8 and says how many lines are missing. */
export function fitLines(text: string, limit: number): string {
  if (Buffer.byteLength(text) <= limit) return text;
  const lines = text.split('\n');
  let used = 0;
  let kept = 0;
  for (const line of lines) {
    used += Buffer.byteLength(line) + 1;
    if (used + 80 > limit) break;
    kept++;
  }
  return `${lines.slice(0, kept).join('\n')}\n\n… and ${count(lines.length - kept, 'more line')} that did not fit\n`;
}

/** The first of `items` that fit, and how many do not: with an overflow the last place is kept to tell of it. */
export function fitCount<T>(
  items: readonly T[],
  places: number,
): { readonly shown: readonly T[]; readonly hidden: number } {
  if (items.length <= places) return { shown: items, hidden: 0 };
  return { shown: items.slice(0, places - 1), hidden: items.length - places + 1 };
}
