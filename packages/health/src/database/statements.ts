import { ConnectionLost, type Session } from '@lockstep/postgres';

/** What pg_stat_statements has counted of one statement since its statistics began. */
export interface StatementCounts {
  /** The number under which `pg_stat_statements` knows it: no text of a query, in which there may be values. */
  readonly id: string;
  readonly calls: number;
  readonly totalMs: number;
  /** The sum of the squares of all times. */
  readonly squares: number;
}

export interface StatementSnapshot {
  readonly statements: ReadonlyMap<string, StatementCounts>;
  /** When counting began; another one: somebody reset it. */
  readonly resetAt: string;
  /** How often statements were evicted, for want of room. */
  readonly evictions: number;
}

export type StatementsRead =
  | { readonly kind: 'read'; readonly snapshot: StatementSnapshot }
  | { readonly kind: 'not-available'; readonly what: string };

/** In every query of ours, so that they are not judged themselves. */
export const OWN = '/* lockstep-metrics */';

/**
 * Everything that pg_stat_statements counted in this database, by statement. Throws what the session throws.
 * https://www.postgresql.org/docs/current/pgstatstatements.html
 */
export async function readStatements(session: Session): Promise<StatementsRead> {
  const [place] = await session.rows(
    `select ${OWN} quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_stat_statements'`,
  );
  const schema = place?.[0];
  if (schema === undefined || schema === null)
    return missing('the extension pg_stat_statements is not installed (create extension pg_stat_statements)');
  const loaded = await session.send(
    session.version >= 140_000
      ? `select ${OWN} stats_reset, dealloc from ${schema}.pg_stat_statements_info`
      : `select ${OWN} null, 0`,
    { keepRows: true },
  );
  if (!loaded.ok) {
    if (loaded.error instanceof ConnectionLost) throw loaded.error;
    return missing('pg_stat_statements is not in shared_preload_libraries, or this role may not read it');
  }
  const rows = await session.rows(
    `select ${OWN} queryid::text, sum(calls)::text, sum(total_exec_time)::text,
            sum(calls * (stddev_exec_time ^ 2 + mean_exec_time ^ 2))::text
       from ${schema}.pg_stat_statements
      where dbid = (select oid from pg_database where datname = current_database())
        and coalesce(query, '') not like '%lockstep-metrics%'
      group by queryid`,
  );
  if (rows.some(([id]) => id === null))
    return missing('this role sees its own statements only (grant pg_read_all_stats to it)');
  const [info] = loaded.reply.rows;
  return {
    kind: 'read',
    snapshot: {
      statements: new Map(
        rows.map(([id, calls, totalMs, squares]) => [
          id ?? '',
          { id: id ?? '', calls: Number(calls), totalMs: Number(totalMs), squares: Number(squares) },
        ]),
      ),
      resetAt: info?.[0] ?? '',
      evictions: Number(info?.[1] ?? 0),
    },
  };
}

function missing(what: string): StatementsRead {
  return { kind: 'not-available', what };
}
