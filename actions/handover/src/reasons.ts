import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  packed: {
    verdict: 'pass',
    meaning: 'The values are in the output `handover`.',
    remedy: 'Nothing.',
  },
  opened: {
    verdict: 'pass',
    meaning: 'Every value is an output of this step under its own name.',
    remedy: 'Nothing.',
  },
  'handover-missing': {
    verdict: 'fail',
    meaning:
      'The output is empty: the earlier job did not reach the step that packs it, or GitHub dropped it because a line of a secret occurs in it.',
    remedy:
      'Look at the log of the earlier job. Where it says "Skip output", change the secret that matches; else fix that job.',
  },
  'handover-damaged': {
    verdict: 'fail',
    meaning: 'The input `handover` is not the text that this action packed.',
    remedy: 'Pass the output `handover` of the earlier job unchanged.',
  },
});

export type Reason = keyof typeof reasons;
