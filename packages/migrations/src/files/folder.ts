import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, InputError } from '@lockstep/base';
import { inspect, type Script } from '../sql/inspect.ts';
import { fileSource, type Source } from '../sql/source.ts';
import { detectLayout, type FileName, type Layout, readName } from './layout.ts';
import { compareVersions, type Migration } from './migration.ts';
import { FileError, type Problem } from './problem.ts';
import { cutSections, hasSections } from './sections.ts';

export interface FolderOptions {
  /** Where the ups are, as the caller wrote it: messages name it so. */
  readonly directory: string;
  /** Where the ways down of the layout `supabase` are. Need not exist. */
  readonly downDirectory: string;
  readonly layout: Layout | 'auto';
  /** What relative folders are relative to. */
  readonly base?: string;
}

export interface Folder {
  readonly layout: Layout;
  /** In the order in which they are applied. */
  readonly migrations: readonly Migration[];
}

interface Found {
  readonly file: string;
  readonly path: string;
  readonly name: FileName;
  readonly source: Source;
}

/**
 * Reads and checks all migrations of a folder; nothing touches a database. Throws FileError with everything that is
 * wrong with any file, InputError where the folder cannot be read.
 */
export function readFolder(options: FolderOptions): Folder {
  try {
    return readAll(options);
  } catch (error) {
    // Rights, a link to nowhere, a file where a folder should be.
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new InputError(`migrations folder ${options.directory}: cannot be read: ${describe(error)}`, {
      cause: error,
    });
  }
}

function readAll(options: FolderOptions): Folder {
  const problems: Problem[] = [];
  const files = sqlFiles(options.directory, options.base, true);
  const layout = options.layout === 'auto' ? detect(files, options.directory) : options.layout;
  const found = named(files, layout, problems);
  const ups = found.filter((file) => file.name.kind === 'up');
  const downs =
    layout === 'supabase'
      ? named(sqlFiles(options.downDirectory, options.base, false), layout, problems)
      : found.filter((file) => file.name.kind === 'down');

  const migrations = ups.filter((up) => !isSkipped(up, layout)).map((up) => migrationOf(up, downs, layout, problems));
  for (const down of downs) {
    if (!migrations.some((migration) => belongs(down, migration))) {
      problems.push({ file: down.file, message: 'a way down without its way up; both carry the same number and name' });
    }
  }
  migrations.sort((a, b) => compareVersions(a.version, b.version));
  for (const [i, migration] of migrations.entries()) {
    const before = migrations[i - 1];
    if (before !== undefined && compareVersions(before.version, migration.version) === 0) {
      problems.push({ file: migration.file, message: `the same version as ${before.file}; give one of them another` });
    }
  }
  if (problems.length > 0) throw new FileError(problems);
  return { layout, migrations };
}

function sqlFiles(directory: string, base: string | undefined, required: boolean): { file: string; path: string }[] {
  const folder = path.resolve(base ?? '.', directory);
  if (!existsSync(folder)) {
    if (!required) return [];
    throw new InputError(`migrations folder ${directory}: does not exist; check out the repository, or name another`);
  }
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && /\.sql$/i.test(entry.name))
    .map((entry) => ({ file: path.posix.join(directory, entry.name), path: path.join(folder, entry.name) }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

function detect(files: readonly { file: string; path: string }[], directory: string): Layout {
  const layout = detectLayout(
    files.map(({ file, path: at }) => ({ name: path.basename(file), hasSections: hasSections(fileSource(file, at)) })),
  );
  if (typeof layout === 'string') return layout;
  throw new InputError(
    `migrations folder ${directory}: its layout is not clear: ${layout.mixed}; name it, or move files`,
  );
}

function named(files: readonly { file: string; path: string }[], layout: Layout, problems: Problem[]): Found[] {
  return files.flatMap(({ file, path: at }) => {
    const name = readName(path.basename(file), layout);
    if (name.kind === 'refused') problems.push({ file, message: name.why });
    return name.kind === 'up' || name.kind === 'down' ? [{ file, path: at, name, source: fileSource(file, at) }] : [];
  });
}

function migrationOf(up: Found, downs: readonly Found[], layout: Layout, problems: Problem[]): Migration {
  const { version, name } = up.name as Extract<FileName, { version: string }>;
  if (layout === 'sections') {
    const halves = cutSections(up.source, problems);
    const down = halves.down === undefined ? undefined : script(halves.down, problems);
    return { version, name, file: up.file, up: script(halves.up, problems), down };
  }
  const way = downs.find((down) => belongs(down, { version, name }));
  const down = way === undefined ? undefined : script(way.source, problems);
  return { version, name, file: up.file, up: script(up.source, problems), down };
}

function script(source: Source, problems: Problem[]): Script {
  const found = inspect(source, problems);
  if (found.statements === 0 && (found.texts?.length ?? 0) === 0) {
    problems.push({ file: source.name, message: 'empty; delete it, or say in a comment why nothing is to be done' });
  }
  return found;
}

function belongs(down: Found, migration: { readonly version: string; readonly name: string }): boolean {
  const { name } = down;
  return 'version' in name && name.version === migration.version && name.name === migration.name;
}

/** The Supabase CLI passes over the dump that its first releases wrote (pkg/migration/list.go), and so do we. */
function isSkipped(up: Found, layout: Layout): boolean {
  if (layout !== 'supabase' || !('version' in up.name) || up.name.name !== 'init') return false;
  return /^\d{14}$/.test(up.name.version) && compareVersions(up.name.version, '20211209000000') < 0;
}
