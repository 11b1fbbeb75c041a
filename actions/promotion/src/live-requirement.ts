import type { ReleaseRefusal } from '@lockstep/action-kit/refusals';
import { formatDuration } from '@lockstep/base';
import { type LedgerView, type Live, type ReleaseRecord, showKey, unchangedSince } from '@lockstep/github';

/** Why the live release is not the required one. */
export type LiveRefusal = 'release-changed' | 'candidate-not-live' | 'commit-unknown' | 'committed-too-recently';

/** What the caller requires of the live release. */
export interface LiveRequirement {
  /** The release that it must be; '' for whichever it is. */
  readonly release: string;
  /** How long it must have been live without a change; undefined where any time will do. */
  readonly committedForMs: number | undefined;
}

/** What is live now, and when that was read. */
export interface LiveNow {
  readonly live: Live;
  readonly nowMs: number;
}

/**
 * Why the live release is not the required one; undefined where it is. The ledger says which release is live, and
 * where Vercel was asked it must serve that very deployment: which schema another one needs is not known.
 */
export function refuseLive(
  view: LedgerView,
  release: ReleaseRecord,
  { live, nowMs }: LiveNow,
  { committedForMs, release: expected }: LiveRequirement,
): ReleaseRefusal<LiveRefusal> | undefined {
  const name = `release ${release.id} of ${showKey(view.key)}`;
  if (expected !== '' && expected !== release.id) {
    return {
      reason: 'release-changed',
      message: `users have ${name} now, and no longer release ${expected}: run this again for the new release`,
    };
  }
  if (
    live !== 'not-asked' &&
    (release.deployment === null || live === 'nothing' || live.deployment !== release.deployment)
  ) {
    const served = live === 'nothing' ? 'nothing' : (live.deployment ?? 'an unknown deployment');
    const message = `Vercel serves ${served}, and ${name} brought ${release.deployment ?? 'an unrecorded deployment'}: production was changed outside of Lockstep; release again, or roll back`;
    return { reason: 'candidate-not-live', message };
  }
  if (committedForMs === undefined) return undefined;
  if (release.candidate.commit === null) {
    return { reason: 'commit-unknown', message: `the commit of ${name} is not recorded` };
  }
  const since = unchangedSince(view, release);
  if (committedForMs === 0 || nowMs - since >= committedForMs) return undefined;
  const known = Number.isFinite(since);
  const message = known
    ? `${name} has been live since ${utc(since)}, for ${formatDuration(Math.max(0, nowMs - since))}; committed-for asks for ${formatDuration(committedForMs)}: run this again after ${utc(since + committedForMs)}`
    : `the time since when ${name} is live is not recorded`;
  return { reason: 'committed-too-recently', message };
}

function utc(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
