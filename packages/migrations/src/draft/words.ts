/** What the queries of the kinds share: PostgreSQL's own schemas, and members of extensions, are not the user's. */
export const HEAD = (without: readonly string[]) => `with members as materialized (
    select x.classid, x.objid from pg_depend x where x.deptype = 'e'),
  own as materialized (select n.oid, n.nspname from pg_namespace n
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and n.nspname not in (${without.map((name) => `'${name}'`).join(', ')})
      and not exists (select from members m where m.classid = 'pg_namespace'::regclass and m.objid = n.oid)) `;

/** That an object is the user's own. */
export function isOwn(oid: string, catalog: string, schema: string): string {
  return `${schema} in (select oid from own) and ${isNoMember(oid, catalog)}`;
}

export function isNoMember(oid: string, catalog: string): string {
  return `${oid} not in (select m.objid from members m where m.classid = '${catalog}'::regclass)`;
}

export function address(catalog: string, oid: string, sub = '0'): string {
  return `'${catalog}/' || ${oid} || '/' || ${sub}`;
}

/** The id of the relation of this row of pg_class. */
export function relationId(alias: string): string {
  return `case ${alias}.relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'f' then 'foreign table ' when 'S' then 'sequence ' when 'c' then 'composite type ' when 'i' then 'index ' when 'I' then 'index ' else 'table ' end || ${alias}.oid::regclass`;
}
