/** Where the files of a commit are: path below the repository → git's name for its content. */
export type FileShas = ReadonlyMap<string, string>;

/** The down migration of a migration, as the files of its commit have it. */
export type DownMigration =
  | { readonly kind: 'file'; readonly path: string }
  /** In the migration itself, behind the mark of a tool. */
  | { readonly kind: 'same-file' }
  | { readonly kind: 'none' }
  /** No file of its own, and the migration could not be read. */
  | { readonly kind: 'unknown' };

export interface NotedMigration {
  readonly path: string;
  readonly down: DownMigration;
}

/** How the migrations of two commits differ; each list in the order in which they are applied. */
export interface MigrationChanges {
  readonly gained: readonly NotedMigration[];
  readonly lost: readonly NotedMigration[];
  /** Under the same name with another content: what was applied is not what the file says. */
  readonly edited: readonly string[];
}

/** Compares the migrations of two commits, by their file names in whatever layout (see actions/migrate). */
export function compareMigrations(before: FileShas, after: FileShas, folders: readonly string[]): MigrationChanges {
  const [old, fresh] = [ups(before, folders), ups(after, folders)];
  const noted = (files: FileShas) => (path: string) => ({ path, down: downOf(path, files, folders[1]) });
  return {
    gained: fresh.filter((path) => !before.has(path)).map(noted(after)),
    lost: old.filter((path) => !after.has(path)).map(noted(before)),
    edited: fresh.filter((path) => before.has(path) && before.get(path) !== after.get(path)),
  };
}

function ups(files: FileShas, [folder = '']: readonly string[]): string[] {
  const inFolder = [...files.keys()].filter((path) => folderOf(path) === folder);
  return inFolder
    .filter((path) => /^\d+_.*\.sql$/.test(nameOf(path)) && !path.endsWith('.down.sql'))
    .sort((a, b) => byVersion(nameOf(a), nameOf(b)));
}

function downOf(path: string, files: FileShas, downFolder = ''): DownMigration {
  const sibling = path.replace(/\.up\.sql$/, '.down.sql');
  const elsewhere = downFolder === '' ? nameOf(path) : `${downFolder}/${nameOf(path)}`;
  const found = [sibling, elsewhere].find((candidate) => candidate !== path && files.has(candidate));
  return found === undefined ? { kind: 'unknown' } : { kind: 'file', path: found };
}

function byVersion(a: string, b: string): number {
  const [left, right] = [BigInt(/^\d+/.exec(a)?.[0] ?? '0'), BigInt(/^\d+/.exec(b)?.[0] ?? '0')];
  return left < right ? -1 : left > right ? 1 : a < b ? -1 : 1;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
