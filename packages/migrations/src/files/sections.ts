import { lineCounter } from '../sql/lines.ts';
import type { Source } from '../sql/source.ts';
import { lineComments } from '../sql/tokens.ts';
import { walk } from '../sql/walk.ts';
import type { Problem } from './problem.ts';

/** The two halves of a file in the layout `sections`. */
export interface Sections {
  readonly up: Source;
  readonly down: Source | undefined;
}

const MARK = /^--[ \t]*migrate:(up|down)\b/;

/**
 * Cuts a file at its marks. A mark counts only where a comment may stand: in a string or a function body it is text.
 * `transaction:false` behind a mark is honoured by the `no-transaction` directive of that half, so the mark's own line
 * belongs to its half.
 */
export function cutSections(source: Source, problems: Problem[]): Sections {
  const marks = findMarks(source);
  const lineOf = lineCounter(source);
  const report = (at: number, message: string) => void problems.push({ file: source.name, line: lineOf(at), message });
  const half = (name: 'up' | 'down'): Source | undefined => {
    const found = marks.filter((mark) => mark.name === name);
    if (found.length > 1) report(found[1]?.at ?? 0, `a second "migrate:${name}"; a file has one`);
    const mark = found[0];
    if (mark === undefined) return undefined;
    const end = marks.find((other) => other.at > mark.at)?.at ?? source.size;
    return part(source, mark.at, end, lineOf(mark.at));
  };
  const up = half('up');
  const down = half('down');
  if (up === undefined) report(0, 'no "-- migrate:up" in it');
  const first = marks[0]?.at ?? source.size;
  const stray = [...walk(part(source, 0, first, source.firstLine))].find((item) => item.kind !== 'end');
  if (stray !== undefined && up !== undefined)
    report(stray.from, 'SQL before the first "-- migrate:" mark, which nobody would run');
  return { up: up ?? source, down };
}

/** Whether a mark stands before the end of the first statement. */
export function hasSections(source: Source): boolean {
  return source.read(0, 1 << 16).includes('migrate:') && findMarks(source, true).length > 0;
}

interface Mark {
  readonly name: 'up' | 'down';
  readonly at: number;
}

function findMarks(source: Source, onlyFirst = false): Mark[] {
  const marks: Mark[] = [];
  for (const item of walk(source)) {
    if (item.kind !== 'statement' && item.kind !== 'end') continue;
    const sql = source.read(item.from, item.kind === 'end' ? source.size : item.to);
    if (sql.includes('migrate:')) marks.push(...marksIn(sql, item.from));
    if (onlyFirst) break;
  }
  return marks;
}

/** Also between the words of a statement: the last one of a half may lack its semicolon. */
function marksIn(sql: Buffer, from: number): Mark[] {
  return lineComments(sql).flatMap(({ at, end }) => {
    const name = MARK.exec(sql.toString('utf8', at, end))?.[1];
    const startsLine = sql.toString('latin1', 0, at).split('\n').at(-1)?.trim() === '';
    return name === undefined || !startsLine ? [] : [{ name: name as 'up' | 'down', at: from + at }];
  });
}

function part(source: Source, from: number, to: number, firstLine: number): Source {
  return {
    name: source.name,
    firstLine,
    size: to - from,
    read: (start, end) => source.read(from + start, Math.min(to, from + end)),
  };
}
