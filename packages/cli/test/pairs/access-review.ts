import { spawnAction } from '@lockstep/proving-ground/action';
import type { Scope } from '@lockstep/proving-ground/scope';
import { checkout, databaseOn, NOWHERE, serverIn } from './ground.ts';
import { type Asked, type Pair, WRONG } from './pair.ts';

const SCHEMA = 'create table public.todo (id int primary key); grant select on public.todo to anon;';

function review(cwd: string, url: string, more: readonly string[] = []): Asked {
  return {
    cwd,
    inputs: {
      ...{ command: 'review', 'scratch-database-url': url },
      ...(more.length === 0 ? {} : { 'write-review': 'true' }),
    },
    args: more,
    env: { LOCKSTEP_SCRATCH_URL: url },
  };
}

/** A database with the document that was written of it, and what was changed in it since. */
async function reviewed(scope: Scope, since = ''): Promise<Asked> {
  const cwd = checkout(scope);
  const { query, url } = await databaseOn(await serverIn(scope), SCHEMA);
  await spawnAction('tenant-audit', review(cwd, url, ['--write']).inputs, { cwd });
  if (since !== '') await query(since);
  return review(cwd, url);
}

export const pair: Pair = {
  command: 'access-review',
  action: 'tenant-audit',
  cases: {
    'as in the document': {
      ...{ verdict: 'pass', reason: 'rights-as-reviewed' },
      ask: (scope) => reviewed(scope),
    },
    'a right that is not in it': {
      ...{ verdict: 'fail', reason: 'rights-differ' },
      ask: (scope) => reviewed(scope, 'grant insert on public.todo to anon'),
    },
    'no document': {
      ...{ verdict: 'unknown', reason: 'no-review' },
      ask: async (scope) => review(checkout(scope), (await databaseOn(await serverIn(scope), SCHEMA)).url),
    },
    'a document that is written': {
      ...{ verdict: 'pass', reason: 'review-written', changes: true },
      ask: async (scope) => review(checkout(scope), (await databaseOn(await serverIn(scope), SCHEMA)).url, ['--write']),
    },
    'a database that does not answer': {
      ...{ verdict: 'unknown', reason: 'remote-error' },
      ask: (scope) => review(checkout(scope), NOWHERE),
    },
    'a URL that is none': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) => review(checkout(scope), 'mysql://x'),
    },
  },
};
