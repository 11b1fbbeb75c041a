import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  'all-good': {
    verdict: 'pass',
    meaning: 'no job blocks',
    remedy: 'Read the message.',
  },
  'job-failed': {
    verdict: 'fail',
    meaning: 'a job failed, and is not advisory',
    remedy: 'Read the message.',
  },
  'job-did-not-run': {
    verdict: 'unknown',
    meaning: 'a job was skipped, cancelled or is missing, and may not be',
    remedy: 'Read the message.',
  },
  'nothing-to-judge': {
    verdict: 'unknown',
    meaning: '`needs` is empty',
    remedy: 'Read the message.',
  },
});

export type Reason = keyof typeof reasons;
