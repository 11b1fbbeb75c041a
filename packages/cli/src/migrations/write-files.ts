import { existsSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { InputError, redactText } from '@lockstep/base';
import { whyUnwritten } from '../files.ts';

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
      for (const folder of missingFolders(path)) {
        mkdirSync(folder);
        done.unshift(() => rmdirSync(folder));
      }
      writeFileSync(path, redactText(text), { flag: 'wx' });
      done.unshift(() => rmSync(path));
    } catch (cause) {
      // Half of it, where the disk is full; but not a file that another program has made.
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') quietly(() => rmSync(path, { force: true }));
      for (const undo of done) quietly(undo);
      const why = whyUnwritten(cause);
      if (why === undefined) throw cause;
      throw new InputError(`${path} cannot be written: ${why}; nothing was written`, { cause });
    }
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
