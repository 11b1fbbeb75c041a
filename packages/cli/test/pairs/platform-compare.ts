import { type Pair, WRONG } from './pair.ts';
import { olderNode, type Platform, platformIn, SNAPSHOT } from './platforms.ts';

/** The action always has a policy: one that says nothing of settings leaves what the command alone does. */
const drift = (more: Partial<Platform> = {}): Platform => ({
  policy: 'pinned: []\n',
  inputs: { 'compare-with': SNAPSHOT },
  args: ['--snapshot', SNAPSHOT],
  ...more,
});

export const pair: Pair = {
  command: 'platform compare',
  action: 'platform-audit',
  cases: {
    'nothing changed': { verdict: 'pass', reason: 'checks-passed', ask: (scope) => platformIn(scope, drift()) },
    'something changed that nobody pinned': {
      ...{ verdict: 'pass', reason: 'checks-passed' },
      ask: (scope) => platformIn(scope, drift({ change: olderNode })),
    },
    'nothing of what is pinned changed': {
      ...{ verdict: 'pass', reason: 'checks-passed' },
      ask: (scope) => platformIn(scope, drift({ policy: 'pinned: ["vercel.project.*"]\n' })),
    },
    'a pinned setting changed': {
      ...{ verdict: 'fail', reason: 'checks-failed' },
      ask: (scope) => platformIn(scope, drift({ policy: 'pinned: ["vercel.project.*"]\n', change: olderNode })),
    },
    'a service that does not take the token': {
      ...{ verdict: 'unknown', reason: 'checks-unknown' },
      ask: (scope) => platformIn(scope, drift({ isLockedOut: true })),
    },
    'a snapshot that is none': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) => platformIn(scope, drift({ snapshot: '{}\n' })),
    },
  },
};
