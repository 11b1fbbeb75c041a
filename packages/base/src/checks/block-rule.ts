import type { Verdict } from '../verdict.ts';

/** What `unknown` does: blocks as `fail` does, or is only told. */
export type OnUnknown = 'fail' | 'warn';

export interface BlockRule {
  readonly onUnknown: OnUnknown;
  /** True where it is told and never blocks. */
  readonly reportOnly: boolean;
}

/** Whether a verdict stops what waits for it. The verdict stays what it is. */
export function verdictBlocks(verdict: Verdict, { onUnknown, reportOnly }: BlockRule): boolean {
  if (reportOnly || verdict === 'pass') return false;
  return verdict === 'fail' || onUnknown === 'fail';
}
