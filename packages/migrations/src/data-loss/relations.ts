import type { Session } from '@lockstep/postgres';

/** A column that may hold data. */
export interface Column {
  readonly name: string;
  /** As PostgreSQL writes it with its schema: `character varying(10)`, `public.colour`. */
  readonly type: string;
  /**
   * What the type is made of, all the way down: another enum of the same name, or a composite without one of its
   * fields, also one within a composite, a domain, an array or a range, is another.
   */
  readonly shape: string;
  /** There are fields in it, which may come and go. */
  readonly hasFields: boolean;
  /** Computed from other columns: there is nothing to lose. */
  readonly generated: boolean;
  /** The default's expression, '' where there is none. */
  readonly defaultSql: string;
}

/** Something that holds rows itself: a table or a partition, a materialized view; a foreign table holds them elsewhere. */
export interface Relation {
  readonly oid: string;
  readonly kind: 'table' | 'view' | 'foreign';
  /** Quoted and with its schema, ready for SQL. */
  readonly name: string;
  /** With its schema, not quoted. */
  readonly plainName: string;
  /** Changes when the table is emptied or written anew. */
  readonly filenode: string;
  /** A crash of the server empties it. */
  readonly unlogged: boolean;
  /** By attribute number, which no column ever gets again. */
  readonly columns: ReadonlyMap<number, Column>;
  /** Rows that this transaction has written so far, also what it took back. */
  readonly deleted: number;
  readonly inserted: number;
  readonly updated: number;
}

/** What holds data, by oid. */
export type Relations = ReadonlyMap<string, Relation>;

/** Large objects: the list of them, and what is in them. */
export const LARGE_OBJECTS: readonly string[] = ['2995', '2613'];

/** What a look takes in: these oids, or what SQL says of `c`, the relation, and `n`, its schema. */
export type Scope = readonly string[] | { readonly where: string };

/**
 * Of a scope, everything that holds data. OFFSET 0 keeps the planner from reading whole catalogs for a few types. Names are written as they are without any search_path, whatever a down
 * migration has set. Ask in a transaction.
 */
export async function readRelations(session: Session, scope: Scope): Promise<Relations> {
  const where = 'where' in scope ? scope.where : `c.oid = any ('{${scope.join(',')}}'::pg_catalog.oid[])`;
  const rows = await session.rows(`savepoint lockstep_look; set local search_path = '';
    select c.oid, c.relkind, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), n.nspname || '.' || c.relname, c.relfilenode,
           c.relpersistence = 'u', pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid),
           pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid), pg_catalog.pg_stat_get_xact_tuples_updated(c.oid), a.attnum, a.attname,
           pg_catalog.format_type(a.atttypid, a.atttypmod), a.atttypid || ' ' || a.atttypmod || coalesce(' ' || within.fields, ''),
           within.fields is not null, a.attgenerated <> '', pg_catalog.pg_get_expr(d.adbin, d.adrelid)
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      left join lateral (
        with recursive part (typ) as (
          select a.atttypid
          union
          select next.typ from part
           cross join lateral (select * from pg_catalog.pg_type y where y.oid = part.typ and y.oid >= 16384 offset 0) y
           cross join lateral (
             select y.typelem union all select y.typbasetype
             union all select r.rngsubtype from pg_catalog.pg_range r where r.rngtypid = y.oid or r.rngmultitypid = y.oid
             union all select f.atttypid from pg_catalog.pg_attribute f
                        where y.typrelid <> 0 and f.attrelid = y.typrelid and f.attnum > 0 and not f.attisdropped) as next (typ)
           where next.typ <> 0)
        select pg_catalog.string_agg(y.oid || '.' || f.attnum || ':' || f.atttypid, ' ' order by y.oid, f.attnum) as fields
          from part
         cross join lateral (select * from pg_catalog.pg_type y where y.oid = part.typ and y.typrelid <> 0 offset 0) y
          join pg_catalog.pg_attribute f on f.attrelid = y.typrelid and f.attnum > 0 and not f.attisdropped
      ) as within on a.atttypid >= 16384
     where c.relkind in ('r', 'm', 'f') and c.relpersistence <> 't'
       and (n.nspname not in ('pg_catalog', 'information_schema') or c.oid in (${LARGE_OBJECTS.join(', ')}))
       and (${where});
    rollback to lockstep_look; release lockstep_look`);
  const relations = new Map<string, Relation & { columns: Map<number, Column> }>();
  for (const row of rows) {
    const text = (at: number) => row[at] ?? '';
    const relation = relations.get(text(0)) ?? {
      oid: text(0),
      kind: text(1) === 'm' ? 'view' : text(1) === 'f' ? 'foreign' : 'table',
      name: text(2),
      plainName: text(3),
      filenode: text(4),
      unlogged: row[5] === 't',
      deleted: Number(row[6]),
      inserted: Number(row[7]),
      updated: Number(row[8]),
      columns: new Map<number, Column>(),
    };
    relations.set(relation.oid, relation);
    if (row[9] === null) continue;
    relation.columns.set(Number(row[9]), {
      name: text(10),
      type: text(11),
      shape: text(12),
      hasFields: row[13] === 't',
      generated: row[14] === 't',
      defaultSql: text(15),
    });
  }
  return relations;
}
