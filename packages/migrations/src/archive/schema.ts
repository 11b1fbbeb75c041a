import { literal, type Session } from '@lockstep/postgres';
import { ARCHIVE_SCHEMA } from './plan.ts';
import type { ArchiveRefusal } from './refusal.ts';

/** The list of all archives. */
export const ARCHIVES = `${ARCHIVE_SCHEMA}.archives`;

/** The transactions that restored something. */
export const RESTORES = `${ARCHIVE_SCHEMA}.restores`;

/**
 * One row for each table of which something was archived. Only PostgreSQL's own types: nothing here hinders a drop, and
 * no CASCADE takes it along.
 */
const TABLES = `
create table ${ARCHIVES} (
  id bigint generated always as identity primary key,
  at timestamptz not null default pg_catalog.clock_timestamp(),
  -- What deleted it: the down migration of this version, or (up) the contract migration itself.
  direction text not null,
  -- The migration, and the release that had applied it.
  version text not null,
  migration text not null,
  release text,
  -- Who archived.
  by_release text,
  commit_sha text,
  actor text,
  run text,
  -- The table as it was called then, and where a restore puts its rows.
  source text not null,
  target text not null,
  -- rows, values or mixed, see packages/migrations/src/archive/plan.ts.
  kind text not null,
  contents text not null,
  columns jsonb not null,
  key jsonb not null,
  dropped jsonb not null,
  -- Rows that migrations put there are among them.
  whole boolean not null,
  rows bigint not null,
  bytes bigint not null,
  -- Of all rows, summed up after the commit: whether they were changed since.
  digest text,
  -- The transaction that archived, on this very cluster.
  xid xid8 not null default pg_catalog.pg_current_xact_id(),
  cluster text,
  expires timestamptz not null,
  -- all, partial: a restore brought back all of it, or not yet.
  restored text,
  restored_at timestamptz,
  extended jsonb not null default '[]'
);
-- Transactions that restored something: what they wrote, no user did.
create table ${RESTORES} (
  xid xid8 not null primary key default pg_catalog.pg_current_xact_id(),
  archive bigint not null,
  at timestamptz not null default pg_catalog.clock_timestamp()
);
`;

/** Makes the schema and its list where they are missing, in the transaction at hand; what stands in the way otherwise. */
export async function ensureArchiveSchema(session: Session): Promise<ArchiveRefusal | undefined> {
  const [found] = await session.rows(`
    select pg_catalog.pg_has_role(current_user, n.nspowner, 'usage'), pg_catalog.pg_get_userbyid(n.nspowner), c.relkind,
           (select pg_catalog.count(*) from pg_catalog.pg_attribute a where a.attrelid = c.oid and not a.attisdropped
               and a.attname in ('id', 'version', 'contents', 'columns', 'digest', 'expires', 'extended'))
      from pg_catalog.pg_namespace n
      left join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = 'archives'
     where n.nspname = ${literal(ARCHIVE_SCHEMA)}`);
  if (found?.[0] === 'f') return { kind: 'schema', because: 'taken', who: found[1] ?? '' };
  if (found !== undefined && found[2] !== null) {
    const isOurs = found[2] === 'r' && found[3] === '7';
    return isOurs ? undefined : { kind: 'schema', because: 'name-taken', who: 'what is named archives' };
  }
  const [right] = await session.rows(
    `select pg_catalog.has_database_privilege(pg_catalog.current_database(), 'create')`,
  );
  if (found === undefined && right?.[0] !== 't') return { kind: 'schema', because: 'no-right', who: '' };
  if (found === undefined) await session.rows(`create schema ${ARCHIVE_SCHEMA}`);
  await session.rows(
    `${TABLES} comment on schema ${ARCHIVE_SCHEMA} is 'Data that rollbacks would have deleted, kept by Lockstep: leave it to its owner'`,
  );
  return undefined;
}

