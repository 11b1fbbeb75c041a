import type { Session } from '@lockstep/postgres';

/**
 * Statements of ours in this session fire no event trigger of the database, as far as its role may say so: to read a
 * schema, functions are made in the session's own temporary schema, and rolled back. Not within a transaction.
 */
export async function withoutEventTriggers(session: Session): Promise<void> {
  await session.send('set session_replication_role = replica');
  // Also those that are enabled as ALWAYS.
  if (session.version >= 170_000) await session.send('set event_triggers = off');
}
