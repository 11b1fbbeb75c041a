import type { Evidence } from '@lockstep/base';
import { type Author, isAuthor, isObject, parsed } from '../ledger/payload.ts';

/** A deployment that was seen to be good and got no traffic yet, written by `promotion stage`. */
export interface CandidatePayload {
  readonly kind: 'lockstep-candidate/1';
  readonly id: string;
  readonly service: string;
  readonly author: Author;
  readonly actor: string;
  /** The Vercel deployment, and the commit it was built from. */
  readonly deployment: string;
  readonly commit: string;
  readonly evidence: Evidence;
}

/** How what was tried comes to production: that very build, or another build of the same commit. */
export type PromotionMode = 'same-build' | 'same-commit';

/** Somebody asks that somebody else lets this be released, written by `approval request`. */
export interface RequestPayload {
  readonly kind: 'lockstep-request/1';
  readonly id: string;
  readonly service: string;
  readonly author: Author;
  /** Who asks. */
  readonly actor: string;
  readonly mode: PromotionMode;
  /** Null with `same-commit`: production's own build is made once it is approved. */
  readonly deployment: string | null;
  readonly commit: string;
  /** What the approval is bound to: whatever else is there by then needs a request of its own. */
  readonly evidence: Evidence;
  /** In ISO 8601, and never later than `LONGEST_REQUEST_MS` after it was made. */
  readonly expiresAt: string;
}

/** How long a request may be approved at most: an approval is one of what was seen, and that ages. */
export const LONGEST_REQUEST_MS = 31 * 24 * 3_600_000;

export const CANDIDATE_TASK = 'lockstep:candidate';
export const REQUEST_TASK = 'lockstep:request';

export function readCandidatePayload(payload: unknown): CandidatePayload | undefined {
  const found = parsed(payload) as Partial<CandidatePayload> | undefined;
  const whole = found?.kind === 'lockstep-candidate/1' && isCommon(found) && typeof found.deployment === 'string';
  return whole ? (found as CandidatePayload) : undefined;
}

export function readRequestPayload(payload: unknown): RequestPayload | undefined {
  const found = parsed(payload) as Partial<RequestPayload> | undefined;
  const whole =
    found?.kind === 'lockstep-request/1' &&
    isCommon(found) &&
    typeof found.actor === 'string' &&
    (found.mode === 'same-build' || found.mode === 'same-commit') &&
    isTime(found.expiresAt);
  return whole ? (found as RequestPayload) : undefined;
}

/** As `toISOString` writes it: whatever else `Date.parse` understands, or does not, is none. */
function isTime(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

function isCommon(found: Partial<CandidatePayload> | Partial<RequestPayload>): boolean {
  return (
    typeof found.id === 'string' &&
    typeof found.service === 'string' &&
    typeof found.commit === 'string' &&
    isAuthor(found.author) &&
    isObject(found.evidence)
  );
}
