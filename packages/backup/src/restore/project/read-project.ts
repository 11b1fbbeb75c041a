import { literal, type Session } from '@lockstep/postgres';
import { MANAGED, type ProjectColumn, type ProjectTable } from './managed.ts';

/** What a Supabase project has before anything is restored into it. */
export interface Project {
  readonly tables: ReadonlyMap<string, ProjectTable>;
  readonly schemas: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly extensions: ReadonlySet<string>;
  readonly tablespaces: ReadonlySet<string>;
  readonly publications: ReadonlySet<string>;
  /** Triggers and policies on tables of managed schemas, as `trigger auth.users on_signup`. */
  readonly attached: ReadonlySet<string>;
}

/** Whether a database is that of a Supabase project: its services have made their schemas. */
export async function isProject(session: Session): Promise<boolean> {
  const [row] = await session.rows(
    `select pg_catalog.count(*) from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where (n.nspname, c.relname) in (('auth', 'users'), ('storage', 'buckets')) and c.relkind = 'r'
        and c.relowner <> (select oid from pg_catalog.pg_roles where rolname = current_user)`,
  );
  return row?.[0] === '2';
}

const ours = `n.nspname in (${MANAGED.map(literal).join(', ')})`;

export async function readProject(session: Session): Promise<Project> {
  const names = async (sql: string) => new Set((await session.rows(sql)).map(([name]) => name ?? ''));
  return {
    tables: await readTables(session),
    schemas: await names('select nspname from pg_catalog.pg_namespace'),
    roles: await names('select rolname from pg_catalog.pg_roles'),
    extensions: await names('select extname from pg_catalog.pg_extension'),
    tablespaces: await names('select spcname from pg_catalog.pg_tablespace'),
    publications: await names('select pubname from pg_catalog.pg_publication'),
    attached: await names(
      `select 'trigger ' || n.nspname || '.' || c.relname || ' ' || t.tgname from pg_catalog.pg_trigger t
         join pg_catalog.pg_class c on c.oid = t.tgrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and ${ours}
       union all select 'policy ' || n.nspname || '.' || c.relname || ' ' || p.polname from pg_catalog.pg_policy p
         join pg_catalog.pg_class c on c.oid = p.polrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace where ${ours}`,
    ),
  };
}

async function readTables(session: Session): Promise<ReadonlyMap<string, ProjectTable>> {
  const rows = await session.rows(
    `select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), pg_catalog.quote_ident(a.attname),
        pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull and not a.atthasdef and a.attidentity = '',
        pg_catalog.has_table_privilege(c.oid, 'insert') and pg_catalog.has_schema_privilege(n.oid, 'usage'),
        pg_catalog.has_table_privilege(c.oid, 'select') and pg_catalog.has_schema_privilege(n.oid, 'usage')
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
         join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relkind = 'r' and ${ours} order by 1, a.attnum`,
  );
  const found = new Map<string, { columns: Map<string, ProjectColumn>; mayInsert: boolean; mayRead: boolean }>();
  for (const [name, column, type, required, insert, read] of rows) {
    const table = found.get(name ?? '') ?? { columns: new Map(), mayInsert: insert === 't', mayRead: read === 't' };
    table.columns.set(column ?? '', { type: type ?? '', isRequired: required === 't' });
    found.set(name ?? '', table);
  }
  const tables = new Map<string, ProjectTable>();
  for (const [name, { columns, mayInsert, mayRead }] of found) {
    // What cannot be read cannot be compared either: as good as no right to write.
    const [row] = mayRead ? await session.rows(`select exists (select from only ${name})`) : [];
    tables.set(name, { columns, hasRows: row?.[0] === 't', mayInsert: mayInsert && mayRead });
  }
  return tables;
}
