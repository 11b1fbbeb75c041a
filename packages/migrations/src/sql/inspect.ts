import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Allowance, Directives } from './directives.ts';
import { lineCounter } from './lines.ts';
import type { Piece } from './pieces.ts';
import type { Problem } from './problem.ts';
import { ScriptBuilder, type TextRange } from './script-builder.ts';
import type { Source } from './source.ts';
import { walk } from './walk.ts';

/** All that can be known of a script without a database. */
export interface Script {
  /** Without byte-order mark; every offset below is one of its bytes. */
  readonly source: Source;
  /** SHA-256 in hex of the text with `\n` line ends and without byte-order mark: no editor setting changes it. */
  readonly checksum: string;
  readonly statements: number;
  readonly pieces: readonly Piece[];
  readonly directives: Directives;
  /** Lint rules that the author allowed for the statement that begins at this byte. */
  readonly allowances: readonly (Allowance & { readonly at: number })[];
  /** The statements with the comments before them, as the history keeps them; undefined where they are too large. */
  readonly texts: readonly string[] | undefined;
  /** The first words of its statements, each once. */
  readonly words: ReadonlySet<string>;
}

/**
 * Reads a script once, from end to end. What is wrong with it is added to `problems`: with any, do not run it. `preamble`
 * are comments of the file that stand before the script.
 */
export function inspect(source: Source, problems: Problem[], preamble = ''): Script {
  const body = withoutMark(source);
  const lineOf = lineCounter(body);
  const report = (at: number, message: string) => {
    problems.push({ file: source.name, line: lineOf(at), message });
  };
  const hash = createHash('sha256');
  const update = (bytes: Buffer) =>
    hash.update(bytes.includes(RETURN) ? Buffer.from(unixLines(bytes), 'latin1') : bytes);
  const builder = new ScriptBuilder(body, lineOf, report);
  if (preamble !== '') builder.addPreamble(preamble);
  let broken = false;
  let seen = 0;
  for (const item of walk(body, (bytes, from) => {
    broken ||= !checkBytes(bytes, (at, message) => report(from + at, message));
    update(bytes);
    seen = from + bytes.length;
  })) {
    if (!broken) builder.add(item);
  }
  // What cannot be read to its end has all of its text in the checksum nevertheless.
  for (; seen < body.size; seen += STEP) update(body.read(seen, seen + STEP));
  const { allowances, directives, pieces, statements, texts, words } = builder.finish();
  return {
    ...{ source: body, checksum: hash.digest('hex'), statements, pieces, directives, allowances, words },
    // Read when they are written: a folder of a thousand files is not held twice.
    get texts() {
      return texts?.map((text) => textOf(body, text));
    },
  };
}

function textOf(source: Source, { from, rows, to }: TextRange): string {
  const text = source.read(from, to).toString('utf8').trim();
  return rows === undefined ? text : `${text};\n${source.read(rows.from, rows.to).toString('utf8')}\\.`;
}

const RETURN = 13;
const STEP = 1 << 20;

function unixLines(bytes: Buffer): string {
  return bytes.toString('latin1').replaceAll('\r\n', '\n');
}

/** The same source behind its UTF-8 byte-order mark. */
export function withoutMark(source: Source): Source {
  if (!source.read(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return source;
  return { ...source, size: source.size - 3, read: (from, to) => source.read(from + 3, to + 3) };
}

/** False, and one report, where bytes are not text that PostgreSQL would take. */
function checkBytes(bytes: Buffer, report: (at: number, message: string) => void): boolean {
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const wide = bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]));
    report(
      nul,
      `a NUL byte, which PostgreSQL text cannot hold; ${wide ? 'this is UTF-16: ' : ''}save the file as UTF-8`,
    );
    return false;
  }
  if (isUtf8(bytes)) return true;
  let line = 0;
  for (let next = bytes.indexOf(10); next >= 0 && isUtf8(bytes.subarray(line, next)); ) {
    line = next + 1;
    next = bytes.indexOf(10, line);
  }
  report(line, 'not valid UTF-8; convert the file (iconv -f LATIN1 -t UTF-8), or write the bytes as an escape');
  return false;
}
