import type { Session } from '@lockstep/postgres';

/**
 * Opens sessions before a database is restored, and gives them out first: one that comes when it has been restored would
 * fire its event triggers for logins.
 */
export async function openAhead(open: () => Promise<Session>, many: number): Promise<() => Promise<Session>> {
  const ahead = await Promise.all(Array.from({ length: Math.max(1, many) }, open));
  return async () => ahead.shift() ?? open();
}
