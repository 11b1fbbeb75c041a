import { auditReasons } from '@lockstep/action-kit/audit';
import { defineReasons } from '@lockstep/base';

/** What the steps of this action end with. */
export const reasons = defineReasons({ ...auditReasons });

export type Reason = keyof typeof reasons;
