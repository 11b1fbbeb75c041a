import type { CommitFacts, ReleaseFacts, Window } from './release-facts.ts';
import { type Spread, spreadOf } from './spread.ts';

/** DORA's four (https://dora.dev/guides/dora-metrics/), and what they are made of. Null: nothing to measure. */
export interface Dora {
  readonly deployments: {
    /** Releases that ended as released. */
    readonly count: number;
    readonly perWeek: number | null;
    /** UTC days of the window with at least one. */
    readonly days: number;
  };
  /** Of each change, from its commit until the release that it stayed with had ended. */
  readonly leadTime: Spread | null;
  readonly changeFailures: {
    /** Releases that reached users and then went: by their own undo, or by a later rollback. */
    readonly failed: number;
    /** Releases that reached users, and are decided. */
    readonly of: number;
    readonly share: number | null;
  };
  /** Of each failed release, from its first users until they had the build before it again. */
  readonly recovery: Spread | null;
  /** Where the lead time goes. */
  readonly phases: Readonly<Record<Phase, Spread | null>>;
  /** What is in none of the numbers above, so that it is not passed over. */
  readonly apart: {
    /** Failed or were undone before any user reached them. */
    readonly neverReached: number;
    /** Reached users, and nobody has decided about them. */
    readonly undecided: number;
    /** Failed releases of which it is not known when users had the build before again. */
    readonly recoveryUnknown: number;
    /** Changes that were released before their commit time: the clock that set it was wrong. */
    readonly datedAhead: number;
  };
}

export const PHASES = [
  'until-merged',
  'until-started',
  'until-prepared',
  'until-approved',
  'until-begun',
  'until-released',
] as const;
export type Phase = (typeof PHASES)[number];

/** What happens, or is waited for, in each. */
export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  'until-merged': 'from the commit until it reached the branch: review',
  'until-started': 'until a release with it was started',
  'until-prepared': 'until its candidate was built and checked',
  'until-approved': 'until a person approved it',
  'until-begun': 'until the release began: a free place in the queue',
  'until-released': 'until the release ended: migrations, traffic, bake',
};

/** As they are printed beside the numbers. */
export const DEFINITIONS: Readonly<Record<'deployments' | 'leadTime' | 'changeFailures' | 'recovery', string>> = {
  deployments: 'Releases that ended as released within the window, also those that were rolled back later.',
  leadTime:
    'For each commit: from its commit time until the end of the release that it stayed with. A commit that was rolled back and released again counts once, with the later release. Where several services are released, each commit counts once for each service that it was released with.',
  changeFailures:
    'Of the releases that users reached and that are decided: the share that was rolled back, by its own undo or later. Held releases are not decided until a person commits them or rolls them back.',
  recovery: 'For each failed release: from its first users until they had the previous build again.',
};

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** Pure. Releases in any order; each counts in the window in which it ended, or began where it is still open. */
export function doraOf(releases: readonly ReleaseFacts[], window: Window): Dora {
  const within = releases.filter((each) => isWithin(each.endedAt ?? each.begunAt, window));
  const released = within.filter(({ end }) => end === 'released');
  const reached = within.filter(({ trafficAt }) => trafficAt !== null);
  const decided = reached.filter(isDecided);
  const failed = decided.filter(isFailed);
  const stayed = changesThatStayed(releases).filter(({ release }) => isWithin(release.endedAt ?? 0, window));
  const timed = stayed.filter(({ commit, release }) => commit.committedAt <= (release.endedAt ?? 0));
  const recovered = failed.flatMap(({ goneAt, trafficAt }) =>
    goneAt === null || trafficAt === null ? [] : [goneAt - trafficAt],
  );
  const weeks = (window.toMs - window.fromMs) / WEEK_MS;
  return {
    deployments: {
      count: released.length,
      perWeek: weeks > 0 ? released.length / weeks : null,
      days: new Set(released.map(({ endedAt }) => Math.floor((endedAt ?? 0) / DAY_MS))).size,
    },
    leadTime: spreadOf(timed.map(({ commit, release }) => (release.endedAt ?? 0) - commit.committedAt)),
    changeFailures: {
      failed: failed.length,
      of: decided.length,
      share: decided.length === 0 ? null : failed.length / decided.length,
    },
    recovery: spreadOf(recovered),
    phases: phasesOf(timed),
    apart: {
      neverReached: within.filter(({ end, trafficAt }) => trafficAt === null && end !== 'released' && end !== 'open')
        .length,
      undecided: reached.length - decided.length,
      recoveryUnknown: failed.length - recovered.length,
      datedAhead: stayed.length - timed.length,
    },
  };
}

function isWithin(at: number, { fromMs, toMs }: Window): boolean {
  return at >= fromMs && at < toMs;
}

/** What a person closed is decided where it was taken back: whether it stayed, nobody said. */
function isDecided({ end, goneAt }: ReleaseFacts): boolean {
  if (end === 'closed') return goneAt !== null;
  return end !== 'held' && end !== 'unresolved' && end !== 'open';
}

function isFailed({ end, goneAt }: ReleaseFacts): boolean {
  return end !== 'released' || goneAt !== null;
}

interface Change {
  readonly commit: CommitFacts;
  readonly release: ReleaseFacts;
}

/**
 * Of each commit the first release of a service that stayed, or will: one that went takes its commits with it. Services go
 * their own ways: a commit that stayed with one may have been rolled back in another.
 */
function changesThatStayed(releases: readonly ReleaseFacts[]): readonly Change[] {
  const first = new Map<string, Change>();
  const stayed = releases.filter((each) => each.end === 'released' && each.goneAt === null);
  for (const release of stayed.sort((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0)))
    for (const commit of release.commits) {
      const key = JSON.stringify([release.service, commit.sha]);
      if (!first.has(key)) first.set(key, { commit, release });
    }
  return [...first.values()];
}

/** Each from the moment before it that is known; what nobody knows is part of the next phase. */
function phasesOf(changes: readonly Change[]): Dora['phases'] {
  const durations = new Map<Phase, number[]>(PHASES.map((phase) => [phase, []]));
  for (const { commit, release } of changes) {
    let before = commit.committedAt;
    const { approvedAt, begunAt, endedAt, preparedAt, startedAt } = release;
    const ends = [commit.mergedAt, startedAt, preparedAt, approvedAt, begunAt, endedAt];
    for (const [nth, phase] of PHASES.entries()) {
      const at = ends[nth] ?? null;
      if (at === null) continue;
      // What was prepared before it was merged, on another branch, waited for nothing.
      durations.get(phase)?.push(Math.max(0, at - before));
      before = Math.max(before, at);
    }
  }
  const spreads = PHASES.map((phase) => [phase, spreadOf(durations.get(phase) ?? [])] as const);
  return Object.fromEntries(spreads) as Dora['phases'];
}
