import { literal, type Session } from '@lockstep/postgres';
import type { Relation } from '../data-loss/relations.ts';

/** Names, formats and rights under which values are written as text, and read again, so that both mean the same. */
const FORMATS: Readonly<Record<string, string>> = {
  search_path: '',
  row_security: 'off',
  timezone: 'UTC',
  datestyle: 'ISO, YMD',
  intervalstyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '3',
  lc_monetary: 'C',
  xmloption: 'content',
  quote_all_identifiers: 'off',
  standard_conforming_strings: 'on',
};

const FORMAT_NAMES = ['statement_timeout', ...Object.keys(FORMATS)];
const WHO = ['session_authorization', 'role'];

async function readSettings(session: Session): Promise<ReadonlyMap<string, string>> {
  const names = [...WHO, ...FORMAT_NAMES];
  const asked = names.map((name) => `pg_catalog.current_setting(${literal(name)})`);
  const [row] = await session.rows(`select ${asked.join(', ')}`);
  return new Map(names.map((name, nth) => [name, row?.[nth] ?? '']));
}

function restored(name: string, settings: ReadonlyMap<string, string>): string {
  return `pg_catalog.set_config(${literal(name)}, ${literal(settings.get(name) ?? '')}, true)`;
}

/** SQL that makes the rest of the transaction ours, whatever a file has set. */
export const asArchivist =
  'set local session authorization default; set local role none; ' +
  Object.entries(FORMATS)
    .map(([name, value]) => `set local ${name} = ${literal(value)}`)
    .join('; ');

/** The same for a while, in the middle of a transaction whose next statements are somebody else's. Not where `work` throws. */
export async function withinSettings<T>(session: Session, work: () => Promise<T>): Promise<T> {
  const before = await readSettings(session);
  await session.rows(asArchivist);
  const ours = await readSettings(session);
  const result = await work();
  const rest = FORMAT_NAMES.map((name) => restored(name, before)).join(', ');
  await session.rows(`select ${rest}`);
  // Last: under another role the rest may be forbidden.
  for (const name of WHO) {
    if (before.get(name) !== ours.get(name)) await session.rows(`select ${restored(name, before)}`);
  }
  return result;
}

/** Reads past policies that bind us too, who own the tables, and leaves them as binding as they were. */
export async function pastPolicies<T>(
  session: Session,
  relations: readonly Pick<Relation, 'oid'>[],
  work: () => Promise<T>,
): Promise<T> {
  const oids = relations.map(({ oid }) => oid).join(',');
  const forced = await session.rows(
    `select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = any ('{${oids}}'::pg_catalog.oid[]) and c.relforcerowsecurity and pg_catalog.row_security_active(c.oid)`,
  );
  const names = forced.map((row) => row[0] ?? '');
  for (const name of names) {
    await session.rows(`set constraints all immediate; alter table only ${name} no force row level security`);
  }
  const result = await work();
  for (const name of names) await session.rows(`alter table only ${name} force row level security`);
  return result;
}
