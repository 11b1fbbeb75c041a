import type { Verdict } from '@lockstep/base';

/** Why a swap is not begun, with the verdict of each. The codes are reasons of the action. */
export const SWAP_REFUSALS = {
  'candidate-not-ready': 'fail',
  'candidate-not-production': 'fail',
  'candidate-of-other-project': 'fail',
  'current-differs': 'fail',
  superseded: 'fail',
  'commit-order-unknown': 'unknown',
  'promotion-in-flight': 'fail',
  'rolling-release': 'fail',
  'rolling-not-available': 'fail',
  'rolling-not-enabled': 'fail',
  'rolling-automatic': 'fail',
  'rolling-without-stages': 'fail',
  'evidence-missing': 'fail',
  'evidence-stale': 'fail',
  'evidence-not-for-candidate': 'fail',
  'evidence-not-passed': 'fail',
  'git-auto-deploy-enabled': 'fail',
  'no-production-domains': 'fail',
  'alias-is-production-domain': 'fail',
  'alias-of-other-project': 'fail',
} as const satisfies Readonly<Record<string, Exclude<Verdict, 'pass'>>>;

export type SwapRefusalCode = keyof typeof SWAP_REFUSALS;

export interface SwapRefusal {
  readonly code: SwapRefusalCode;
  /** One line: what, which value, what next. */
  readonly message: string;
}

/** One `fail` among the refusals makes the answer sure. */
export function verdictOf(refusals: readonly SwapRefusal[]): 'fail' | 'unknown' {
  return refusals.some((refusal) => SWAP_REFUSALS[refusal.code] === 'fail') ? 'fail' : 'unknown';
}
