import { showKey } from './key.ts';
import type { Build } from './payload.ts';
import { type Head, type Intent, type LedgerView, lastReleased, openIntents, unsettledHead } from './view.ts';

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
  /** Of the run that wrote the record which `standsInTheWay` names; undefined where none does. */
  readonly author: RunState | undefined;
}

export type BeginRefusal =
  | 'release-in-progress'
  | 'release-dead'
  | 'release-held'
  | 'release-unresolved'
  | 'swap-unresolved'
  | 'candidate-live';

export type BeginPlan =
  | { readonly kind: 'refuse'; readonly reason: BeginRefusal; readonly message: string }
  | {
      /** The candidate is what users have, by a release that is over: a re-run of its job has nothing to do. */
      readonly kind: 'already-released';
      readonly head: Head;
      /** Whether the ledger still has to be told that it went through. */
      readonly complete: boolean;
    }
  | {
      readonly kind: 'begin';
      /** A release that went through, but could not write so: it is completed first. */
      readonly complete: Head | undefined;
      /** What is live though no release brought it: it is written down first, and is then what to go back to. */
      readonly adopt: Build | undefined;
      /** The release to go back to; undefined where `adopt` is to be that, or where there is none. */
      readonly previous: Head | undefined;
      /** What people must know, one line each. */
      readonly warnings: readonly string[];
    };

/** The record that must be looked into before anything can begin. */
export function standsInTheWay(view: LedgerView): Head | Intent | undefined {
  return unsettledHead(view) ?? openIntents(view)[0];
}

/** Whether a release may begin, and what must be written down first. Never repairs: that is `rollback`'s. */
export function planBegin(view: LedgerView, facts: BeginFacts): BeginPlan {
  const head = unsettledHead(view);
  const completes = head !== undefined && wentThrough(head, facts);
  if (head !== undefined && !completes) return refuseHead(view, head, facts);
  const intent = completes ? undefined : openIntents(view)[0];
  if (intent !== undefined) return refuseIntent(view, intent, facts);

  const previous = completes ? head : lastReleased(view);
  const again = alreadyLive(previous, completes, facts);
  if (again !== undefined) return again;
  const found = adoptable(previous, facts.live);
  return {
    kind: 'begin',
    complete: completes ? head : undefined,
    adopt: found.adopt,
    previous: found.adopt === undefined ? previous : undefined,
    warnings: [...strangersOf(view), ...found.warnings],
  };
}

/** Committed, but GitHub could not be told: its run ended well, and users get its candidate. */
function wentThrough(head: Head, { live, author }: BeginFacts): boolean {
  if (head.state !== 'begun' || author?.kind !== 'ended' || author.conclusion !== 'success') return false;
  return typeof live === 'object' && live.deployment !== null && live.deployment === head.brings;
}

/**
 * A release cannot bring what users have: what was live before it would be itself, and nobody could go back from it.
 * Undefined where the candidate is not live.
 */
function alreadyLive(
  previous: Head | undefined,
  completes: boolean,
  { candidate, live }: BeginFacts,
): BeginPlan | undefined {
  if (candidate === null) return undefined;
  if (previous?.brings === candidate && (live === 'not-asked' || isLive(candidate, live)))
    return { kind: 'already-released', head: previous, complete: completes };
  if (!isLive(candidate, live)) return undefined;
  const since = previous === undefined ? 'no release brought it' : `release ${previous.id} is the last one`;
  const message = `users have ${candidate} already, though ${since}: somebody put it live outside of Lockstep, so that there is nothing to go back to from it; build another deployment and release that`;
  return { kind: 'refuse', reason: 'candidate-live', message };
}

function isLive(candidate: string, live: Live): boolean {
  return typeof live === 'object' && live.deployment === candidate;
}

