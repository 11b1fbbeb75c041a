import { type Session, textArray } from '@lockstep/postgres';
import {
  BOUND,
  type Catalog,
  type ForeignTable,
  type Rights,
  type RoleFacts,
  type Routine,
  type Schema,
  type Sequence,
  type Table,
  type View,
} from './types.ts';

const NOT_OF_EXTENSION = (oid: string, catalog: string) =>
  `not exists (select from pg_depend x where x.classid = '${catalog}'::regclass and x.objid = ${oid} and x.deptype = 'e')`;

const names = (relation: string, numbers: string) =>
  `(select coalesce(json_agg(a.attname order by listed.n), '[]') from unnest(${numbers}) with ordinality listed(num, n) join pg_attribute a on a.attrelid = ${relation} and a.attnum = listed.num)`;

const COLUMNS = `(select coalesce(json_agg(json_build_object(
    'name', a.attname, 'notNull', a.attnotnull or coalesce(d.typnotnull, false), 'identity', a.attidentity, 'generated', a.attgenerated <> '',
    'declared', format_type(a.atttypid, a.atttypmod), 'category', b.typcategory,
    'type', format_type(b.oid, case when d.oid is null then a.atttypmod else d.typtypmod end),
    'default', case when a.attgenerated = '' then coalesce(pg_get_expr(df.adbin, df.adrelid), d.typdefault) end,
    'labels', (select coalesce(json_agg(e.enumlabel order by e.enumsortorder), '[]') from pg_enum e where e.enumtypid = b.oid),
    'domainChecks', (with recursive up(oid, base) as (select d.oid, d.typbasetype union all select t.oid, t.typbasetype from up join pg_type t on t.oid = up.base and t.typtype = 'd')
       select coalesce(json_agg(pg_get_expr(k.conbin, 0)), '[]') from up join pg_constraint k on k.contypid = up.oid and k.contype = 'c'))
    order by a.attnum), '[]')
  from pg_attribute a left join pg_attrdef df on df.adrelid = a.attrelid and df.adnum = a.attnum
    left join pg_type d on d.oid = a.atttypid and d.typtype = 'd'
    cross join lateral (with recursive down(oid, base, typtype, typcategory) as (select t.oid, t.typbasetype, t.typtype, t.typcategory from pg_type t where t.oid = a.atttypid
        union all select t.oid, t.typbasetype, t.typtype, t.typcategory from down join pg_type t on t.oid = down.base where down.typtype = 'd')
      select oid, typcategory from down where typtype <> 'd') b
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)`;

/** Of the platform and of the server itself: nothing in them is made by migrations. */
const PLATFORM = `'^(pg_|information_schema$|auth$|storage$|realtime$|vault$|extensions$|graphql|net$|cron$|supabase_|pgsodium|pgmq$|lockstep)'`;

/**
 * The tables of some schemas, of those that no one comes into but by views and functions, and those that their foreign keys
 * lead to.
 */
