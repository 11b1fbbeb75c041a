import type { Source } from '../sql/source.ts';
import { lineComments, type Token, tokens } from '../sql/tokens.ts';
import { walk } from '../sql/walk.ts';
import { HEADING, type MarkRule, ruleOf } from './marks.ts';

export interface Mark {
  readonly rule: MarkRule;
  /** Its first byte. */
  readonly at: number;
}

const WINDOW = 1 << 20;
/** Of a longer line, so much is looked at. */
const LINE = 400;

/**
 * The marks of migration tools in a file, in order. A mark counts only where a comment may stand: in a string, a
 * function body, a block comment, or the rows of a COPY it is text. A file without any is told by a search for dashes.
 */
export function findMarks(source: Source): readonly Mark[] {
  const found = candidates(source);
  const sure = new Set(found.filter(({ rule }) => rule.loose !== true).map(({ rule }) => rule.tool));
  const marks = found.filter(({ rule }) => rule.loose !== true || sure.has(rule.tool));
  return marks.length === 0 ? [] : inComments(source, marks);
}

/** Lines that read like a mark, wherever they stand. */
function candidates(source: Source): Mark[] {
  const found: Mark[] = [];
  for (let base = 0; base < source.size; base += WINDOW) {
    // What is before shows whether a line begins there; what is behind, how one ends.
    const start = Math.max(0, base - LINE);
    const bytes = source.read(start, base + WINDOW + LINE);
    const until = base - start + WINDOW;
    for (let at = bytes.indexOf('--', base - start); at >= 0 && at < until; ) {
      const end = bytes.indexOf(10, at);
      const { isBehind, text } = lineAt(bytes, at, end < 0 ? bytes.length : end);
      const rule = ruleOf(text, isBehind);
      if (rule !== undefined) found.push({ rule, at: start + at });
      at = end < 0 ? -1 : bytes.indexOf('--', end);
    }
  }
  return found;
}

/** The line from these dashes on, and whether something else stands before them; a # belongs to them. */
function lineAt(bytes: Buffer, at: number, end: number): { readonly text: string; readonly isBehind: boolean } {
  let from = at;
  while (from > 0 && at - from < LINE && bytes[from - 1] !== 10) from--;
  const before = bytes.toString('latin1', from, at).trim();
  const text = bytes.toString('utf8', at, Math.min(end, at + LINE)).trim();
  return before === '#' ? { text: `#${text}`, isBehind: false } : { text, isBehind: before !== '' };
}

/** Those that are comments. */
function inComments(source: Source, marks: readonly Mark[]): readonly Mark[] {
  const found: Mark[] = [];
  let next = 0;
  for (const item of walk(source)) {
    if (next >= marks.length) break;
    if (item.kind !== 'statement' && item.kind !== 'end') continue;
    const to = item.kind === 'end' ? source.size : item.to;
    while ((marks[next]?.at ?? to) < item.from) next++;
    if ((marks[next]?.at ?? to) >= to) continue;
    const sql = source.read(item.from, to);
    const comments = new Set(lineComments(sql).map(({ at }) => at + item.from));
    const isInParentheses = parentheses(sql);
    for (let mark = marks[next]; mark !== undefined && mark.at < to; mark = marks[++next]) {
      const isProse = mark.rule.tool === HEADING && isInParentheses(mark.at - item.from);
      if (comments.has(mark.at) && !isProse) found.push(mark);
    }
  }
  return found;
}

/** Whether a place is between the columns of a table, say: nothing can begin there. Asked from front to back. */
function parentheses(sql: Buffer): (at: number) => boolean {
  let words: readonly Token[] | undefined;
  let next = 0;
  let depth = 0;
  return (at) => {
    words ??= tokens(sql);
    for (let token = words[next]; token !== undefined && token.at < at; token = words[++next]) {
      if (token.kind === 'mark' && token.value === '(') depth++;
      if (token.kind === 'mark' && token.value === ')') depth--;
    }
    return depth > 0;
  };
}
