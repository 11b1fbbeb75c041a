import { textArray } from '../quote.ts';

/**
 * What the queries of the catalog share, as SQL that stands in them: the planner reads a whole catalog once where a
 * function would be called for each of its rows.
 */

/**
 * The common table expressions that the words below ask. Not the user's are PostgreSQL's own schemas, what belongs to an
 * extension, and the schemas that the caller leaves out.
 */
export function catalogTables(without: readonly string[]): string {
  return `with members as materialized (select x.classid, x.objid from pg_depend x where x.deptype = 'e'),
  visible_schemas as materialized (select v.oid from pg_namespace v where v.nspname !~ '^pg_(toast_)?temp'
     and v.nspname not in ('pg_catalog', 'pg_toast', 'information_schema') and v.nspname <> all (${textArray(without)})
     and not exists (select from members x where x.classid = 'pg_namespace'::regclass and x.objid = v.oid)) `;
}

/** Functions of the session's own temporary schema, for what few rows have: nobody else sees them. */
export const CATALOG_FUNCTIONS = `
create or replace function pg_temp.acl_list(acl aclitem[]) returns text language sql stable as
  $$ select string_agg(grants, ' ' order by grants) from (
       select case when e.grantee = 0 then 'public' else pg_get_userbyid(e.grantee) end || '=' ||
              string_agg(e.privilege_type || case when e.is_grantable then '*' else '' end, ',' order by e.privilege_type)
         from aclexplode(acl) e group by e.grantee) as g (grants) $$;
-- What differs from the grants that such an object has by default: they are written down as soon as one is granted, and
-- stay written when it is revoked.
create or replace function pg_temp.acl_words(acl aclitem[], kind text, owner oid) returns text language sql stable as
  $$ select coalesce(' grants ' || pg_temp.acl_list(nullif(array(select makeaclitem(e.grantee, owner, e.privilege_type, e.is_grantable)
          from (select grantee, privilege_type, is_grantable from aclexplode(acl)
                except select grantee, privilege_type, is_grantable from aclexplode(acldefault(kind::"char", owner))) e), '{}')), '')
       || coalesce(' revoked ' || pg_temp.acl_list(nullif(array(select makeaclitem(e.grantee, owner, e.privilege_type, e.is_grantable)
          from (select grantee, privilege_type, is_grantable from aclexplode(acldefault(kind::"char", owner))
                except select grantee, privilege_type, is_grantable from aclexplode(acl)) e), '{}')), '') $$;
create or replace function pg_temp.setting_words(setting text) returns text language sql stable as
  $$ select 'setting ' || split_part(setting, '=', 1) || ' #' || left(md5(setting), 8) $$;
`;

export function visibleSchema(schema: string): string {
  return `${schema} in (select oid from visible_schemas)`;
}

/** That an object of some catalog belongs to an extension. */
export function ofExtension(object: string, catalog: string): string {
  return `${object} in (select x.objid from members x where x.classid = '${catalog}'::regclass)`;
}

export function visible(object: string, catalog: string, schema: string): string {
  return `${visibleSchema(schema)} and not ${ofExtension(object, catalog)}`;
}

/** `kind` is an expression: the letter of acldefault. */
export function rights(acl: string, kind: string, owner: string): string {
  return `case when ${acl} is null then '' else pg_temp.acl_words(${acl}, ${kind}, ${owner}) end`;
}

export function comment(object: string, catalog: string): string {
  return `coalesce((select ' comment ' || quote_literal(said.description) from pg_description said where said.objoid = ${object} and said.classoid = '${catalog}'::regclass and said.objsubid = 0), '')`;
}

/** Of a row of pg_class under this alias. */
export function relationName(alias: string): string {
  return `case ${alias}.relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'f' then 'foreign table '
            when 'S' then 'sequence ' when 'c' then 'composite type ' else 'table ' end || ${alias}.oid::regclass`;
}

/** Options as they were set: those that begin with pg_ are stamps of the server itself, which pg_dump leaves out too. */
export function options(list: string): string {
  return `nullif(array(select o from unnest(${list}) o where o !~ '^pg_' order by o), '{}')::text`;
}
