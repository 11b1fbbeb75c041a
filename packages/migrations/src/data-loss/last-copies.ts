import { literal, type Session, SqlError } from '@lockstep/postgres';
import type { Relation } from './relations.ts';

/**
 * The rows of a materialized view that its own query would not bring back as things are now: of these it holds the last
 * copy. All of its rows where the query cannot be asked.
 */
export async function countLastCopies(session: Session, { name, oid }: Relation): Promise<number> {
  const [view] = await session.rows(
    `select c.relispopulated, pg_catalog.pg_get_viewdef(c.oid) from pg_catalog.pg_class c where c.oid = ${literal(oid)}::pg_catalog.oid`,
  );
  if (view?.[0] !== 't') return 0;
  const query = (view[1] ?? '').replace(/;\s*$/, '');
  await session.rows('savepoint lockstep_count');
  try {
    const [row] = await session.rows(
      `select count(*) from (select m::text from ${name} m except all select q::text from (${query}) q) as last_copies`,
    );
    await session.rows('release lockstep_count');
    return Number(row?.[0]);
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    await session.rows('rollback to lockstep_count');
    const [row] = await session.rows(`select count(*) from ${name}`);
    return Number(row?.[0]);
  }
}
