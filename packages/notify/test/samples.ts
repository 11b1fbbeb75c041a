import { Secret, systemClock } from '@lockstep/base';
import { hastyClock } from '@lockstep/proving-ground/clock';
import type { FaultEffect } from '@lockstep/proving-ground/faults';
import type { Surroundings, World } from '../src/index.ts';
import type { ReleaseMessage } from '../src/message.ts';

export const message: ReleaseMessage = {
  key: 'production/web/r1',
  state: 'started',
  releaseId: 'r1',
  environment: 'production',
  service: 'web',
  repository: 'acme/shop',
  commit: '0123456789abcdef0123456789abcdef01234567',
  actor: 'ada',
  summary: 'v2: faster checkout',
  changes: ['2 migrations', 'deployment dpl_2'],
  approvedBy: 'grace',
  links: [{ label: 'run', url: 'https://github.com/acme/shop/actions/runs/1' }],
  undone: [],
  failure: '',
  next: '',
  at: '2026-11-22T04:00:00.000Z',
};

export const rolledBack: ReleaseMessage = {
  ...message,
  state: 'rolled-back',
  undone: [
    { action: 'alias-swap', verdict: 'pass', message: 'dpl_1 serves again' },
    { action: 'migrate', verdict: 'pass', message: 'went down from 12 to 10' },
  ],
  failure: 'health-gate: 3 of 3 probes failed\n/api/health answered 503',
};

export const surroundings: Surroundings = {
  repository: 'acme/shop',
  githubToken: new Secret(''),
  openIssues: () => {
    throw new Error('nobody asks GitHub here');
  },
  slackApiUrl: 'https://slack.invalid/api',
};

export const world: World = { fetch, clock: systemClock };

/** A world whose waits end faster by that much, with half a minute for each target. */
export function hasty(speed: number) {
  return { fetch, clock: hastyClock(speed), timeoutMs: 30_000 };
}

/** Where nothing is ever answered, no haste is too much; elsewhere a slow machine needs its time. */
export function speedFor({ kind }: FaultEffect): number {
  return kind === 'hang' ? 40 : 4;
}
