import type { CommitFacts, ReleaseEnd, ReleaseFacts } from './release-facts.ts';

/** Something that was said of a record, by GitHub's clock. */
interface Said {
  readonly state: string;
  /** ISO 8601. */
  readonly at: string;
}

/** A release of the ledger, as far as numbers are made of it. */
export interface PastRelease {
  readonly id: string;
  readonly service: string;
  readonly createdAt: string;
  /** No release brought it: it was found live. */
  readonly adopted: boolean;
  readonly deployment: string | null;
  readonly before: { readonly deployment: string | null };
  readonly evidence?: { readonly at: string };
  readonly state: string;
  /** Oldest first. */
  readonly said: readonly Said[];
}

/** A change of traffic of the ledger. */
export interface PastSwap {
  readonly createdAt: string;
  /** The release it belongs to; null for a rollback. */
  readonly release: string | null;
  readonly takesBack?: readonly string[];
  readonly state: string;
  readonly said: readonly Said[];
  readonly firstStageAt: string | null;
}

/** What the ledger does not know of a release. */
export interface ReleaseAside {
  readonly commits: readonly CommitFacts[];
  readonly startedAt: number | null;
  readonly approvedAt: number | null;
  /** Whether the run that released it has ended. */
  readonly hasEnded: boolean;
}

/**
 * Releases as they were, of records as they are. What was found live, and what users had already, is no release. Nothing
 * is counted as good that nobody saw: a release whose end is not known is undecided. Pure.
 */
export function releaseFacts(
  ledger: { readonly releases: readonly PastRelease[]; readonly swaps: readonly PastSwap[] },
  asideOf: (id: string) => ReleaseAside,
): readonly ReleaseFacts[] {
  return ledger.releases
    .filter(({ adopted, before, deployment }) => !adopted && (deployment === null || before.deployment !== deployment))
    .map((release) => factsOf(release, ledger.swaps, asideOf(release.id)));
}

function factsOf(release: PastRelease, swaps: readonly PastSwap[], aside: ReleaseAside): ReleaseFacts {
  const own = swaps.filter((swap) => swap.release === release.id);
  const { end, endedAt } = endOf(release, aside);
  const trafficAt = earliest(own.map(reachedAt)) ?? (end === 'released' ? endedAt : null);
  const prepared = timeOf(release.evidence?.at);
  const begunAt = Date.parse(release.createdAt);
  return {
    id: release.id,
    service: release.service,
    commits: aside.commits,
    startedAt: aside.startedAt,
    preparedAt: prepared !== null && prepared <= begunAt ? prepared : null,
    approvedAt: aside.approvedAt,
    begunAt,
    trafficAt,
    end,
    endedAt,
    goneAt: trafficAt === null || end === 'held' || end === 'open' ? null : goneAt(release, swaps, trafficAt),
  };
}

const ENDS: Readonly<Record<string, ReleaseEnd>> = {
  released: 'released',
  'rolled-back': 'rolled-back',
  'partly-rolled-back': 'partly-rolled-back',
  held: 'held',
};

/**
 * A release that was committed stays one that was released, also where a rollback took it back later; only where nobody
 * knows how that rollback ended is it open again.
 */
function endOf(
  { said, state }: PastRelease,
  { hasEnded }: ReleaseAside,
): { readonly end: ReleaseEnd; readonly endedAt: number | null } {
  const undecided = { end: 'unresolved', endedAt: null } as const;
  const committed = said.find((one) => one.state === 'released');
  if (committed !== undefined)
    return said.at(-1)?.state === 'unknown' ? undecided : { end: 'released', endedAt: timeOf(committed.at) };
  // A person took it out of the way, as the README of `release` says it: of one that was held, that is the decision.
  if (state === 'acknowledged' && said.at(-1)?.state === 'held') return { end: 'closed', endedAt: null };
  if (state === 'begun') return hasEnded ? undecided : { end: 'open', endedAt: null };
  const end = ENDS[state] ?? 'unresolved';
  const isOver = end === 'rolled-back' || end === 'partly-rolled-back';
  return { end, endedAt: isOver ? timeOf(firstOf(said, state)) : null };
}

/** When users may have reached a candidate first; null where its swap came to nothing. */
function reachedAt({ createdAt, firstStageAt, said, state }: PastSwap): number | null {
  if (state === 'unchanged') return null;
  return earliest([timeOf(firstStageAt), timeOf(firstOf(said, 'swapped'))]) ?? timeOf(createdAt);
}

/** When users had the build before again: by its own undo, or by a rollback; else when the ledger says that it is over. */
function goneAt(release: PastRelease, swaps: readonly PastSwap[], trafficAt: number): number | null {
  const undone = swaps
    .filter((swap) => swap.release === release.id)
    .map(({ said }) => timeOf(firstOf(said, 'put-back')));
  const takenBack = swaps
    .filter(({ takesBack }) => takesBack?.includes(release.id) === true)
    .map(({ said }) => timeOf(firstOf(said, 'swapped')));
  const later = [...undone, ...takenBack].filter((at) => at !== null && at >= trafficAt);
  const over = release.said.find(({ state }) => state === 'rolled-back' || state === 'partly-rolled-back');
  return earliest(later) ?? timeOf(over?.at);
}

function firstOf(said: readonly Said[], state: string): string | undefined {
  return said.find((one) => one.state === state)?.at;
}

function timeOf(text: string | null | undefined): number | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : time;
}

function earliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}
