import { literal, type Session } from '@lockstep/postgres';
import { HISTORY_SCHEMAS } from '../history/tables.ts';
import { HEAD, isOwn } from './words.ts';

/** What something is called, by its address: it stays the same thing under another name. */
export interface Name {
  readonly group: Group;
  readonly address: string;
  /** '' where it is in none. */
  readonly schema: string;
  readonly name: string;
  /** As SQL writes it. */
  readonly quoted: string;
  /** How SQL calls it now, up to its new name: `table public.users`, `table public.users rename column mail`. */
  readonly now: string;
}

/** In the order in which they get their names: a column is found by the name of its table. */
export const GROUPS = [
  'schema',
  'relation',
  'type',
  'routine',
  'column',
  'label',
  'constraint',
  'trigger',
  'policy',
  'rule',
] as const;
export type Group = (typeof GROUPS)[number];

const relationWord = `case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' when 'i' then 'index' when 'I' then 'index' when 'f' then 'foreign table' when 'c' then 'type' else 'table' end`;
const onTable = (word: string, from: string, oid: string, name: string) =>
  `select '${word}', ${oid}, '', ${name}, '${word} ' || quote_ident(${name}) || ' on ' || c.oid::regclass from ${from}`;

const QUERIES: Readonly<Record<Group, string>> = {
  schema: `select 'schema', 'pg_namespace/' || n.oid, '', n.nspname, 'schema ' || quote_ident(n.nspname) from pg_namespace n where n.oid in (select oid from own)`,
  relation: `select 'relation', 'pg_class/' || c.oid, c.relnamespace::regnamespace::text, c.relname, ${relationWord} || ' ' || c.oid::regclass from pg_class c
     where c.relkind in ('r', 'p', 'v', 'm', 'S', 'i', 'I', 'f', 'c') and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}
       and not exists (select from pg_constraint o where o.conindid = c.oid and o.contype in ('p', 'u', 'x'))`,
  type: `select 'type', 'pg_type/' || t.oid, t.typnamespace::regnamespace::text, t.typname, case t.typtype when 'd' then 'domain ' else 'type ' end || t.oid::regtype
     from pg_type t where t.typtype in ('e', 'd', 'r') and ${isOwn('t.oid', 'pg_type', 't.typnamespace')}`,
  routine: `select 'routine', 'pg_proc/' || p.oid, p.pronamespace::regnamespace::text, p.proname, case p.prokind when 'p' then 'procedure ' when 'a' then 'aggregate ' else 'function ' end || p.oid::regprocedure
     from pg_proc p where ${isOwn('p.oid', 'pg_proc', 'p.pronamespace')}`,
  column: `select 'column', 'pg_class/' || c.oid || '/' || a.attnum, '', a.attname, case c.relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'c' then 'type ' else 'table ' end || c.oid::regclass
            || case c.relkind when 'c' then ' rename attribute ' else ' rename column ' end || quote_ident(a.attname)
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and (a.attislocal or a.attinhcount = 0)
     where c.relkind in ('r', 'p', 'v', 'm', 'c') and not c.relispartition and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
  label: `select 'label', 'pg_enum/' || e.oid, '', e.enumlabel, 'type ' || t.oid::regtype || ' rename value ' || quote_literal(e.enumlabel)
     from pg_enum e join pg_type t on t.oid = e.enumtypid where ${isOwn('t.oid', 'pg_type', 't.typnamespace')}`,
  constraint: `select 'constraint', 'pg_constraint/' || o.oid, '', o.conname, 'table ' || o.conrelid::regclass || ' rename constraint ' || quote_ident(o.conname)
     from pg_constraint o join pg_class c on c.oid = o.conrelid where o.contype in ('c', 'f', 'p', 'u', 'x') and o.conparentid = 0 and (o.conislocal or o.coninhcount = 0) and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
  trigger: `${onTable('trigger', 'pg_trigger t join pg_class c on c.oid = t.tgrelid', `'pg_trigger/' || t.oid`, 't.tgname')} where not t.tgisinternal and t.tgparentid = 0 and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
  policy: `${onTable('policy', 'pg_policy p join pg_class c on c.oid = p.polrelid', `'pg_policy/' || p.oid`, 'p.polname')} where ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
  rule: `${onTable('rule', 'pg_rewrite r join pg_class c on c.oid = r.ev_class', `'pg_rewrite/' || r.oid`, 'r.rulename')} where r.rulename <> '_RETURN' and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
};

export async function readNames(
  session: Session,
  groups: readonly Group[] = GROUPS,
): Promise<ReadonlyMap<string, Name>> {
  const names = new Map<string, Name>();
  for (const each of groups) {
    for (const row of await session.rows(
      `${HEAD(HISTORY_SCHEMAS)} select q.*, quote_ident(q.named) from (${QUERIES[each]}) as q (grouped, address, schemed, named, now)`,
    )) {
      const [group, address, schema, name, now, quoted] = row.map((value) => value ?? '');
      names.set(address ?? '', {
        group: group as Group,
        address: address ?? '',
        schema: schema ?? '',
        name: name ?? '',
        now: now ?? '',
        quoted: quoted ?? '',
      });
    }
  }
  return names;
}

/** Statements that give something its name of before: first its schema, then its name. Pure. */
export function rename(now: Name, before: Name): readonly string[] {
  const to = now.group === 'label' ? literal(before.name) : before.quoted;
  const moves = now.schema !== before.schema ? [`alter ${now.now} set schema ${before.schema}`] : [];
  if (now.name === before.name) return moves;
  const where = moves.length === 0 ? now.now : moved(now, before.schema);
  if (now.group === 'column' || now.group === 'label' || now.group === 'constraint') return [`alter ${where} to ${to}`];
  return [...moves, `alter ${where} rename to ${to}`];
}

/** Its schema is the first name in what SQL calls it. */
function moved({ now, schema }: Name, to: string): string {
  return now.replace(` ${schema}.`, ` ${to}.`);
}
