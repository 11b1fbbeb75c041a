import type { Verdict } from '@lockstep/base';
import type { ForeignAlias } from '../hosts.ts';
import type { RollingWish } from '../rolling/plan-config.ts';

/** How the candidate's commit relates to the live one. `not-recorded`: Vercel has no commit for what is live. */
export type OrderToLive = 'ahead' | 'identical' | 'behind' | 'diverged' | 'not-recorded' | 'unknown';

/** What a gate recorded when it checked the candidate. */
export interface SwapEvidence {
  readonly deploymentId: string;
  readonly verdict: Verdict;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface SwapRequest {
  readonly strategy: 'promote' | 'alias' | 'rolling';
  /** For strategy `rolling`. */
  readonly rolling: RollingWish | undefined;
  /** The names to move, for strategy `alias`. */
  readonly aliases: readonly string[];
  /** The names among them that other projects hold. */
  readonly foreignAliases: readonly ForeignAlias[];
  /** The deployment that must be live now; undefined to take whatever is. */
  readonly expectCurrent: string | undefined;
  /** Undefined where older commits are allowed. */
  readonly commitOrder: OrderToLive | undefined;
  readonly evidence: SwapEvidence | undefined;
  /** In milliseconds; where given, there must be evidence, and it must not be older. */
  readonly maxEvidenceAgeMs: number | undefined;
  /** The caller confirms that pushes do not deploy to production automatically, or that this is intended. */
  readonly skipGitDeploymentCheck: boolean;
}
