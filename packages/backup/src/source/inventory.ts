import { fits } from '@lockstep/base';
import { literal, type Session } from '@lockstep/postgres';

/** A table whose rows are copied. */
export interface SourceTable {
  readonly oid: string;
  readonly schema: string;
  /** Qualified and quoted, as PostgreSQL writes it. */
  readonly name: string;
  /** Quoted; without the generated ones, which no COPY takes. */
  readonly columns: readonly string[];
  readonly types: readonly string[];
  /** Of a table that an extension has for its users' settings: which of its rows are theirs. */
  readonly condition: string | undefined;
  readonly isPartitioned: boolean;
  readonly bytes: number;
}

/** Something that this backup does not hold, by name, and why. */
export interface NotContained {
  readonly what: string;
  readonly why: string;
}

export interface Inventory {
  readonly tables: readonly SourceTable[];
  /** Qualified and quoted. */
  readonly sequences: readonly string[];
  /** Also tables without rows of their own: all that must not change meanwhile. */
  readonly toLock: readonly string[];
  readonly notContained: readonly NotContained[];
  /** Whose definitions cannot be read either. */
  readonly withoutTables: readonly string[];
  /** Of which row-level security would hide rows from this role. */
  readonly hidden: readonly string[];
  /** Which this role may not read. */
  readonly unreadable: readonly string[];
  readonly largeObjects: number;
}

export interface Selection {
  readonly withoutSchemas: readonly string[];
  /** Also what rollbacks have archived, which is to be deleted in time: in a backup it would live on. */
  readonly withArchives?: boolean;
  /** Patterns of `schema.table`, whose definitions are kept. */
  readonly withoutRows: readonly string[];
}

/** The schema in which rollbacks keep what they would have deleted. */
const ARCHIVES = 'lockstep_archive';

/** Schemas of which nothing is contained. */
export function leftOut({ withArchives, withoutSchemas }: Selection): readonly string[] {
  return withArchives === true ? withoutSchemas : [...withoutSchemas, ARCHIVES];
}

/** Of a Supabase project, the platform's own: what of theirs this role cannot read is theirs to keep. */
const PLATFORM =
  /^supabase_(admin|auth_admin|storage_admin|realtime_admin|functions_admin|replication_admin|etl_admin)$/;

const relations = (size: string) => `
with settings as (select t.oid, nullif(t.condition, '') as condition
    from pg_catalog.pg_extension e cross join lateral rows from (pg_catalog.unnest(e.extconfig), pg_catalog.unnest(e.extcondition)) as t (oid, condition))
select c.oid, n.nspname, c.relname, c.relkind, c.relpersistence,
    pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) as name,
    (select pg_catalog.json_agg(pg_catalog.quote_ident(a.attname) order by a.attnum) from pg_catalog.pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
    exists (select from settings s where s.oid = c.oid), (select s.condition from settings s where s.oid = c.oid),
    case when c.relkind = 'S' then pg_catalog.has_sequence_privilege(c.oid, 'select')
         else pg_catalog.has_table_privilege(c.oid, 'select') end
      and pg_catalog.has_schema_privilege(n.oid, 'usage'),
    c.relkind in ('r', 'p') and pg_catalog.row_security_active(c.oid),
    case when c.relkind = 'r' then ${size} else 0 end, pg_catalog.pg_get_userbyid(c.relowner),
    (select pg_catalog.json_agg(pg_catalog.format_type(a.atttypid, a.atttypmod) order by a.attnum) from pg_catalog.pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'S', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
   and (exists (select from settings s where s.oid = c.oid) or not exists (select from pg_catalog.pg_depend d
          where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'))
 order by name`;

interface Relation {
  readonly table: SourceTable;
  readonly kind: string;
  readonly persistence: string;
  readonly plainName: string;
  readonly isSetting: boolean;
  readonly isReadable: boolean;
  readonly isHidden: boolean;
  readonly owner: string;
}

/**
 * What there is to back up, as the session's transaction sees it. `locked`: the session has the locks of all tables; without
 * them, to ask for a table's size would wait for whoever has locked it.
 */
export async function readInventory(
  session: Session,
  selection: Selection,
  { locked }: { readonly locked: boolean },
): Promise<Inventory> {
  const rows = await session.rows(relations(locked ? 'pg_catalog.pg_table_size(c.oid)' : '0'));
  const [large] = await session.rows('select count(*) from pg_catalog.pg_largeobject_metadata');
  const [prepared] = await session.rows(
    'select count(*) from pg_catalog.pg_prepared_xacts where database = pg_catalog.current_database()',
  );
  const subscriptions = await session.rows(
    `select s.subname from pg_catalog.pg_subscription s join pg_catalog.pg_database d on d.oid = s.subdbid
      where d.datname = pg_catalog.current_database() order by 1`,
  );
  const inventory = plan(rows.map(readRelation), selection, Number(large?.[0]));
  return {
    ...inventory,
    notContained: [
      ...inventory.notContained,
      ...subscriptions.map(([name]) => ({ what: `subscription ${name}`, why: 'a copy of it would take its place' })),
      ...(prepared?.[0] === '0' ? [] : [{ what: `${prepared?.[0]} prepared transactions`, why: 'not yet committed' }]),
    ],
  };
}

