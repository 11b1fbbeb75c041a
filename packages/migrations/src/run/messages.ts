import { holdsLock } from '../database/runner-lock.ts';
import type { Session } from '../database/session.ts';
import type { Engine } from './engine.ts';

/** Some SQL of ours and how many command tags it brings. */
export interface Preamble {
  readonly sql: string;
  readonly tags: number;
}

const RESET = [
  'reset session authorization',
  'reset role',
  'reset all',
  'discard temp',
  'discard sequences',
  'deallocate all',
  'close all',
  'unlisten *',
];

/**
 * The session as it was opened, whatever the file before left behind, with our settings, which a file may change for
 * itself. A transaction of its own, because the next one takes its defaults (read-only, isolation) from the session when
 * it begins. Not DISCARD ALL: that gives up the runner lock, and cannot be part of a longer message.
 */
export function fresh(session: Session, engine: Engine): Preamble {
  const values: Record<string, string> = {
    lock_timeout: `${engine.limits.lockTimeoutMs}ms`,
    statement_timeout: `${engine.limits.statementTimeoutMs}ms`,
    // A runner that froze must not hold its locks for ever.
    idle_in_transaction_session_timeout: '60s',
  };
  // The server ends the statement of a runner that was killed, instead of working on for nobody.
  if (session.noticesClientLoss) values['client_connection_check_interval'] = '2s';
  const settings = Object.entries(values).map(([name, value]) => `pg_catalog.set_config('${name}', '${value}', false)`);
  return { sql: `begin; ${RESET.join('; ')}; select ${settings.join(', ')}; commit;`, tags: RESET.length + 3 };
}

/** The proof that we hold the runner lock on this very backend; fails otherwise. */
export function proof(session: Session): Preamble {
  return { sql: `select ${holdsLock(session)};`, tags: 1 };
}

/** Our own role and patience for the rest of a transaction, so that the history can be written; the file's own after it. */
export const asOurselves: Preamble = {
  sql: "set local session authorization default; set local role none; set local statement_timeout = '60s';",
  tags: 3,
};

/** Statements that wait for old transactions, but block nobody while they do, get all the time they need. */
export function patience(engine: Engine, patient: boolean): Preamble {
  const [from, to] = [`${engine.limits.lockTimeoutMs}ms`, '0'];
  const [now, then] = patient ? [from, to] : [to, from];
  const sql =
    `select pg_catalog.set_config('lock_timeout', '${then}', false) ` +
    `where pg_catalog.current_setting('lock_timeout')::interval = '${now}'::interval;`;
  return { sql, tags: 1 };
}

export const none: Preamble = { sql: '', tags: 0 };

export function join(...parts: readonly Preamble[]): Preamble {
  return { sql: parts.map((part) => part.sql).join(' '), tags: parts.reduce((sum, part) => sum + part.tags, 0) };
}
