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
  const prefix = folder === '' ? '' : `${folder}/`;
  const below = [...files.keys()].filter((path) => path.startsWith(prefix));
  return below
    .filter((path) => isUp(path.slice(prefix.length)))
    .sort((a, b) => byVersion(a.slice(prefix.length), b.slice(prefix.length)));
}

/** `1_a.sql`, `1_a.up.sql`, `1_a/migration.sql`, and Flyway's `V1.2__a.sql`, also in a folder below. */
function isUp(path: string): boolean {
  if (/^\d+_[^/]*\.sql$/.test(path)) return !path.endsWith('.down.sql');
  return /^\d+_[^/]*\/migration\.sql$/.test(path) || /^V\d[\d._]*__.*\.sql$/.test(nameOf(path));
}

function downOf(path: string, files: FileShas, downFolder = ''): DownMigration {
  const beside = [
    path.replace(/\.up\.sql$/, '.down.sql'),
    path.replace(/(?<=\/)migration\.sql$/, 'down.sql'),
    path.replace(/(?<=^|\/)V(?=\d[\d._]*__[^/]*$)/, 'U'),
    path.replace(/(?<!\.up)\.sql$/, '.down.sql'),
  ];
  const elsewhere = downFolder === '' ? nameOf(path) : `${downFolder}/${nameOf(path)}`;
  const found = [...beside, elsewhere].find((candidate) => candidate !== path && files.has(candidate));
  return found === undefined ? { kind: 'unknown' } : { kind: 'file', path: found };
}

function byVersion(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let nth = 0; nth < Math.max(left.length, right.length); nth++) {
    const [one, other] = [left[nth] ?? 0n, right[nth] ?? 0n];
    if (one !== other) return one < other ? -1 : 1;
  }
  return a < b ? -1 : 1;
}

/** `20240101_a.sql` has one part, Flyway's `V1_2__a.sql` two. */
function partsOf(path: string): readonly bigint[] {
  const version = /^V(\d+(?:[._]\d+)*)__/.exec(nameOf(path))?.[1] ?? /^\d+/.exec(path)?.[0] ?? '0';
  return version.split(/[._]/).map(BigInt);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