function listOf(json: string | null | undefined): readonly string[] {
  return json === null || json === undefined ? [] : (JSON.parse(json) as string[]);
}

function readRelation(row: readonly (string | null)[]): Relation {
  const [
    oid,
    schema,
    relation,
    kind,
    persistence,
    name,
    columns,
    isSetting,
    condition,
    readable,
    hidden,
    bytes,
    owner,
    types,
  ] = row;
  return {
    table: {
      oid: oid ?? '',
      schema: schema ?? '',
      name: name ?? '',
      columns: listOf(columns),
      types: listOf(types),
      condition: condition ?? undefined,
      isPartitioned: kind === 'p',
      bytes: Number(bytes),
    },
    kind: kind ?? '',
    persistence: persistence ?? '',
    plainName: `${schema}.${relation}`,
    isSetting: isSetting === 't',
    isReadable: readable === 't',
    isHidden: hidden === 't',
    owner: owner ?? '',
  };
}

/** Sorts relations by what becomes of them. */
function plan(relations: readonly Relation[], selection: Selection, largeObjects: number): Inventory {
  const tables: SourceTable[] = [];
  const sequences: string[] = [];
  const toLock: string[] = [];
  const notContained: NotContained[] = [];
  const withoutTables: string[] = [];
  const hidden: string[] = [];
  const unreadable: string[] = [];
  for (const relation of relations) {
    const { table, kind } = relation;
    const isKept = !leftOut(selection).includes(table.schema);
    if (!isKept) {
      const isArchive = table.schema === ARCHIVES && !selection.withoutSchemas.includes(ARCHIVES);
      const why = isArchive
        ? 'archives of rollbacks are left out unless include-archives is set'
        : 'its schema is left out on request';
      if (kind !== 'S') notContained.push({ what: `table ${table.name}`, why });
    } else if (kind === 'f') {
      notContained.push({ what: `rows of the foreign table ${table.name}`, why: 'they are on another server' });
    } else if (!relation.isReadable && PLATFORM.test(relation.owner)) {
      if (kind === 'S') continue;
      withoutTables.push(table.name);
      notContained.push({
        what: `table ${table.name}`,
        why: `it is ${relation.owner}'s, and this role may not read it`,
      });
    } else if (!relation.isReadable) unreadable.push(table.name);
    else if (kind === 'S') sequences.push(table.name);
    else {
      if (!relation.isSetting) toLock.push(table.name);
      if (kind === 'p') continue;
      const isLeftOut = selection.withoutRows.some((pattern) => fits(pattern, relation.plainName));
      if (isLeftOut) notContained.push({ what: `rows of ${table.name}`, why: 'left out on request' });
      else if (relation.persistence === 'u')
        notContained.push({ what: `rows of ${table.name}`, why: 'the table is unlogged' });
      else if (relation.isHidden) hidden.push(table.name);
      else tables.push(table);
    }
  }
  return { tables, sequences, toLock, notContained, withoutTables, hidden, unreadable, largeObjects };
}

/** How the rows of a table are read. */
export function copyOutStatement({
  name,
  columns,
  condition,
}: Pick<SourceTable, 'name' | 'columns' | 'condition'>): string {
  const list = columns.join(', ');
  if (condition !== undefined) return `copy (select ${list} from only ${name} ${condition}) to stdout`;
  return `copy ${name}${list === '' ? '' : ` (${list})`} to stdout`;
}

/** How they are put back, by psql too. */
export function copyInStatement({ name, columns }: Pick<SourceTable, 'name' | 'columns'>): string {
  return `COPY ${name}${columns.length === 0 ? '' : ` (${columns.join(', ')})`} FROM stdin;`;
}

/** The values of sequences; in as few queries as a message may hold. */
export async function readSequences(session: Session, names: readonly string[]): Promise<readonly SequenceValue[]> {
  const values: SequenceValue[] = [];
  for (let from = 0; from < names.length; from += 500) {
    const queries = names
      .slice(from, from + 500)
      .map((name) => `select ${literal(name)}::text, last_value::text, is_called from ${name}`);
    for (const [name, last, called] of await session.rows(queries.join(' union all '))) {
      values.push({ name: name ?? '', lastValue: last ?? '', isCalled: called === 't' });
    }
  }
  return values;
}

export interface SequenceValue {
  readonly name: string;
  readonly lastValue: string;
  readonly isCalled: boolean;
}

export function setSequence({ name, lastValue, isCalled }: SequenceValue): string {
  return `select pg_catalog.setval(${literal(name)}, ${lastValue}, ${isCalled});\n`;
}
