import { InputError } from '@lockstep/base';
import { ConnectionLost, endsConnection, type Session, SqlError } from '@lockstep/postgres';
import { HAS_OBSERVERS, OBSERVERS } from '../facts/capture.ts';

/** The schemas of the two histories and of the archives, which are no part of anybody's schema. */
export const HISTORY_SCHEMAS: readonly string[] = ['supabase_migrations', 'lockstep', 'lockstep_archive'];

/** What of the two histories exists. */
export interface Tables {
  /** supabase_migrations.schema_migrations, with what else Supabase's hosted service keeps in it. */
  readonly supabase: { readonly exists: boolean; readonly hasRollback: boolean };
  /** lockstep.migrations; an older one lacks columns, which are added before the next write. */
  readonly side: { readonly exists: boolean; readonly hasFacts: boolean; readonly hasObservers: boolean };
  /** Names this database of this very cluster, as no copy of it is named; undefined where the role may not ask. */
  readonly cluster: string | undefined;
}

export async function findTables(session: Session): Promise<Tables> {
  const [row] = await session.rows(`select
    (select pg_catalog.array_to_string(pg_catalog.array_agg(attname::text || ' ' || pg_catalog.format_type(atttypid, atttypmod)), ',')
       from pg_catalog.pg_attribute
      where attrelid = pg_catalog.to_regclass('supabase_migrations.schema_migrations') and attnum > 0 and not attisdropped),
    pg_catalog.to_regclass('lockstep.migrations') is not null and pg_catalog.to_regclass('lockstep.events') is not null,
    exists (select from pg_catalog.pg_attribute
             where attrelid = pg_catalog.to_regclass('lockstep.migrations') and attname = 'facts' and not attisdropped), ${HAS_OBSERVERS}`);
  const columns = (row?.[0] ?? '').split(',');
  const complete =
    columns.includes('version text') && columns.includes('statements text[]') && columns.includes('name text');
  return {
    cluster: await findCluster(session),
    supabase: { exists: complete, hasRollback: columns.includes('rollback text[]') },
    side: { exists: row?.[1] === 't', hasFacts: row?.[2] === 't', hasObservers: row?.[3] === 't' },
  };
}

async function findCluster(session: Session): Promise<string | undefined> {
  const result = await session.send(
    `select s.system_identifier || '/' || d.oid from pg_catalog.pg_control_system() s, pg_catalog.pg_database d
      where d.datname = pg_catalog.current_database()`,
    { keepRows: true },
  );
  if (!result.ok && result.error instanceof ConnectionLost) throw result.error;
  return result.ok ? (result.reply.rows[0]?.[0] ?? undefined) : undefined;
}

/** Statement for statement what the Supabase CLI runs (supabase/cli, pkg/migration/history.go). */
const SUPABASE = `
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
alter table supabase_migrations.schema_migrations add column if not exists statements text[];
alter table supabase_migrations.schema_migrations add column if not exists name text;
`;

/**
 * The side table: what Supabase's has no place for. No grants, and row security without a policy, so that a grant by
 * default privileges opens nothing: a down migration that somebody else could write would run with our rights.
 */
