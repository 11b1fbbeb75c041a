import type { Refusal } from '@lockstep/action-kit/refusals';
import { formatDuration } from '@lockstep/base';
import { type Head, type LedgerView, type Live, showKey, unchangedSince } from '@lockstep/github';

/** What is asked of the release that users have. */
export interface Wanted {
  /** The release that it must be; '' for whichever it is. */
  readonly release: string;
  /** How long it must have been theirs without a change; undefined where nobody asks. */
  readonly committedForMs: number | undefined;
}

export interface Standing {
  readonly live: Live;
  readonly nowMs: number;
}

/**
 * Why what users have is not what was asked for; undefined where it is. The ledger says which release they have, and
 * where Vercel was asked it must serve that very deployment: of another one nobody knows which schema its code needs.
 */
export function refuseStanding(
  view: LedgerView,
  head: Head,
  { live, nowMs }: Standing,
  { committedForMs, release }: Wanted,
): Refusal | undefined {
  const name = `release ${head.id} of ${showKey(view.key)}`;
  if (release !== '' && release !== head.id) {
    return {
      reason: 'release-changed',
      message: `users have ${name} now, and no longer release ${release}: look again`,
    };
  }
  if (live !== 'not-asked' && (head.brings === null || live === 'nothing' || live.deployment !== head.brings)) {
    const served = live === 'nothing' ? 'nothing' : (live.deployment ?? 'an unknown deployment');
    const message = `Vercel serves ${served}, and ${name} brought ${head.brings ?? 'a deployment that nobody wrote down'}: somebody changed production outside of Lockstep; release again, or roll back`;
    return { reason: 'candidate-not-live', message };
  }
  if (committedForMs === undefined) return undefined;
  if (head.candidate.commit === null) {
    return { reason: 'commit-unknown', message: `nobody says which commit ${name} was built from` };
  }
  const since = unchangedSince(view, head);
  if (committedForMs === 0 || nowMs - since >= committedForMs) return undefined;
  const known = Number.isFinite(since);
  const message = known
    ? `users have ${name} since ${utc(since)}, for ${formatDuration(Math.max(0, nowMs - since))}, and ${formatDuration(committedForMs)} are asked for: come back at ${utc(since + committedForMs)}`
    : `nobody says since when users have ${name}`;
  return { reason: 'committed-too-recently', message };
}

function utc(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
