import { showKey } from './key.ts';
import type { Build } from './payload.ts';
import {
  type LedgerView,
  lastReleased,
  type ReleaseRecord,
  type SwapRecord,
  unsettledRelease,
  unsettledReleases,
  unsettledSwaps,
} from './view.ts';

/** How a run attempt stands: a record is dead only when it has ended. */
export type RunState =
  | { readonly kind: 'running' }
  /** The conclusion is null where GitHub no longer has the run. */
  | { readonly kind: 'ended'; readonly conclusion: string | null };

/** What Vercel serves in production; `not-asked` where the caller gave no way to look. */
export type Live = Build | 'nothing' | 'not-asked';

export interface BeginFacts {
  /** The deployment that is to be released; null where it is still to be built. */
  readonly candidate: string | null;
  readonly live: Live;
  /** Of the run that wrote the record which `blockingRecord` names; undefined where none does. */
  readonly author: RunState | undefined;
}

export type BeginRefusal =
  | 'release-in-progress'
  | 'release-found-dead'
  | 'release-held'
  | 'release-unresolved'
  | 'swap-unresolved'
  | 'candidate-live';

export type BeginPlan =
  | { readonly kind: 'refuse'; readonly reason: BeginRefusal; readonly message: string }
  | {
      /** The candidate is what users have, by a release that is over: a re-run of its job has nothing to do. */
      readonly kind: 'already-released';
      readonly release: ReleaseRecord;
      /** Whether the ledger has still to record that it was committed. */
      readonly complete: boolean;
    }
  | {
      readonly kind: 'begin';
      /** A committed release that could not record so: it is completed first. */
      readonly complete: ReleaseRecord | undefined;
      /** What is live though no release brought it: it is recorded first, and is then what a rollback rolls back to. */
      readonly adopt: Build | undefined;
      /** The release to roll back to; undefined if that is `adopt`, or there is none. */
      readonly previous: ReleaseRecord | undefined;
      /** What people must know, one line each. */
      readonly warnings: readonly string[];
    };

/** The record that must be looked into before anything can begin. */
export function blockingRecord(view: LedgerView): ReleaseRecord | SwapRecord | undefined {
  return unsettledRelease(view) ?? unsettledSwaps(view)[0];
}

/** Whether a release may begin, and what must be written down first. Never repairs: that is `rollback`'s. */
export function planBegin(view: LedgerView, facts: BeginFacts): BeginPlan {
  const release = unsettledRelease(view);
  const completes = release !== undefined && wasCommitted(release, facts);
  if (release !== undefined && !completes) return refuseRelease(view, release, facts);
  const swap = completes ? undefined : unsettledSwaps(view)[0];
  if (swap !== undefined) return refuseSwap(view, swap, facts);

  const previous = completes ? release : lastReleased(view);
  const again = alreadyLive(previous, completes, facts);
  if (again !== undefined) return again;
  const found = adoptable(previous, facts.live);
  return {
    kind: 'begin',
    complete: completes ? release : undefined,
    adopt: found.adopt,
    previous: found.adopt === undefined ? previous : undefined,
    warnings: [...describeIgnored(view), ...found.warnings],
  };
}

/** Committed, but GitHub could not be written: its run succeeded, and users have its candidate. */
function wasCommitted(release: ReleaseRecord, { live, author }: BeginFacts): boolean {
  if (release.state !== 'begun' || author?.kind !== 'ended' || author.conclusion !== 'success') return false;
  return typeof live === 'object' && live.deployment !== null && live.deployment === release.deployment;
}

/**
 * A release cannot bring what users have: what was live before it would be itself, so it could not be rolled back.
 * Undefined where the candidate is not live.
 */
function alreadyLive(
  previous: ReleaseRecord | undefined,
  completes: boolean,
  { candidate, live }: BeginFacts,
): BeginPlan | undefined {
  if (candidate === null) return undefined;
  if (previous?.deployment === candidate && (live === 'not-asked' || isLive(candidate, live)))
    return { kind: 'already-released', release: previous, complete: completes };
  if (!isLive(candidate, live)) return undefined;
  const since = previous === undefined ? 'no release brought it' : `release ${previous.id} is the last one`;
  const message = `${candidate} is live already, though ${since}: it was put live outside of Lockstep, so there would be nothing to roll back to; build another deployment and release that`;
  return { kind: 'refuse', reason: 'candidate-live', message };
}

function isLive(candidate: string, live: Live): boolean {
  return typeof live === 'object' && live.deployment === candidate;
}

