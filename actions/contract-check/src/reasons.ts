import { auditReasons } from '@lockstep/action-kit/audit';
import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  ...auditReasons,
  'dry-run': {
    verdict: 'pass',
    meaning:
      'A dry run: the log shows what was understood of the contract and what would be called. Nothing was called.',
    remedy: 'Nothing. Remove `dry-run` to check the backend.',
  },
});

export type Reason = keyof typeof reasons;
