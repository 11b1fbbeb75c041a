import { createReadStream, type Stats, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import { describe, isMap } from '@lockstep/base';
import { type ReportReading, type Unreadable, unreadable } from './report.ts';

/** `false` cut short is noticed at its first letter. */
const LITERAL_LENGTH = 5;

const MB = 1_048_576;
/** Reports that are parsed as one text: that much becomes several times as much in memory. */
const LARGEST_TEXT = 64 * MB;
/** Reports that are read as they stream by. */
const LARGEST_STREAM = 512 * MB;
/** A finding's message is for people; whatever is longer is data. */
const LONGEST_MESSAGE = 4_000;

/** Where a report is, and what its reader must know besides. */
export interface ReportSource {
  readonly path: string;
  /** The repository's root: paths in findings are relative to it. */
  readonly root: string;
  /** Where the tool ran; relative paths in its report start there. */
  readonly directory: string;
  /** How the tool ended; undefined where it was not run here. */
  readonly exitCode: number | undefined;
  /** Ends the reading: the deadline, or the job. */
  readonly signal?: AbortSignal;
}

/** Thrown inside a reader for a report that says nothing; `read` turns it into a Reading. */
export class UnreadableError extends Error {
  readonly why: Unreadable;

  constructor(why: Unreadable, detail: string) {
    super(detail);
    this.why = why;
  }
}

/** Runs a reader over the files of a report: whatever is wrong with one of them is an answer, not an error. */
export async function read(
  sources: readonly ReportSource[],
  reader: (sources: readonly ReportSource[]) => Promise<ReportReading>,
): Promise<ReportReading> {
  const [first] = sources;
  if (first === undefined) return unreadable('report-absent', 'there is no file');
  for (const source of sources)
    if (statOf(source.path) === undefined) return unreadable('report-absent', `${shown(source)} does not exist`);
  // Of several the reader says itself which one it is.
  return await inSource(sources.length === 1 ? first : undefined, () => reader(sources));
}

/** The same for one file, which it names. */
export async function inSource(
  source: ReportSource | undefined,
  work: () => Promise<ReportReading>,
): Promise<ReportReading> {
  const named = (detail: string) => (source === undefined ? detail : `${shown(source)}: ${detail}`);
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnreadableError) return unreadable(error.why, named(error.message));
    if (error instanceof Error && error.name === 'AbortError') throw error;
    // A file that cannot be opened, data that a parser stumbles over: whatever it is, its content is not known.
    return unreadable('report-malformed', named(`cannot be read: ${describe(error)}`));
  }
}

/** The whole text; an empty one is unreadable unless `mayBeEmpty`. */
export async function textOf(source: ReportSource, mayBeEmpty = false): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of piecesOf(source, LARGEST_TEXT)) pieces.push(piece);
  const text = pieces.join('');
  if (text.trim() === '' && !mayBeEmpty) throw new UnreadableError('report-empty', 'it is empty');
  return text;
}

/** The parsed JSON. One that ends in the middle is distinguished from one that is not JSON. */
export async function jsonOf(source: ReportSource): Promise<unknown> {
  const text = await textOf(source);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw broken(text, (error as SyntaxError).message);
  }
}

/** One JSON value per line; the last line must be whole. */
export async function jsonLinesOf(source: ReportSource, mayBeEmpty = false): Promise<readonly unknown[]> {
  const lines = (await textOf(source, mayBeEmpty)).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    try {
      return JSON.parse(line) as unknown;
    } catch (error) {
      throw broken(line, (error as SyntaxError).message);
    }
  });
}

/**
 * The file in pieces, without a byte order mark. Only a plain file has an end to wait for: a pipe or a device may have
 * none, and a folder has no text. Throws UnreadableError, also once it holds more than `largest`.
 */
