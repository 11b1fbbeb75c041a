import type { Session } from '../database/session.ts';

/** A column that may hold data. */
export interface Column {
  readonly name: string;
  /** As PostgreSQL writes it: `character varying(10)`. */
  readonly type: string;
  /** Computed from other columns: there is nothing to lose. */
  readonly generated: boolean;
  /** The default's expression, '' where there is none. */
  readonly defaultSql: string;
}

/** A table that holds rows itself, partitions among them. */
export interface Relation {
  readonly oid: string;
  /** Quoted and with its schema, ready for SQL. */
  readonly name: string;
  /** With its schema, not quoted. */
  readonly plainName: string;
  /** Changes when the table is emptied or written anew. */
  readonly filenode: string;
  /** By attribute number, which no column ever gets again. */
  readonly columns: ReadonlyMap<number, Column>;
  /** Rows that this transaction has written so far, also what it took back. */
  readonly deleted: number;
  readonly inserted: number;
  readonly updated: number;
}

/** What holds data, by oid. */
export type Relations = ReadonlyMap<string, Relation>;

/** Every table of the database but PostgreSQL's own, the histories and temporary ones. */
export async function readRelations(session: Session): Promise<Relations> {
  const rows = await session.rows(`
    select c.oid, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), n.nspname || '.' || c.relname, c.relfilenode,
           pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid),
           pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid), pg_catalog.pg_stat_get_xact_tuples_updated(c.oid), a.attnum, a.attname,
           pg_catalog.format_type(a.atttypid, a.atttypmod), a.attgenerated <> '', pg_catalog.pg_get_expr(d.adbin, d.adrelid)
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relkind = 'r' and c.relpersistence <> 't'
       and n.nspname not in ('pg_catalog', 'information_schema', 'supabase_migrations', 'lockstep')`);
  const relations = new Map<string, Relation & { columns: Map<number, Column> }>();
  for (const [
    oid,
    name,
    plainName,
    filenode,
    deleted,
    inserted,
    updated,
    attnum,
    column,
    type,
    generated,
    defaultSql,
  ] of rows) {
    const relation = relations.get(oid ?? '') ?? {
      oid: oid ?? '',
      name: name ?? '',
      plainName: plainName ?? '',
      filenode: filenode ?? '',
      columns: new Map<number, Column>(),
      deleted: Number(deleted),
      inserted: Number(inserted),
      updated: Number(updated),
    };
    relations.set(relation.oid, relation);
    if (attnum === null || attnum === undefined) continue;
    relation.columns.set(Number(attnum), {
      name: column ?? '',
      type: type ?? '',
      generated: generated === 't',
      defaultSql: defaultSql ?? '',
    });
  }
  return relations;
}

/** What a way down takes away. The relation is as it was before. */
export type Threat =
  | { readonly kind: 'table'; readonly relation: Relation }
  | { readonly kind: 'column'; readonly relation: Relation; readonly column: Column }
  | { readonly kind: 'type'; readonly relation: Relation; readonly column: Column; readonly to: string }
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
      return left.type === column.type ? [] : [{ kind: 'type', relation, column, to: left.type }];
    });
    const rewritten = now.filenode !== relation.filenode && !threats.some((threat) => threat.kind === 'type');
    return now.deleted > relation.deleted || rewritten ? [...threats, { kind: 'rows', relation }] : threats;
  });
}

/** Names a threat, so that two looks can be compared. */
export function threatKey(threat: Threat): string {
  const column = 'column' in threat ? `.${threat.column.name}` : '';
  return `${threat.kind} ${threat.relation.name}${column}`;
}
