import { createReadStream, type Stats, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import { describe, isMap } from '@lockstep/base';
import { type Reading, type Unreadable, unreadable } from './report.ts';

/** `false` cut short is noticed at its first letter. */
const LITERAL_LENGTH = 5;

/** Where a report is, and what its reader must know besides. */
export interface Source {
  readonly path: string;
  /** The repository's root: paths in findings are relative to it. */
  readonly root: string;
  /** Where the tool ran; relative paths in its report start there. */
  readonly directory: string;
  /** How the tool ended; undefined where nobody ran it here. */
  readonly exitCode: number | undefined;
}

/** Thrown inside a reader for a report that says nothing; `read` turns it into a Reading. */
export class UnreadableError extends Error {
  readonly why: Unreadable;

  constructor(why: Unreadable, detail: string) {
    super(detail);
    this.why = why;
  }
}

/** Runs a reader: a report that says nothing is an answer, not an error. */
export async function read(source: Source, reader: (source: Source) => Promise<Reading>): Promise<Reading> {
  const stats = statOf(source.path);
  if (stats === undefined) return unreadable('report-absent', `${shown(source)} is not there`);
  try {
    return await reader(source);
  } catch (error) {
    if (error instanceof UnreadableError) return unreadable(error.why, `${shown(source)}: ${error.message}`);
    // A file that cannot be opened, data that a parser stumbles over: whatever it is, nobody saw what it says.
    return unreadable('report-malformed', `${shown(source)}: cannot be read: ${describe(error)}`);
  }
}

/** The whole text; an empty one is unreadable unless `mayBeEmpty`. */
export async function textOf(source: Source, mayBeEmpty = false): Promise<string> {
  const text = (await readFile(source.path, 'utf8')).replace(/^\ufeff/, '');
  if (text.trim() === '' && !mayBeEmpty) throw new UnreadableError('report-empty', 'it is empty');
  return text;
}

/** The parsed JSON. One that ends in the middle is told apart from one that is no JSON. */
export async function jsonOf(source: Source): Promise<unknown> {
  const text = await textOf(source);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw broken(text, (error as SyntaxError).message);
  }
}

/** One JSON value a line; the last line must be whole. */
export async function jsonLinesOf(source: Source): Promise<readonly unknown[]> {
  const lines = (await textOf(source)).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    try {
      return JSON.parse(line) as unknown;
    } catch (error) {
      throw broken(line, (error as SyntaxError).message);
    }
  });
}

/** The file in pieces, for reports that are read as they stream by. */
export function piecesOf(source: Source): AsyncIterable<string> {
  return createReadStream(source.path, { encoding: 'utf8', highWaterMark: 1 << 16 });
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

/** A path as tools write it → relative to the root; undefined when it lies outside. */
export function inRepository(source: Source, file: string): string | undefined {
  const plain = file.startsWith('file://') ? decodeURIComponent(new URL(file).pathname) : file;
  if (plain === '') return undefined;
  const path = relative(source.root, isAbsolute(plain) ? plain : join(source.directory, plain));
  return path === '' || path.startsWith('..') || isAbsolute(path) ? undefined : path.split(sep).join('/');
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
    : new UnreadableError('report-malformed', 'it is no JSON');
}

function shown(source: Source): string {
  return inRepository(source, source.path) ?? basename(source.path);
}