export async function* piecesOf(source: ReportSource, largest = LARGEST_STREAM): AsyncGenerator<string> {
  const stats = statOf(source.path);
  if (stats?.isFile() !== true)
    throw new UnreadableError(
      'report-malformed',
      `it is ${stats?.isDirectory() === true ? 'a folder' : 'not a plain file'}`,
    );
  // Files of the kernel claim to be empty, and a file may grow while it is read: what is read is counted too.
  if (stats.size > largest) throw tooLarge(largest);
  const { signal } = source;
  const stream = createReadStream(source.path, {
    encoding: 'utf8',
    highWaterMark: 1 << 16,
    ...(signal === undefined ? {} : { signal }),
  });
  let first = true;
  for await (const piece of stream as AsyncIterable<string>) {
    if (stream.bytesRead > largest) throw tooLarge(largest);
    yield first ? piece.replace(/^\ufeff/, '') : piece;
    first = false;
  }
}

function tooLarge(largest: number): UnreadableError {
  return new UnreadableError('report-too-large', `it is larger than ${largest / MB} MB`);
}

/** The lines of a file, trimmed, as it streams by. A line that is longer than a report of one text may be is refused. */
export async function* linesOf(source: ReportSource): AsyncGenerator<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const piece of piecesOf(source)) {
    const [head = '', ...others] = piece.split('\n');
    parts.push(head);
    length += head.length;
    if (length > LARGEST_TEXT) throw new UnreadableError('report-too-large', 'it has a line without an end');
    for (const next of others) {
      yield parts.join('').trim();
      parts.length = 0;
      parts.push(next);
      length = next.length;
    }
  }
  const last = parts.join('').trim();
  if (last !== '') yield last;
}

/**
 * Text of a tool as a finding carries it: its first characters. A copy, since a part of a string would keep the whole
 * alive.
 */
export function messageOf(value: unknown): string {
  const text = textField(value);
  return text.length <= LONGEST_MESSAGE ? text : Buffer.from(`${text.slice(0, LONGEST_MESSAGE)}…`).toString();
}

export function mapOf(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (isMap(value)) return value;
  throw new UnreadableError('report-malformed', `expected ${what} to be an object`);
}

export function listOf(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new UnreadableError('report-malformed', `expected ${what} to be a list`);
}

export function countOf(value: unknown, what: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new UnreadableError('report-malformed', `expected ${what} to be a count`);
}

export function textField(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** 1-based numbers only: some tools write 0 for "no line". */
export function positive(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** A path as tools write it → relative to the root; undefined when it is outside. */
export function inRepository(source: ReportSource, file: string): string | undefined {
  const plain = file.startsWith('file://') ? pathOfUrl(file) : file;
  if (plain === '') return undefined;
  const path = relative(source.root, isAbsolute(plain) ? plain : join(source.directory, plain));
  return path === '' || path.startsWith('..') || isAbsolute(path) ? undefined : path.split(sep).join('/');
}

/** `''` for what only looks like an address of a file. */
function pathOfUrl(url: string): string {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    return '';
  }
}

/** The fields of a place, without those that are not known. */
export function place(
  file: string | undefined,
  line?: number | undefined,
  column?: number | undefined,
): { readonly file?: string; readonly line?: number; readonly column?: number } {
  if (file === undefined) return {};
  return {
    file,
    ...(line === undefined ? {} : { line }),
    ...(line === undefined || column === undefined ? {} : { column }),
  };
}

export function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

/** A document that starts like JSON and breaks only at its very end was cut off while it was written. */
function broken(text: string, message: string): UnreadableError {
  const length = text.trimEnd().length;
  const at = /at position (\d+)/.exec(message)?.[1];
  const atEnd = /end of JSON|Unterminated/.test(message) || (at !== undefined && Number(at) >= length - LITERAL_LENGTH);
  return atEnd && /^\s*[[{]/.test(text)
    ? new UnreadableError('report-truncated', 'it ends in the middle')
    : new UnreadableError('report-malformed', 'it is not JSON');
}

/** A file's name, for people. */
export function shown(source: ReportSource): string {
  return inRepository(source, source.path) ?? basename(source.path);
}
