import type { Session } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import { holdsLock } from '../engine/migration-lock.ts';

/** Some SQL of ours and how many command tags it brings. */
export interface Preamble {
  readonly sql: string;
  readonly tags: number;
}

/**
 * Makes the session as it was opened, whatever a file leaves behind, with our settings, which the next file may change
 * for itself. Not DISCARD ALL: that gives up the migration lock, and cannot be part of a transaction. `within`: with our
 * role and settings back, and what the file has opened still open.
 */
export function resetSession(session: Session, engine: Engine, within: Preamble = empty): Preamble {
  const settings: Record<string, string> = {
    lock_timeout: `${engine.limits.lockTimeoutMs}ms`,
    statement_timeout: `${engine.limits.statementTimeoutMs}ms`,
    // A runner that froze must not hold its locks for ever.
    idle_in_transaction_session_timeout: '60s',
  };
  // The server ends the statement of a runner that was killed, instead of working on for nobody.
  if (session.noticesClientLoss) settings['client_connection_check_interval'] = '2s';
  const list = [
    'reset session authorization',
    'reset role',
    'reset all',
    ...Object.entries(settings).map(([name, value]) => `set ${name} = '${value}'`),
    ...(within.sql === '' ? [] : [within.sql.replace(/;$/, '')]),
    'close all',
    'deallocate all',
    'unlisten *',
    'discard sequences',
    'discard temp',
  ];
  return { sql: `${list.join('; ')};`, tags: list.length - (within.sql === '' ? 0 : 1) + within.tags };
}

/**
 * The proof that we hold the migration lock on this very backend, and that `condition` is true where there is one; fails
 * otherwise.
 */
export function assertLockHeld(session: Session, condition?: string): Preamble {
  const also = condition === undefined ? '' : `, 1/(${condition})::int`;
  return { sql: `select ${holdsLock(session)}${also};`, tags: 1 };
}

/** Fails where the transaction has failed, before a ROLLBACK TO of the author's could revive it. */
export const assertNotAborted: Preamble = { sql: 'select;', tags: 1 };

/** Checks deferred constraints and runs deferred triggers now, while the file's own role and settings hold. */
export const checkDeferred: Preamble = { sql: 'set constraints all immediate;', tags: 1 };

/**
 * Leaves it to the next commit to wait for the disk, which makes this one durable as well. A server that crashes in
 * between loses both or neither: schema and history stay agreed.
 */
export const asyncCommit: Preamble = { sql: 'set local synchronous_commit = off;', tags: 1 };

/**
 * Our own role, names and patience for the rest of a transaction in the middle of a file, so that the history can be
 * written, whatever the file has set; the file's own come back after it.
 */
export const asMigrator: Preamble = {
  sql:
    'set local session authorization default; set local role none; set local search_path = pg_catalog, pg_temp; ' +
    "set local statement_timeout = '60s';",
  tags: 4,
};

/** Statements that wait for old transactions, but block nobody while they do, get all the time they need. */
export function lockTimeout(engine: Engine, patient: boolean): Preamble {
  const [from, to] = [`${engine.limits.lockTimeoutMs}ms`, '0'];
  const [now, then] = patient ? [from, to] : [to, from];
  const sql =
    `select pg_catalog.set_config('lock_timeout', '${then}', false) ` +
    `where pg_catalog.current_setting('lock_timeout')::interval = '${now}'::interval;`;
  return { sql, tags: 1 };
}

export const empty: Preamble = { sql: '', tags: 0 };

export function join(...parts: readonly Preamble[]): Preamble {
  return { sql: parts.map((part) => part.sql).join(' '), tags: parts.reduce((sum, part) => sum + part.tags, 0) };
}
