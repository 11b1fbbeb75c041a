import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  delivered: {
    verdict: 'pass',
    meaning: 'every target that wants this state took the message',
    remedy: 'Read the message.',
  },
  'nothing-to-send': {
    verdict: 'pass',
    meaning: 'no target wants this state',
    remedy: 'Read the message.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'printed, told to nobody',
    remedy: 'Read the message.',
  },
  'not-delivered': {
    verdict: 'fail',
    meaning: 'at least one target certainly did not get it; `delivery` says which and why',
    remedy: 'Read the message.',
  },
  'delivery-unknown': {
    verdict: 'unknown',
    meaning: 'an answer was lost, and nothing else says whether it arrived',
    remedy: 'Read the message.',
  },
});

export type Reason = keyof typeof reasons;
