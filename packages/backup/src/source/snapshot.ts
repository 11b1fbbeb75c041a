import { type Logger, RemoteError } from '@lockstep/base';
import type { Access } from '@lockstep/postgres';
import { openSession, refuseTransactionPooler, type Session, SqlError, type Target } from '@lockstep/postgres';
import { type Inventory, readInventory, type Selection } from './inventory.ts';
import { SOURCE_SETTINGS } from './source-settings.ts';

export interface SnapshotOptions {
  readonly access: Access;
  readonly selection: Selection;
  /** How long to wait for the locks of all tables. */
  readonly lockTimeoutMs: number;
}

/** A state of the database that several sessions can read, for as long as the first of them is open. */
export interface Snapshot {
  /** The session that holds it and all locks. */
  readonly keeper: Session;
  readonly id: string;
  readonly inventory: Inventory;
  readonly facts: SourceFacts;
}

export interface SourceFacts {
  readonly takenAtMs: number;
  readonly database: string;
  readonly encoding: string;
  readonly serverVersion: string;
  readonly major: number;
  /** Null where this role may not ask for it. */
  readonly systemIdentifier: string | null;
  /** The snapshot as the server writes it (`pg_current_snapshot`), and where its write-ahead log was. */
  readonly snapshot: string;
  readonly lsn: string | null;
}

/** A lock could not be had in time. */
export class LockNotGranted extends Error {
  override readonly name = 'LockNotGranted';
}

const LOCKS_IN_A_MESSAGE = 200;
const TRIES = 3;

/**
 * Locks every table against changes of its structure, then takes the snapshot: a table that is rewritten after a snapshot
 * would be empty in it. Tables that came or went in between make it start again.
 */
export async function takeSnapshot(keeper: Session, options: SnapshotOptions): Promise<Snapshot> {
  await refuseTransactionPooler(options.access, keeper);
  for (let turn = 1; turn <= TRIES; turn++) {
    const { toLock } = await readInventory(keeper, options.selection, { locked: false });
    await keeper.rows(`begin isolation level repeatable read, read only; ${settingsFor(keeper)}`);
    await lock(keeper, toLock, options.lockTimeoutMs);
    const [row] = await keeper.rows('select pg_catalog.pg_export_snapshot()');
    const inventory = await readInventory(keeper, options.selection, { locked: true });
    if (inventory.toLock.join('\n') === toLock.join('\n')) {
      return { keeper, id: row?.[0] ?? '', inventory, facts: await readFacts(keeper) };
    }
    await keeper.rows('rollback');
  }
  throw new RemoteError('tables were created or dropped each time the locks were taken', {
    service: 'PostgreSQL',
    retryable: true,
    hint: 'run again when no migration runs',
  });
}

/** One more session that sees the same state. The snapshot must be on the same server: not so behind some poolers. */
export async function joinSnapshot(session: Session, id: string, mode: 'read only' | 'read write'): Promise<void> {
  await session.rows(
    `begin isolation level repeatable read, ${mode}; set transaction snapshot '${id}'; ${settingsFor(session)}`,
  );
}

export function openSource(target: Target, log: Logger, signal: AbortSignal | undefined): Promise<Session> {
  return openSession(target, { log, signal, applicationName: 'lockstep backup' });
}

function settingsFor(session: Session): string {
  return session.version < 170_000 ? SOURCE_SETTINGS : `${SOURCE_SETTINGS}; set local transaction_timeout = 0`;
}

async function lock(keeper: Session, tables: readonly string[], timeoutMs: number): Promise<void> {
  await keeper.rows(`set local lock_timeout = ${Math.max(1, Math.round(timeoutMs))}`);
  for (let from = 0; from < tables.length; from += LOCKS_IN_A_MESSAGE) {
    const list = tables.slice(from, from + LOCKS_IN_A_MESSAGE).map((name) => `only ${name}`);
    const result = await keeper.send(`lock table ${list.join(', ')} in access share mode`);
    if (result.ok) continue;
    const isTimeout = result.error instanceof SqlError && result.error.server.code === '55P03';
    throw isTimeout ? new LockNotGranted('a table is locked by another transaction') : result.error;
  }
  await keeper.rows('set local lock_timeout = 0');
}

async function readFacts(keeper: Session): Promise<SourceFacts> {
  const [row] = await keeper.rows(
    `select extract(epoch from pg_catalog.clock_timestamp()) * 1000, pg_catalog.current_database(),
            pg_catalog.pg_encoding_to_char(d.encoding), pg_catalog.current_setting('server_version'),
            pg_catalog.pg_current_snapshot()::text,
            case when pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'execute')
                 then (select system_identifier::text from pg_catalog.pg_control_system()) end,
            case when pg_catalog.has_function_privilege('pg_catalog.pg_current_wal_insert_lsn()', 'execute')
                 then pg_catalog.pg_current_wal_insert_lsn()::text end
       from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()`,
  );
  const [at, database, encoding, version, snapshot, system, lsn] = row ?? [];
  return {
    takenAtMs: Math.floor(Number(at)),
    database: database ?? '',
    encoding: encoding ?? '',
    serverVersion: version ?? '',
    major: Math.floor(keeper.version / 10_000),
    systemIdentifier: system ?? null,
    snapshot: snapshot ?? '',
    lsn: lsn ?? null,
  };
}
