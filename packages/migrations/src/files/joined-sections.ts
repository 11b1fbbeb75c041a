import { countLines } from '../sql/lines.ts';
import { type Source, textSource } from '../sql/source.ts';
import { walk } from '../sql/walk.ts';
import type { Mark } from './find-marks.ts';

/** As sql-migrate asks for it: to the letter, where a line begins. */
const EXACT = /^-- \+migrate\s+(Up|Down)(\s|$)/;
/** Of a longer line, so much is looked at. */
const LINE = 400;

export interface Joined {
  readonly half: Source;
  /** sql-migrate runs all of a half outside of a transaction where one of its sections says so. */
  readonly isBare: boolean;
  /** Where a section ends within a statement; its tool refuses that. */
  readonly open: readonly Mark[];
}

/**
 * The sections of one half, one after the other, as sql-migrate runs them. What is between them becomes empty lines, so
 * that messages name the lines of the file. Undefined where the marks are not as it wants them: then it would not take
 * them for marks, or it is another tool, and nobody knows what would run.
 */
export function joinSections(source: Source, marks: readonly Mark[], role: 'up' | 'down'): Joined | undefined {
  const own = marks.filter(({ rule }) => rule.role === role);
  const [first] = own;
  if (first === undefined || !own.every((mark) => isExact(source, mark))) return undefined;
  const parts: Buffer[] = [];
  const open: Mark[] = [];
  let isBare = false;
  for (const [nth, mark] of marks.entries()) {
    if (mark.at < first.at) continue;
    const bytes = source.read(mark.at, marks[nth + 1]?.at ?? source.size);
    if (mark.rule.role !== role) {
      parts.push(Buffer.alloc(countLines(bytes), '\n'));
      continue;
    }
    // What a later line says of transactions holds for the whole half, and is said before it.
    parts.push(mark === first ? bytes : bytes.subarray(Buffer.byteLength(lineOf(bytes))));
    if (mark !== own.at(-1) && !isClosed(bytes)) open.push(mark);
    isBare ||= /\bnotransaction\b/.test(lineOf(bytes));
  }
  const firstLine = source.firstLine + countLines(source.read(0, first.at));
  return { half: textSource(source.name, Buffer.concat(parts), firstLine), isBare, open };
}

function isExact(source: Source, { at, rule }: Mark): boolean {
  const before = at === 0 ? '\n' : source.read(at - 1, at).toString('latin1');
  return rule.tool === 'sql-migrate' && before === '\n' && EXACT.test(lineOf(source.read(at, at + LINE)));
}

function lineOf(bytes: Buffer): string {
  return bytes.toString('utf8', 0, Math.min(bytes.length, LINE)).split(/\r?\n/, 1)[0] ?? '';
}

/** Whether its last statement has its semicolon. */
function isClosed(bytes: Buffer): boolean {
  let closed = true;
  for (const item of walk(textSource('', bytes))) {
    if (item.kind === 'statement') closed = bytes.subarray(item.end, item.to).includes(';');
    else if (item.kind === 'unterminated') closed = false;
  }
  return closed;
}
