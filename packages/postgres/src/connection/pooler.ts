import { InputError } from '@lockstep/base';
import type { Access } from './access.ts';
import { sessionUrl } from './database-url.ts';
import { openSession, type Session } from './session.ts';

/**
 * Refuses a pooler in transaction mode. Such a pooler gives our backend to somebody else between two transactions, so a
 * second connection, or our own next transaction while the second one is in one, shows another backend than agreed.
 */
export async function refuseTransactionPooler(access: Access, session: Session): Promise<void> {
  if (session.announcedPid === session.pid) return;
  const second = await openSession(access.target, {
    log: access.log,
    signal: access.signal,
    applicationName: 'lockstep probe',
  });
  try {
    let shared = second.pid === session.pid;
    if (!shared) {
      await second.rows('begin');
      const [now] = await session.rows('select pg_catalog.pg_backend_pid()');
      shared = Number(now?.[0]) !== session.pid;
      await second.rows('rollback');
    }
    if (!shared) return;
  } finally {
    await second.close();
  }
  throw new InputError(
    `database-url: ${access.target.host}:${access.target.port} is a pooler in transaction mode, on which locks and ` +
      `settings do not hold; use its session mode, ${sessionUrl(access.target)}, or the server itself`,
  );
}
