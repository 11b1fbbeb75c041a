import type { Scope } from '@lockstep/proving-ground/scope';
import { backedUp, elsewhere, PEOPLE } from './backups.ts';
import { checkout, NOWHERE } from './ground.ts';
import { type Asked, type Pair, WRONG } from './pair.ts';

interface Drill {
  readonly url: string;
  readonly to: string;
  readonly inputs?: Asked['inputs'];
  readonly args?: Asked['args'];
}

function drill(scope: Scope, { args = [], inputs = {}, to, url }: Drill): Asked {
  return {
    cwd: checkout(scope),
    inputs: { command: 'drill', to, 'scratch-database-url': url, ...inputs },
    args: ['--to', to, ...args],
    env: { SCRATCH_DATABASE_URL: url },
  };
}

export const pair: Pair = {
  command: 'backup drill',
  action: 'backup',
  cases: {
    'all of it is restored': {
      ...{ verdict: 'pass', reason: 'checks-passed' },
      ask: async (scope) => drill(scope, { ...(await backedUp(scope)), ...(await elsewhere(scope)) }),
    },
    'what is older than it may be': {
      ...{ verdict: 'fail', reason: 'checks-failed' },
      ask: async (scope) =>
        drill(scope, {
          ...{ ...(await backedUp(scope)), ...(await elsewhere(scope)) },
          ...{ inputs: { 'max-age': '1ms' }, args: ['--max-age', '1ms'] },
        }),
    },
    'the server that was backed up': {
      ...{ verdict: 'fail', reason: 'scratch-is-source' },
      ask: async (scope) => {
        const { source, to } = await backedUp(scope);
        return drill(scope, { to, url: source.url });
      },
    },
    'a server with tables of its own': {
      ...{ verdict: 'fail', reason: 'scratch-not-empty' },
      ask: async (scope) => drill(scope, { ...(await backedUp(scope)), ...(await elsewhere(scope, PEOPLE)) }),
    },
    'no backup at all': {
      ...{ verdict: 'fail', reason: 'no-backup' },
      ask: async (scope) => drill(scope, { to: checkout(scope), url: NOWHERE }),
    },
    'a server that does not answer': {
      ...{ verdict: 'unknown', reason: 'remote-error' },
      ask: async (scope) => drill(scope, { ...(await backedUp(scope)), url: NOWHERE }),
    },
    'a name that is no backup': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) =>
        drill(scope, {
          ...{ to: checkout(scope), url: NOWHERE },
          ...{ inputs: { backup: 'yesterday' }, args: ['--backup', 'yesterday'] },
        }),
    },
  },
};
