import type { Item, Kind, State, States } from '../item.ts';
import { address, isOwn } from '../words.ts';
import { goOn } from './go-on.ts';

const view_query = (letter: string) => `select c.oid::regclass::text, ${address('pg_class', 'c.oid')}, '',
    jsonb_build_object('def', rtrim(pg_get_viewdef(c.oid), ';'), 'options', (select string_agg(o, ', ') from unnest(c.reloptions) o where o !~ '^pg_'), 'filled', c.relispopulated,
      'columns', (select jsonb_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod) order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0))
  from pg_class c where c.relkind = '${letter}' and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`;

export const view: Kind = {
  name: 'view',
  query: view_query('v'),
  create: (item) => [`create view ${viewText(item)}`],
  drop: ({ name }) => [`drop view ${name}`],
  // Columns can only be added in its place.
  change: (from, to) =>
    to === undefined || !begins(from, to) ? undefined : [`create or replace view ${viewText(to)}`],
};

function begins(from: Item | undefined, to: Item): boolean {
  const [is, was] = [(from?.facts['columns'] ?? []) as string[], (to.facts['columns'] ?? []) as string[]];
  return is.every((column, nth) => column === was[nth]);
}

function viewText({ facts, name }: Item): string {
  return `${name}${facts['options'] === null ? '' : ` with (${facts['options']})`} as${facts['def'].startsWith('\n') ? '' : '\n'}${facts['def']}`;
}

export const materializedView: Kind = {
  name: 'materialized view',
  query: view_query('m'),
  create: (item) => [`create materialized view ${viewText(item)}${item.facts['filled'] ? '' : ' with no data'}`],
  drop: ({ name }) => [`drop materialized view ${name}`],
};

export const sequence: Kind = {
  name: 'sequence',
  query: `select c.oid::regclass::text, ${address('pg_class', 'c.oid')}, '', jsonb_build_object('type', format_type(s.seqtypid, null), 'start', s.seqstart::text,
            'increment', s.seqincrement::text, 'min', s.seqmin::text, 'max', s.seqmax::text, 'cache', s.seqcache::text, 'cycle', s.seqcycle)
       from pg_sequence s join pg_class c on c.oid = s.seqrelid where ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}
        and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i')`,
  create: (item) => [`create sequence ${item.name} ${sequenceText(item)}`],
  drop: ({ name }) => [`drop sequence ${name}`],
  change: (_from, to) => (to === undefined ? undefined : [`alter sequence ${to.name} ${sequenceText(to)}`]),
};

function sequenceText({ facts }: Item): string {
  return `as ${facts['type']} start with ${facts['start']} increment by ${facts['increment']} minvalue ${facts['min']} maxvalue ${facts['max']} cache ${facts['cache']} ${facts['cycle'] ? '' : 'no '}cycle`;
}

/** The column that a sequence goes with. `counts`: whether its values are numbers, so that they say how far it has come. */
export const ownedBy: Kind = {
  name: 'owner of sequence',
  query: `select c.oid::regclass::text, '', '', jsonb_build_object('column', d.refobjid::regclass || '.' || quote_ident(a.attname),
            'table', d.refobjid::regclass, 'name', quote_ident(a.attname), 'counts', a.atttypid in ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'numeric'::regtype))
       from pg_class c join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'a' and d.refobjsubid > 0
         join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
      where c.relkind = 'S' and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`,
  change: (from, to, states) => {
    const owned = `alter sequence ${(to ?? from)?.name} owned by ${to?.facts['column'] ?? 'none'}`;
    return to === undefined || !isRemade(to, states) ? [owned] : [owned, continued(to, states.to)];
  },
};

/** It is another sequence than before, on a column that has stayed. */
function isRemade({ facts, name }: Item, { from, to }: States): boolean {
  const isOther = (id: string) => from.items.get(id)?.address !== to.items.get(id)?.address;
  return facts['counts'] === true && isOther(`sequence ${name}`) && !isOther(`column ${facts['column']}`);
}

function continued({ facts, name }: Item, { items }: State): string {
  const sequence = items.get(`sequence ${name}`)?.facts ?? {};
  return goOn({ ...sequence, name }, { table: facts['table'], column: facts['name'] });
}