const tablesSql = (schemas: readonly string[], extra: readonly string[]) => `
with recursive wanted(oid) as (
  select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and (n.nspname = any(${textArray(schemas)}) or n.nspname !~ ${PLATFORM} or n.nspname || '.' || c.relname = any(${textArray(extra)}))
     and ${NOT_OF_EXTENSION('c.oid', 'pg_class')}
  union select k.confrelid from wanted w join pg_constraint k on k.conrelid = w.oid and k.contype = 'f')
select json_build_object('oid', c.oid::text, 'schema', n.nspname, 'name', c.relname, 'label', n.nspname || '.' || c.relname,
  'sql', quote_ident(n.nspname) || '.' || quote_ident(c.relname), 'owner', pg_get_userbyid(c.relowner),
  'parent', case when c.relispartition then (select i.inhparent::text from pg_inherits i where i.inhrelid = c.oid) end,
  'bound', pg_get_partition_constraintdef(c.oid), 'triggers', exists (select from pg_trigger g join pg_proc f on f.oid = g.tgfoid join pg_language l on l.oid = f.prolang
    where g.tgrelid = c.oid and not g.tgisinternal and (l.lanname <> 'plpgsql' or f.prosrc ~* '\\m(insert|update|delete|merge|truncate|execute|perform|call|select)\\M'))
    or exists (select from pg_rewrite w where w.ev_class = c.oid and w.ev_type <> '1'),
  'rls', c.relrowsecurity, 'force', c.relforcerowsecurity, 'columns', ${COLUMNS},
  'foreignKeys', (select coalesce(json_agg(json_build_object('name', k.conname, 'columns', ${names('k.conrelid', 'k.conkey')}, 'target', k.confrelid::text, 'targetColumns', ${names('k.confrelid', 'k.confkey')}, 'onDelete', k.confdeltype) order by k.oid), '[]') from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'),
  'uniques', (select coalesce(json_agg(${names('i.indrelid', 'i.indkey::int2[]')}), '[]') from pg_index i where i.indrelid = c.oid and i.indisunique),
  'primaryKey', coalesce((select ${names('k.conrelid', 'k.conkey')} from pg_constraint k where k.conrelid = c.oid and k.contype = 'p'), '[]'),
  'checks', (select coalesce(json_agg(json_build_object('name', k.conname, 'columns', ${names('k.conrelid', 'k.conkey')}, 'expression', pg_get_expr(k.conbin, k.conrelid)) order by k.oid), '[]') from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'),
  'policies', (select coalesce(json_agg(json_build_object('name', p.polname, 'permissive', p.polpermissive, 'command', p.polcmd, 'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid),
     'roles', (select json_agg(case when r = 0 then 'public' else pg_get_userbyid(r) end) from unnest(p.polroles) r)) order by p.polname), '[]') from pg_policy p where p.polrelid = c.oid))
from wanted w join pg_class c on c.oid = w.oid join pg_namespace n on n.oid = c.relnamespace order by n.nspname, c.relname`;

const viewsSql = (schemas: readonly string[]) => `
select json_build_object('oid', c.oid::text, 'label', n.nspname || '.' || c.relname, 'sql', quote_ident(n.nspname) || '.' || quote_ident(c.relname),
  'materialized', c.relkind = 'm', 'owner', pg_get_userbyid(c.relowner),
  'tables', (with recursive under(oid) as (select c.oid union
      select d.refobjid from under u join pg_rewrite r on r.ev_class = u.oid join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass)
    select coalesce(json_agg(t.oid::text), '[]') from under join pg_class t on t.oid = under.oid and t.relkind in ('r', 'p')),
  'insertable', c.relkind = 'v' and (pg_relation_is_updatable(c.oid, true) & 8) <> 0,
  'columns', (select coalesce(json_agg(json_build_object('name', found[1], 'of', found[2], 'column', a.attname) order by nth), '[]')
    from pg_rewrite r cross join lateral regexp_matches(r.ev_action::text, ':resname (\\S+) :ressortgroupref \\d+ :resorigtbl (\\d+) :resorigcol (\\d+) :resjunk false', 'g') with ordinality m(found, nth)
    join pg_attribute a on a.attrelid = found[2]::oid and a.attnum = found[3]::int where r.ev_class = c.oid and r.rulename = '_RETURN' and c.relkind = 'v'))
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('v', 'm') and n.nspname = any(${textArray(schemas)}) and ${NOT_OF_EXTENSION('c.oid', 'pg_class')}
order by c.relkind desc, c.oid`;

