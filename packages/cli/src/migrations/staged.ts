import { existsSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join, posix, relative, resolve } from 'node:path';
import { InputError } from '@lockstep/base';
import { type Folder, type Migration, stemOf } from '@lockstep/migrations';
import type { Call } from '../command.ts';
import { temporaryFolder } from '../files.ts';
import { readGit } from '../git.ts';
import { withSlashes } from '../paths.ts';
import { folderOf } from './folder.ts';
import type { Place } from './options.ts';

/** A folder of migrations, and the versions in it that a change adds or edits; undefined where no one said which. */
export interface Changed {
  readonly folder: Folder;
  readonly pending: ReadonlySet<string> | undefined;
}

/**
 * Gives `work` the migrations as they are staged, which need not be what the working tree has, and the versions that the
 * next commit adds or changes.
 */
export async function withStaged<T>(call: Call, named: Place, work: (changed: Changed) => Promise<T>): Promise<T> {
  const place = inRepository(named);
  const prefix = await prefixOf(call);
  const changed = namesIn(await readGit([...DIFF, '--cached'], call));
  const copy = temporaryFolder('lockstep-staged-');
  try {
    const files = namesIn(await readGit(['ls-files', '--cached', '-z', '--', ...foldersOf(place)], call));
    if (files.length === 0)
      throw new InputError(`${named.directory}: no file of it is in git; stage the migrations, or name --directory`);
    await checkOut(call, copy, files);
    const folder = folderOf(place, join(copy, prefix));
    return await work({ folder, pending: versionsOf(folder, place, prefix, changed) });
  } finally {
    rmSync(copy, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** The migrations of the working tree as it is, and the versions that were added or changed since a commit. */
export async function changedSince(call: Call, named: Place, since: string): Promise<Changed> {
  const place = inRepository(named);
  const prefix = await prefixOf(call);
  const base = await commonCommit(call, since);
  const changed = namesIn(await readGit([...DIFF, base, '--'], call));
  const listed = ['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ...foldersOf(place)];
  const others = namesIn(await readGit(listed, call));
  const folder = folderOf(place);
  return { folder, pending: versionsOf(folder, place, prefix, [...changed, ...others]) };
}

/**
 * Git names the files from the top of the repository, wherever it is asked. What is gone is among them: of a file that got
 * another name, the name that it had.
 */
const DIFF = ['-c', 'diff.relative=false', 'diff', '--name-only', '--no-renames', '-z'];

/** The folders as git knows them: no link is on their way, and each is named from the current one. */
function inRepository(place: Place): Place {
  const here = realpathSync('.');
  const own = (path: string) => relative(here, realPath(resolve(path))) || '.';
  return { ...place, directory: own(place.directory), downDirectory: own(place.downDirectory) };
}

/** Also of a folder that is gone, as with the last file in it. */
function realPath(path: string): string {
  return existsSync(path) || dirname(path) === path
    ? realpathSync(path)
    : join(realPath(dirname(path)), basename(path));
}

const foldersOf = ({ directory, downDirectory }: Place) => [directory, downDirectory].map((path) => withSlashes(path));

/** The current folder, from the top of the repository; '' there. */
async function prefixOf(call: Call): Promise<string> {
  return (await readGit(['rev-parse', '--show-prefix'], call)).replace(/\r?\n$/, '');
}

async function commonCommit(call: Call, since: string): Promise<string> {
  if (since.startsWith('-')) throw new InputError(`--since: expected a commit, got "${since}"`);
  const wanted = await readGit(['rev-parse', '--quiet', '--verify', `${since}^{commit}`], call, [1]);
  if (wanted === '')
    throw new InputError(
      `--since: ${since} is no commit that is here; name another, or fetch it (git fetch, fetch-depth: 0)`,
    );
  const bases = await readGit(['merge-base', '--all', wanted.trim(), 'HEAD'], call, [1]);
  const [base] = bases.trim().split('\n');
  if (base === undefined || base === '')
    throw new InputError(
      `--since: ${since} and HEAD have no commit in common that is here; fetch their history (git fetch --unshallow, fetch-depth: 0)`,
    );
  return base;
}

/** In parts: a command line has an end. */
async function checkOut(call: Call, copy: string, files: readonly string[]): Promise<void> {
  for (let from = 0; from < files.length; from += 200)
    await readGit(['checkout-index', `--prefix=${withSlashes(copy)}/`, '--', ...files.slice(from, from + 200)], call);
}

function namesIn(listed: string): readonly string[] {
  return listed.split('\0').filter((path) => path !== '');
}

/** A migration has changed where any file of it has, its down among them. `prefix`: the current folder, see prefixOf. */
function versionsOf({ layout, migrations }: Folder, place: Place, prefix: string, paths: readonly string[]) {
  const fromTop = (path: string) => posix.normalize(posix.join(prefix, withSlashes(path)));
  // In the other layouts, downs are next to their ups.
  const folders = (layout === 'supabase' ? foldersOf(place) : [place.directory]).map(fromTop);
  const stemsOf = (path: string) =>
    folders
      .map((folder) => posix.relative(folder, path))
      .filter((file) => !file.startsWith('../'))
      .flatMap((file) => stemOf(file, layout) ?? []);
  const changed = new Set(paths.flatMap(stemsOf));
  const isChanged = ({ file }: Migration) => stemsOf(fromTop(file)).some((stem) => changed.has(stem));
  const ofVersion = (migration: Migration) => [migration, ...(migration.others ?? [])];
  return new Set(migrations.filter((each) => ofVersion(each).some(isChanged)).map(({ version }) => version));
}
