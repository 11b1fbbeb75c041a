import {
  commentEnd,
  DOLLAR,
  DOUBLE_QUOTE,
  dollarEnd,
  isSpace,
  isWordStart,
  MINUS,
  QUOTE,
  SLASH,
  STAR,
  stringEnd,
  wordEnd,
} from './lexer.ts';

/** The bit that makes an ASCII letter a small one. */
const LOWER = 32;
/** `e'…'`, `b'…'`, `x'…'` and `n'…'` are strings; in the first, a backslash escapes. */
const ESCAPES = 'e'.charCodeAt(0);
const PREFIXES: ReadonlySet<number> = new Set(Buffer.from('ebxn'));

/**
 * A token of one statement. A `word` is an unquoted identifier, keyword or number in lower case; a `name` a quoted
 * identifier without its quotes; `text` any string constant, with its quotes; `mark` one other character.
 */
export interface Token {
  readonly kind: 'word' | 'name' | 'text' | 'mark';
  readonly value: string;
  /** Byte offsets within the statement. */
  readonly at: number;
  readonly end: number;
}

/** The first `limit` tokens of a statement, without its comments. */
export function tokens(statement: Uint8Array, limit = Number.POSITIVE_INFINITY, standardStrings = true): Token[] {
  const found: Token[] = [];
  const bytes = Buffer.from(statement.buffer, statement.byteOffset, statement.byteLength);
  for (let i = 0; i < statement.length && found.length < limit; ) {
    if (isSpace(statement[i] as number)) {
      i++;
      continue;
    }
    const stop = tokenEnd(statement, i, standardStrings);
    if (stop.kind === 'comment') {
      i = stop.end;
      continue;
    }
    const raw =
      stop.kind === 'mark' ? String.fromCharCode(statement[i] as number) : bytes.toString('utf8', i, stop.end);
    const value = stop.kind === 'word' ? raw.toLowerCase() : stop.kind === 'name' ? unquoted(raw) : raw;
    found.push({ kind: stop.kind, value, at: i, end: stop.end });
    i = stop.end;
  }
  return found;
}

export interface Part {
  readonly kind: Token['kind'] | 'comment';
  /** As it is written. */
  readonly text: string;
}

/** All tokens and comments of a stretch of SQL as they are written: what is left out is the white space between them. */
export function parts(sql: Buffer, standardStrings = true): Part[] {
  const found: Part[] = [];
  for (let i = 0; i < sql.length; ) {
    const stop = isSpace(sql[i] as number) ? { kind: 'space' as const, end: i + 1 } : tokenEnd(sql, i, standardStrings);
    if (stop.kind !== 'space') found.push({ kind: stop.kind, text: sql.toString('utf8', i, stop.end).trimEnd() });
    i = stop.end;
  }
  return found;
}

/** Where the `--` comments of a stretch of SQL are: not those in strings, nor those in block comments. */
export function lineComments(sql: Uint8Array, standardStrings = true): { readonly at: number; readonly end: number }[] {
  const found: { at: number; end: number }[] = [];
  for (let i = 0; i < sql.length; ) {
    const stop = tokenEnd(sql, i, standardStrings);
    if (stop.kind === 'comment' && sql[i] === 45) found.push({ at: i, end: stop.end });
    i = stop.end;
  }
  return found;
}

function tokenEnd(
  bytes: Uint8Array,
  i: number,
  standardStrings: boolean,
): { kind: Token['kind'] | 'comment'; end: number } {
  const c = bytes[i] as number;
  const orEnd = (end: number) => (end < 0 ? bytes.length : end);
  if (isWordStart(c)) {
    const end = wordEnd(bytes, i);
    const prefix = end === i + 1 && bytes[end] === QUOTE ? c | LOWER : 0;
    return PREFIXES.has(prefix)
      ? { kind: 'text', end: orEnd(stringEnd(bytes, end, !standardStrings || prefix === ESCAPES, true)) }
      : { kind: 'word', end };
  }
  if (c === QUOTE) return { kind: 'text', end: orEnd(stringEnd(bytes, i, !standardStrings, true)) };
  if (c === DOUBLE_QUOTE) {
    let close = bytes.indexOf(DOUBLE_QUOTE, i + 1);
    while (close >= 0 && bytes[close + 1] === DOUBLE_QUOTE) close = bytes.indexOf(DOUBLE_QUOTE, close + 2);
    return { kind: 'name', end: orEnd(close + 1 || -1) };
  }
  if (c === DOLLAR) {
    const end = orEnd(dollarEnd(bytes, i, true));
    return { kind: end === i + 1 ? 'mark' : 'text', end };
  }
  if (c === MINUS && bytes[i + 1] === MINUS) {
    let end = i;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
    return { kind: 'comment', end };
  }
  if (c === SLASH && bytes[i + 1] === STAR) return { kind: 'comment', end: orEnd(commentEnd(bytes, i)) };
  return { kind: 'mark', end: i + 1 };
}

function unquoted(raw: string): string {
  return raw.slice(1, -1).replaceAll('""', '"');
}
