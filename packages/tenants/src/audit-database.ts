import { type Clock, describe, type Logger } from '@lockstep/base';
import { openSession, readDatabaseUrl, type Target, withCancellation } from '@lockstep/postgres';
import { type AuditOptions, auditTenants } from './audit.ts';
import type { AuditResult } from './findings.ts';
import { productionRefusal, type Refusal } from './refuse.ts';

export interface DatabaseOptions extends AuditOptions {
  readonly log: Logger;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
}

/** Audits a database, by its URL or where it is, on a connection of its own. Throws InputError on a URL or an intent that does not fit. */
export async function auditDatabase(database: string | Target, options: DatabaseOptions): Promise<AuditResult> {
  const { clock, log, signal } = options;
  const target = typeof database === 'string' ? readDatabaseUrl(database) : database;
  const session = await openSession(target, { log, signal, applicationName: 'lockstep tenant-audit' });
  try {
    return await withCancellation({ target, log, clock, signal }, session, () => auditTenants(session, options));
  } finally {
    await session.close();
  }
}

/** Why a server takes no connection; undefined where it does. */
export async function whyUnreachable(
  url: string,
  { log, signal }: Pick<DatabaseOptions, 'log' | 'signal'>,
): Promise<string | undefined> {
  try {
    const session = await openSession(readDatabaseUrl(url), { log, signal, applicationName: 'lockstep tenant-audit' });
    await session.close();
    return undefined;
  } catch (error) {
    return describe(error);
  }
}

/** Whether a server may be used at all, before anything is created on it. */
export async function refuseProduction(
  url: string,
  { log, production, signal }: Pick<DatabaseOptions, 'log' | 'production' | 'signal'>,
): Promise<Refusal | undefined> {
  const session = await openSession(readDatabaseUrl(url), { log, signal, applicationName: 'lockstep tenant-audit' });
  try {
    return await productionRefusal(session, production);
  } finally {
    await session.close();
  }
}
