import type { Check, Logger, NotVerified } from '@lockstep/base';
import { openSession, readDatabaseUrl, textArray } from '@lockstep/postgres';

/** Tables that the Data API serves to those who sign in, or to anyone, without row-level security. */
export async function checkRowSecurity(
  url: string,
  schemas: readonly string[],
  { log, signal }: { readonly log: Logger; readonly signal: AbortSignal },
): Promise<{ readonly checks: readonly Check[]; readonly notVerified: readonly NotVerified[] }> {
  const session = await openSession(readDatabaseUrl(url), { log, signal, applicationName: 'lockstep contract-check' });
  try {
    const roles = await session.rows(
      "select rolname from pg_catalog.pg_roles where rolname in ('anon', 'authenticated')",
    );
    if (roles.length === 0) return { checks: [], notVerified: [noRoles(schemas)] };
    const rows = await session.rows(
      `select n.nspname || '.' || c.relname, c.relrowsecurity from pg_catalog.pg_class c
         join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname = any (${textArray(schemas)})
          and exists (select from pg_catalog.pg_roles r where r.rolname in ('anon', 'authenticated')
            and pg_catalog.has_schema_privilege(r.oid, n.oid, 'usage')
            and (pg_catalog.has_table_privilege(r.oid, c.oid, 'select, insert, update, delete')
              or pg_catalog.has_any_column_privilege(r.oid, c.oid, 'select, insert, update')))
        order by 1`,
    );
    return { checks: judgeTables(rows.map(([name, on]) => ({ name: name ?? '', on: on === 't' }))), notVerified: [] };
  } finally {
    await session.close();
  }
}

export function judgeTables(tables: readonly { readonly name: string; readonly on: boolean }[]): readonly Check[] {
  const facts = {
    id: 'data/row-security',
    title: 'Row-level security is active on every table that the Data API serves',
    expected: 'row-level security enabled',
  };
  const open = tables.filter(({ on }) => !on);
  if (open.length === 0)
    return [
      {
        ...facts,
        verdict: 'pass',
        reason: 'active',
        what: 'all tables',
        measured: `${tables.length} tables, all with row-level security`,
        remedy: '',
      },
    ];
  return open.map(({ name }) => ({
    ...facts,
    verdict: 'fail',
    reason: 'not-active',
    what: name,
    measured: 'anon or authenticated may use it, and it has no row-level security',
    remedy: `alter table ${name} enable row level security, with policies; whether they hold is for tenant-audit`,
  }));
}

function noRoles(schemas: readonly string[]): NotVerified {
  return {
    id: 'data/row-security',
    what: schemas.join(', '),
    because: 'the database has no role anon and no role authenticated',
    remedy: 'give the database of the Supabase project in "database-url"',
    chosen: false,
  };
}
