import type { Scope } from '@lockstep/proving-ground/scope';
import { backedUp } from './backups.ts';
import { checkout } from './ground.ts';
import { type Asked, type Pair, WRONG } from './pair.ts';

const POLICY = 'backup.yml';

interface Status {
  readonly to: string;
  readonly inputs?: Asked['inputs'];
  readonly args?: Asked['args'];
  readonly policy?: string;
}

function status(scope: Scope, { args = [], inputs = {}, policy, to }: Status): Asked {
  const [named, typed] = policy === undefined ? [{}, []] : [{ 'policy-file': POLICY }, ['--policy-file', POLICY]];
  return {
    cwd: checkout(scope, policy === undefined ? {} : { [POLICY]: policy }),
    inputs: { command: 'status', to, ...named, ...inputs },
    args: ['--to', to, ...typed, ...args],
  };
}

const RUNBOOK = `recovery:
  max-data-age: 30h
  max-restore-time: 1h
runbook:
  document: RUNBOOK.md
  owner: us
  key: in the safe
  store: a folder
  target: another server
  reviewed: 2026-01-02
`;

export const pair: Pair = {
  command: 'backup status',
  action: 'backup',
  cases: {
    'one is there, and new': {
      ...{ verdict: 'pass', reason: 'checks-passed' },
      ask: async (scope) => status(scope, await backedUp(scope)),
    },
    'none is there': {
      ...{ verdict: 'fail', reason: 'checks-failed' },
      ask: (scope) => status(scope, { to: checkout(scope) }),
    },
    'no drill has passed': {
      ...{ verdict: 'fail', reason: 'checks-failed' },
      ask: async (scope) =>
        status(scope, {
          ...(await backedUp(scope)),
          ...{ inputs: { 'max-drill-age': '1d' }, args: ['--max-drill-age', '1d'] },
        }),
    },
    'a runbook that is not written': {
      ...{ verdict: 'fail', reason: 'checks-failed' },
      ask: async (scope) => status(scope, { ...(await backedUp(scope)), policy: RUNBOOK }),
    },
    'how long the store keeps them, which a folder does not say': {
      ...{ verdict: 'unknown', reason: 'checks-unknown' },
      ask: async (scope) => status(scope, { ...(await backedUp(scope)), policy: 'retention:\n  yearly: 730d\n' }),
    },
    'durations, numbers and policies that are none': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) =>
        status(scope, {
          ...{ to: checkout(scope), policy: 'retention:\n  hourly: 1d\n' },
          ...{ inputs: { every: 'soon', runs: '401' }, args: ['--every', 'soon', '--runs', '401'] },
        }),
    },
  },
};
