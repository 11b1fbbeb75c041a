import { count, nameSome } from '@lockstep/base';
import type { Session } from '@lockstep/postgres';
import { compareVersions, type Migration, versionKey } from '../files/migration.ts';
import { nameKey, numberOf } from '../files/same-number.ts';
import type { ForeignHistory } from './foreign-tools.ts';

export type { ForeignHistory } from './foreign-tools.ts';

/** All histories of other tools that are there: in their own schemas, or where unqualified names are looked for. */
export async function readForeign(session: Session): Promise<readonly ForeignHistory[]> {
  // Loaded where it is asked for: it knows some forty tools.
  const { readForeignTables } = await import('./foreign-tables.ts');
  return readForeignTables(session);
}

/** Whether a tool says that it applied a migration, which is one of a folder. */
export function knows(foreign: ForeignHistory, migration: Migration, folder: readonly Migration[]): boolean {
  const { stamp, up, version } = migration;
  if (foreign.names === 'named') return isNamed(foreign, foreign.applied, migration, folder);
  if (foreign.names === 'text')
    return foreign.applied.has(up.checksum) || (stamp !== undefined && foreign.applied.has(stamp));
  const number = versionKey(version);
  if (foreign.names === 'each' && foreign.applied.has(number)) return true;
  if (foreign.names === 'none') return false;
  return foreign.upTo !== undefined && compareVersions(version, foreign.upTo) <= 0 && !foreign.broken.has(number);
}

/** By number and name; the only one of a number there and here is that one, whatever it is called by now. */
function isNamed(
  { applied, broken }: ForeignHistory,
  wanted: ReadonlySet<string>,
  { name, version }: Migration,
  folder: readonly Migration[],
): boolean {
  const number = numberOf(version);
  const key = nameKey(number, name);
  if (applied.has(key) || broken.has(key)) return wanted.has(key);
  const [only, another] = [...applied, ...broken].filter((each) => each.startsWith(nameKey(number, '')));
  if (only === undefined || another !== undefined || !wanted.has(only)) return false;
  return folder.filter((each) => numberOf(each.version) === number).length === 1;
}

/** Whether a history is about this folder: it has one of its versions, or none of any. */
export function isAbout(foreign: ForeignHistory, migrations: readonly Migration[]): boolean {
  if (foreign.names === 'none' || foreign.unreadable) return false;
  return (
    foreign.rows === 0 ||
    migrations.some((each) => knows(foreign, each, migrations) || isBroken(foreign, each, migrations))
  );
}

export function isBroken(foreign: ForeignHistory, migration: Migration, folder: readonly Migration[]): boolean {
  if (foreign.names === 'named') return isNamed(foreign, foreign.broken, migration, folder);
  return foreign.broken.has(versionKey(migration.version));
}

/** `made by dbmate (public.schema_migrations), 2 of 3 applied`. */
export function describeForeign(foreign: ForeignHistory, migrations: readonly Migration[]): string {
  const made = `made by ${foreign.tool} (${foreign.table})`;
  if (foreign.unreadable) return `${made}; this role may not read its history`;
  if (!isAbout(foreign, migrations)) return `${made}, ${count(foreign.rows, 'row')}, none of them for these files`;
  const done = migrations.filter((each) => knows(foreign, each, migrations)).length;
  const broken = migrations.filter((each) => isBroken(foreign, each, migrations)).map(({ file }) => file);
  const stopped = broken.length === 0 ? '' : `, and it stopped in the middle of ${nameSome(broken, 3)}`;
  return `${made}, ${done} of ${migrations.length} applied${stopped}`;
}
