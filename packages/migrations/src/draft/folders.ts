import type { Folder } from '../files/folder.ts';
import type { Migration } from '../files/migration.ts';
import { inspect, type Script } from '../sql/inspect.ts';
import { FileError, type Problem } from '../sql/problem.ts';
import { textSource } from '../sql/source.ts';

/** The folder as it is once its newest migration has this down migration. */
export function withDown(folder: Folder, file: string, text: string): Folder {
  const newest = folder.migrations.at(-1);
  if (newest === undefined) return folder;
  const { problems: _, ...whole } = newest;
  return { ...folder, migrations: [...folder.migrations.slice(0, -1), { ...whole, down: scriptOf(file, text) }] };
}

/** The folder as it is once this file is its newest migration. Throws FileError where the file cannot be run. */
export function withMigration(
  folder: Folder,
  { text, ...named }: Pick<Migration, 'version' | 'name' | 'file'> & { readonly text: string },
): Folder {
  const migration = { ...named, up: scriptOf(named.file, text), down: undefined };
  return { ...folder, migrations: [...folder.migrations, migration] };
}

/** The folder up to and with one file; undefined where it has no such file. */
export function upTo(folder: Folder, isWanted: (migration: Migration) => boolean): Folder | undefined {
  const at = folder.migrations.findIndex(isWanted);
  if (at < 0) return undefined;
  return { ...folder, migrations: folder.migrations.slice(0, at + 1), strays: [], ambiguity: undefined };
}

/** Throws FileError where it cannot be run. */
export function scriptOf(file: string, text: string): Script {
  const problems: Problem[] = [];
  const script = inspect(textSource(file, text), problems);
  if (problems.length > 0) throw new FileError(problems);
  return script;
}
