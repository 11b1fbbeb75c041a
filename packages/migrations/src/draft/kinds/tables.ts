import type { Facts, Item, Kind, State } from '../item.ts';
import { address, isOwn } from '../words.ts';
import { goOn } from './go-on.ts';

const BASE = `pg_class c where c.relkind in ('r', 'p') and ${isOwn('c.oid', 'pg_class', 'c.relnamespace')}`;

export const table: Kind = {
  name: 'table',
  query: `select c.oid::regclass::text, ${address('pg_class', 'c.oid')}, '', jsonb_build_object('unlogged', c.relpersistence = 'u',
            'options', (select jsonb_object_agg(split_part(o, '=', 1), substr(o, strpos(o, '=') + 1)) from unnest(c.reloptions) o where o !~ '^pg_'),
            'partitionBy', pg_get_partkeydef(c.oid), 'bound', pg_get_expr(c.relpartbound, c.oid), 'isPartition', c.relispartition,
            'parents', (select jsonb_agg(i.inhparent::regclass order by i.inhseqno) from pg_inherits i where i.inhrelid = c.oid),
            'accessMethod', (select nullif(m.amname, 'heap') from pg_am m where m.oid = c.relam))
       from ${BASE}`,
  create: (item, state) => [createTable(item, state)],
  drop: ({ name }) => [`drop table ${name}`],
  change: (from, to) => {
    if (from === undefined || to === undefined) return undefined;
    const alter = `alter table ${to.name}`;
    const [is, was] = [from.facts, to.facts];
    if (is['partitionBy'] !== was['partitionBy'] || is['accessMethod'] !== was['accessMethod']) return undefined;
    return [
      ...(is['unlogged'] === was['unlogged'] ? [] : [`${alter} set ${was['unlogged'] ? 'unlogged' : 'logged'}`]),
      ...optionChanges(alter, is['options'] ?? {}, was['options'] ?? {}),
      ...parentChanges(to.name, is, was),
    ];
  },
};

function createTable({ facts, id, name }: Item, { items }: State): string {
  const unlogged = facts['unlogged'] ? 'unlogged ' : '';
  const options = Object.entries((facts['options'] ?? {}) as Facts).map(([key, value]) => `${key} = '${value}'`);
  const by = facts['partitionBy'] === null ? '' : ` partition by ${facts['partitionBy']}`;
  const using = facts['accessMethod'] === null ? '' : ` using ${facts['accessMethod']}`;
  const settings = options.length === 0 ? '' : ` with (${options.join(', ')})`;
  const parents = (facts['parents'] ?? []) as readonly string[];
  if (facts['isPartition'])
    return `create ${unlogged}table ${name} partition of ${parents[0]} ${facts['bound']}${by}${using}${settings}`;
  const columns = [...items.values()]
    .filter(({ kind, parent }) => kind.name === 'column' && parent === id)
    .sort((one, other) => one.facts['position'] - other.facts['position'])
    .map(columnText);
  const body = columns.length === 0 ? '()' : `(\n  ${columns.join(',\n  ')}\n)`;
  const inherits = parents.length === 0 ? '' : ` inherits (${parents.join(', ')})`;
  return `create ${unlogged}table ${name} ${body}${inherits}${by}${using}${settings}`;
}

function optionChanges(alter: string, is: Facts, was: Facts): readonly string[] {
  const gone = Object.keys(is).filter((key) => !(key in was));
  const set = Object.entries(was).filter(([key, value]) => is[key] !== value);
  return [
    ...(gone.length === 0 ? [] : [`${alter} reset (${gone.join(', ')})`]),
    ...(set.length === 0 ? [] : [`${alter} set (${set.map(([key, value]) => `${key} = '${value}'`).join(', ')})`]),
  ];
}

function parentChanges(name: string, is: Facts, was: Facts): readonly string[] {
  const [now, before] = [is['parents'] ?? [], was['parents'] ?? []] as readonly (readonly string[])[];
  if (JSON.stringify([now, is['bound']]) === JSON.stringify([before, was['bound']])) return [];
  const leave = (now ?? []).map((parent) =>
    is['isPartition'] ? `alter table ${parent} detach partition ${name}` : `alter table ${name} no inherit ${parent}`,
  );
  const enter = (before ?? []).map((parent) =>
    was['isPartition']
      ? `alter table ${parent} attach partition ${name} ${was['bound']}`
      : `alter table ${name} inherit ${parent}`,
  );
  return [...leave, ...enter];
}

export const column: Kind = {
  name: 'column',
  query: `select c.oid::regclass || '.' || quote_ident(a.attname), ${address('pg_class', 'c.oid', 'a.attnum')}, 'table ' || c.oid::regclass,
            jsonb_build_object('table', c.oid::regclass, 'column', quote_ident(a.attname), 'position', a.attnum, 'typeId', a.atttypid || ' ' || a.atttypmod, 'type', format_type(a.atttypid, a.atttypmod),
              'collation', (select k.oid::regcollation::text from pg_collation k where k.oid = a.attcollation and a.attcollation <> t.typcollation),
              'notNull', a.attnotnull, 'generated', a.attgenerated, 'default', pg_get_expr(d.adbin, d.adrelid), 'identity', a.attidentity,
              'sequence', case when a.attidentity <> '' then (select jsonb_build_object('name', s.seqrelid::regclass, 'start', s.seqstart::text, 'increment', s.seqincrement::text,
                 'min', s.seqmin::text, 'max', s.seqmax::text, 'cache', s.seqcache::text, 'cycle', s.seqcycle) from pg_sequence s
                 where s.seqrelid = pg_get_serial_sequence(c.oid::regclass::text, a.attname)::regclass) end,
              'storage', case when a.attstorage <> t.typstorage then a.attstorage end, 'usual', t.typstorage, 'compression', nullif(a.attcompression, ''),
              'statistics', nullif(coalesce(a.attstattarget, -1), -1),
              'options', (select jsonb_agg(o) from unnest(a.attoptions) o where o !~ '^pg_'))
       from ${BASE.replace(
         'pg_class c where',
         `pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         join pg_type t on t.oid = a.atttypid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum where (a.attislocal or a.attinhcount = 0) and not c.relispartition and`,
       )}`,
  create: (item) => [`alter table ${item.facts['table']} add column ${columnText(item)}`],
  drop: ({ facts }) => [`alter table ${facts['table']} drop column ${facts['column']}`],
  change: (from, to) => (from === undefined || to === undefined ? undefined : columnChanges(from.facts, to.facts)),
  blocks: ({ facts: is }, { facts: was }) => is['type'] !== was['type'] || is['collation'] !== was['collation'],
};

