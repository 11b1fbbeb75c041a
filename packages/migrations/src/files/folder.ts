import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, InputError } from '@lockstep/base';
import { inspect, type Script, withoutMark } from '../sql/inspect.ts';
import type { Problem } from '../sql/problem.ts';
import { fileSource, type Source } from '../sql/source.ts';
import { listCode } from './code-files.ts';
import { findMarks, type Mark } from './find-marks.ts';
import { detectLayout, downsByName, type Layout, readName } from './layout.ts';
import { OTHER_LAYOUTS } from './layouts/all.ts';
import type { Found, OtherLayout, StrayFile } from './layouts/other-layout.ts';
import { listSqlFiles, type SqlFile } from './list-files.ts';
import { describeLook, lookAt } from './look-alike.ts';
import { beginsAnother, compareVersions, type Migration, type Order, ordersDiffer, versionKey } from './migration.ts';
import { cutSections, hasSections, refuseMarks, withPreamble } from './sections.ts';
import { isSupabaseFolder, isSupabasesFirstDump } from './supabase.ts';

/** In place of a folder: a service that has no migrations of its own. A folder of that name is `./none`. */
const NO_FOLDER = 'none';

export interface FolderOptions {
  /** Where the ups are, as the caller wrote it: messages name it so. `none` for a service without any. */
  readonly directory: string;
  /** Where the down migrations of the layout `supabase` are. Need not exist. */
  readonly downDirectory: string;
  readonly layout: Layout | 'auto';
  /** What relative folders are relative to. */
  readonly base?: string;
  /** Whether a folder without any migration is one that has none yet; else it is the wrong one. */
  readonly mayBeEmpty?: boolean;
}

export interface Folder {
  readonly layout: Layout;
  readonly order: Order;
  /** One for each version, in the order in which they are applied. */
  readonly migrations: readonly Migration[];
  readonly strays: readonly StrayFile[];
  /** Why the order could be another than the one that was meant; undefined where it could not. */
  readonly ambiguity: string | undefined;
  /** What was left out, and why; for people to know. */
  readonly leftOut: readonly string[];
}

interface Read extends SqlFile {
  readonly source: Source;
  readonly marks: readonly Mark[];
}

type Named = Read & Found;

/**
 * Reads all migrations of a folder; nothing touches a database. What is wrong with one is noted with it, and matters
 * where it is to be run (`settle`). Throws InputError where the folder cannot be read, or is none of migrations.
 */
