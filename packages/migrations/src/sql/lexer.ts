/**
 * Finds where statements end, as psql does (src/fe_utils/psqlscan.l of PostgreSQL): quotes, dollar quotes, nested
 * comments, parentheses and SQL-standard function bodies. Works on UTF-8 bytes, because every character that matters
 * here is ASCII, and holds no state between statements, so that a file of any size can go through a small window.
 */

export interface StatementSpan {
  readonly kind: 'statement';
  /** Where the white space and comments before the statement begin. */
  readonly head: number;
  /** The first byte of its first token. */
  readonly start: number;
  /** Behind its last token; the semicolon is not part of it. */
  readonly end: number;
  /** Behind the semicolon, or the end of the input. */
  readonly next: number;
}

export type LexItem =
  | StatementSpan
  /** A psql meta command, from the backslash to the end of its line. `inStatement`: tokens stand before it. */
  | {
      readonly kind: 'meta';
      readonly start: number;
      readonly end: number;
      readonly next: number;
      readonly inStatement: boolean;
    }
  /** Nothing but white space and comments up to the end of the input. */
  | { readonly kind: 'end'; readonly head: number; readonly next: number }
  /** The input ends within this; only when the input is final. */
  | { readonly kind: 'unterminated'; readonly what: Unterminated; readonly start: number }
  /** The input ends before the statement does, and there is more of it. */
  | { readonly kind: 'more' };

export type Unterminated = 'quoted string' | 'quoted identifier' | 'dollar-quoted string' | 'comment';

export interface LexOptions {
  /** False where more bytes follow the given ones. */
  readonly final: boolean;
  /** False after `set standard_conforming_strings = off`: a backslash escapes in plain strings too. */
  readonly standardStrings: boolean;
}

const NEWLINE = 10;
const RETURN = 13;
export const QUOTE = 39;
export const DOUBLE_QUOTE = 34;
export const DOLLAR = 36;
const BACKSLASH = 92;
export const MINUS = 45;
export const SLASH = 47;
export const STAR = 42;
const OPEN = 40;
const CLOSE = 41;
const SEMICOLON = 59;

/** The next statement, meta command or end at or after `from`. */
export function lexOne(bytes: Uint8Array, from: number, options: LexOptions): LexItem {
  const length = bytes.length;
  let start = -1;
  let end = from;
  let parens = 0;
  let bodies = 0;
  let routine: RoutineStage = 'start';
  const token = (at: number, behind: number) => {
    if (start < 0) start = at;
    end = behind;
  };
  const open = (what: Unterminated, at: number): LexItem =>
    options.final ? { kind: 'unterminated', what, start: at } : { kind: 'more' };

  for (let i = from; i < length; ) {
    const c = bytes[i] as number;
    if (isSpace(c)) {
      i++;
    } else if (isWordStart(c)) {
      const behind = wordEnd(bytes, i);
      if (behind === length && !options.final) return { kind: 'more' };
      token(i, behind);
      if (bytes[behind] === QUOTE && isWord(bytes, i, behind, 'e')) {
        const stop = stringEnd(bytes, behind, true, options.final);
        if (stop < 0) return open('quoted string', behind);
        end = stop;
        i = stop;
        continue;
      }
      if (routine !== 'routine') routine = nextStage(routine, bytes, i, behind);
      else if (parens === 0) bodies += bodyStep(bytes, i, behind, bodies);
      i = behind;
    } else if (c === QUOTE) {
      const stop = stringEnd(bytes, i, !options.standardStrings, options.final);
      if (stop < 0) return open('quoted string', i);
      token(i, stop);
      i = stop;
    } else if (c === DOUBLE_QUOTE) {
      const close = bytes.indexOf(DOUBLE_QUOTE, i + 1);
      if (close < 0) return open('quoted identifier', i);
      token(i, close + 1);
      i = close + 1;
    } else if (c === MINUS && bytes[i + 1] === MINUS) {
      i = lineEnd(bytes, i);
      if (i === length && !options.final) return { kind: 'more' };
    } else if (c === SLASH && bytes[i + 1] === STAR) {
      const stop = commentEnd(bytes, i);
      if (stop < 0) return open('comment', i);
      i = stop;
    } else if (c === DOLLAR) {
      const stop = dollarEnd(bytes, i, options.final);
      if (stop < 0) return open('dollar-quoted string', i);
      token(i, stop);
      i = stop;
    } else if (c === BACKSLASH) {
      const stop = lineEnd(bytes, i);
      if (stop === length && !options.final) return { kind: 'more' };
      return { kind: 'meta', start: i, end: stop, next: stop, inStatement: start >= 0 };
    } else if (c === SEMICOLON && parens === 0 && bodies === 0) {
      if (start >= 0) return { kind: 'statement', head: from, start, end, next: i + 1 };
      // An empty statement: its semicolon is white space to us.
      i++;
    } else {
      if (!options.final && i + 1 === length) return { kind: 'more' };
      if (c === OPEN) parens++;
      else if (c === CLOSE && parens > 0) parens--;
      token(i, i + 1);
      i++;
    }
  }
  if (!options.final) return { kind: 'more' };
  if (start < 0) return { kind: 'end', head: from, next: length };
  return { kind: 'statement', head: from, start, end, next: length };
}

