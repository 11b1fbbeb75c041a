import type { Session } from '@lockstep/postgres';
import type { Relation } from './relations.ts';

/**
 * Counts with our own rights, names and formats, whatever the down migration has set, and past all policies: where one
 * would hide rows from us, either it is no longer forced upon us, who own the table, or the count fails. All of that is
 * rolled back; the locks that are held already stay.
 */
export async function asOwner<T>(
  session: Session,
  relations: readonly Relation[],
  count: () => Promise<T>,
): Promise<T> {
  await session.rows(
    'savepoint lockstep_measure; set local session authorization default; set local role none; set local row_security = off; ' +
      "set local search_path = ''; set local timezone = default; set local datestyle = default; " +
      'set local intervalstyle = default; set local bytea_output = default; set local extra_float_digits = default',
  );
  const oids = relations.map(({ oid }) => oid).join(', ');
  const hidden = await session.rows(
    `select c.oid from pg_catalog.pg_class c where c.oid in (${oids || '0'}) and pg_catalog.row_security_active(c.oid)`,
  );
  for (const { name, oid } of relations) {
    if (!hidden.some((row) => row[0] === oid)) continue;
    await session.rows(`set constraints all immediate; alter table only ${name} no force row level security`);
  }
  const result = await count();
  await session.rows('rollback to lockstep_measure; release lockstep_measure');
  return result;
}
