import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** The files of a repository, by paths from its root with forward slashes. */
export interface Folder {
  /** Names in a folder; undefined where there is no such folder. */
  list(path: string): Promise<readonly Entry[] | undefined>;
  /** Undefined where there is no such file, or a larger one than is read. */
  read(path: string): Promise<string | undefined>;
  /** Whether it is a file or a folder; undefined where there is neither. */
  kind(path: string): Promise<Entry['kind'] | undefined>;
}

export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

const LARGEST = 1024 * 1024;

/** Of the disk. A link that leads out of the repository is not followed. */
export function folderOf(root: string): Folder {
  async function inside(path: string): Promise<string | undefined> {
    try {
      const real = await realpath(join(root, path));
      const way = relative(await realpath(root), real);
      return way === '..' || way.startsWith(`..${sep}`) ? undefined : real;
    } catch {
      return undefined;
    }
  }
  return {
    async list(path) {
      const real = await inside(path);
      if (real === undefined) return undefined;
      try {
        const entries = await readdir(real, { withFileTypes: true });
        return entries
          .map(
            (entry): Entry => ({
              name: entry.name,
              kind: entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other',
            }),
          )
          .sort((a, b) => (a.name < b.name ? -1 : 1));
      } catch {
        return undefined;
      }
    },
    async read(path) {
      const real = await inside(path);
      if (real === undefined) return undefined;
      try {
        return (await stat(real)).size > LARGEST ? undefined : await readFile(real, 'utf8');
      } catch {
        return undefined;
      }
    },
    async kind(path) {
      const real = await inside(path);
      if (real === undefined) return undefined;
      const found = await stat(real).catch(() => undefined);
      if (found === undefined) return undefined;
      return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'other';
    },
  };
}
