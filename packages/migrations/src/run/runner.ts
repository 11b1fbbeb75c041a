import { CancelledError, describe, RemoteError } from '@lockstep/base';
import {
  ConnectionLost,
  openSession,
  refuseTransactionPooler,
  type Session,
  withCancellation,
} from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import { acquireMigrationLock, endOwnOrphans, MigrationLockError } from '../engine/migration-lock.ts';
import { requireOwnRecords } from '../history/owner.ts';
import { type HistoryRecord, readHistory } from '../history/record.ts';
import { ensureTables, findTables, type Tables } from '../history/tables.ts';
import { clearSession } from './execute.ts';

/** A session that holds the migration lock, and what the database says. */
export interface Runner {
  readonly engine: Engine;
  readonly session: Session;
  readonly tables: Tables;
  readonly history: readonly HistoryRecord[];
}

export interface RunnerOptions {
  /** Makes the history's tables where they are missing. */
  readonly creates: boolean;
  /** Asked before tables of the history are made where none were: what it throws leaves the database as it is. */
  readonly beforeFirst?: (found: Runner) => Promise<void>;
  /** Ends what a killed main part of this very step left running. */
  readonly endsOrphans?: boolean;
}

/** How backends of this step are known in pg_stat_activity; the server keeps 63 bytes. */
export function applicationName(engine: Engine): string {
  return `lockstep ${engine.provenance.step}`.slice(0, 63);
}

/** Reads the database without taking any lock. */
export async function withReader<T>(engine: Engine, work: (runner: Runner) => Promise<T>): Promise<T> {
  const session = await connect(engine);
  try {
    await requireOwnRecords(session);
    const tables = await findTables(session);
    return await work({ engine, session, tables, history: await readHistory(session, tables) });
  } finally {
    await session.close();
  }
}

/** Runs `work` as the only runner of this database; the statement at hand is cancelled when the signal aborts. */
export async function withRunner<T>(
  engine: Engine,
  options: RunnerOptions,
  work: (runner: Runner) => Promise<T>,
): Promise<T> {
  const session = await connect(engine);
  try {
    await refuseTransactionPooler(engine, session);
    if (options.endsOrphans === true) await endOwnOrphans(session, applicationName(engine));
    await acquireMigrationLock(session, engine);
    await clearSession(session, engine);
    return await withCancellation(engine, session, async () => {
      await requireOwnRecords(session);
      const runnerOf = async (tables: Tables) => ({
        ...{ engine, session, tables },
        history: await readHistory(session, tables),
      });
      const found = await findTables(session);
      if (options.creates && !found.side.exists) await options.beforeFirst?.(await runnerOf(found));
      return work(await runnerOf(options.creates ? await ensureTables(session, found) : found));
    });
  } finally {
    await session.close();
  }
}

function connect(engine: Engine): Promise<Session> {
  return openSession(engine.target, {
    log: engine.log,
    signal: engine.signal,
    applicationName: applicationName(engine),
  });
}

const PAUSE_MS = 500;
/** A migration may end its own backend; then it does so every time. */
const LOSSES = 3;

/**
 * Repeats `work`, each time on a new connection, when the one it had breaks: a server may restart. What it did before
 * is read from the history, never guessed; `work` must begin there.
 */
export async function acrossConnections<T>(engine: Engine, work: () => Promise<T>): Promise<T> {
  let brokenSince: number | undefined;
  for (let losses = 0; ; ) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof CancelledError || engine.signal?.aborted) throw error;
      const isReconnect = error instanceof ConnectionLost || (brokenSince !== undefined && isUnreachable(error));
      if (!isReconnect) throw error;
      const now = engine.clock.now();
      if (error instanceof ConnectionLost) losses++;
      brokenSince = error instanceof ConnectionLost ? now : (brokenSince ?? now);
      if (losses > LOSSES || now - brokenSince >= engine.limits.reconnectForMs) throw error;
      engine.log.warning(`${describe(error)}; reconnecting; the history shows what was applied`);
      await engine.clock.sleep(PAUSE_MS * (1 + engine.random()), engine.signal);
    }
  }
}

function isUnreachable(error: unknown): boolean {
  return error instanceof RemoteError && error.retryable && !(error instanceof MigrationLockError);
}
