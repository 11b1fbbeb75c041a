import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix, sep } from 'node:path';
import { InputError } from '@lockstep/base';
import type { Folder } from '@lockstep/migrations';
import type { Call } from '../command.ts';
import { readGit } from '../git.ts';
import { folderOf } from './folder.ts';
import type { Place } from './options.ts';

/**
 * Gives `work` the migrations as they are staged, which need not be what the working tree has, and the versions that the
 * next commit adds or changes.
 */
export async function withStaged<T>(
  call: Call,
  place: Place,
  work: (folder: Folder, pending: ReadonlySet<string>) => Promise<T>,
): Promise<T> {
  const top = (await readGit(['rev-parse', '--show-prefix'], call)).trim();
  const changed = await readGit(['diff', '--cached', '--name-only', '--diff-filter=ACMR', '--relative', '-z'], call);
  const paths = changed.split('\0').filter((path) => path !== '');
  const copy = mkdtempSync(join(tmpdir(), 'lockstep-staged-'));
  try {
    const wanted = [place.directory, place.downDirectory];
    const listed = await readGit(['ls-files', '--cached', '-z', '--', ...wanted], call);
    const files = listed.split('\0').filter((path) => path !== '');
    if (files.length > 0) await checkOut(call, copy, files);
    const base = join(copy, top);
    if (files.length === 0)
      throw new InputError(`${place.directory}: no file of it is in git; stage the migrations, or name --directory`);
    const folder = folderOf(place, base);
    return await work(folder, versionsOf(folder, paths));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** In parts: a command line has an end. */
async function checkOut(call: Call, copy: string, files: readonly string[]): Promise<void> {
  for (let from = 0; from < files.length; from += 200)
    await readGit(['checkout-index', `--prefix=${copy}${sep}`, '--', ...files.slice(from, from + 200)], call);
}

/** The versions that were added or changed since a commit, in the working tree as it is. */
export async function changedSince(call: Call, folder: Folder, since: string): Promise<ReadonlySet<string>> {
  const base = (await readGit(['merge-base', since, 'HEAD'], call)).trim();
  const options = ['--name-only', '--diff-filter=ACMR', '--relative', '-z'];
  const changed = await readGit(['diff', ...options, base, '--'], call);
  const others = await readGit(['ls-files', '--others', '--exclude-standard', '-z'], call);
  return versionsOf(folder, [...changed.split('\0'), ...others.split('\0')]);
}

function versionsOf(folder: Folder, paths: readonly string[]): ReadonlySet<string> {
  const changed = new Set(paths);
  const isChanged = (file: string) => changed.has(posix.normalize(file.split(sep).join('/')));
  return new Set(folder.migrations.filter(({ file }) => isChanged(file)).map(({ version }) => version));
}
