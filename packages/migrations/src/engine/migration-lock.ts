import { formatDuration, RemoteError } from '@lockstep/base';
import { literal, MIGRATION_LOCK, type Session } from '@lockstep/postgres';
import type { Engine } from './engine.ts';

export { MIGRATION_LOCK };

const HIGH = BigInt(MIGRATION_LOCK) >> 32n;
const LOW = BigInt(MIGRATION_LOCK) & 0xffffffffn;

const HELD_BY = `from pg_catalog.pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 1
  and l.classid::bigint = ${HIGH} and l.objid::bigint = ${LOW}
  and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())`;

/**
 * An expression that fails (22012) unless this is the backend we logged in to, and it holds the lock, or can take it
 * again after a migration gave up all locks (DISCARD ALL).
 */
export function holdsLock(session: Session): string {
  const taken = `pg_catalog.pg_try_advisory_lock(${MIGRATION_LOCK})`;
  return `1/(case when pg_catalog.pg_backend_pid() = ${session.pid} then ${taken} else false end)::int`;
}

/**
 * Takes the lock for the session, if nobody has it, and reads it back. Never waits in the server: a waiter holds a
 * snapshot, and deadlocks with the holder's CREATE INDEX CONCURRENTLY.
 */
export async function tryMigrationLock(session: Session): Promise<boolean> {
  const [taken] = await session.rows(`select pg_catalog.pg_try_advisory_lock(${MIGRATION_LOCK})`);
  if (taken?.[0] !== 't') return false;
  const [held] = await session.rows(`select count(*) ${HELD_BY} and l.pid = ${session.pid}`);
  if (held?.[0] !== '1') throw lostLock();
  return true;
}

/** Takes the migration lock, asking again until `migrationLockTimeoutMs` have passed. Throws RemoteError that names the holder. */
export async function acquireMigrationLock(session: Session, engine: Engine): Promise<void> {
  const started = engine.clock.now();
  for (let told = false; ; ) {
    if (await tryMigrationLock(session)) return;
    const waited = engine.clock.now() - started;
    if (!told || waited >= engine.limits.migrationLockTimeoutMs) {
      const holder = await describeHolder(session);
      if (waited >= engine.limits.migrationLockTimeoutMs) throw lockHeld(holder, waited);
      engine.log.info(`waiting for another migration run: ${holder}`);
      told = true;
    }
    const left = engine.limits.migrationLockTimeoutMs - waited;
    await engine.clock.sleep(Math.min(left, 200 + 300 * engine.random()), engine.signal);
  }
}

async function describeHolder(session: Session): Promise<string> {
  const rows = await session.rows(
    `select a.pid, a.application_name, a.usename, extract(epoch from now() - a.xact_start)::int
       from pg_catalog.pg_stat_activity a where a.pid in (select l.pid ${HELD_BY})`,
  );
  const [pid, name, user, seconds] = rows[0] ?? [];
  if (pid === undefined) return 'it has just released it';
  const busy = seconds === null || seconds === undefined ? 'between transactions' : `in a transaction for ${seconds} s`;
  return `backend ${pid} (${name || 'no name'}, user ${user ?? '?'}), ${busy}`;
}

/** The lock is another run's, or is not on this connection any more. */
export class MigrationLockError extends RemoteError {
  readonly reason: 'migration-lock-held' | 'migration-lock-lost';

  /** `held` by another run, which a later try may find gone; or `lost` by this one. */
  constructor(state: 'held' | 'lost', message: string, hint: string) {
    super(message, { service: 'PostgreSQL', retryable: state === 'held', hint });
    this.reason = `migration-lock-${state}`;
  }
}

function lockHeld(holder: string, waited: number): MigrationLockError {
  return new MigrationLockError(
    'held',
    `another migration run holds the migration lock after ${formatDuration(waited)}: ${holder}`,
    'wait for it to end and run again, or raise migration-lock-timeout',
  );
}

function lostLock(): MigrationLockError {
  return new MigrationLockError(
    'lost',
    'this connection no longer holds the migration lock',
    'a pooler in transaction mode changes the backend between transactions; use session mode or the server itself',
  );
}

/** Ends backends that a killed predecessor of this very step left behind, which would hold the lock until they notice. */
export async function endOwnOrphans(session: Session, applicationName: string): Promise<number> {
  const rows = await session.rows(
    `select pg_catalog.pg_terminate_backend(a.pid) from pg_catalog.pg_stat_activity a
      where a.pid in (select l.pid ${HELD_BY}) and a.pid <> ${session.pid}
        and a.application_name = ${literal(applicationName)}`,
  );
  return rows.length;
}
