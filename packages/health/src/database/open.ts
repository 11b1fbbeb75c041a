import type { Logger, Secret } from '@lockstep/base';
import { openSession, readDatabaseUrl, type Session } from '@lockstep/postgres';

/** A statement of ours that takes longer than this is a burden itself. */
const STATEMENT_MS = 10_000;

/** Opens the database for reading its statistics. Throws InputError at once where the connection string cannot be used. */
export function databaseOpener(databaseUrl: Secret, log: Logger): (signal: AbortSignal) => Promise<Session> {
  const target = readDatabaseUrl(databaseUrl.reveal());
  return async (signal) => {
    const session = await openSession(target, { log, signal, applicationName: 'lockstep metrics' });
    await session.rows(
      `select set_config('statement_timeout', '${STATEMENT_MS}', false), set_config('lock_timeout', '1s', false),
              set_config('default_transaction_read_only', 'on', false)`,
    );
    return session;
  };
}
