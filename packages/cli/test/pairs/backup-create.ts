import type { Scope } from '@lockstep/proving-ground/scope';
import { PEOPLE } from './backups.ts';
import { BARE, checkout, databaseOn, NOWHERE, serverIn } from './ground.ts';
import { type Asked, type Pair, WRONG } from './pair.ts';

const SECRET = 'correct horse battery staple';

function create(scope: Scope, url: string, recipient = 'none', more: readonly string[] = []): Asked {
  const to = checkout(scope);
  return {
    cwd: checkout(scope),
    inputs: {
      to,
      'database-url': url,
      'encrypt-to': recipient,
      ...(more[1] === undefined ? {} : { parallel: more[1] }),
    },
    args: ['--to', to, '--encrypt-to', recipient, ...more],
    env: { DATABASE_URL: url },
  };
}

const inDatabase = async (scope: Scope, sql?: string) =>
  create(scope, (await databaseOn(await serverIn(scope, BARE), sql)).url);

export const pair: Pair = {
  command: 'backup create',
  action: 'backup',
  cases: {
    'makes one': { verdict: 'pass', reason: 'backed-up', changes: true, ask: (scope) => inDatabase(scope, PEOPLE) },
    'nothing is there': { verdict: 'fail', reason: 'nothing-to-back-up', ask: (scope) => inDatabase(scope) },
    'large objects': {
      ...{ verdict: 'fail', reason: 'large-objects' },
      ask: (scope) => inDatabase(scope, `${PEOPLE}; select lo_from_bytea(0, 'x')`),
    },
    'a database that does not answer': {
      ...{ verdict: 'unknown', reason: 'remote-error' },
      ask: (scope) => create(scope, NOWHERE),
    },
    'a recipient that is none': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) => create(scope, NOWHERE, SECRET),
    },
    'no URL, and a number that is none': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) => create(scope, 'mysql://x', 'none', ['--parallel', '99']),
    },
  },
};