const STORAGE: Readonly<Record<string, string>> = { p: 'plain', e: 'external', m: 'main', x: 'extended' };

function columnText({ facts }: Item): string {
  return [
    `${facts['column']} ${facts['type']}`,
    ...(facts['collation'] === null ? [] : [`collate ${facts['collation']}`]),
    ...(facts['generated'] === 's' ? [`generated always as (${facts['default']}) stored`] : []),
    ...(facts['generated'] === 'v' ? [`generated always as (${facts['default']}) virtual`] : []),
    ...(facts['generated'] === '' && facts['default'] !== null ? [`default ${facts['default']}`] : []),
    ...(facts['identity'] === '' ? [] : [identityText(facts)]),
    ...(facts['notNull'] ? ['not null'] : []),
  ].join(' ');
}

function identityText({ identity, sequence }: Facts): string {
  const { cache, cycle, increment, max, min, name, start } = sequence as Facts;
  return `generated ${identity === 'a' ? 'always' : 'by default'} as identity (sequence name ${name} start with ${start} increment by ${increment} minvalue ${min} maxvalue ${max} cache ${cache}${cycle ? ' cycle' : ''})`;
}

/** What `position` says is of no matter: a column stays where it is. */
function columnChanges(is: Facts, was: Facts): readonly string[] | undefined {
  if (is['generated'] !== was['generated'] || (was['generated'] !== '' && is['default'] !== was['default'])) {
    return is['generated'] !== '' && was['generated'] === ''
      ? [`alter table ${was['table']} alter column ${was['column']} drop expression`]
      : undefined;
  }
  const alter = `alter table ${was['table']} alter column ${was['column']}`;
  const isTyped = is['type'] !== was['type'] || is['collation'] !== was['collation'];
  const dropsDefault = is['default'] !== null && (isTyped || was['default'] === null);
  const setsDefault =
    was['default'] !== null && was['generated'] === '' && (dropsDefault || is['default'] !== was['default']);
  const collate = was['collation'] === null ? '' : ` collate ${was['collation']}`;
  return [
    ...(dropsDefault && is['generated'] === '' ? [`${alter} drop default`] : []),
    ...(is['identity'] !== '' && was['identity'] === '' ? [`${alter} drop identity`] : []),
    ...(isTyped ? [`${alter} type ${was['type']}${collate} using ${was['column']}::${was['type']}`] : []),
    ...(setsDefault ? [`${alter} set default ${was['default']}`] : []),
    ...(is['notNull'] === was['notNull'] ? [] : [`${alter} ${was['notNull'] ? 'set' : 'drop'} not null`]),
    ...identityChanges(alter, is, was),
    ...(is['storage'] === was['storage'] ? [] : [`${alter} set storage ${STORAGE[was['storage'] ?? was['usual']]}`]),
    ...(is['compression'] === was['compression']
      ? []
      : [`${alter} set compression ${COMPRESSION[was['compression'] ?? ''] ?? 'default'}`]),
    ...(is['statistics'] === was['statistics'] ? [] : [`${alter} set statistics ${was['statistics'] ?? -1}`]),
    ...attributeOptions(alter, is['options'] ?? [], was['options'] ?? []),
  ];
}

const COMPRESSION: Readonly<Record<string, string>> = { p: 'pglz', l: 'lz4' };

function identityChanges(alter: string, is: Facts, was: Facts): readonly string[] {
  if (
    was['identity'] === '' ||
    JSON.stringify([is['identity'], is['sequence']]) === JSON.stringify([was['identity'], was['sequence']])
  )
    return [];
  if (is['identity'] === '')
    return [`${alter} add ${identityText(was)}`, goOn(was['sequence'], { table: was['table'], column: was['column'] })];
  const { cache, cycle, increment, max, min, start } = was['sequence'] as Facts;
  return [
    ...(is['identity'] === was['identity']
      ? []
      : [`${alter} set generated ${was['identity'] === 'a' ? 'always' : 'by default'}`]),
    ...(JSON.stringify(is['sequence']) === JSON.stringify(was['sequence'])
      ? []
      : [
          `${alter} set start with ${start} set increment by ${increment} set minvalue ${min} set maxvalue ${max} set cache ${cache} set ${cycle ? '' : 'no '}cycle`,
        ]),
  ];
}

function attributeOptions(alter: string, is: readonly string[], was: readonly string[]): readonly string[] {
  if (JSON.stringify(is) === JSON.stringify(was)) return [];
  const gone = is.map((each) => each.split('=')[0]).filter((key) => !was.some((each) => each.startsWith(`${key}=`)));
  return [
    ...(gone.length === 0 ? [] : [`${alter} reset (${gone.join(', ')})`]),
    ...(was.length === 0 ? [] : [`${alter} set (${was.join(', ')})`]),
  ];
}
