import { identifier, literal, type Session, textArray } from '@lockstep/postgres';
import type { Table } from './catalog/types.ts';
import type { Kinship } from './seed/kinship.ts';

/** Why a database is not one to put rows into, even ones that are taken back. */
export type Refusal =
  | { readonly kind: 'is-production'; readonly detail: string }
  | { readonly kind: 'has-rows'; readonly detail: string }
  | { readonly kind: 'in-use'; readonly detail: string };

/** The number that a server was made with: that of its replicas and of its copies too. Undefined where it is not said. */
export async function systemIdentifier(session: Session): Promise<string | undefined> {
  const result = await session.send('select system_identifier::text from pg_catalog.pg_control_system()', {
    keepRows: true,
  });
  return result.ok ? (result.reply.rows[0]?.[0] ?? undefined) : undefined;
}

/** Refuses a server of the list, and one that does not say which it is while there is a list. */
export async function productionRefusal(session: Session, production: readonly string[]): Promise<Refusal | undefined> {
  if (production.length === 0) return undefined;
  const itself = await systemIdentifier(session);
  if (itself === undefined) return { kind: 'is-production', detail: 'its system identifier cannot be read' };
  return production.includes(itself) ? { kind: 'is-production', detail: `system identifier ${itself}` } : undefined;
}

/** A session that was closed is seen for a moment longer. */
const LOOKS = 20;

/** Another session in the database: one that is thrown away has none. */
export async function otherSessions(session: Session): Promise<Refusal | undefined> {
  let found: Refusal | undefined;
  for (let look = 0; look < LOOKS; look++) {
    if (look > 0) await session.rows('select pg_catalog.pg_sleep(0.1)');
    found = await othersNow(session);
    if (found === undefined) return undefined;
  }
  return found;
}

async function othersNow(session: Session): Promise<Refusal | undefined> {
  const rows = await session.rows(
    `select a.application_name, a.usename from pg_catalog.pg_stat_activity a
      where a.datname = pg_catalog.current_database() and a.pid <> pg_catalog.pg_backend_pid()
        and coalesce(a.backend_type, 'client backend') = 'client backend' order by 1, 2 limit 5`,
  );
  if (rows.length === 0) return undefined;
  const who = rows.map(([name, user]) => `${name || 'no name'} (user ${user ?? '?'})`);
  return { kind: 'in-use', detail: who.join(', ') };
}

/**
 * Rows that belong to somebody. What belongs to nobody may have come with the migrations: a list of countries, or settings
 * whose `updated_by` is empty.
 */
export async function foreignRows(
  session: Session,
  tables: readonly Table[],
  kinship: Kinship,
): Promise<Refusal | undefined> {
  const owned = tables.filter((table) => kinship.isOfTenant(table) && table.parent === null);
  if (owned.length === 0) return undefined;
  const whose = (table: Table) => {
    const own = [...kinship.tenantColumns(table), ...kinship.userColumns(table)];
    const said = own.map((name) => `${identifier(name)} is not null`).join(' or ');
    // Of what hangs on other rows, those say whose it is; but not where nothing does, as with a tenant or a user itself.
    if (said === '') return kinship.deciding(table).length > 0 ? 'false' : 'true';
    return said;
  };
  const rows = await session.rows(
    owned
      .map((table) => `select ${literal(table.label)} where exists (select from ${table.sql} where ${whose(table)})`)
      .join(' union all '),
  );
  if (rows.length === 0) return undefined;
  return {
    kind: 'has-rows',
    detail: rows
      .slice(0, 5)
      .map(([label]) => label)
      .join(', '),
  };
}

/** A place of each row of each table, by the table. */
export async function placesOf(
  session: Session,
  tables: readonly Table[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const places = new Map<string, string[]>(tables.map(({ oid }) => [oid, []]));
  if (tables.length === 0) return places;
  const rows = await session.rows(
    tables
      .map(({ oid, sql }) => `select ${literal(oid)}, tableoid::text || ctid::text from ${sql}`)
      .join(' union all '),
  );
  for (const [oid, key] of rows) places.get(oid ?? '')?.push(key ?? '');
  return places;
}

/** The roles of a list that the server does not have. */
export async function missingRoles(session: Session, roles: readonly string[]): Promise<readonly string[]> {
  const rows = await session.rows(
    `select name from pg_catalog.unnest(${textArray(roles)}) name where not exists (select from pg_catalog.pg_roles r where r.rolname = name)`,
  );
  return rows.map(([name]) => name ?? '');
}

/** Materialized views hold what was there when they were made. */
export async function refreshAll(
  session: Session,
  views: readonly { readonly sql: string; readonly materialized: boolean }[],
): Promise<void> {
  for (const { materialized, sql } of views) {
    if (!materialized) continue;
    await session.rows(`savepoint ${identifier('lockstep_refresh')}`);
    const result = await session.send(`refresh materialized view ${sql}`);
    await session.rows(
      result.ok
        ? 'release savepoint lockstep_refresh'
        : 'rollback to savepoint lockstep_refresh; release savepoint lockstep_refresh',
    );
  }
}
