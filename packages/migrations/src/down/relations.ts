import type { Session } from '../database/session.ts';

/** A column that may hold data. */
export interface Column {
  readonly name: string;
  /** As PostgreSQL writes it with its schema: `character varying(10)`, `public.colour`. */
  readonly type: string;
  /** What the type is made of: another enum of the same name, or a composite without one of its fields, is another. */
  readonly shape: string;
  /** Computed from other columns: there is nothing to lose. */
  readonly generated: boolean;
  /** The default's expression, '' where there is none. */
  readonly defaultSql: string;
  /** The 32 bits of the transaction that made or last altered it. */
  readonly madeBy: string;
}

/** A table that holds rows itself, partitions among them. */
export interface Relation {
  readonly oid: string;
  /** Quoted and with its schema, ready for SQL. */
  readonly name: string;
  /** With its schema, not quoted. */
  readonly plainName: string;
  /** At first the oid; changes when the table is emptied or written anew. */
  readonly filenode: string;
  /** The 32 bits of the transaction that made it. */
  readonly madeBy: string;
  /** By attribute number, which no column ever gets again. */
  readonly columns: ReadonlyMap<number, Column>;
  /** Rows that this transaction has written so far, also what it took back. */
  readonly deleted: number;
  readonly inserted: number;
  readonly updated: number;
}

/** What holds data, by oid. */
export type Relations = ReadonlyMap<string, Relation>;

/**
 * Every table of the database but PostgreSQL's own, the histories and temporary ones; of PostgreSQL's own the list of
 * large objects. Names are written as they are without any search_path, whatever a way down has set. Ask in a
 * transaction.
 */
export async function readRelations(session: Session): Promise<Relations> {
  const rows = await session.rows(`savepoint lockstep_look; set local search_path = '';
    select c.oid, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), n.nspname || '.' || c.relname, c.relfilenode,
           made.xmin, pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid),
           pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid), pg_catalog.pg_stat_get_xact_tuples_updated(c.oid), a.attnum, a.attname,
           pg_catalog.format_type(a.atttypid, a.atttypmod), a.atttypid || ' ' || a.atttypmod || coalesce(' ' || composite.fields, ''),
           a.attgenerated <> '', pg_catalog.pg_get_expr(d.adbin, d.adrelid), a.xmin
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      -- The system columns of a table are as old as the table, and never altered.
      left join pg_catalog.pg_attribute made on made.attrelid = c.oid and made.attnum = -1
      left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      left join pg_catalog.pg_type y on y.oid = a.atttypid and a.atttypid >= 16384
      left join pg_catalog.pg_type element on element.oid = y.typelem
      left join lateral (select pg_catalog.string_agg(f.attnum || ':' || f.atttypid, ' ' order by f.attnum) as fields
        from pg_catalog.pg_attribute f where f.attnum > 0 and not f.attisdropped
         and f.attrelid = coalesce(nullif(y.typrelid, 0), element.typrelid)) as composite on y.oid is not null
     where c.relkind = 'r' and c.relpersistence <> 't'
       and (n.nspname not in ('pg_catalog', 'information_schema', 'supabase_migrations', 'lockstep')
            or c.oid = 'pg_catalog.pg_largeobject_metadata'::pg_catalog.regclass);
    rollback to lockstep_look; release lockstep_look`);
  const relations = new Map<string, Relation & { columns: Map<number, Column> }>();
  for (const row of rows) {
    const text = (at: number) => row[at] ?? '';
    const relation = relations.get(text(0)) ?? {
      oid: text(0),
      name: text(1),
      plainName: text(2),
      filenode: text(3),
      madeBy: text(4),
      deleted: Number(row[5]),
      inserted: Number(row[6]),
      updated: Number(row[7]),
      columns: new Map<number, Column>(),
    };
    relations.set(relation.oid, relation);
    if (row[8] === null) continue;
    relation.columns.set(Number(row[8]), {
      name: text(9),
      type: text(10),
      shape: text(11),
      generated: row[12] === 't',
      defaultSql: text(13),
      madeBy: text(14),
    });
  }
  return relations;
}

/** What a way down takes away. The relation is as it was before. */
export type Threat =
  | { readonly kind: 'table'; readonly relation: Relation }
  | { readonly kind: 'column'; readonly relation: Relation; readonly column: Column }
  | { readonly kind: 'type'; readonly relation: Relation; readonly column: Column; readonly to: string }
  /** Deletes or updates rows, empties the table, or writes it anew. */
  | { readonly kind: 'rows'; readonly relation: Relation };

/** Compares what was there before with what is there after. Pure. */
export function findThreats(before: Relations, after: Relations): Threat[] {
  return [...before.values()].flatMap((relation): Threat[] => {
    const now = after.get(relation.oid);
    if (now === undefined) return [{ kind: 'table', relation }];
    const threats = [...relation.columns].flatMap(([attnum, column]): Threat[] => {
      if (column.generated) return [];
      const left = now.columns.get(attnum);
      if (left === undefined) return [{ kind: 'column', relation, column }];
      return left.shape === column.shape ? [] : [{ kind: 'type', relation, column, to: left.type }];
    });
    const wrote = now.deleted > relation.deleted || now.updated > relation.updated;
    return wrote || now.filenode !== relation.filenode ? [...threats, { kind: 'rows', relation }] : threats;
  });
}

/** Names a threat, so that two looks can be compared. */
export function threatKey(threat: Threat): string {
  const column = 'column' in threat ? `.${threat.column.name}` : '';
  return `${threat.kind} ${threat.relation.name}${column}`;
}
