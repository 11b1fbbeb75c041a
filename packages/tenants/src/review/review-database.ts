import { openSession, readDatabaseUrl, type Target, withCancellation } from '@lockstep/postgres';
import type { DatabaseOptions } from '../audit-database.ts';
import { accessDocument } from './document.ts';
import { readAccess } from './read-access.ts';

/** The document about a database, by its URL or where it is. It is only read. */
export async function reviewDatabase(
  database: string | Target,
  schemas: readonly string[],
  { clock, log, signal }: Pick<DatabaseOptions, 'clock' | 'log' | 'signal'>,
): Promise<string> {
  const target = typeof database === 'string' ? readDatabaseUrl(database) : database;
  const session = await openSession(target, { log, signal, applicationName: 'lockstep access review' });
  try {
    return await withCancellation({ target, log, clock, signal }, session, async () =>
      accessDocument(await readAccess(session, schemas)),
    );
  } finally {
    await session.close();
  }
}
