import { auditReasons } from '@lockstep/action-kit/audit';
import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  ...auditReasons,
  delivered: {
    verdict: 'pass',
    step: ['main', 'post'],
    meaning: 'Every target that listens to this state accepted the message.',
    remedy: 'Nothing.',
  },
  'nothing-to-send': {
    verdict: 'pass',
    step: ['main', 'post'],
    meaning: 'No target listens to this state, or the release ended in an earlier run and has nothing new to report.',
    remedy: 'Nothing. If a message was expected, look at `on`, `min-severity` and `environments` of the target.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'The message was printed to the log because `dry-run` is set. Nothing was sent.',
    remedy: 'Nothing.',
  },
  'not-delivered': {
    verdict: 'fail',
    step: ['main', 'post'],
    meaning:
      'At least one target did not get the message. The output `delivery` says which one and why; the step fails only with `required: true`.',
    remedy: 'Correct the token, the address or the channel that the message names.',
  },
  'delivery-unknown': {
    verdict: 'unknown',
    step: ['main', 'post'],
    meaning:
      'A service did not answer, so the message may or may not have arrived. It is not sent again, to avoid duplicates.',
    remedy: 'Look into the channel. If the message is missing, run the step again.',
  },
});

export type Reason = keyof typeof reasons;
