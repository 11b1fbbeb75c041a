import type { Script } from './inspect.ts';
import { lineCounter } from './lines.ts';
import type { Piece } from './pieces.ts';
import { textSource } from './source.ts';
import { walk } from './walk.ts';

/** What only the server could tell of a script: of statements, by their first byte. */
export interface SplitHints {
  /** It refused them in a transaction. */
  readonly alone: ReadonlySet<number>;
  /** They use an enum label that is too new in a way that the text does not show: commit what is before them. */
  readonly behindCommit: ReadonlySet<number>;
}

export const noHints: SplitHints = { alone: new Set(), behindCommit: new Set() };

/** For the side table: a file that was interrupted must be cut the same way when it goes on. */
export function hintsToText({ alone, behindCommit }: SplitHints): string {
  if (alone.size === 0 && behindCommit.size === 0) return '';
  return JSON.stringify({ alone: [...alone], behindCommit: [...behindCommit] });
}

export function hintsFromText(text: string): SplitHints {
  if (text === '') return noHints;
  const { alone, behindCommit } = JSON.parse(text) as { alone: number[]; behindCommit?: number[] };
  return { alone: new Set(alone), behindCommit: new Set(behindCommit) };
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
 * A new hint from a refusal that took everything back, or undefined where there is none. Which statements PostgreSQL
 * refuses in a transaction cannot always be read off their text: a procedure may commit.
 */
export function hintFrom(
  script: Script,
  known: SplitHints,
  refusal: Refusal,
): { readonly hints: SplitHints; readonly because: string } | undefined {
  const code = (refusal.error as { server?: { code: string } } | undefined)?.server?.code;
  const at = refusal.at as { in: string; part: { from: number; to: number }; nth: number } | undefined;
  if (at?.in !== 'statement') return undefined;
  if (code !== IN_TRANSACTION && code !== COMMITS && code !== LABEL_TOO_NEW) return undefined;
  const start = nthStatement(script, at.part, at.nth);
  if (start === undefined || isInBlock(script, start)) return undefined;
  const line = lineCounter(script.source)(start);
  if (code === LABEL_TOO_NEW) {
    if (known.behindCommit.has(start)) return undefined;
    return {
      hints: { ...known, behindCommit: new Set([...known.behindCommit, start]) },
      because: `line ${line} uses a new enum label (${code}); what is before it is committed first, separately`,
    };
  }
  if (known.alone.has(start)) return undefined;
  return {
    hints: { ...known, alone: new Set([...known.alone, start]) },
    because: `line ${line} cannot run in a transaction (${code}); it runs alone, and what is before it is committed first`,
  };
}

/** Whether the author's own BEGIN is open there: no cut can be made in it. */
function isInBlock(script: Script, start: number): boolean {
  let isOpen = false;
  for (const piece of script.pieces) {
    if (piece.from > start) break;
    if (piece.kind === 'begin') isOpen = true;
    if (piece.kind === 'commit' || piece.kind === 'rollback') isOpen = piece.chain;
    if (piece.kind === 'prepare') isOpen = false;
  }
  return isOpen;
}

function nthStatement(script: Script, part: { from: number; to: number }, nth: number): number | undefined {
  let n = 0;
  for (const item of walk(textSource('', script.source.read(part.from, part.to)))) {
    if (item.kind === 'statement' && n++ === nth) return part.from + item.start;
  }
  return undefined;
}

/** The script as the server wants it: pieces cut where a hint says so. */
export function withHints(script: Script, hints: SplitHints): Script {
  if (hints.alone.size === 0 && hints.behindCommit.size === 0) return script;
  return { ...script, pieces: script.pieces.flatMap((piece) => cut(script, piece, hints)) };
}

function cut(script: Script, piece: Piece, hints: SplitHints): Piece[] {
  const { from, line, to } = piece;
  const border = (at: number, nth: number): Piece => ({ kind: 'border', from: at, to: at, line: nth });
  if (piece.kind !== 'sql') {
    const isCut = [...hints.behindCommit].some((start) => start >= from && start < to);
    return isCut ? [border(from, line), piece] : [piece];
  }
  const result: Piece[] = [];
  const lineOf = lineCounter(script.source);
  for (const item of walk(textSource('', script.source.read(from, to)))) {
    if (item.kind !== 'statement') continue;
    const range = { from: from + item.from, to: from + item.to, line: lineOf(from + item.start) };
    if (hints.behindCommit.has(from + item.start)) result.push(border(range.from, range.line));
    const last = result.at(-1);
    if (hints.alone.has(from + item.start)) result.push({ kind: 'alone', ...range, what: { does: 'other' } });
    else if (last?.kind === 'sql')
      result[result.length - 1] = { ...last, to: range.to, statements: last.statements + 1 };
    else result.push({ kind: 'sql', ...range, statements: 1 });
  }
  return result;
}
