import { auditReasons } from '@lockstep/action-kit/audit';
import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  ...auditReasons,
  'dry-run': {
    verdict: 'pass',
    meaning: 'This was a dry run: the policy is valid, the log lists what would be checked, and no request was sent.',
    remedy: 'Nothing. Remove `dry-run` to run the audit.',
  },
});

export type Reason = keyof typeof reasons;
