import type { Check, NotVerified } from '@lockstep/base';

/** What one part of the step found. */
export interface Findings {
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
}

export const NOTHING: Findings = { checks: [], notVerified: [] };

export function together(parts: readonly Findings[]): Findings {
  return {
    checks: parts.flatMap(({ checks }) => checks),
    notVerified: parts.flatMap(({ notVerified }) => notVerified),
  };
}
