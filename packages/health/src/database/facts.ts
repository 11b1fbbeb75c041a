import type { Session } from '@lockstep/postgres';
import { OWN, readStatements, type StatementsRead } from './statements.ts';

export interface TableFacts {
  readonly table: string;
  readonly liveRows: number;
  readonly deadRows: number;
  /** Reads of the whole table, and rows that they read. */
  readonly scans: number;
  readonly scannedRows: number;
  readonly indexReads: number;
}

export interface IndexFacts {
  readonly index: string;
  readonly table: string;
  readonly bytes: number;
  readonly reads: number;
  /** It keeps something true (unique, primary key, exclusion, identity), used or not. */
  readonly guards: boolean;
}

export interface SessionFacts {
  /** The process id that the server knows it by. */
  readonly pid: number;
  readonly state: string;
  /** How long its transaction has been open. */
  readonly openMs: number;
}

/** What the database says of its own work. */
export interface DatabaseFacts {
  readonly statements: StatementsRead;
  readonly tables: readonly TableFacts[];
  readonly indexes: readonly IndexFacts[];
  readonly sessions: readonly SessionFacts[];
  /** Since when tables and indexes are counted; null where it was never reset. */
  readonly countedSinceMs: number | null;
}

/** Reads statistics and nothing else. Throws what the session throws. */
export async function readDatabase(session: Session): Promise<DatabaseFacts> {
  const statements = await readStatements(session);
  const tables = await session.rows(
    `select ${OWN} schemaname || '.' || relname, n_live_tup::text, n_dead_tup::text, seq_scan::text, seq_tup_read::text, coalesce(idx_scan, 0)::text
       from pg_stat_user_tables order by 1`,
  );
  const indexes = await session.rows(
    `select ${OWN} s.schemaname || '.' || s.indexrelname, s.schemaname || '.' || s.relname, pg_relation_size(s.indexrelid)::text, s.idx_scan::text,
            i.indisunique or i.indisprimary or i.indisexclusion or i.indisreplident
       from pg_stat_user_indexes s join pg_index i on i.indexrelid = s.indexrelid order by 1`,
  );
  const sessions = await session.rows(
    `select ${OWN} pid::text, state, (extract(epoch from clock_timestamp() - xact_start) * 1000)::bigint::text
       from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null order by xact_start`,
  );
  const [counted] = await session.rows(
    `select ${OWN} (extract(epoch from stats_reset) * 1000)::bigint::text from pg_stat_database where datname = current_database()`,
  );
  return {
    statements,
    tables: tables.map(([table, live, dead, scans, read, index]) => ({
      table: table ?? '',
      liveRows: Number(live),
      deadRows: Number(dead),
      scans: Number(scans),
      scannedRows: Number(read),
      indexReads: Number(index),
    })),
    indexes: indexes.map(([index, table, bytes, reads, guards]) => ({
      index: index ?? '',
      table: table ?? '',
      bytes: Number(bytes),
      reads: Number(reads),
      guards: guards === 't',
    })),
    sessions: sessions.map(([pid, state, open]) => ({ pid: Number(pid), state: state ?? '', openMs: Number(open) })),
    countedSinceMs: counted?.[0] === null || counted?.[0] === undefined ? null : Number(counted[0]),
  };
}
