import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, InputError, redactText } from '@lockstep/base';

export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes files that are not there yet: all of them, or none. Throws InputError where one is there, or cannot be written.
 */
export function writeNewFiles(files: readonly NewFile[]): void {
  const there = files.filter(({ path }) => existsSync(path)).map(({ path }) => `${path}: is there already`);
  if (there.length > 0) throw new InputError(there);
  const done: (() => void)[] = [];
  for (const { path, text } of files) {
    try {
      for (const folder of makeFolders(dirname(path))) done.unshift(() => rmdirSync(folder));
      writeFileSync(path, redactText(text), { flag: 'wx' });
      done.unshift(() => rmSync(path));
    } catch (cause) {
      for (const undo of done) quietly(undo);
      throw new InputError(`${path}: cannot be written: ${describe(cause)}; nothing was written`, { cause });
    }
  }
}

/** All of the new text, or the old file. */
export function replaceFile(path: string, text: string): void {
  const copy = `${path}.new`;
  try {
    writeFileSync(copy, redactText(text));
    renameSync(copy, path);
  } catch (cause) {
    quietly(() => rmSync(copy, { force: true }));
    throw new InputError(`${path}: cannot be written: ${describe(cause)}; nothing was written`, { cause });
  }
}

/** The folders that were not there, the innermost last. */
function makeFolders(folder: string): readonly string[] {
  if (existsSync(folder)) return [];
  const above = makeFolders(dirname(folder));
  mkdirSync(folder);
  return [...above, folder];
}

/** What is left after a failed undo is less than what the error says. */
function quietly(undo: () => void): void {
  try {
    undo();
  } catch {
    // The disk that refused the file refuses this as well.
  }
}
