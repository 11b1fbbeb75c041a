import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  deployed: {
    verdict: 'pass',
    meaning: 'ready; with its domains, where it takes any',
    remedy: 'Read the message.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'nothing was sent',
    remedy: 'Read the message.',
  },
  'build-failed': {
    verdict: 'fail',
    meaning: 'the build failed; its last lines are in the log and the summary',
    remedy: 'Read the message.',
  },
  'build-misses-schema': {
    verdict: 'fail',
    meaning: 'the build read a table or column that is not there: `order: migrate-first`',
    remedy: 'Read the message.',
  },
  'build-canceled': {
    verdict: 'fail',
    meaning: 'somebody cancelled it on Vercel',
    remedy: 'Read the message.',
  },
  'build-blocked': {
    verdict: 'fail',
    meaning: 'Vercel will not build it until a member of the team approves it; the message says why',
    remedy: 'Read the message.',
  },
  'checks-failed': {
    verdict: 'fail',
    meaning: "built, and the project's deployment checks failed",
    remedy: 'Read the message.',
  },
  'alias-failed': {
    verdict: 'fail',
    meaning: 'built, and Vercel could not assign its domains',
    remedy: 'Read the message.',
  },
  'build-timeout': {
    verdict: 'unknown',
    meaning: 'not ready within `build-timeout`; it is cancelled',
    remedy: 'Read the message.',
  },
});

export type Reason = keyof typeof reasons;
