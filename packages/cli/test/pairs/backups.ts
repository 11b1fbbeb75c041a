import { spawnAction } from '@lockstep/proving-ground/action';
import type { Scope } from '@lockstep/proving-ground/scope';
import { BARE, checkout, databaseOn, serverIn } from './ground.ts';

export const PEOPLE = 'create table people as select g as id from generate_series(1, 100) g';

/** A folder with a backup of a database in it, and that database. */
export async function backedUp(scope: Scope, sql = PEOPLE) {
  const source = await databaseOn(await serverIn(scope, BARE), sql);
  const to = checkout(scope);
  const made = await spawnAction('backup', { to, 'database-url': source.url, 'encrypt-to': 'none' });
  if (made.status !== 0) throw new Error(`no backup was made: ${made.log}`);
  return { source, to };
}

/** Another server, on which nothing was backed up. */
export async function elsewhere(scope: Scope, sql = '') {
  return await databaseOn(await serverIn(scope, BARE, 1), sql);
}