const routinesSql = (schemas: readonly string[]) => `
select json_build_object('oid', p.oid::text, 'label', n.nspname || '.' || p.proname, 'sql', quote_ident(n.nspname) || '.' || quote_ident(p.proname),
  'types', (select coalesce(json_agg(format_type(a.t, null) order by a.n), '[]') from unnest(p.proargtypes) with ordinality a(t, n) where a.n <= p.pronargs - p.pronargdefaults),
  'names', coalesce(to_json(p.proargnames), '[]'), 'volatility', p.provolatile, 'definer', p.prosecdef, 'source', case when l.lanname in ('sql', 'plpgsql') then p.prosrc else '' end,
  'searchPath', (select substr(one, 13) from unnest(p.proconfig) one where one like 'search_path=%'),
  'aggregateOrTrigger', p.prokind <> 'f' or p.prorettype in ('trigger'::regtype, 'event_trigger'::regtype) or p.prorettype = 'internal'::regtype)
from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
where n.nspname = any(${textArray(schemas)}) and ${NOT_OF_EXTENSION('p.oid', 'pg_proc')} order by p.oid`;

/** Functions outside of the schemas that run with the rights of their owner, by name: others may call them. */
const hiddenSql = (schemas: readonly string[]) => `
select distinct n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where p.prosecdef and n.nspname <> all(${textArray(schemas)}) and n.nspname not in ('pg_catalog', 'information_schema') and ${NOT_OF_EXTENSION('p.oid', 'pg_proc')}`;

const sequencesSql = (roles: readonly string[]) => `
select json_build_object('label', n.nspname || '.' || s.relname, 'table', d.refobjid::text,
  'readers', (select coalesce(json_agg(r.rolname order by r.rolname), '[]') from pg_roles r where r.rolname = any(${textArray(roles)}) and has_schema_privilege(r.oid, n.oid, 'USAGE') and has_sequence_privilege(r.oid, s.oid, 'SELECT, USAGE, UPDATE')),
  'setters', (select coalesce(json_agg(r.rolname order by r.rolname), '[]') from pg_roles r where r.rolname = any(${textArray(roles)}) and has_schema_privilege(r.oid, n.oid, 'USAGE') and has_sequence_privilege(r.oid, s.oid, 'UPDATE')))
from pg_class s join pg_namespace n on n.oid = s.relnamespace join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = s.oid and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
where s.relkind = 'S' order by s.oid`;

/** Tables of other servers: no policy holds for them. */
const foreignTablesSql = (schemas: readonly string[], roles: readonly string[]) => `
select json_build_object('label', n.nspname || '.' || c.relname, 'readers', (select coalesce(json_agg(r.rolname order by r.rolname), '[]') from pg_roles r
    where r.rolname = any(${textArray(roles)}) and has_schema_privilege(r.oid, n.oid, 'USAGE') and has_any_column_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE')))
from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'f' and n.nspname = any(${textArray(schemas)}) order by c.oid`;

const schemasSql = (schemas: readonly string[], roles: readonly string[]) => `
select json_build_object('label', n.nspname, 'creators', (select coalesce(json_agg(r.rolname order by r.rolname), '[]') from pg_roles r
    where r.rolname = any(${textArray(roles)}) and not r.rolsuper and has_schema_privilege(r.oid, n.oid, 'CREATE')))
from pg_namespace n where n.nspname = any(${textArray(schemas)}) order by n.nspname`;

/** Realtime listens to the publication of this name. */
const PUBLISHED = `select (quote_ident(p.schemaname) || '.' || quote_ident(p.tablename))::regclass::oid::text from pg_publication_tables p where p.pubname = 'supabase_realtime'`;

const MESSAGES = `select to_regclass('realtime.messages') is not null, exists (select from pg_policy where polrelid = to_regclass('realtime.messages'))`;

const rolesSql = (roles: readonly string[]) => `
select json_build_object('name', r.rolname, 'superuser', r.rolsuper, 'bypassRls', r.rolbypassrls,
  'memberOf', (select json_agg(o.rolname) from pg_roles o where pg_has_role(r.oid, o.oid, 'usage')))
from pg_roles r where r.rolname = any(${textArray(roles)})`;

async function objects<T>(session: Session, sql: string): Promise<T[]> {
  return (await session.rows(sql)).map(([text]) => JSON.parse(text ?? 'null') as T);
}

