import { count, nameSome } from '@lockstep/base';
import type { Session } from '@lockstep/postgres';
import { compareVersions, type Migration, versionKey } from '../files/migration.ts';
import type { ForeignHistory } from './foreign-tools.ts';

export type { ForeignHistory } from './foreign-tools.ts';

/** All histories of other tools that are there: in their own schemas, or where unqualified names are looked for. */
export async function readForeign(session: Session): Promise<readonly ForeignHistory[]> {
  // Loaded where it is asked for: it knows some forty tools.
  const { readForeignTables } = await import('./foreign-tables.ts');
  return readForeignTables(session);
}

/** Whether a tool says that it applied a migration. */
export function knows(foreign: ForeignHistory, { stamp, up, version }: Migration): boolean {
  if (foreign.names === 'text')
    return foreign.applied.has(up.checksum) || (stamp !== undefined && foreign.applied.has(stamp));
  const number = versionKey(version);
  if (foreign.names === 'each') return foreign.applied.has(number);
  if (foreign.names === 'none') return false;
  return foreign.upTo !== undefined && compareVersions(version, foreign.upTo) <= 0 && !foreign.broken.has(number);
}

/** Whether a history is about this folder: it has one of its versions, or none of any. */
export function isAbout(foreign: ForeignHistory, migrations: readonly Migration[]): boolean {
  if (foreign.names === 'none' || foreign.unreadable) return false;
  return foreign.rows === 0 || migrations.some((each) => knows(foreign, each) || isBroken(foreign, each));
}

export function isBroken(foreign: ForeignHistory, { version }: Migration): boolean {
  return foreign.broken.has(versionKey(version));
}

/** `made by dbmate (public.schema_migrations), 2 of 3 applied`. */
export function describeForeign(foreign: ForeignHistory, migrations: readonly Migration[]): string {
  const made = `made by ${foreign.tool} (${foreign.table})`;
  if (foreign.unreadable) return `${made}; this role may not read its history`;
  if (!isAbout(foreign, migrations)) return `${made}, ${count(foreign.rows, 'row')}, none of them for these files`;
  const done = migrations.filter((each) => knows(foreign, each)).length;
  const broken = migrations.filter((each) => isBroken(foreign, each)).map(({ file }) => file);
  const stopped = broken.length === 0 ? '' : `, and it stopped in the middle of ${nameSome(broken, 3)}`;
  return `${made}, ${done} of ${migrations.length} applied${stopped}`;
}
