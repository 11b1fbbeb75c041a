import { InputError } from '@lockstep/base';
import type { Session } from '@lockstep/postgres';

/**
 * Refuses to go on where the records belong to a role whose rights this one does not have: it would see none of them
 * (row security), or fail in the middle. Asks the catalogs alone, which any role may. Throws InputError with both ways on.
 */
export async function requireOwnRecords(session: Session): Promise<void> {
  const [row] = await session.rows(`
    select pg_catalog.quote_ident(current_user), pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(object.owner)), object.what
      from (select nspowner as owner, 'schema lockstep' as what, false as readable
              from pg_catalog.pg_namespace where nspname = 'lockstep'
            union all
            select c.relowner, 'table lockstep.' || c.relname, false
              from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where n.nspname = 'lockstep' and c.relkind in ('r', 'p')
            union all
            select c.relowner, 'table supabase_migrations.' || c.relname,
                   pg_catalog.has_schema_privilege(n.oid, 'usage') and pg_catalog.has_table_privilege(c.oid, 'select')
              from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where n.nspname = 'supabase_migrations' and c.relname = 'schema_migrations') as object
     where not pg_catalog.pg_has_role(current_user, object.owner, 'usage') and not object.readable
     order by object.what limit 1`);
  if (row === undefined) return;
  const [user, owner, what] = row;
  throw new InputError(
    `database-url: the records of migrations (${what}) belong to the role ${owner}, and this is ${user}; connect as ` +
      `${owner}, or let an administrator run: grant ${owner} to ${user}`,
  );
}
