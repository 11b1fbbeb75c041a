import type { Session } from '@lockstep/postgres';
import { LARGE_OBJECTS } from './relations.ts';
import type { Threat } from './threats.ts';

/**
 * Nobody writes to these any more, nobody reads what is about to go, and nobody makes another partition of it; in one
 * order, parents first as everybody does, so that nobody deadlocks.
 */
export async function lockTables(session: Session, threats: readonly Threat[]): Promise<void> {
  const going = threats.filter(({ kind }) => kind !== 'rows').map(({ relation }) => relation.oid);
  const parents = await session.rows(
    `select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), min(a.level)
       from pg_catalog.unnest('{${going.join(',')}}'::oid[]) as leaf (oid)
       cross join pg_catalog.pg_partition_ancestors(leaf.oid) with ordinality as a (oid, level)
       join pg_catalog.pg_class c on c.oid = a.oid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'p' group by n.nspname, c.relname order by min(a.level) desc, 1`,
  );
  for (const [name] of parents) await session.rows(`lock table only ${name} in access exclusive mode`);
  const modes = new Map<string, 'exclusive' | 'access exclusive'>();
  for (const { kind, relation } of threats) {
    // PostgreSQL's own tables, views and what is elsewhere cannot be locked.
    if (relation.kind !== 'table' || LARGE_OBJECTS.includes(relation.oid)) continue;
    const known = modes.get(relation.name);
    modes.set(relation.name, kind === 'rows' && known !== 'access exclusive' ? 'exclusive' : 'access exclusive');
  }
  for (const [name, mode] of [...modes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await session.rows(`lock table only ${name} in ${mode} mode`);
  }
}