function refuseHead(view: LedgerView, head: Head, { author }: BeginFacts): BeginPlan {
  const refuse = (reason: BeginRefusal, message: string): BeginPlan => ({ kind: 'refuse', reason, message });
  const name = `release ${head.id} of ${showKey(view.key)}`;
  if (head.state === 'held')
    return refuse(
      'release-held',
      `${name} is held${said(head)}: end it first, with "release" and "command: commit" to keep it, or with ${goOn(view)} to take it back`,
    );
  if (head.state === 'unknown')
    return refuse('release-unresolved', `${name} ended unresolved${said(head)}: go on with ${goOn(view)}`);
  if (author?.kind !== 'ended')
    return refuse('release-in-progress', `${name} is under way since ${head.createdAt}: wait for ${head.author.url}`);
  const how = author.conclusion === null ? 'is gone' : `ended with ${author.conclusion}`;
  return refuse(
    'release-dead',
    `${name} never came to its end, its run ${head.author.url} ${how}: go on with ${goOn(view)}`,
  );
}

function refuseIntent(view: LedgerView, intent: Intent, { author }: BeginFacts): BeginPlan {
  const what = `the swap of ${showKey(view.key)} from ${intent.from ?? 'nothing'} to ${intent.to}`;
  if (intent.state === 'open' && author?.kind !== 'ended') {
    const message = `${what} is under way: wait for ${intent.author.url}`;
    return { kind: 'refuse', reason: 'release-in-progress', message };
  }
  const message = `${what} ended unresolved${said(intent)}: go on with ${goOn(view)}`;
  return { kind: 'refuse', reason: 'swap-unresolved', message };
}

/**
 * The release, or the change of traffic by itself (a rollback), that began before `head` and is still under way, looked
 * for once `head` is written: GitHub offers no way to write only where nobody else did, so of two that began at once
 * the later one withdraws.
 */
export function beganBefore(view: LedgerView, head: Head): Head | Intent | undefined {
  return (
    view.heads.find((other) => other.id !== head.id && other.record < head.record && other.state === 'begun') ??
    openIntents(view).find((intent) => intent.release === null && intent.record < head.record)
  );
}

interface Found {
  readonly adopt: Build | undefined;
  readonly warnings: readonly string[];
}

function adoptable(previous: Head | undefined, live: Live): Found {
  const none = (...warnings: string[]): Found => ({ adopt: undefined, warnings });
  if (live === 'not-asked')
    return previous !== undefined
      ? none()
      : none('first release, and nobody looked at what is live: without vercel-project there is nothing to go back to');
  if (live === 'nothing')
    return previous === undefined
      ? none('first release, and nothing is live: there is nothing to swap back to')
      : none(`nothing is live, though release ${previous.id} was the last one: there is nothing to swap back to`);
  if (previous === undefined) return { adopt: live, warnings: unknownCommit(live) };
  const known = previous.brings;
  if (known === null || known === live.deployment) return none();
  const warning = `${live.deployment} is live, though release ${previous.id} brought ${known}: somebody changed production outside of Lockstep; it is what a rollback goes back to now`;
  return { adopt: live, warnings: [warning, ...unknownCommit(live)] };
}

function unknownCommit(live: Build): readonly string[] {
  if (live.commit !== null) return [];
  return [`the commit of ${live.deployment} is not known: this release cannot be checked to be newer`];
}

/** The records that are not counted, one line each: whoever decides by the ledger shows them. */
export function strangersOf(view: LedgerView): readonly string[] {
  return view.strangers.map((stranger) =>
    stranger.why === 'unreadable'
      ? `ledger record ${stranger.record} (${stranger.task}, ${stranger.createdAt}) was written by another version of Lockstep: it is not counted`
      : `ledger record ${stranger.record} (${stranger.task}, ${stranger.createdAt}) was written by ${stranger.creator}: it is not counted; if that is who releases, say so with ledger-creator`,
  );
}

/** The way on for a release that is dead, held, or unresolved. */
export function goOn({ key }: Pick<LedgerView, 'key'>): string {
  const service = key.service === '' ? '' : `, "service: ${key.service}"`;
  return `the rollback action, "to: finish", "environment: ${key.environment}"${service}`;
}

function said(record: { readonly message: string }): string {
  return record.message === '' ? '' : ` (${record.message})`;
}
