import { posix } from 'node:path';
import type { Folder } from './folder.ts';

/** Texts that lead out of the folder: `'../_shared/cors.ts'` in code, and the same in an import map. */
const RELATIVE = /["'`](\.{1,2}\/[^"'`\n]{1,200})["'`]/g;
const CODE = /\.(?:[cm]?[jt]sx?|jsonc?)$/;
/** More files are not followed: a function that is larger was not written by hand. */
const MOST_FILES = 2_000;

/**
 * The files and folders that a function is made of: its own, and those of the repository that its code names by a relative
 * path, and theirs. Names that an import map gives to other places are followed where the map names them relatively.
 */
export async function madeOf(folder: Folder, starts: readonly string[]): Promise<readonly string[]> {
  const parts = new Set<string>();
  const files: string[] = [];
  const take = async (path: string): Promise<void> => {
    if ([...parts].some((part) => path === part || path.startsWith(`${part}/`))) return;
    const kind = await folder.kind(path);
    if (kind !== 'file' && kind !== 'folder') return;
    parts.add(path);
    if (kind === 'file') files.push(path);
    else files.push(...(await filesBelow(folder, path)));
  };
  for (const start of starts) await take(posix.normalize(start).replace(/\/$/, ''));
  for (let at = 0; at < files.length && at < MOST_FILES; at++) {
    const path = files[at] ?? '';
    if (!CODE.test(path)) continue;
    const text = (await folder.read(path)) ?? '';
    for (const [, named = ''] of text.matchAll(RELATIVE)) {
      const target = posix.join(posix.dirname(path), named).replace(/\/$/, '');
      if (target !== '.' && target !== '..' && !target.startsWith('../')) await take(target);
    }
  }
  return [...parts].sort();
}

async function filesBelow(folder: Folder, path: string): Promise<readonly string[]> {
  const found: string[] = [];
  const open = [path];
  for (let next = open.pop(); next !== undefined && found.length < MOST_FILES; next = open.pop())
    for (const { kind, name } of (await folder.list(next)) ?? []) {
      if (name === 'node_modules' || name === '.git') continue;
      if (kind === 'folder') open.push(posix.join(next, name));
      else if (kind === 'file') found.push(posix.join(next, name));
    }
  return found;
}