function refuseRelease(view: LedgerView, release: ReleaseRecord, { author }: BeginFacts): BeginPlan {
  const refuse = (reason: BeginRefusal, message: string): BeginPlan => ({ kind: 'refuse', reason, message });
  const name = `release ${release.id} of ${showKey(view.key)}`;
  if (release.state === 'held')
    return refuse(
      'release-held',
      `${name} is held${said(release)}: decide about it first: keep it with "release" and "command: commit", or roll it back with ${resumeHint(view)}`,
    );
  if (release.state === 'unknown')
    return refuse(
      'release-unresolved',
      `${name} ended unresolved${said(release)}: resolve it with ${resumeHint(view)}`,
    );
  if (author?.kind !== 'ended')
    return refuse(
      'release-in-progress',
      `${name} is under way since ${release.createdAt}: wait for ${release.author.url}`,
    );
  const how = author.conclusion === null ? 'is gone' : `ended with ${author.conclusion}`;
  return refuse(
    'release-found-dead',
    `${name} did not finish: its run ${release.author.url} ${how}: resolve it with ${resumeHint(view)}`,
  );
}

function refuseSwap(view: LedgerView, swap: SwapRecord, { author }: BeginFacts): BeginPlan {
  const what = `the swap of ${showKey(view.key)} from ${swap.from ?? 'nothing'} to ${swap.to}`;
  if (swap.state === 'open' && author?.kind !== 'ended') {
    const message = `${what} is under way: wait for ${swap.author.url}`;
    return { kind: 'refuse', reason: 'release-in-progress', message };
  }
  const message = `${what} ended unresolved${said(swap)}: resolve it with ${resumeHint(view)}`;
  return { kind: 'refuse', reason: 'swap-unresolved', message };
}

/**
 * The release, or the change of traffic by itself (a rollback), that began before `release` and still needs somebody, looked
 * for once `release` is written: GitHub offers no way to write only where nobody else did, so of two that began at once
 * the later one withdraws.
 */
export function beganBefore(view: LedgerView, release: ReleaseRecord): ReleaseRecord | SwapRecord | undefined {
  return (
    unsettledReleases(view).find(({ id, record }) => id !== release.id && record < release.record) ??
    unsettledSwaps(view).find((swap) => swap.release === null && swap.record < release.record)
  );
}

interface Found {
  readonly adopt: Build | undefined;
  readonly warnings: readonly string[];
}

function adoptable(previous: ReleaseRecord | undefined, live: Live): Found {
  const none = (...warnings: string[]): Found => ({ adopt: undefined, warnings });
  if (live === 'not-asked')
    return previous !== undefined
      ? none()
      : none('first release, and what is live is not known: without vercel-project there is nothing to roll back to');
  if (live === 'nothing')
    return previous === undefined
      ? none('first release, and nothing is live: there is nothing to roll back to')
      : none(`nothing is live, though release ${previous.id} was the last one: there is nothing to roll back to`);
  if (previous === undefined) return { adopt: live, warnings: unknownCommit(live) };
  const known = previous.deployment;
  if (known === null || known === live.deployment) return none();
  const warning = `${live.deployment} is live, though release ${previous.id} brought ${known}: production was changed outside of Lockstep; a rollback now rolls back to that`;
  return { adopt: live, warnings: [warning, ...unknownCommit(live)] };
}

function unknownCommit(live: Build): readonly string[] {
  if (live.commit !== null) return [];
  return [`the commit of ${live.deployment} is not known: it cannot be checked whether this release is newer`];
}

/** The records that are not counted, one line each: whoever decides by the ledger shows them. */
export function describeIgnored(view: LedgerView): readonly string[] {
  return view.ignored.map((ignored) =>
    ignored.why === 'unreadable'
      ? `ledger record ${ignored.record} (${ignored.task}, ${ignored.createdAt}) was written by another version of Lockstep: it is not counted`
      : `ledger record ${ignored.record} (${ignored.task}, ${ignored.createdAt}) was written by ${ignored.creator}: it is not counted; if that login makes your releases, set ledger-creator to it`,
  );
}

/** How to resolve a dead, held or unresolved release. */
export function resumeHint({ key }: Pick<LedgerView, 'key'>): string {
  const service = key.service === '' ? '' : `, "service: ${key.service}"`;
  return `the rollback action, "to: finish", "environment: ${key.environment}"${service}`;
}

function said(record: { readonly message: string }): string {
  return record.message === '' ? '' : ` (${record.message})`;
}
