import type { Kind } from '../item.ts';
import { isOwn, relationId } from '../words.ts';

/** What a table is set to, besides what it is. */
export const rowSecurity: Kind = {
  name: 'row security',
  query: `select c.oid::regclass::text, '', 'table ' || c.oid::regclass, jsonb_build_object('on', c.relrowsecurity, 'forced', c.relforcerowsecurity)
       from pg_class c where c.relkind in ('r', 'p') and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
  change: (from, to) => [
    ...(from?.facts['on'] === to?.facts['on']
      ? []
      : [`alter table ${(to ?? from)?.name} ${to?.facts['on'] ? 'enable' : 'disable'} row level security`]),
    ...(from?.facts['forced'] === to?.facts['forced']
      ? []
      : [`alter table ${(to ?? from)?.name} ${to?.facts['forced'] ? 'force' : 'no force'} row level security`]),
  ],
};

const IDENTITIES: Readonly<Record<string, string>> = { d: 'default', n: 'nothing', f: 'full' };

export const replicaIdentity: Kind = {
  name: 'replica identity',
  query: `select c.oid::regclass::text, '', 'table ' || c.oid::regclass, jsonb_build_object('identity', c.relreplident,
            'index', (select quote_ident(x.relname) from pg_index i join pg_class x on x.oid = i.indexrelid where i.indrelid = c.oid and i.indisreplident),
            'cluster', (select quote_ident(x.relname) from pg_index i join pg_class x on x.oid = i.indexrelid where i.indrelid = c.oid and i.indisclustered))
       from pg_class c where c.relkind in ('r', 'p') and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
  change: (from, to) => {
    if (from === undefined || to === undefined) return [];
    const alter = `alter table ${to.name}`;
    const { cluster, identity, index } = to.facts;
    const words = identity === 'i' ? `using index ${index}` : IDENTITIES[identity];
    return [
      ...(from.facts['identity'] === identity && from.facts['index'] === index
        ? []
        : [`${alter} replica identity ${words}`]),
      ...(from.facts['cluster'] === cluster
        ? []
        : [cluster === null ? `${alter} set without cluster` : `${alter} cluster on ${cluster}`]),
    ];
  },
};

export const owner: Kind = {
  name: 'owner',
  query: `select ${relationId('c')}, '', '', jsonb_build_object('owner', quote_ident(pg_get_userbyid(c.relowner)), 'word', case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' when 'c' then 'type' when 'f' then 'foreign table' else 'table' end, 'of', c.oid::regclass)
       from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'c', 'f', 'S') and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}
         and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i') and c.relkind = 'S')
     union all select p.oid::regprocedure::text, '', '', jsonb_build_object('owner', quote_ident(pg_get_userbyid(p.proowner)), 'word', case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end, 'of', p.oid::regprocedure)
       from pg_proc p where ${isOwn('p.oid', 'pg_proc', 'p.pronamespace')}
     union all select 'type ' || t.oid::regtype, '', '', jsonb_build_object('owner', quote_ident(pg_get_userbyid(t.typowner)), 'word', case t.typtype when 'd' then 'domain' else 'type' end, 'of', t.oid::regtype)
       from pg_type t where t.typtype in ('e', 'd', 'r') and ${isOwn('t.oid', 'pg_type', 't.typnamespace')}
     union all select 'schema ' || quote_ident(n.nspname), '', '', jsonb_build_object('owner', quote_ident(pg_get_userbyid(n.nspowner)), 'word', 'schema', 'of', quote_ident(n.nspname))
       from pg_namespace n where n.oid in (select oid from own)`,
  change: (from, to) =>
    from === undefined || to === undefined
      ? []
      : [`alter ${to.facts['word']} ${to.facts['of']} owner to ${to.facts['owner']}`],
};

/** Of a comment's object, where SQL calls it otherwise than PostgreSQL's catalogs. */
const TARGETS: readonly (readonly [RegExp, string])[] = [
  [/ column$/, 'column'],
  [/^table constraint$/, 'constraint'],
  [/^composite type$/, 'type'],
  [/^statistics object$/, 'statistics'],
  [/^foreign-data wrapper$/, 'foreign data wrapper'],
];

export const comment: Kind = {
  name: 'comment',
  query: `select i.type || ' ' || i.identity, '', '', jsonb_build_object('type', i.type, 'identity', i.identity, 'text', quote_literal(d.description))
       from pg_description d cross join lateral pg_identify_object(d.classoid, d.objoid, d.objsubid) as i
      where (d.objoid >= 16384 or d.classoid = 'pg_namespace'::regclass)
        and (i.schema is null or exists (select from own o where quote_ident(o.nspname) = i.schema))
        and (d.classoid <> 'pg_namespace'::regclass or d.objoid in (select oid from own)) and i.type !~ '^(operator of|function of)'
        and d.classoid not in ('pg_extension'::regclass)
        and not exists (select from members m where m.classid = d.classoid and m.objid = d.objoid)`,
  change: (from, to) => {
    const { identity, type } = (to ?? from)?.facts ?? {};
    const word = TARGETS.find(([pattern]) => pattern.test(type))?.[1] ?? type;
    // `name on domain` is how a constraint of a domain is called.
    const where = type === 'domain constraint' ? String(identity).replace(' on ', ' on domain ') : identity;
    return [
      `comment on ${type === 'domain constraint' ? 'constraint' : word} ${where} is ${to?.facts['text'] ?? 'null'}`,
    ];
  },
};
