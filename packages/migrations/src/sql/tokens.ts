import { commentEnd, dollarEnd, isSpace, stringEnd, wordEnd } from './lexer.ts';

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
  const text = (from: number, to: number) =>
    Buffer.from(statement.buffer, statement.byteOffset + from, to - from).toString('utf8');
  for (let i = 0; i < statement.length && found.length < limit; ) {
    const c = statement[i] as number;
    const stop = tokenEnd(statement, i, standardStrings);
    if (isSpace(c) || stop.kind === 'comment') {
      i = stop.end;
      continue;
    }
    const raw = text(i, stop.end);
    const value = stop.kind === 'word' ? raw.toLowerCase() : stop.kind === 'name' ? unquoted(raw) : raw;
    found.push({ kind: stop.kind, value, at: i, end: stop.end });
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
  const c = String.fromCharCode(bytes[i] as number);
  const orEnd = (end: number) => (end < 0 ? bytes.length : end);
  if (c === "'") return { kind: 'text', end: orEnd(stringEnd(bytes, i, !standardStrings, true)) };
  if (c === '"') {
    let close = bytes.indexOf(34, i + 1);
    while (close >= 0 && bytes[close + 1] === 34) close = bytes.indexOf(34, close + 2);
    return { kind: 'name', end: orEnd(close + 1 || -1) };
  }
  if (c === '$') {
    const end = orEnd(dollarEnd(bytes, i, true));
    return { kind: end === i + 1 ? 'mark' : 'text', end };
  }
  if (c === '-' && bytes[i + 1] === 45) {
    let end = i;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
    return { kind: 'comment', end };
  }
  if (c === '/' && bytes[i + 1] === 42) return { kind: 'comment', end: orEnd(commentEnd(bytes, i)) };
  if (/[\w\x80-\xff]/.test(c)) {
    const end = wordEnd(bytes, i);
    const isPrefix = end === i + 1 && bytes[end] === 39 && /[ebxn]/i.test(c);
    return isPrefix
      ? { kind: 'text', end: orEnd(stringEnd(bytes, end, !standardStrings || /e/i.test(c), true)) }
      : { kind: 'word', end };
  }
  return { kind: 'mark', end: i + 1 };
}

function unquoted(raw: string): string {
  return raw.slice(1, -1).replaceAll('""', '"');
}
