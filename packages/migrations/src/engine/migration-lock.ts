import { formatDuration, RemoteError } from '@lockstep/base';
import { literal, type Session } from '@lockstep/postgres';
import type { Engine } from './engine.ts';

/** The advisory lock of this database that a runner holds: the first 8 bytes of SHA-256('lockstep:migrations'). */
export const RUNNER_LOCK = '4120653457330203772';
const HIGH = BigInt(RUNNER_LOCK) >> 32n;
const LOW = BigInt(RUNNER_LOCK) & 0xffffffffn;

const HELD_BY = `from pg_catalog.pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 1
  and l.classid::bigint = ${HIGH} and l.objid::bigint = ${LOW}
  and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())`;

/**
 * An expression that fails (22012) unless this is the backend we logged in to, and it holds the lock, or can take it
 * again after a migration gave up all locks (DISCARD ALL).
 */
export function holdsLock(session: Session): string {
  const taken = `pg_catalog.pg_try_advisory_lock(${RUNNER_LOCK})`;
  return `1/(case when pg_catalog.pg_backend_pid() = ${session.pid} then ${taken} else false end)::int`;
}

/**
 * Takes the lock for the session, if nobody has it, and reads it back. Never waits in the server: a waiter holds a
 * snapshot, and deadlocks with the holder's CREATE INDEX CONCURRENTLY.
 */
export async function tryRunnerLock(session: Session): Promise<boolean> {
  const [taken] = await session.rows(`select pg_catalog.pg_try_advisory_lock(${RUNNER_LOCK})`);
  if (taken?.[0] !== 't') return false;
  const [held] = await session.rows(`select count(*) ${HELD_BY} and l.pid = ${session.pid}`);
  if (held?.[0] !== '1') throw lostLock();
  return true;
}

/** Takes the runner lock, asking again until `runnerLockWaitMs` have passed. Throws RemoteError that names the holder. */
export async function takeRunnerLock(session: Session, engine: Engine): Promise<void> {
  const started = engine.clock.now();
  for (let told = false; ; ) {
    if (await tryRunnerLock(session)) return;
    const waited = engine.clock.now() - started;
    if (!told || waited >= engine.limits.runnerLockWaitMs) {
      const holder = await describeHolder(session);
      if (waited >= engine.limits.runnerLockWaitMs) throw lockHeld(holder, waited);
      engine.log.info(`waiting for another runner: ${holder}`);
      told = true;
    }
    const left = engine.limits.runnerLockWaitMs - waited;
    await engine.clock.sleep(Math.min(left, 200 + 300 * engine.random()), engine.signal);
  }
}

async function describeHolder(session: Session): Promise<string> {
  const rows = await session.rows(
    `select a.pid, a.application_name, a.usename, extract(epoch from now() - a.xact_start)::int
       from pg_catalog.pg_stat_activity a where a.pid in (select l.pid ${HELD_BY})`,
  );
  const [pid, name, user, seconds] = rows[0] ?? [];
  if (pid === undefined) return 'it has just let go';
  const busy = seconds === null || seconds === undefined ? 'between transactions' : `in a transaction for ${seconds} s`;
  return `backend ${pid} (${name || 'no name'}, user ${user ?? '?'}), ${busy}`;
}

function lockHeld(holder: string, waited: number): RemoteError {
  return new RemoteError(`another runner holds the migration lock after ${formatDuration(waited)}: ${holder}`, {
    service: 'PostgreSQL',
    code: 'runner-lock-held',
    retryable: true,
    hint: 'wait for it to end and run again, or raise runner-lock-wait',
  });
}

export function lostLock(): RemoteError {
  return new RemoteError('the runner lock is not on this connection any more', {
    service: 'PostgreSQL',
    code: 'runner-lock-lost',
    retryable: false,
    hint: 'a pooler in transaction mode changes the backend between transactions; use the session mode or the server itself',
  });
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
