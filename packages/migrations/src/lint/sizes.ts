import { type Session, textArray } from '@lockstep/postgres';
import { canonical } from '../parse/parser.ts';

/** How large a table or an index is; what it costs to read or rewrite follows. */
export interface TableSize {
  /** As the last ANALYZE estimated; undefined where there was none. */
  readonly rows: number | undefined;
  /** With indexes and TOAST. */
  readonly bytes: number;
}

/** By canonical name; a table that is not there has no entry. Undefined where no database was asked. */
export type Sizes = ReadonlyMap<string, TableSize> | undefined;

/** Asks how large some tables are. Takes no lock that anybody could notice. */
export async function readSizes(session: Session, names: readonly string[]): Promise<ReadonlyMap<string, TableSize>> {
  const wanted = [...new Set(names.map(canonical))];
  if (wanted.length === 0) return new Map();
  // By the names as they stand in the catalog: to_regclass would read "User" as user. A partitioned table is as large as
  // its partitions.
  const rows = await session.rows(
    `select name, case when min(reltuples) < 0 then -1 else sum(reltuples)::bigint end, sum(pg_catalog.pg_total_relation_size(oid))::bigint
       from (select n.nspname || '.' || c.relname as name, part.oid, part.reltuples
               from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
               cross join lateral (select p.oid, p.reltuples from pg_catalog.pg_class p
                 where c.relkind not in ('p', 'I') and p.oid = c.oid
                    or c.relkind in ('p', 'I') and p.oid in (select relid from pg_catalog.pg_partition_tree(c.oid) where isleaf)) as part
              where c.relkind in ('r', 'm', 'p', 'i', 'I')) as found
      where name = any (${textArray(wanted)}) group by name`,
  );
  return new Map(
    rows.map(([name, tuples, bytes]) => [
      name ?? '',
      { rows: Number(tuples) < 0 ? undefined : Number(tuples), bytes: Number(bytes) },
    ]),
  );
}

const SMALL = { rows: 10_000, bytes: 10 << 20 };
const LARGE = { rows: 1_000_000, bytes: 1 << 30 };

/** How much it matters that a table is read, rewritten or locked: a thousand rows are done before anybody notices. */
export function weigh(size: TableSize | undefined): 'small' | 'unknown' | 'medium' | 'large' {
  if (size === undefined) return 'unknown';
  if (size.bytes >= LARGE.bytes || (size.rows ?? 0) >= LARGE.rows) return 'large';
  return size.bytes <= SMALL.bytes && (size.rows ?? 0) <= SMALL.rows ? 'small' : 'medium';
}

/** `about 1,200,000 rows, 310 MB`. */
export function describeSize(size: TableSize | undefined): string {
  if (size === undefined) return 'size unknown';
  const rows = size.rows === undefined ? '' : `about ${size.rows.toLocaleString('en')} rows, `;
  return `${rows}${bytes(size.bytes)}`;
}

function bytes(count: number): string {
  const unit = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = count;
  let step = 0;
  for (; value >= 1_024 && step < unit.length - 1; step++) value /= 1_024;
  return `${value >= 10 || step === 0 ? Math.round(value) : value.toFixed(1)} ${unit[step]}`;
}
