import { classify, type StatementClass } from './classify.ts';
import { type LexItem, lexOne, type Unterminated } from './lexer.ts';
import type { Source } from './source.ts';

/** One thing in a script. Offsets are bytes from the script's beginning. */
export type ScriptItem =
  | {
      readonly kind: 'statement';
      readonly class: StatementClass;
      /** Where the white space and comments before it begin. */
      readonly from: number;
      readonly start: number;
      readonly end: number;
      /** Behind the semicolon and, of a `copy … from stdin`, behind its line. */
      readonly to: number;
      /** The comments before it. */
      readonly head: Buffer;
      /** The statement itself, without its semicolon. Valid until the next item is asked for. */
      readonly bytes: Buffer;
      /** False where a backslash escapes in the statement's plain strings. */
      readonly standardStrings: boolean;
    }
  /** Rows of the COPY before, without the line that ends them. A piece of them where there are many. */
  | { readonly kind: 'copy-data'; readonly from: number; readonly to: number; readonly last: boolean }
  | {
      readonly kind: 'meta';
      readonly from: number;
      readonly to: number;
      readonly text: string;
      readonly inStatement: boolean;
    }
  | { readonly kind: 'end'; readonly from: number; readonly head: Buffer }
  | { readonly kind: 'unterminated'; readonly from: number; readonly what: Unterminated }
  /** SQL on the same line as a `copy … from stdin` would be taken for data, or run before it. */
  | { readonly kind: 'copy-line'; readonly from: number };

/** Told of every byte of the script, in order, in parts that end between characters. */
export type ByteSink = (bytes: Buffer, from: number) => void;

const WINDOW = 1 << 20;

/** Walks a script through a window that grows only with its longest statement. */
export function* walk(source: Source, sink: ByteSink = () => undefined, window = WINDOW): Generator<ScriptItem> {
  let base = 0;
  let bytes = source.read(0, window);
  let at = 0;
  let standardStrings = true;
  const isFinal = () => base + bytes.length >= source.size;
  const slide = () => {
    sink(bytes.subarray(0, at), base);
    const size = at === 0 ? bytes.length * 2 : window;
    base += at;
    at = 0;
    bytes = source.read(base, base + size);
  };

  for (;;) {
    const item: LexItem = lexOne(bytes, at, { final: isFinal(), standardStrings });
    if (item.kind === 'more') {
      slide();
      continue;
    }
    if (item.kind === 'unterminated') {
      yield { kind: 'unterminated', from: base + item.start, what: item.what };
      return;
    }
    if (item.kind === 'end') {
      yield { kind: 'end', from: base + item.head, head: bytes.subarray(item.head) };
      at = bytes.length;
      sink(bytes, base);
      return;
    }
    if (item.kind === 'meta') {
      const text = bytes.toString('utf8', item.start, item.end);
      yield { kind: 'meta', from: base + item.start, to: base + item.next, text, inStatement: item.inStatement };
      at = item.next;
      continue;
    }
    const statement = bytes.subarray(item.start, item.end);
    const kind = classify(statement, standardStrings);
    let next = item.next;
    if (kind.kind === 'copy-from-stdin') {
      const line = dataBegins(bytes, next);
      if (line === 'more' && !isFinal()) {
        slide();
        continue;
      }
      if (line === 'sql') {
        yield { kind: 'copy-line', from: base + item.next };
        return;
      }
      next = line === 'more' ? bytes.length : line;
    }
    yield {
      kind: 'statement',
      class: kind,
      from: base + item.head,
      start: base + item.start,
      end: base + item.end,
      to: base + next,
      head: bytes.subarray(item.head, item.start),
      bytes: statement,
      standardStrings,
    };
    at = next;
    if (kind.kind === 'string-syntax') standardStrings = kind.standard;
    if (kind.kind !== 'copy-from-stdin') continue;
    for (let done = false; !done; ) {
      const data = dataEnds(bytes, at, isFinal());
      if (data === undefined) {
        slide();
        continue;
      }
      yield { kind: 'copy-data', from: base + at, to: base + data.end, last: data.last };
      at = data.next;
      done = data.last;
    }
  }
}

/** Where the line after the semicolon ends; `sql` where more than white space stands on it. */
function dataBegins(bytes: Buffer, from: number): number | 'sql' | 'more' {
  const line = bytes.indexOf(10, from);
  const rest = bytes.toString('latin1', from, line < 0 ? bytes.length : line);
  if (!/^[ \t\r]*(--.*)?$/s.test(rest)) return 'sql';
  return line < 0 ? 'more' : line + 1;
}

/** The rows up to the line `\.`, or as many whole lines as the window holds; the end of the file ends them too. */
function dataEnds(
  bytes: Buffer,
  from: number,
  final: boolean,
): { end: number; next: number; last: boolean } | undefined {
  for (let at = from; ; ) {
    const mark = bytes.indexOf('\\.', at);
    if (mark < 0) break;
    const startsLine = mark === from || bytes[mark - 1] === 10;
    const behind = bytes[mark + 2] === 13 ? mark + 3 : mark + 2;
    if (startsLine && (bytes[behind] === 10 || (behind >= bytes.length && final))) {
      return { end: mark, next: Math.min(behind + 1, bytes.length), last: true };
    }
    at = mark + 2;
  }
  if (final) return { end: bytes.length, next: bytes.length, last: true };
  const line = bytes.lastIndexOf(10);
  return line < from ? undefined : { end: line + 1, next: line + 1, last: false };
}
