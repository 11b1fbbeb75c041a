import type { Reason } from './reason.ts';
import { REASONS } from './reasons.generated.ts';

/** What there is to explain. `scripts/docs.mjs` writes the data from what the actions say of their reasons. */
export interface Reasons {
  /** Every meaning of a code: several actions may say it. */
  of(code: string): readonly Reason[];
  codes(): Iterable<string>;
}

export const reasons: Reasons = {
  of: (code) => REASONS.filter((one) => one.code === code),
  codes: () => new Set(REASONS.map((one) => one.code)),
};