export function isSpace(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13);
}

/** What a word or a number begins with, which is also what it may go on with. */
export function isWordStart(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || c >= 128 || isDigit(c);
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** A word or a number: what an identifier may go on with, the dollar included, so that `t$a$` opens no quote. */
export function wordEnd(bytes: Uint8Array, from: number): number {
  let i = from + 1;
  for (; i < bytes.length; i++) {
    const c = bytes[i] as number;
    if (!isWordStart(c) && c !== DOLLAR) break;
  }
  return i;
}

/**
 * Behind the string whose opening quote is at `from`, -1 where the input ends first. A string with escapes goes on,
 * still with escapes, in a quote after white space with a line break (`whitespace_with_newline` of the scanner).
 */
export function stringEnd(bytes: Uint8Array, from: number, escapes: boolean, final: boolean): number {
  for (let i = from + 1; ; ) {
    const close = escapes ? unescapedQuote(bytes, i) : bytes.indexOf(QUOTE, i);
    if (close < 0) return -1;
    if (bytes[close + 1] === QUOTE) {
      i = close + 2;
      continue;
    }
    if (close + 1 === bytes.length && !final) return -1;
    const again = escapes ? continuation(bytes, close + 1) : -1;
    if (again < 0) return close + 1;
    i = again + 1;
  }
}

function unescapedQuote(bytes: Uint8Array, from: number): number {
  for (let i = from; i < bytes.length; i++) {
    if (bytes[i] === BACKSLASH) i++;
    else if (bytes[i] === QUOTE) return i;
  }
  return -1;
}

function continuation(bytes: Uint8Array, from: number): number {
  let i = from;
  let lines = 0;
  for (; i < bytes.length; i++) {
    const c = bytes[i] as number;
    if (c === NEWLINE || c === RETURN) lines++;
    else if (lines > 0 && c === MINUS && bytes[i + 1] === MINUS) i = lineEnd(bytes, i);
    else if (!isSpace(c)) break;
  }
  return lines > 0 && bytes[i] === QUOTE ? i : -1;
}

/** Behind the comment at `from`, nested ones included; -1 where the input ends first. */
export function commentEnd(bytes: Uint8Array, from: number): number {
  let depth = 1;
  for (let i = from + 2; ; ) {
    const slash = bytes.indexOf(SLASH, i);
    if (slash < 0) return -1;
    if (slash > i && bytes[slash - 1] === STAR) {
      depth--;
      i = slash + 1;
      if (depth === 0) return i;
    } else if (bytes[slash + 1] === STAR) {
      depth++;
      i = slash + 2;
    } else i = slash + 1;
  }
}

/** The line break that ends a comment or a meta command at `from`, or the end of the input. */
function lineEnd(bytes: Uint8Array, from: number): number {
  let i = from;
  while (i < bytes.length && bytes[i] !== NEWLINE && bytes[i] !== RETURN) i++;
  return i;
}

/** Behind the dollar-quoted string at `from`, or behind the dollar where it opens none (`$1`); -1 where it is open. */
export function dollarEnd(bytes: Uint8Array, from: number, final: boolean): number {
  let tag = from + 1;
  while (tag < bytes.length && isWordStart(bytes[tag] as number)) tag++;
  if (tag === bytes.length && !final) return -1;
  if (bytes[tag] !== DOLLAR || isDigit(bytes[from + 1] as number)) return from + 1;
  const quote = Buffer.from(bytes.buffer, bytes.byteOffset + from, tag + 1 - from);
  const close = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(quote, tag + 1);
  return close < 0 ? -1 : close + quote.length;
}

/** How much of `create [or replace] function|procedure` was seen: only there has a body semicolons of its own. */
type RoutineStage = 'start' | 'create' | 'or' | 'replace' | 'routine' | 'other';

function nextStage(stage: RoutineStage, bytes: Uint8Array, at: number, behind: number): RoutineStage {
  const is = (word: string) => isWord(bytes, at, behind, word);
  if (stage === 'start') return is('create') ? 'create' : 'other';
  if (stage === 'create' && is('or')) return 'or';
  if (stage === 'or') return is('replace') ? 'replace' : 'other';
  return stage !== 'other' && (is('function') || is('procedure')) ? 'routine' : 'other';
}

function bodyStep(bytes: Uint8Array, at: number, behind: number, depth: number): number {
  if (isWord(bytes, at, behind, 'begin')) return 1;
  if (depth > 0 && isWord(bytes, at, behind, 'case')) return 1;
  return depth > 0 && isWord(bytes, at, behind, 'end') ? -1 : 0;
}

/** Whether the bytes are this ASCII word, in any case. */
export function isWord(bytes: Uint8Array, at: number, behind: number, word: string): boolean {
  if (behind - at !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (((bytes[at + i] as number) | 32) !== word.charCodeAt(i)) return false;
  return true;
}
