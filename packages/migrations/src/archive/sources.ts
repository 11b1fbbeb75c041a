import type { Session } from '@lockstep/postgres';

/** What an archive needs to know of a table that loses something. */
export interface Source {
  readonly oid: string;
  /** Where a restore puts rows: the table, or the partitioned one that it is a part of, which knows where they belong. */
  readonly target: string;
  /** Columns by attribute number; the archive keeps the type where it is PostgreSQL's own. */
  readonly columns: ReadonlyMap<number, SourceColumn>;
  /** Names of columns that tell one row of the target from another, the best first. */
  readonly keys: readonly (readonly string[])[];
  /** By the server's statistics. */
  readonly aboutRows: number;
}

export interface SourceColumn {
  readonly keepsType: boolean;
  /** It sorts by rules that somebody made. */
  readonly hasOwnCollation: boolean;
}

/**
 * Of some relations, how their rows can be kept and found again. Types whose values are oids of things that may go
 * (`regclass`) are kept as text like those of others. Ask with an empty search_path.
 */
export async function readSources(session: Session, oids: readonly string[]): Promise<ReadonlyMap<string, Source>> {
  if (oids.length === 0) return new Map();
  const list = `'{${oids.join(',')}}'::pg_catalog.oid[]`;
  const tables = await session.rows(`
    select c.oid, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(r.relname), greatest(c.reltuples, 0)::bigint
      from pg_catalog.pg_class c
      join pg_catalog.pg_class r on r.oid = case when c.relispartition then pg_catalog.pg_partition_root(c.oid)::pg_catalog.oid else c.oid end
      join pg_catalog.pg_namespace n on n.oid = r.relnamespace
     where c.oid = any (${list})`);
  const columns = await session.rows(`
    select a.attrelid, a.attnum, a.attcollation >= 16384,
           coalesce((select pg_catalog.bool_and(y.oid < 16384 and y.typtype in ('b', 'r', 'm') and y.typname !~ '^_?reg')
                       from pg_catalog.pg_type y where y.oid in (a.atttypid, (select e.typelem from pg_catalog.pg_type e where e.oid = a.atttypid and e.typelem <> 0))), false)
      from pg_catalog.pg_attribute a where a.attrelid = any (${list}) and a.attnum > 0 and not a.attisdropped`);
  const keys = await session.rows(`
    select c.oid, pg_catalog.to_json(array(
             select a.attname from pg_catalog.generate_series(0, i.indnkeyatts - 1) nth
               join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[nth] order by nth))
      from pg_catalog.pg_class c
      join pg_catalog.pg_index i on i.indrelid = case when c.relispartition then pg_catalog.pg_partition_root(c.oid)::pg_catalog.oid else c.oid end
     where c.oid = any (${list}) and i.indisunique and i.indisvalid and i.indimmediate and i.indpred is null and i.indexprs is null
       and not exists (select from pg_catalog.generate_series(0, i.indnkeyatts - 1) nth
                         join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[nth]
                        where not a.attnotnull or a.attgenerated <> '')
     order by c.oid, i.indisprimary desc, i.indnkeyatts, i.indexrelid`);
  return new Map(
    tables.map(([oid, target, about]): [string, Source] => [
      oid ?? '',
      {
        oid: oid ?? '',
        target: target ?? '',
        aboutRows: Number(about),
        columns: new Map(
          columns
            .filter((row) => row[0] === oid)
            .map((row) => [Number(row[1]), { hasOwnCollation: row[2] === 't', keepsType: row[3] === 't' }]),
        ),
        keys: keys.filter((row) => row[0] === oid).map((row) => JSON.parse(row[1] ?? '[]') as string[]),
      },
    ]),
  );
}
