import type { Session } from '@lockstep/postgres';
import { attempt } from '../run-script.ts';

/**
 * What this role grants on all that it creates: it would be added to what the backup says of each object. The backup's own
 * default privileges come after its objects.
 */
export async function clearDefaultPrivileges(session: Session): Promise<void> {
  const rows = await session.rows(
    `select distinct pg_catalog.format('alter default privileges in schema %I revoke all on %s from %s', n.nspname,
        case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' else 'types' end,
        case when a.grantee = 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) end)
       from pg_catalog.pg_default_acl d join pg_catalog.pg_namespace n on n.oid = d.defaclnamespace
         cross join lateral pg_catalog.aclexplode(d.defaclacl) a
      where pg_catalog.pg_get_userbyid(d.defaclrole) = current_user`,
  );
  for (const [statement] of rows) await session.rows(statement ?? '');
}

/** Rows without triggers, foreign keys among them; false where this role may not switch them off. */
export async function withoutTriggers(session: Session): Promise<boolean> {
  return (await attempt(session, 'triggers', 'set local session_replication_role = replica')) === undefined;
}

interface ForeignKey {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly columns: readonly string[];
  readonly keys: readonly string[];
}

export async function foreignKeysOf(session: Session, tables: ReadonlySet<string>): Promise<readonly ForeignKey[]> {
  const names = (list: string) =>
    `(select pg_catalog.json_agg(pg_catalog.quote_ident(a.attname) order by k.nth) from pg_catalog.unnest(${list}) with ordinality k (num, nth)
       join pg_catalog.pg_attribute a on a.attnum = k.num and a.attrelid = `;
  const rows = await session.rows(
    `select o.conname, o.conrelid::regclass::text, o.confrelid::regclass::text,
        ${names('o.conkey')} o.conrelid), ${names('o.confkey')} o.confrelid)
       from pg_catalog.pg_constraint o where o.contype = 'f' order by 1, 2`,
  );
  const keys = rows.map(([name, from, to, columns, referenced]) => ({
    name: name ?? '',
    from: from ?? '',
    to: to ?? '',
    columns: JSON.parse(columns ?? '[]') as string[],
    keys: JSON.parse(referenced ?? '[]') as string[],
  }));
  return keys.filter(({ from }) => tables.has(from));
}

/** Foreign keys with a row whose other side is not there: they were not watched while the rows came in. */
export async function brokenKeys(session: Session, keys: readonly ForeignKey[]): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const { name, from, to, columns, keys: referenced } of keys) {
    const isSet = columns.map((column) => `a.${column} is not null`).join(' and ');
    const equal = columns.map((column, at) => `a.${column} = b.${referenced[at]}`).join(' and ');
    const [row] = await session.rows(
      `select exists (select from ${from} a where ${isSet} and not exists (select from ${to} b where ${equal}))`,
    );
    if (row?.[0] === 't') broken.push(`${name} on ${from}`);
  }
  return broken;
}

/** Tables in an order in which those that others refer to come first, as far as there is one. */
export function inOrderOf<T extends { readonly name: string }>(tables: readonly T[], keys: readonly ForeignKey[]): T[] {
  const ordered: T[] = [];
  let waiting = [...tables];
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const free = waiting.filter(
      ({ name }) => !keys.some((key) => key.from === name && key.to !== name && names.has(key.to)),
    );
    const next = free.length === 0 ? waiting : free;
    ordered.push(...next);
    waiting = waiting.filter((table) => !next.includes(table));
  }
  return ordered;
}
