import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  'all-good': {
    verdict: 'pass',
    meaning: 'no gate blocks',
    remedy: 'Read the message.',
  },
  'gate-failed': {
    verdict: 'fail',
    meaning: 'at least one required gate failed',
    remedy: 'Read the message.',
  },
  'gate-unknown': {
    verdict: 'unknown',
    meaning: 'a required gate saw nothing certain, and unknown blocks',
    remedy: 'Read the message.',
  },
  'unknown-allowed': {
    verdict: 'unknown',
    meaning: 'the same, and it may (`on-unknown: warn`); the step passes with a warning',
    remedy: 'Read the message.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'printed, nothing ran',
    remedy: 'Read the message.',
  },
});

export type Reason = keyof typeof reasons;