export function readFolder(options: FolderOptions): Folder {
  try {
    return readAll(options);
  } catch (error) {
    // Rights, or a file where a folder should be.
    const { code = '', syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    const todo = ['EACCES', 'EPERM'].includes(code) ? '; give the user of this process the right to read it' : '';
    throw new InputError(`migrations folder ${options.directory}: cannot be read: ${describe(error)}${todo}`, {
      cause: error,
    });
  }
}

function readAll(options: FolderOptions): Folder {
  const { base, directory, downDirectory } = options;
  const strange: Problem[] = [];
  const files = directory === NO_FOLDER ? [] : listSqlFiles(directory, base, strange);
  if (files === undefined) {
    throw new InputError(`migrations folder ${directory}: does not exist; check out the repository, or name another`);
  }
  const strays: StrayFile[] = [];
  const other = otherLayout(options);
  const found = other === undefined ? files.map(read) : [];
  const layout = other?.id ?? (options.layout === 'auto' ? detectLayout(found.map(shapeOf)) : options.layout);
  // It lists for itself.
  if (other !== undefined) strange.length = 0;
  const named = other === undefined ? nameAll(found, layout, strays) : readOther(other, options, { strange, strays });
  if (directory !== NO_FOLDER) strays.push(...listCode(directory, base));
  const isSupabase = options.layout === 'supabase' || isSupabaseFolder(directory, base);
  const isDump = (file: Named, nth: number) =>
    layout === 'supabase' && isSupabase && nth === 0 && isSupabasesFirstDump(file.name);
  const ups = named.filter((file) => file.name.kind === 'up').filter((file, nth) => !isDump(file, nth));
  const dumps = named.filter((file) => file.name.kind === 'up').filter(isDump);
  const downs =
    layout === 'supabase'
      ? nameAll((listSqlFiles(downDirectory, base, strange) ?? []).map(read), layout, strays)
      : named.filter((file) => file.name.kind === 'down');
  for (const problem of strange) strays.push({ ...problem, version: versionOf(problem.file) });
  refuseOtherFolders(options, other === undefined, ups.length, strays);

  const order: Order = textOrdered(layout, isSupabase, ups) ? 'text' : 'number';
  const downOf = new Map(downs.toReversed().map((down) => [keyOf(down), down]));
  const downFor = (up: Named) => downOf.get(keyOf(up));
  const migrations = oneEach(ups.map((up) => migrationOf(up, downFor(up), layout)).sort(byVersion(order)));
  const known = new Set(ups.map(keyOf));
  const leftOutNames = new Set(dumps.map(keyOf));
  for (const down of downs) {
    if (known.has(keyOf(down))) continue;
    const message = 'a down migration without a matching up migration; both need the same number and name';
    // Of one that was left out there is nothing to reverse.
    if (!leftOutNames.has(keyOf(down))) {
      strays.push({ file: down.file, message, version: down.name.version });
    }
  }
  const ambiguity = options.layout === 'auto' ? ambiguityOf(migrations, layout, order) : undefined;
  const leftOut = dumps.map(
    ({ file }) =>
      `${file}: left out, as the Supabase CLI does: a dump of its first releases (N_init.sql before 2021-12-09)`,
  );
  return { layout, order, migrations, strays, ambiguity, leftOut };
}

function read({ file, path: at }: SqlFile): Read {
  const source = withoutMark(fileSource(file, at));
  return { file, path: at, source, marks: findMarks(source) };
}

/** The layout that is asked for, or that the folder shows, where it is none of those that go by names alone. */
function otherLayout({ base, directory, layout }: FolderOptions): OtherLayout | undefined {
  if (directory === NO_FOLDER) return undefined;
  if (layout !== 'auto') return OTHER_LAYOUTS.find(({ id }) => id === layout);
  const at = path.resolve(base ?? '.', directory);
  const entries = readdirSync(at, { withFileTypes: true });
  const namesOf = (isFolder: boolean) =>
    entries.filter((entry) => entry.isDirectory() === isFolder).map(({ name }) => name);
  return OTHER_LAYOUTS.find(({ isIt }) => isIt(namesOf(false), at, namesOf(true)));
}

function readOther(
  other: OtherLayout,
  { base, directory }: FolderOptions,
  { strange, strays }: { readonly strange: Problem[]; readonly strays: StrayFile[] },
): Named[] {
  const found = other.read({ directory, base, problems: strange });
  strays.push(...found.strays);
  return found.files.map((each) => ({ ...each, ...read(each) }));
}

function shapeOf({ file, marks }: Read): { name: string; hasSections: boolean } {
  return { name: path.basename(file), hasSections: hasSections(marks) };
}

function versionOf(file: string): string | undefined {
  return /^\d+/.exec(path.basename(file))?.[0];
}

function nameAll(files: readonly Read[], layout: Layout, strays: StrayFile[]): Named[] {
  const downs = layout === 'pairs' ? new Set() : downsByName(files.map(({ file }) => path.basename(file)));
  return files.flatMap((each): Named[] => {
    const { file } = each;
    const name = readName(path.basename(file), layout);
    if (name.kind === 'other') return [];
    if (name.kind === 'refused') strays.push({ file, message: name.why, version: name.version });
    else if (downs.has(path.basename(file))) {
      const message =
        'by its name the down migration of the file next to it; move it to the directory of down migrations';
      strays.push({ file, message, version: name.version });
    } else return [{ ...each, name }];
    return [];
  });
}

/** A folder in which nothing is a migration, or in which migrations are folders themselves. */
function refuseOtherFolders(
  options: FolderOptions,
  isByNames: boolean,
  migrations: number,
  strays: readonly StrayFile[],
): void {
  const { base, directory, mayBeEmpty } = options;
  if (directory === NO_FOLDER || (!isByNames && migrations > 0)) return;
  const look = lookAt(path.resolve(base ?? '.', directory));
  const isNone = migrations === 0 && (mayBeEmpty !== true || strays.length > 0 || look !== undefined);
  if (look?.isFolders !== true && !isNone) return;
  throw new InputError(`migrations folder ${directory}: ${describeLook(look, migrations)}`);
}

/** The Supabase CLI and dbmate sort by text; others by number. */
function textOrdered(layout: Layout, isSupabase: boolean, ups: readonly Named[]): boolean {
  if (layout === 'supabase') return isSupabase;
  if (layout === 'folders') return true;
  return layout === 'sections' && ups.some(({ marks }) => marks.some(({ rule }) => rule.tool === 'dbmate'));
}

function byVersion(order: Order) {
  return (a: Migration, b: Migration) => compareVersions(a.version, b.version, order);
}

/** Files of one version are one migration, until the history tells which of them it is. */
function oneEach(migrations: readonly Migration[]): Migration[] {
  const byNumber = new Map<string, Migration>();
  for (const migration of migrations) {
    const number = versionKey(migration.version);
    const first = byNumber.get(number);
    byNumber.set(number, first === undefined ? migration : { ...first, others: [...(first.others ?? []), migration] });
  }
  return [...byNumber.values()];
}

function ambiguityOf(migrations: readonly Migration[], layout: Layout, order: Order): string | undefined {
  const versions = migrations.map(({ version }) => version);
  const filesOf = (pair: readonly string[]) =>
    pair.map((version) => migrations.find((each) => each.version === version)?.file);
  const pair = layout === 'supabase' ? ordersDiffer(versions) : undefined;
  if (pair === undefined) {
    const begins = order === 'text' ? beginsAnother(versions) : undefined;
    if (begins === undefined) return undefined;
    const [short, long] = filesOf(begins);
    return `${short} has a version that the version of ${long} starts with: tools that sort by file name (dbmate, the Supabase CLI before 3) apply the longer one first, those that sort by version the shorter one; give all versions the same number of digits, or set layout: ${layout} to apply the shorter one first`;
  }
  const [first, second] = filesOf(pair);
  const one = `${first} comes before ${second} as a number, and after it as text, which is how the Supabase CLI sorts`;
  const way = order === 'text' ? 'set layout: supabase for its order' : 'set layout: supabase for that order';
  return `${one}; give all versions the same number of digits, or ${way}`;
}

function migrationOf(up: Named, down: Named | undefined, layout: Layout): Migration {
  const { version, name } = up.name;
  const problems: Problem[] = [];
  const ofDown: Problem[] = [];
  const scripts = (): Pick<Migration, 'up' | 'down'> => {
    if (layout === 'sections') {
      const halves = cutSections(up.source, problems);
      const half = halves.down;
      return {
        up: inspect(halves.up, problems, halves.preamble),
        down: half === undefined ? undefined : downScript(half, ofDown),
      };
    }
    refuseMarks(up.source, up.marks, 'up', problems);
    const script = inspect(up.source, problems, up.preamble);
    if (down === undefined) return { up: script, down: undefined };
    refuseMarks(down.source, down.marks, 'down', ofDown);
    return { up: script, down: downScript(withPreamble(down.source, down.preamble ?? ''), ofDown) };
  };
  const found = scripts();
  const stamp = up.stamp === undefined ? {} : { stamp: up.stamp };
  const migration: Migration = { version, name, file: up.file, ...stamp, ...found };
  if (problems.length + ofDown.length === 0) return migration;
  // Nor is such a down stored, where the up was run by others.
  return { ...migration, down: ofDown.length > 0 ? undefined : found.down, problems: [...problems, ...ofDown] };
}

/** An empty up is run and recorded, as the Supabase CLI does; a down that takes nothing back must say so. */
function downScript(source: Source, problems: Problem[]): Script {
  const found = inspect(source, problems);
  if (found.statements === 0 && (found.texts?.length ?? 0) === 0) {
    problems.push({
      file: source.name,
      message: 'empty; delete it, or write a comment why there is nothing to reverse',
    });
  }
  return found;
}

/** The same for an up and the down that belongs to it. */
function keyOf({ key, name: { name, version } }: Named): string {
  return key ?? `${version} ${name}`;
}