const OBJECTS = `
  select n.oid, 'schema'::pg_catalog.text as what, n.nspowner as owner, n.nspacl as acl, n.nspname::pg_catalog.text as name
    from pg_catalog.pg_namespace n where n.nspname = ${literal(ARCHIVE_SCHEMA)}
  union all
  select c.oid, case c.relkind when 'S' then 'sequence' else 'table' end, c.relowner, c.relacl, '${ARCHIVE_SCHEMA}.' || pg_catalog.quote_ident(c.relname)
    from pg_catalog.pg_class c
   where c.relnamespace = pg_catalog.to_regnamespace(${literal(ARCHIVE_SCHEMA)}) and c.relkind in ('r', 'p', 'S', 'v', 'm', 'f')`;

const GRANTED = `
  select object.what, object.name,
         case when acl.grantee = 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(acl.grantee)) end as grantee
    from (${OBJECTS}) as object, pg_catalog.aclexplode(object.acl) as acl where acl.grantee <> object.owner`;

/**
 * Nobody but the owner gets at what is in the schema: what default privileges have granted goes, row security stands
 * before everything that comes later. Then it is read back; the answer is who could still read it.
 */
export async function closeToOthers(session: Session): Promise<ArchiveRefusal | undefined> {
  const open = await session.rows(
    `select c.name from (${OBJECTS}) as c join pg_catalog.pg_class k on k.oid = c.oid where c.what = 'table' and k.relkind = 'r' and not k.relrowsecurity`,
  );
  for (const [name] of open) await session.rows(`alter table ${name} enable row level security`);
  for (const [what, name, grantee] of await session.rows(
    `select distinct what, name, grantee from (${GRANTED}) as g`,
  )) {
    await session.rows(`revoke all on ${what} ${name} from ${grantee} cascade`);
  }
  return findOpenings(session);
}

/** Who could read the archives other than their owner; undefined where nobody could. */
export async function findOpenings(session: Session): Promise<ArchiveRefusal | undefined> {
  const [granted] = await session.rows(`
    select name || ' to ' || grantee from (${GRANTED}) as g
    union all
    select '${ARCHIVE_SCHEMA}.' || c.relname || '.' || a.attname || ' to others' from pg_catalog.pg_attribute a
      join pg_catalog.pg_class c on c.oid = a.attrelid
     where c.relnamespace = pg_catalog.to_regnamespace(${literal(ARCHIVE_SCHEMA)}) and a.attacl is not null
    union all
    select o.name || ' has no row level security' from (${OBJECTS}) as o join pg_catalog.pg_class c on c.oid = o.oid
     where o.what = 'table' and c.relkind = 'r' and not c.relrowsecurity
    union all
    select o.name || ' has a policy' from (${OBJECTS}) as o join pg_catalog.pg_policy p on p.polrelid = o.oid
    limit 1`);
  if (granted !== undefined) return { kind: 'schema', because: 'granted', who: granted[0] ?? '' };
  const [published] = await session.rows(`
    select pg_catalog.quote_ident(p.pubname) from pg_catalog.pg_publication p
     where p.puballtables or exists (select from (${OBJECTS}) as o
             join pg_catalog.pg_publication_rel r on r.prrelid = o.oid and r.prpubid = p.oid)
     order by 1 limit 1`);
  if (published !== undefined) return { kind: 'schema', because: 'published', who: published[0] ?? '' };
  const [wholeSchema] = await publishedSchemas(session);
  return wholeSchema === undefined ? undefined : { kind: 'schema', because: 'published', who: wholeSchema[0] ?? '' };
}

/** PostgreSQL publishes whole schemas since 15. */
async function publishedSchemas(session: Session): ReturnType<Session['rows']> {
  if (session.version < 150_000) return [];
  return session.rows(`
    select pg_catalog.quote_ident(p.pubname) from pg_catalog.pg_publication p
      join pg_catalog.pg_publication_namespace s on s.pnpubid = p.oid
     where s.pnnspid = pg_catalog.to_regnamespace(${literal(ARCHIVE_SCHEMA)}) limit 1`);
}
