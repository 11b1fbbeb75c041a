import { excerpt } from '../sql/excerpt.ts';
import type { Script } from '../sql/inspect.ts';
import { lineCounter } from '../sql/lines.ts';
import { textSource } from '../sql/source.ts';
import { walk } from '../sql/walk.ts';
import type { FailedAt } from './execution.ts';

/** A place in a script. */
export interface ErrorPosition {
  /** Of the file, 1-based. */
  readonly line: number;
  /** 1-based, in characters; undefined where only the statement is known. */
  readonly column: number | undefined;
  readonly statement: string;
  /** The statement's first byte in the script, and the one behind its end. */
  readonly start: number;
  readonly end: number;
}

/** The place of a statement that failed, or of the row of a COPY that did. */
export function errorPosition(
  script: Script,
  { nth, part, position, row }: Pick<Extract<FailedAt, { in: 'statement' }>, 'nth' | 'part' | 'position' | 'row'>,
): ErrorPosition {
  const bytes = script.source.read(part.from, part.to);
  const pointed = position === undefined ? undefined : byteOf(bytes, position);
  let found = { start: 0, end: bytes.length };
  let n = 0;
  for (const item of walk(textSource('', bytes))) {
    if (item.kind !== 'statement') continue;
    found = item;
    if (pointed === undefined ? n++ === nth : pointed <= item.end) break;
  }
  const at = pointed ?? found.start;
  const lineOf = lineCounter(script.source);
  return {
    line: row === undefined ? lineOf(part.from + at) : lineOf(row.data) + row.line - 1,
    column: position === undefined ? undefined : columnOf(bytes, at),
    statement: excerpt(bytes.subarray(found.start, found.end)),
    start: part.from + found.start,
    end: part.from + found.end,
  };
}

function byteOf(bytes: Buffer, position: number): number {
  const before = [...bytes.toString('utf8')].slice(0, position - 1).join('');
  return Math.min(bytes.length, Buffer.byteLength(before));
}

function columnOf(bytes: Buffer, at: number): number {
  const line = at === 0 ? 0 : bytes.lastIndexOf(10, at - 1) + 1;
  return [...bytes.toString('utf8', line, at)].length + 1;
}
