import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '@lockstep/base';
import type { Problem } from '../sql/problem.ts';

export interface SqlFile {
  /** The path as the caller would write it. */
  readonly file: string;
  readonly path: string;
}

/**
 * The SQL files of a folder by name, in the order of their bytes; undefined where the folder is not there. A link that
 * leads out of the repository is not followed: what a pull request shows of it is not what would run.
 */
export function listSqlFiles(
  directory: string,
  base: string | undefined,
  problems: Problem[],
): readonly SqlFile[] | undefined {
  const folder = path.resolve(base ?? '.', directory);
  if (!isThere(folder)) return undefined;
  const root = rootOf(folder, base);
  if (!isWithin(root, realpathSync(folder))) {
    throw new InputError(`migrations folder ${directory}: is a link to outside the repository; name the folder itself`);
  }
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => /\.sql$/i.test(name) && !name.startsWith('.'))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ entry, file: path.posix.join(directory, entry.name), path: path.join(folder, entry.name) }))
    .filter(({ entry, file, path: at }) => {
      const problem = strangeness(entry, at, root);
      if (problem !== undefined) problems.push({ file, message: problem });
      return problem === undefined;
    })
    .map(({ file, path: at }) => ({ file, path: at }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Throws where that cannot be seen, as below a folder that this user may not enter. */
function isThere(folder: string): boolean {
  try {
    return statSync(folder) !== undefined;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ENOTDIR'].includes(code)) return false;
    throw error;
  }
}

/** The folders in a folder that are no links, by name. */
export function listFolders(directory: string, base: string | undefined): readonly string[] {
  return readdirSync(path.resolve(base ?? '.', directory), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map(({ name }) => name)
    .sort();
}

const DEPTH = 5;

/** The SQL files of a folder and of those in it. */
export function listDeep(
  directory: string,
  base: string | undefined,
  problems: Problem[],
  depth = DEPTH,
): readonly SqlFile[] {
  const here = listSqlFiles(directory, base, problems) ?? [];
  if (depth === 0) return here;
  return [
    ...here,
    ...listFolders(directory, base).flatMap((name) =>
      listDeep(path.posix.join(directory, name), base, problems, depth - 1),
    ),
  ];
}

/** The repository, or the folder itself where the caller named one outside of it. */
function rootOf(folder: string, base: string | undefined): string {
  const repository = path.resolve(base ?? '.');
  return isWithin(repository, folder) ? realpathSync(repository) : realpathSync(folder);
}

function isWithin(root: string, file: string): boolean {
  return file === root || file.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
}

/** Why something is no file of the repository; undefined where it is one. */
function strangeness(entry: Dirent, at: string, root: string): string | undefined {
  if (entry.isFile()) return undefined;
  if (!entry.isSymbolicLink()) return 'not a regular file';
  if (!existsSync(at)) return 'a link to nowhere';
  if (!isWithin(root, realpathSync(at))) {
    return 'a link to outside the repository; put the file itself here';
  }
  return statSync(at).isFile() ? undefined : 'a link to what is not a regular file';
}
