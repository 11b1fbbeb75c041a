import type { Rollout, RolloutStage } from './rollout.ts';

/** How far a rolling release of ours has come, by what we did. */
export interface RollingProgress {
  /** Whether its start was asked for. */
  readonly started: boolean;
  /** Whether Vercel showed it since. */
  readonly seen: boolean;
  /** The last stage whose gate passed; -1 before the first. */
  readonly passed: number;
  /** Whether everybody was to get the candidate. */
  readonly completing: boolean;
}

/** What is seen of it. */
export interface RollingSight {
  readonly rollout: Rollout | undefined;
  /** The production pointer. */
  readonly production: string | undefined;
}

export type RollingStep =
  | { readonly kind: 'start' }
  /** The gate of this stage decides what comes next. */
  | { readonly kind: 'gate'; readonly stage: RolloutStage }
  | { readonly kind: 'approve'; readonly next: RolloutStage }
  | { readonly kind: 'complete' }
  /** What was asked for does not show yet. */
  | { readonly kind: 'wait' }
  /** The candidate is production. */
  | { readonly kind: 'completed' }
  | { readonly kind: 'stop'; readonly why: RollingStop; readonly found: string | undefined };

/**
 * - `current-differs`: something else is live than what was read before
 * - `aborted`: users were given the earlier deployment back, by Vercel's own gate or by a person
 * - `replaced`: another candidate is being rolled out, or is live
 * - `paused`: Vercel stopped it where it is
 * - `queued`: once all users had it, Vercel would roll out another one, which no gate of ours watches
 * - `advances-by-itself`: it would go on without waiting for a gate
 */
export type RollingStop = 'current-differs' | 'aborted' | 'replaced' | 'paused' | 'queued' | 'advances-by-itself';

/**
 * Decides the next step of a rolling release from `from` to `to`. Pure; asked again after every step. What was asked for and
 * does not show yet is the next step still: when it is asked for again is for the caller to say.
 */
export function planRolling(
  { from, to }: { readonly from: string | undefined; readonly to: string },
  { production, rollout }: RollingSight,
  { completing, passed, seen, started }: RollingProgress,
): RollingStep {
  if (production === to) return { kind: 'completed' };
  if (rollout === undefined) {
    if (production !== from) return stop(started ? 'replaced' : 'current-differs', production);
    if (!seen) return { kind: 'start' };
    // Once everybody gets the candidate, the pointer may lag behind.
    return completing ? { kind: 'wait' } : stop('aborted', production);
  }
  if (rollout.candidate !== to) return stop('replaced', rollout.candidate);
  if (rollout.base !== from) return stop('current-differs', rollout.base);
  if (rollout.advancesByItself) return stop('advances-by-itself', undefined);
  if (completing) return { kind: 'complete' };
  if (rollout.paused) return stop('paused', undefined);
  const { active, next } = rollout;
  if (active === undefined) return { kind: 'wait' };
  if (active.isFinal) return { kind: 'complete' };
  if (active.index > passed) return { kind: 'gate', stage: active };
  // Asking for everybody names no stage, so that it cannot be about the wrong one.
  if (next !== undefined && !next.isFinal) return { kind: 'approve', next };
  return rollout.queued === undefined ? { kind: 'complete' } : stop('queued', rollout.queued);
}

function stop(why: RollingStop, found: string | undefined): RollingStep {
  return { kind: 'stop', why, found };
}
