import type { Verdict } from '@lockstep/base';

/**
 * The state of a release: under way up to `gating`, ended from `released` to `unknown`. `contract…` are about contract
 * migrations, which are applied separately once a release is committed; `task-…` are no release, but a scheduled job.
 */
export const RELEASE_STATES = [
  'waiting',
  'started',
  'gating',
  'released',
  'rolled-back',
  'partly-rolled-back',
  'held',
  'failed',
  'unknown',
  'contracting',
  'contracted',
  'contract-failed',
  'task-started',
  'task-passed',
  'task-failed',
] as const;
/** `drill` is a test of the targets themselves; no caller reports it, and no filter can name it. */
export type ReleaseState = (typeof RELEASE_STATES)[number] | 'drill';

/** What a message is about, for channels that keep something open until it ends well. */
export type Subject = 'release' | 'contract' | 'task' | 'drill';

export function subjectOf(state: ReleaseState): Subject {
  switch (state) {
    case 'contracting':
    case 'contracted':
    case 'contract-failed':
      return 'contract';
    case 'task-started':
    case 'task-passed':
    case 'task-failed':
      return 'task';
    case 'drill':
      return 'drill';
    default:
      return 'release';
  }
}

export const SEVERITIES = ['info', 'warning', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Link {
  readonly label: string;
  readonly url: string;
}

/** What one undo step says it did. */
export interface Undone {
  readonly action: string;
  readonly verdict: Verdict;
  readonly message: string;
}

/** A part of a release in time, for traces. */
export interface Phase {
  readonly name: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly verdict: Verdict;
}

/** All that a message can say of a release, whatever the channel. Plain text: each channel escapes it for itself. */
export interface ReleaseMessage {
  /** The same through the release's life: updates with the same key belong together. */
  readonly key: string;
  /** Whether another job may have sent a message under this key: then that message is looked for. */
  readonly continues?: boolean;
  readonly state: ReleaseState;
  /** What kind of scheduled job it is, such as `backup`; absent for a release. */
  readonly task?: string;
  readonly releaseId: string;
  readonly environment: string;
  readonly service: string;
  /** `owner/repo`. */
  readonly repository: string;
  readonly commit: string;
  /** Whether it is certainly that of the release, also where another job began it. */
  readonly isCommitKnown?: boolean;
  /** What was live before, by the ledger; absent where it is not known. */
  readonly commitBefore?: string;
  /** When the release began (ISO 8601); absent outside of one. */
  readonly startedAt?: string;
  /** Since when it waits for a person (ISO 8601); absent where it does not, or where this is not a reminder. */
  readonly waitingSince?: string;
  /** When users were first sent to it, and when all were back (ISO 8601), as far as it is known. */
  readonly traffic?: { readonly reachedAt?: string; readonly restoredAt?: string };
  /** Of a rolling release, the last stage that was begun, from 1 on, and how many users of 100 get it by then. */
  readonly stage?: { readonly number: number; readonly of: number; readonly percentage: number };
  /** Its phases; absent outside of a release. */
  readonly timeline?: readonly Phase[];
  /** Its page; absent where it is not known. */
  readonly commitUrl?: string;
  /** The pull request that the commit came from; absent where it is not known. */
  readonly pull?: number;
  readonly pullUrl?: string;
  readonly actor: string;
  /** One line: what this release is. */
  readonly summary: string;
  /** What changed: one line each. */
  readonly changes: readonly string[];
  readonly approvedBy: string;
  readonly links: readonly Link[];
  readonly undone: readonly Undone[];
  /** What went wrong, in as many lines as it takes; `''` when nothing did. */
  readonly failure: string;
  /** What to do now; `''` when nothing. */
  readonly next: string;
  /** ISO 8601. */
  readonly at: string;
  /** Where a target's people are; a channel that shows times in the reader's own zone needs none. UTC when absent. */
  readonly timeZone?: string;
}

/**
 * `rolled-back` is a warning: the release failed, but users are where they were. A drill is as severe as what it tests, so
 * that it mentions and pages the same people.
 */
export function severityOf(state: ReleaseState): Severity {
  switch (state) {
    case 'waiting':
    case 'started':
    case 'gating':
    case 'released':
    case 'contracting':
    case 'contracted':
    case 'task-started':
    case 'task-passed':
      return 'info';
    case 'rolled-back':
      return 'warning';
    case 'partly-rolled-back':
    case 'held':
    case 'failed':
    case 'unknown':
    case 'contract-failed':
    case 'task-failed':
    case 'drill':
      return 'error';
  }
}

/** Whether it ended well. */
export function isDone(state: ReleaseState): boolean {
  return state === 'released' || state === 'contracted' || state === 'task-passed';
}

/** Whether it is over, well or not: what is left to say will not change by itself. */
export function hasEnded(state: ReleaseState): boolean {
  return isDone(state) || severityOf(state) !== 'info';
}

export function isSevere(severity: Severity, atLeast: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(atLeast);
}

/**
 * The commit that is released, for machines; `''` where the message is about a release that another job began: then it is
 * that of this run, which may be a later one.
 */
export function commitOf({ commit, continues, isCommitKnown, startedAt }: ReleaseMessage): string {
  return continues === true && startedAt === undefined && isCommitKnown !== true ? '' : commit;
}

/** For machines that show it to whoever sees a dashboard: who began and approved it is not theirs. */
export function withoutPeople(message: ReleaseMessage): ReleaseMessage {
  return { ...message, actor: '', approvedBy: '' };
}

/** For how long it has waited for a person; undefined where that is not known. */
export function waitedMs({ at, waitingSince = '' }: ReleaseMessage): number | undefined {
  const ms = Date.parse(at) - Date.parse(waitingSince);
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
