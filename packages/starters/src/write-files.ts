import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, InputError } from '@lockstep/base';

/** A file that is to be in a repository, and what is there now. */
export interface FileChange {
  readonly path: string;
  readonly text: string;
  /** What is there and differs; undefined where nothing is. */
  readonly before: string | undefined;
}

/** The files that are not there yet, or that differ. Throws InputError where one cannot be read. */
export function changesOf(into: string, files: ReadonlyMap<string, string>): readonly FileChange[] {
  return [...files]
    .map(([path, text]) => ({ path, text, before: readIfThere(join(into, path)) }))
    .filter(({ text, before }) => text !== before);
}

function readIfThere(path: string): string | undefined {
  try {
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  } catch (cause) {
    throw new InputError(`${path}: cannot be read: ${describe(cause)}`, { cause });
  }
}

/**
 * Writes all of them or none, as far as a file system allows that: each is written next to its place first, and what was
 * made is removed where one cannot be. Throws InputError then, and before anything is written where a file differs and may
 * not be replaced.
 */
export function writeChanges(into: string, changes: readonly FileChange[], force = false): void {
  const theirs = changes.filter(({ before }) => before !== undefined).map(({ path }) => path);
  if (theirs.length > 0 && !force)
    throw new InputError(
      `${theirs.join(', ')}: there already, and different; nothing was written, --force replaces ${theirs.length === 1 ? 'it' : 'them'}`,
    );
  const undo: (() => void)[] = [];
  try {
    for (const { path, text } of changes) prepare(join(into, path), text, undo);
    for (const change of changes) replace(join(into, change.path), change.before, undo);
  } catch (cause) {
    for (const one of undo.reverse()) quietly(one);
    throw new InputError(`${into}: cannot be written, nothing was: ${describe(cause)}`, { cause });
  }
}

const beside = (path: string) => `${path}.lockstep-new`;

function prepare(path: string, text: string, undo: (() => void)[]): void {
  makeFolder(dirname(path), undo);
  // Followed, a link could lead out of the repository.
  if (existsSync(path) && lstatSync(path).isSymbolicLink()) throw new InputError(`${path} is a symbolic link`);
  writeFileSync(beside(path), text, { flag: 'wx' });
  undo.push(() => rmSync(beside(path), { force: true }));
}

function makeFolder(folder: string, undo: (() => void)[]): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw new InputError(`${folder} is no folder`);
    return;
  }
  makeFolder(dirname(folder), undo);
  mkdirSync(folder);
  undo.push(() => rmdirSync(folder));
}

function replace(path: string, before: string | undefined, undo: (() => void)[]): void {
  renameSync(beside(path), path);
  undo.push(() => (before === undefined ? rmSync(path) : writeFileSync(path, before)));
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // What could not be written cannot always be removed either; the first error says why.
  }
}

/** Writes what is not there yet, and gives the paths of it. */
export function writeFiles(into: string, files: ReadonlyMap<string, string>, force = false): readonly string[] {
  const changes = changesOf(into, files);
  writeChanges(into, changes, force);
  return changes.map(({ path }) => path);
}