const SIDE = `
create schema if not exists lockstep;
create table if not exists lockstep.migrations (
  version text not null primary key,
  name text not null,
  checksum text not null,
  phase text not null,
  -- applied: in the history too. partial: not there yet, the segments with digests are done. reverting: still there,
  -- and the segments of its down migration with digests are done.
  state text not null,
  down_sql text,
  down_digest text,
  release text,
  commit_sha text,
  actor text,
  run text,
  step text not null,
  attempt text not null,
  segments int not null,
  segment_digests text[] not null default '{}',
  segment_begun boolean not null default false,
  lessons text,
  -- What is the migration's own: what it made and wrote, on this very cluster, as observed in each of its transactions
  -- (packages/migrations/src/facts). Without it, everything counts as data.
  xid xid8,
  facts jsonb,
  xmin_horizon xid8,
  cluster text,
  started_at timestamptz not null,
  finished_at timestamptz
);
alter table lockstep.migrations add column if not exists facts jsonb;
create table if not exists lockstep.events (
  id bigint generated always as identity primary key,
  at timestamptz not null default pg_catalog.clock_timestamp(),
  kind text not null,
  version text not null,
  release text,
  commit_sha text,
  actor text,
  run text,
  step text,
  detail jsonb not null default '{}'
);
alter table lockstep.migrations enable row level security;
alter table lockstep.events enable row level security;
${OBSERVERS}
comment on schema lockstep is 'Release records of Lockstep: leave it to its owner';
do $do$
declare grantee text;
begin
  for grantee in
    select distinct case when acl.grantee = 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end
      from (select nspacl as list, nspowner as owner from pg_catalog.pg_namespace where nspname = 'lockstep'
            union all
            select relacl, relowner from pg_catalog.pg_class
             where relnamespace = pg_catalog.to_regnamespace('lockstep')) as object,
           pg_catalog.aclexplode(object.list) as acl
     where acl.grantee <> object.owner
  loop
    execute pg_catalog.format('revoke all on schema lockstep from %s', grantee);
    execute pg_catalog.format('revoke all on all tables in schema lockstep from %s', grantee);
    execute pg_catalog.format('revoke all on all sequences in schema lockstep from %s', grantee);
  end loop;
end $do$;
`;

/** Makes what is missing, in one transaction. */
export async function ensureTables(session: Session, tables: Tables): Promise<Tables> {
  const isComplete = tables.side.exists && tables.side.hasFacts && tables.side.hasObservers;
  if (tables.supabase.exists && isComplete) return tables;
  try {
    await session.rows(
      `begin; set local lock_timeout = '4s'; ${tables.supabase.exists ? '' : SUPABASE} ${isComplete ? '' : SIDE} commit;`,
    );
  } catch (error) {
    if (error instanceof SqlError && !endsConnection(error.server.code)) await session.send('rollback');
    if (!(error instanceof SqlError) || error.server.code !== '42501') throw error;
    throw new InputError(
      'database-url: this role may not create the schemas supabase_migrations and lockstep; use the role that owns the database, or let an administrator run: grant create on database DATABASE to ROLE',
      { cause: error },
    );
  }
  return findTables(session);
}

/**
 * Who could write the stored down migrations, other than the owner: they run with our rights, so no one else may. Empty
 * when all is well.
 */
export async function findIntruders(session: Session): Promise<string[]> {
  const rows = await session.rows(`
    select object.what || ' belongs to ' || pg_catalog.pg_get_userbyid(object.owner)
      from (select 'schema lockstep' as what, nspowner as owner, nspacl as acl from pg_catalog.pg_namespace where nspname = 'lockstep'
            union all
            select 'table lockstep.' || relname, relowner, relacl from pg_catalog.pg_class
             where relnamespace = pg_catalog.to_regnamespace('lockstep') and relkind = 'r'
            union all
            select 'function ' || oid::pg_catalog.regprocedure, proowner, null from pg_catalog.pg_proc
             where pronamespace = pg_catalog.to_regnamespace('lockstep')) as object
     where not pg_catalog.pg_has_role(current_user, object.owner, 'usage')
    union all
    select distinct object.what || ' is granted to ' || case when acl.grantee = 0 then 'public' else pg_catalog.pg_get_userbyid(acl.grantee) end
      from (select 'schema lockstep' as what, nspowner as owner, nspacl as acl from pg_catalog.pg_namespace where nspname = 'lockstep'
            union all
            select 'table lockstep.' || relname, relowner, relacl from pg_catalog.pg_class
             where relnamespace = pg_catalog.to_regnamespace('lockstep') and relkind = 'r') as object,
           pg_catalog.aclexplode(object.acl) as acl
     where acl.grantee <> object.owner
    union all
    select 'table lockstep.' || c.relname || ' has the trigger ' || t.tgname
      from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
     where c.relnamespace = pg_catalog.to_regnamespace('lockstep') and not t.tgisinternal`);
  return rows.map((row) => row[0] ?? '');
}
