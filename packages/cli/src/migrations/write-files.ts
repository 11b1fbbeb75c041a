import { existsSync, mkdirSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { InputError, redactData } from '@lockstep/base';
import { whyUnwritten } from '../files.ts';

export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/**
 * SQL is written as it is, or not at all: another text is another migration than the one that was verified. Throws
 * InputError where a secret that this process knows is in it.
 */
export function assertNoSecret({ path, text }: NewFile): void {
  if (redactData(text) === text) return;
  const nth = text.split('\n').findIndex((line) => redactData(line) !== line);
  const where = nth < 0 ? '' : `line ${nth + 1} `;
  throw new InputError(
    `${path}: ${where}has a secret that is also on the command line or in a setting of this command; nothing was written: take it out of the SQL`,
  );
}

/**
 * Writes files that are not there yet: all of them, or none; gives what deletes them again, and leaves the folders, in which
 * others may write. Throws InputError where one is there, or cannot be written.
 */
export function writeNewFiles(files: readonly NewFile[]): () => void {
  for (const file of files) assertNoSecret(file);
  const there = files.filter(({ path }) => existsSync(path)).map(({ path }) => `${path}: is there already`);
  if (there.length > 0) throw new InputError(there);
  const written: (() => void)[] = [];
  const folders: (() => void)[] = [];
  for (const { path, text } of files) {
    try {
      for (const folder of missingFolders(path)) if (makeFolder(folder)) folders.unshift(() => rmdirSync(folder));
      writeFileSync(path, text, { flag: 'wx' });
      written.push(() => rmSync(path));
    } catch (cause) {
      const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST';
      // Half of it, where the disk is full; but not a file that another program has made.
      if (!isThere) quietly(() => rmSync(path, { force: true }));
      for (const undo of [...written, ...folders]) quietly(undo);
      if (isThere) throw new InputError(`${path}: is there already; nothing was written`, { cause });
      const why = whyUnwritten(cause);
      if (why === undefined) throw cause;
      throw new InputError(`${path} cannot be written: ${why}; nothing was written`, { cause });
    }
  }
  return () => {
    for (const undo of written) quietly(undo);
  };
}

/** False where another command made it at this moment. */
function makeFolder(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST' && statSync(folder).isDirectory()) return false;
    throw cause;
  }
}

/** Of a file that is to be written: the folders that are not there, the outermost first. */
function missingFolders(path: string): readonly string[] {
  const missing: string[] = [];
  // At the top of a disk, or where nothing may be looked at, there is nothing above.
  for (let folder = dirname(resolve(path)); !existsSync(folder) && dirname(folder) !== folder; folder = dirname(folder))
    missing.unshift(folder);
  return missing;
}

/** What is left after a failed undo is less than what the error says. */
function quietly(undo: () => void): void {
  try {
    undo();
  } catch {
    // The disk that refused the file refuses this as well.
  }
}
