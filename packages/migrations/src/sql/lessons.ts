import type { Script } from './inspect.ts';
import { lineCounter } from './lines.ts';
import type { Piece } from './pieces.ts';
import { textSource } from './source.ts';
import { walk } from './walk.ts';

/** What only the server could tell of a script. */
export interface Learned {
  /** Statements (by their first byte) that it refused in a transaction. */
  readonly alone: ReadonlySet<number>;
  /** Commit behind every new enum label: one was used in a way that the text does not show. */
  readonly commitLabels: boolean;
}

export const noLessons: Learned = { alone: new Set(), commitLabels: false };

/** For the side table: a file that was interrupted must be cut the same way when it goes on. */
export function lessonsToText(lessons: Learned): string {
  if (lessons.alone.size === 0 && !lessons.commitLabels) return '';
  return JSON.stringify({ alone: [...lessons.alone], commitLabels: lessons.commitLabels });
}

export function lessonsFromText(text: string): Learned {
  if (text === '') return noLessons;
  const { alone, commitLabels } = JSON.parse(text) as { alone: number[]; commitLabels: boolean };
  return { alone: new Set(alone), commitLabels };
}

/** Cannot run in a transaction block; a routine that commits inside of one; a new enum label used too early. */
const IN_TRANSACTION = '25001';
const COMMITS = '2D000';
const LABEL_TOO_NEW = '55P04';

interface Refusal {
  readonly ok: boolean;
  readonly error?: unknown;
  readonly at?: unknown;
}

/**
 * A new lesson from a refusal that took everything back, or undefined where there is none. Which statements PostgreSQL
 * refuses in a transaction cannot always be read off their text: a procedure may commit.
 */
export function learn(
  script: Script,
  known: Learned,
  refusal: Refusal,
): { readonly lessons: Learned; readonly because: string } | undefined {
  const code = (refusal.error as { server?: { code: string } } | undefined)?.server?.code;
  const at = refusal.at as { in: string; part: { from: number; to: number }; nth: number } | undefined;
  if (at?.in !== 'statement') return undefined;
  if (code === LABEL_TOO_NEW && !known.commitLabels) {
    return { lessons: { ...known, commitLabels: true }, because: 'a new enum label is used; committing behind it' };
  }
  if (code !== IN_TRANSACTION && code !== COMMITS) return undefined;
  const start = nthStatement(script, at.part, at.nth);
  if (start === undefined || known.alone.has(start)) return undefined;
  const line = lineCounter(script.source)(start);
  return {
    lessons: { ...known, alone: new Set([...known.alone, start]) },
    because: `line ${line} cannot run in a transaction (${code}); it runs alone, and what is before it is committed first`,
  };
}

function nthStatement(script: Script, part: { from: number; to: number }, nth: number): number | undefined {
  let n = 0;
  for (const item of walk(textSource('', script.source.read(part.from, part.to)))) {
    if (item.kind === 'statement' && n++ === nth) return part.from + item.start;
  }
  return undefined;
}

/** The script as the server wants it: pieces cut where a lesson says so. */
export function withLessons(script: Script, lessons: Learned): Script {
  if (lessons.alone.size === 0 && !lessons.commitLabels) return script;
  return { ...script, pieces: script.pieces.flatMap((piece) => cut(script, piece, lessons)) };
}

function cut(script: Script, piece: Piece, lessons: Learned): Piece[] {
  if (piece.kind !== 'sql') return [piece];
  const result: Piece[] = [];
  const lineOf = lineCounter(script.source);
  for (const item of walk(textSource('', script.source.read(piece.from, piece.to)))) {
    if (item.kind !== 'statement') continue;
    const [from, to] = [piece.from + item.from, piece.from + item.to];
    const start = piece.from + item.start;
    const last = result.at(-1);
    if (lessons.alone.has(start))
      result.push({ kind: 'alone', from, to, line: lineOf(start), what: { does: 'other' } });
    else if (last?.kind === 'sql') result[result.length - 1] = { ...last, to, statements: last.statements + 1 };
    else result.push({ kind: 'sql', from, to, line: lineOf(start), statements: 1 });
    if (lessons.commitLabels && item.class.kind === 'enum-value') {
      result.push({ kind: 'border', from: to, to, line: lineOf(start) });
    }
  }
  return result;
}
