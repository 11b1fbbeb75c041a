import { type Pair, WRONG } from './pair.ts';
import { olderNode, platformIn, SNAPSHOT } from './platforms.ts';

const NODE = 'vercel: { node-version: 24.x }\n';
const PINNED = `pinned: ["vercel.project.*"]\n${NODE}`;
const COMPARED = { inputs: { 'compare-with': SNAPSHOT }, args: ['--compare-with', SNAPSHOT] };

export const pair: Pair = {
  command: 'platform audit',
  action: 'platform-audit',
  cases: {
    'as the policy says': {
      ...{ verdict: 'pass', reason: 'checks-passed' },
      ask: (scope) => platformIn(scope, { policy: NODE }),
    },
    'as the policy says, and as it was': {
      ...{ verdict: 'pass', reason: 'checks-passed' },
      ask: (scope) => platformIn(scope, { policy: PINNED, ...COMPARED }),
    },
    'another setting than the policy says': {
      ...{ verdict: 'fail', reason: 'checks-failed' },
      ask: (scope) => platformIn(scope, { policy: NODE, change: olderNode }),
    },
    'a pinned setting that changed': {
      ...{ verdict: 'fail', reason: 'checks-failed' },
      ask: (scope) => platformIn(scope, { policy: PINNED, change: olderNode, ...COMPARED }),
    },
    'pinned settings, and no snapshot to compare with': {
      ...{ verdict: 'unknown', reason: 'checks-unknown' },
      ask: (scope) => platformIn(scope, { policy: PINNED }),
    },
    'a service that does not take the token': {
      ...{ verdict: 'unknown', reason: 'checks-unknown' },
      ask: (scope) => platformIn(scope, { policy: NODE, isLockedOut: true }),
    },
    'a policy with lines that are none': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) => platformIn(scope, { policy: 'vercel: { node-age: 24.x, firewall: perhaps }\n' }),
    },
    'a snapshot that is not there': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) =>
        platformIn(scope, {
          policy: NODE,
          inputs: { 'compare-with': 'none.json' },
          args: ['--compare-with', 'none.json'],
        }),
    },
  },
};
