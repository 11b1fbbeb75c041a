import type { Scope } from '@lockstep/proving-ground/scope';
import { backedUp, elsewhere, PEOPLE } from './backups.ts';
import { checkout, NOWHERE } from './ground.ts';
import { type Asked, type Pair, WRONG } from './pair.ts';

interface Restore {
  readonly to: string;
  readonly url: string;
  /** What a person types; by default the name of the target. */
  readonly typed?: string;
  readonly tables?: string;
  readonly backup?: string;
}

function restore(scope: Scope, { backup = 'latest', tables = '', to, typed, url }: Restore): Asked {
  const { hostname, pathname } = new URL(url);
  const confirm = typed ?? `${hostname}${pathname}`;
  return {
    cwd: checkout(scope),
    inputs: { command: 'restore', to, backup, tables, 'target-database-url': url, 'confirm-target': confirm },
    args: ['--to', to, '--backup', backup, '--confirm-target', confirm, ...(tables === '' ? [] : ['--tables', tables])],
    env: { TARGET_DATABASE_URL: url },
  };
}

/** A backup, and another server whose database has this. */
async function into(scope: Scope, sql = '', more: Partial<Restore> = {}): Promise<Asked> {
  const [{ to }, { url }] = [await backedUp(scope), await elsewhere(scope, sql)];
  return restore(scope, { to, url, ...more });
}

const EMPTY = 'create table people (id int)';

export const pair: Pair = {
  command: 'backup restore',
  action: 'backup',
  cases: {
    'all of it': { verdict: 'pass', reason: 'restored', changes: true, ask: (scope) => into(scope) },
    'one table': {
      ...{ verdict: 'pass', reason: 'tables-restored', changes: true },
      ask: (scope) => into(scope, EMPTY, { tables: 'public.people' }),
    },
    'another name than that of the target': {
      ...{ verdict: 'fail', reason: 'not-confirmed' },
      ask: (scope) => into(scope, '', { typed: 'production' }),
    },
    'a database that is not empty': {
      ...{ verdict: 'fail', reason: 'target-not-empty' },
      ask: (scope) => into(scope, PEOPLE),
    },
    'a table with rows': {
      ...{ verdict: 'fail', reason: 'target-not-empty' },
      ask: (scope) => into(scope, PEOPLE, { tables: 'public.people' }),
    },
    'a table that the backup does not have': {
      ...{ verdict: 'fail', reason: 'not-in-backup' },
      ask: (scope) => into(scope, EMPTY, { tables: 'public.pets' }),
    },
    'no backup at all': {
      ...{ verdict: 'fail', reason: 'no-backup' },
      ask: (scope) => restore(scope, { to: checkout(scope), url: NOWHERE }),
    },
    'a server that does not answer': {
      ...{ verdict: 'unknown', reason: 'remote-error' },
      ask: async (scope) => restore(scope, { to: (await backedUp(scope)).to, url: NOWHERE }),
    },
    'a name that is no backup': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) => restore(scope, { to: checkout(scope), url: NOWHERE, backup: 'yesterday' }),
    },
  },
};
