import type { Kind } from '../item.ts';
import { address, isNoMember } from '../words.ts';

export const schema: Kind = {
  name: 'schema',
  query: `select quote_ident(n.nspname), ${address('pg_namespace', 'n.oid')}, '', '{}'::jsonb from pg_namespace n join own o on o.oid = n.oid`,
  create: ({ name }) => [`create schema ${name}`],
  drop: ({ name }) => [`drop schema ${name}`],
};

export const extension: Kind = {
  name: 'extension',
  query: `select quote_ident(e.extname), ${address('pg_extension', 'e.oid')}, '',
            jsonb_build_object('schema', e.extnamespace::regnamespace, 'version', e.extversion, 'movable', e.extrelocatable)
       from pg_extension e`,
  create: ({ facts, name }) => [
    `create extension ${name} with schema ${facts['schema']} version '${facts['version']}'`,
  ],
  drop: ({ name }) => [`drop extension ${name}`],
  change: (from, to) => {
    if (from === undefined || to === undefined || from.facts['version'] !== to.facts['version']) return undefined;
    return to.facts['movable'] ? [`alter extension ${to.name} set schema ${to.facts['schema']}`] : undefined;
  },
};

export const eventTrigger: Kind = {
  name: 'event trigger',
  query: `select quote_ident(t.evtname), ${address('pg_event_trigger', 't.oid')}, '',
            jsonb_build_object('event', t.evtevent, 'tags', (select string_agg(quote_literal(tag), ', ') from unnest(t.evttags) tag),
              'function', t.evtfoid::regproc, 'enabled', t.evtenabled)
       from pg_event_trigger t where ${isNoMember('t.oid', 'pg_event_trigger')}`,
  create: ({ facts, name }) => [
    `create event trigger ${name} on ${facts['event']}${facts['tags'] === null ? '' : ` when tag in (${facts['tags']})`} execute function ${facts['function']}()`,
    ...(facts['enabled'] === 'D' ? [`alter event trigger ${name} disable`] : []),
  ],
  drop: ({ name }) => [`drop event trigger ${name}`],
};

export const publication: Kind = {
  name: 'publication',
  query: `select quote_ident(p.pubname), ${address('pg_publication', 'p.oid')}, '',
            jsonb_build_object('all', p.puballtables, 'root', p.pubviaroot, 'publish', concat_ws(', ', case when p.pubinsert then 'insert' end,
              case when p.pubupdate then 'update' end, case when p.pubdelete then 'delete' end, case when p.pubtruncate then 'truncate' end))
       from pg_publication p where ${isNoMember('p.oid', 'pg_publication')}`,
  create: ({ facts, name }) => [
    `create publication ${name}${facts['all'] ? ' for all tables' : ''} with (${published(facts)})`,
  ],
  drop: ({ name }) => [`drop publication ${name}`],
  change: (from, to) =>
    to === undefined || from?.facts['all'] !== to.facts['all']
      ? undefined
      : [`alter publication ${to.name} set (${published(to.facts)})`],
};

function published(facts: Readonly<Record<string, unknown>>): string {
  return `publish = '${facts['publish']}'${facts['root'] === true ? ', publish_via_partition_root = true' : ''}`;
}

/** A table in a publication. */
export const published_table: Kind = {
  name: 'published table',
  query: `select quote_ident(p.pubname) || ' ' || r.prrelid::regclass, ${address('pg_publication_rel', 'r.oid')}, 'publication ' || quote_ident(p.pubname),
            jsonb_build_object('publication', quote_ident(p.pubname), 'table', r.prrelid::regclass, 'where', pg_get_expr(r.prqual, r.prrelid),
              'columns', (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a where a.attrelid = r.prrelid and a.attnum = any (r.prattrs::int2[])))
       from pg_publication_rel r join pg_publication p on p.oid = r.prpubid`,
  create: ({ facts }) => [
    `alter publication ${facts['publication']} add table ${facts['table']}${facts['columns'] === null ? '' : ` (${facts['columns']})`}${facts['where'] === null ? '' : ` where (${facts['where']})`}`,
  ],
  drop: ({ facts }) => [`alter publication ${facts['publication']} drop table ${facts['table']}`],
};
