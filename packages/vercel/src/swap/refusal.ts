import type { Verdict } from '@lockstep/base';

/** Why a swap is not begun. Each code is a reason that the action gives, and stays the same once released. */
export const REFUSALS = {
  'candidate-not-ready': 'fail',
  'candidate-not-production': 'fail',
  'candidate-of-other-project': 'fail',
  'current-differs': 'fail',
  superseded: 'fail',
  'commit-order-unknown': 'unknown',
  'promotion-in-flight': 'fail',
  'rolling-release': 'fail',
  'evidence-missing': 'fail',
  'evidence-stale': 'fail',
  'evidence-not-for-candidate': 'fail',
  'evidence-not-passed': 'fail',
  'vercel-deploys-by-itself': 'fail',
  'no-production-domains': 'fail',
  'alias-is-production-domain': 'fail',
  'alias-of-other-project': 'fail',
} as const satisfies Readonly<Record<string, Exclude<Verdict, 'pass'>>>;

export type RefusalCode = keyof typeof REFUSALS;

export interface Refusal {
  readonly code: RefusalCode;
  /** One line: what, which value, what next. */
  readonly message: string;
}

/** One `fail` among the refusals makes the answer sure. */
export function verdictOf(refusals: readonly Refusal[]): 'fail' | 'unknown' {
  return refusals.some((refusal) => REFUSALS[refusal.code] === 'fail') ? 'fail' : 'unknown';
}
