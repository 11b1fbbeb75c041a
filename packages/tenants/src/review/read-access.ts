import { type Session, textArray } from '@lockstep/postgres';
import type { Access, FunctionAccess, ObjectAccess, RoleAccess } from './access.ts';

const role = (oid: string) => `case when ${oid} = 0 then 'public' else pg_get_userbyid(${oid}) end`;
const NOT_OF_EXTENSION = (oid: string, catalog: string) =>
  `not exists (select from pg_depend x where x.classid = '${catalog}'::regclass and x.objid = ${oid} and x.deptype = 'e')`;

const objectsSql = (schemas: string) => `
select json_build_object('label', n.nspname || '.' || c.relname, 'rls', c.relrowsecurity, 'force', c.relforcerowsecurity,
  'kind', case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'f' then 'foreign table' when 'S' then 'sequence' else 'table' end,
  'invoker', coalesce((select o.option_value::boolean from pg_options_to_table(c.reloptions) o where o.option_name = 'security_invoker'), false),
  'grants', (select coalesce(json_agg(g order by g.role, g.right), '[]') from (
      select ${role('a.grantee')} as role, lower(a.privilege_type) as right, '{}'::text[] as columns, bool_or(a.is_grantable) as grantable
        from aclexplode(c.relacl) a where a.grantee <> c.relowner group by 1, 2
      union all
      select ${role('a.grantee')}, lower(a.privilege_type), array_agg(t.attname::text order by t.attnum), bool_or(a.is_grantable)
        from pg_attribute t cross join lateral aclexplode(t.attacl) a where t.attrelid = c.oid and a.grantee <> c.relowner group by 1, 2) g),
  'policies', (select coalesce(json_agg(json_build_object('name', p.polname, 'permissive', p.polpermissive,
      'command', case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      'roles', (select json_agg(${role('r')} order by 1) from unnest(p.polroles) r),
      'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid)) order by p.polname), '[]') from pg_policy p where p.polrelid = c.oid))
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and n.nspname = any (${schemas}) and ${NOT_OF_EXTENSION('c.oid', 'pg_class')}
order by n.nspname collate "C", c.relname collate "C"`;

const functionsSql = (schemas: string) => `
select json_build_object('label', n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', 'definer', p.prosecdef,
  'callers', (select coalesce(json_agg(distinct ${role('a.grantee')}), '[]') from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee <> p.proowner))
from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where n.nspname = any (${schemas}) and p.prorettype not in ('trigger'::regtype, 'event_trigger'::regtype) and ${NOT_OF_EXTENSION('p.oid', 'pg_proc')}
order by n.nspname collate "C", p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"`;

const rolesSql = (names: string) => `
select json_build_object('name', r.rolname, 'login', r.rolcanlogin, 'superuser', r.rolsuper, 'bypassRls', r.rolbypassrls,
  'memberOf', (select coalesce(json_agg(o.rolname order by o.rolname collate "C"), '[]') from pg_auth_members m join pg_roles o on o.oid = m.roleid where m.member = r.oid))
from pg_roles r where r.rolname = any (${names}) order by r.rolname collate "C"`;

async function objects<T>(session: Session, sql: string): Promise<T[]> {
  return (await session.rows(sql)).map(([text]) => JSON.parse(text ?? 'null') as T);
}

/** Reads who may do what in some schemas: the rights that are written down, and the policies. Changes nothing. */
export async function readAccess(session: Session, schemas: readonly string[]): Promise<Access> {
  // Names in policies are whole, whatever the search path of the login is.
  await session.rows('begin read only; set local search_path = pg_catalog');
  try {
    const wanted = textArray([...schemas]);
    const all = await objects<ObjectAccess>(session, objectsSql(wanted));
    const functions = await objects<FunctionAccess>(session, functionsSql(wanted));
    const names = new Set([
      ...all.flatMap(({ grants, policies }) => [
        ...grants.map((grant) => grant.role),
        ...policies.flatMap((one) => one.roles),
      ]),
      ...functions.flatMap(({ callers }) => callers),
    ]);
    return { roles: await objects<RoleAccess>(session, rolesSql(textArray([...names]))), objects: all, functions };
  } finally {
    if (!session.lost) await session.send('rollback');
  }
}
