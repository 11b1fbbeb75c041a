import type { Scope } from '@lockstep/proving-ground/scope';
import { COUNTING, checkout, databaseOn, NOWHERE, serverIn } from './ground.ts';
import { type Asked, type Pair, WRONG } from './pair.ts';

const COUNTS = 'create extension pg_stat_statements';

function report(scope: Scope, url: string, values: Asked['inputs'] = {}): Asked {
  return {
    cwd: checkout(scope),
    inputs: { 'database-url': url, ...values },
    args: Object.entries(values).flatMap(([name, value]) => [`--${name}`, value]),
    env: { DATABASE_URL: url },
  };
}

export const pair: Pair = {
  command: 'database-report',
  action: 'database-report',
  cases: {
    'all is within the limits': {
      ...{ verdict: 'pass', reason: 'checks-passed' },
      ask: async (scope) => report(scope, (await databaseOn(await serverIn(scope, COUNTING), COUNTS)).url),
    },
    'a statement is slow': {
      ...{ verdict: 'fail', reason: 'checks-failed' },
      ask: async (scope) => {
        const { query, url } = await databaseOn(await serverIn(scope, COUNTING), COUNTS);
        for (let turn = 0; turn < 60; turn++) await query('select pg_sleep(0.003)');
        return report(scope, url, { slow: '2ms' });
      },
    },
    'statements are not counted': {
      ...{ verdict: 'unknown', reason: 'checks-unknown' },
      ask: async (scope) => report(scope, (await databaseOn(await serverIn(scope, COUNTING))).url),
    },
    'a database that does not answer': {
      ...{ verdict: 'unknown', reason: 'remote-error' },
      ask: (scope) => report(scope, NOWHERE),
    },
    'limits that are none': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) => report(scope, NOWHERE, { slow: 'soon', 'min-calls': '0' }),
    },
    'a snapshot that is not there': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) => report(scope, NOWHERE, { 'compare-with': 'absent.json' }),
    },
  },
};
