import { auditReasons } from '@lockstep/action-kit/audit';
import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({
  ...auditReasons,
  'no-release-lines': {
    verdict: 'pass',
    meaning:
      'The policy has no line of the kind that `lines` selects, so this release depends on nothing that is checked.',
    remedy:
      'Nothing. To have releases checked, add lines that are marked "release" in the README, such as `env-production`.',
  },
  'dry-run': {
    verdict: 'pass',
    meaning: 'This was a dry run: the policy is valid, the log lists what would be checked, and no request was sent.',
    remedy: 'Nothing. Remove `dry-run` to run the audit.',
  },
});

export type Reason = keyof typeof reasons;