/**
 * Everything that is planned from. Names in expressions are whole, so that they mean the same under any search path; the
 * session's own is as it was afterwards.
 */
export async function readCatalog(
  session: Session,
  { schemas, extra, roles }: { schemas: readonly string[]; extra: readonly string[]; roles: readonly string[] },
): Promise<Catalog> {
  const [before] = await session.rows("select pg_catalog.current_setting('search_path')");
  await session.rows('set local search_path = pg_catalog');
  const [messages] = await session.rows(MESSAGES);
  const catalog = {
    hasMessages: messages?.[0] === 't',
    messagePolicies: messages?.[1] === 't',
    tables: (await objects<Table & Bound>(session, tablesSql(schemas, extra))).map(withBound),
    views: await objects<View>(session, viewsSql(schemas)),
    routines: await objects<Routine>(session, routinesSql(schemas)),
    hidden: (await session.rows(hiddenSql(schemas))).map(([label]) => label ?? ''),
    sequences: await objects<Sequence>(session, sequencesSql(roles)),
    foreignTables: await objects<ForeignTable>(session, foreignTablesSql(schemas, roles)),
    schemas: await objects<Schema>(session, schemasSql(schemas, roles)),
    published: (await session.rows(PUBLISHED)).map(([oid]) => oid ?? ''),
    roles: await objects<RoleFacts>(session, rolesSql(roles)),
  };
  await session.rows(`select pg_catalog.set_config('search_path', ${quoted(before?.[0] ?? '')}, true)`);
  return catalog;
}

interface Bound {
  /** What rows of a partition fulfil. */
  readonly bound: string | null;
}

/** The rows that a partition takes are those that satisfy its bound, as they satisfy a check. */
function withBound({ bound, ...table }: Table & Bound): Table {
  if (bound === null) return table;
  const columns = table.columns
    .map(({ name }) => name)
    .filter((name) => new RegExp(`(^|[^\\w])"?${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"?([^\\w]|$)`).test(bound));
  return { ...table, checks: [...table.checks, { name: BOUND, columns, expression: bound }] };
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** What a role may do, by the oid of the table or view; one that is not in it may not even be named. */
export async function readRights(session: Session, role: string): Promise<ReadonlyMap<string, Rights>> {
  const can = (right: string) => `has_table_privilege(r.oid, c.oid, '${right}')`;
  const columns = (right: string) =>
    `(select coalesce(json_agg(a.attname order by a.attnum) filter (where has_column_privilege(r.oid, c.oid, a.attnum, '${right}')), '[]') from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)`;
  const rows = await session.rows(`
    select c.oid::text, json_build_object('select', ${can('SELECT')}, 'insert', ${can('INSERT')}, 'update', ${can('UPDATE')}, 'delete', ${can('DELETE')}, 'truncate', ${can('TRUNCATE')},
      'selectColumns', ${columns('SELECT')}, 'insertColumns', ${columns('INSERT')}, 'updateColumns', ${columns('UPDATE')})
    from pg_catalog.pg_class c cross join pg_catalog.pg_roles r where r.rolname = ${quoted(role)} and c.relkind in ('r', 'p', 'v', 'm')
      and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pg_toast') and pg_catalog.has_schema_privilege(r.oid, c.relnamespace, 'USAGE')`);
  return new Map(rows.map(([oid, text]) => [oid ?? '', JSON.parse(text ?? '{}') as Rights]));
}

/** The functions that a role may call, by oid. */
export async function readCallable(session: Session, role: string): Promise<ReadonlySet<string>> {
  const rows = await session.rows(`
    select p.oid::text from pg_catalog.pg_proc p cross join pg_catalog.pg_roles r where r.rolname = ${quoted(role)}
      and p.pronamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
      and pg_catalog.has_function_privilege(r.oid, p.oid, 'EXECUTE') and pg_catalog.has_schema_privilege(r.oid, p.pronamespace, 'USAGE')`);
  return new Set(rows.map(([oid]) => oid ?? ''));
}
