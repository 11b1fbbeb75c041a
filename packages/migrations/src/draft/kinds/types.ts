import type { Facts, Item, Kind, States } from '../item.ts';
import { address, isOwn, relationId } from '../words.ts';

const type = (
  letter: string,
  facts: string,
) => `select t.oid::regtype::text, ${address('pg_type', 't.oid')}, '', ${facts}
   from pg_type t where t.typtype = '${letter}' and ${isOwn('t.oid', 'pg_type', 't.typnamespace')}`;

export const enumeration: Kind = {
  name: 'type',
  query: type(
    'e',
    `jsonb_build_object('labels', (select jsonb_agg(quote_literal(e.enumlabel) order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid),
       'schema', t.typnamespace::regnamespace, 'bare', quote_ident(t.typname))`,
  ),
  create: ({ facts, name }) => [`create type ${name} as enum (${labels(facts).join(', ')})`],
  drop: ({ name }) => [`drop type ${name}`],
  change: (from, to, states) => {
    if (from === undefined || to === undefined) return undefined;
    const [is, was] = [labels(from.facts), labels(to.facts)];
    if (is.every((label) => was.includes(label))) return addLabels(to.name, is, was);
    return replaceEnum(from, to, states);
  },
  blocks: (from, to) => !labels(from.facts).every((label) => labels(to.facts).includes(label)),
};

function labels(facts: Facts): readonly string[] {
  return (facts['labels'] as readonly string[] | null) ?? [];
}

function addLabels(name: string, is: readonly string[], was: readonly string[]): readonly string[] {
  const all = [...is];
  return was.flatMap((label, nth) => {
    if (all.includes(label)) return [];
    const next = was.slice(nth + 1).find((each) => all.includes(each));
    all.push(label);
    return [`alter type ${name} add value ${label}${next === undefined ? '' : ` before ${next}`}`];
  });
}

/** PostgreSQL takes no label away: the type is made again, and its columns move to it. */
function replaceEnum(from: Item, to: Item, { from: now, to: before }: States): readonly string[] {
  const spare = `${String(from.facts['bare']).replace(/^"|"$/g, '').slice(0, 50)}_replaced`;
  const quoted = /^[a-z_][a-z0-9_]*$/.test(spare) ? spare : `"${spare}"`;
  const columns = now.edges
    .filter(({ needed }) => needed === from.id)
    .flatMap(({ dependent }) => now.items.get(dependent) ?? [])
    .filter(({ kind }) => kind.name === 'column');
  const moved = [...new Set(columns)].flatMap((column) => {
    const was = before.items.get(column.id);
    if (was === undefined) return [];
    const { column: name, table } = column.facts;
    const isArray = String(was.facts['type']).endsWith('[]');
    const text = isArray ? 'text[]' : 'text';
    const alter = `alter table ${table} alter column ${name}`;
    return [
      ...(column.facts['default'] === null ? [] : [`${alter} drop default`]),
      `${alter} type ${was.facts['type']} using ${name}::${text}::${was.facts['type']}`,
      ...(was.facts['default'] === null ? [] : [`${alter} set default ${was.facts['default']}`]),
    ];
  });
  return [
    `alter type ${from.name} rename to ${quoted}`,
    `create type ${to.name} as enum (${labels(to.facts).join(', ')})`,
    ...moved,
    `drop type ${to.facts['schema']}.${quoted}`,
  ];
}

export const domain: Kind = {
  name: 'domain',
  query: type(
    'd',
    `jsonb_build_object('base', format_type(t.typbasetype, t.typtypmod), 'default', t.typdefault, 'notNull', t.typnotnull,
       'collation', (select c.oid::regcollation::text from pg_collation c join pg_type b on b.oid = t.typbasetype where c.oid = t.typcollation and t.typcollation <> b.typcollation))`,
  ),
  create: ({ facts, name }) => [
    `create domain ${name} as ${facts['base']}${facts['collation'] === null ? '' : ` collate ${facts['collation']}`}${facts['default'] === null ? '' : ` default ${facts['default']}`}${facts['notNull'] ? ' not null' : ''}`,
  ],
  drop: ({ name }) => [`drop domain ${name}`],
  change: (from, to) => {
    if (from === undefined || to === undefined || from.facts['base'] !== to.facts['base']) return undefined;
    const alter = `alter domain ${to.name}`;
    const wasDefault = to.facts['default'];
    return [
      ...(from.facts['default'] === wasDefault
        ? []
        : [wasDefault === null ? `${alter} drop default` : `${alter} set default ${wasDefault}`]),
      ...(from.facts['notNull'] === to.facts['notNull']
        ? []
        : [`${alter} ${to.facts['notNull'] ? 'set' : 'drop'} not null`]),
    ];
  },
};

export const range: Kind = {
  name: 'range type',
  query: `select t.oid::regtype::text, ${address('pg_type', 't.oid')}, '', jsonb_build_object('of', format_type(r.rngsubtype, null),
            'difference', nullif(r.rngsubdiff, 0)::regproc, 'collation', nullif(r.rngcollation, 0)::regcollation)
       from pg_range r join pg_type t on t.oid = r.rngtypid where ${isOwn('t.oid', 'pg_type', 't.typnamespace')}`,
  create: ({ facts, name }) => [
    `create type ${name} as range (subtype = ${facts['of']}${facts['difference'] === null ? '' : `, subtype_diff = ${facts['difference']}`}${facts['collation'] === null ? '' : `, collation = ${facts['collation']}`})`,
  ],
  drop: ({ name }) => [`drop type ${name}`],
};

export const composite: Kind = {
  name: 'composite type',
  query: `select c.oid::regclass::text, ${address('pg_class', 'c.oid')}, '', jsonb_build_object('columns',
            (select jsonb_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod) order by a.attnum) from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped))
       from pg_class c where c.relkind = 'c' and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')} and ${relationId('c')} is not null`,
  create: ({ facts, name }) => [`create type ${name} as (${((facts['columns'] as string[] | null) ?? []).join(', ')})`],
  drop: ({ name }) => [`drop type ${name}`],
};
