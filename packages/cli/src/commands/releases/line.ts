import type { Verdict } from '@lockstep/base';
import {
  type BeginRefusal,
  describeIgnored,
  findTarget,
  isRepeatRelease,
  type LedgerView,
  lastReleased,
  type openRequests,
  planBegin,
  type ReleaseRecord,
  type RunState,
  type SwapRecord,
  unsettledRelease,
  unsettledReleases,
  unsettledSwaps,
} from '@lockstep/github';
import type { OwnReason } from '../../own-reasons.ts';

type OpenRequest = Awaited<ReturnType<typeof openRequests>>[number];

export interface LineFacts {
  readonly view: LedgerView;
  /** The newest releases, newest first. */
  readonly line: readonly ReleaseRecord[];
  /** Of the run that wrote the record in the way; undefined where none is. */
  readonly author: RunState | undefined;
  readonly requests: readonly OpenRequest[];
}

export interface ListedRelease {
  readonly id: string;
  readonly state: ReleaseRecord['state'];
  /** What the ledger says that users have. */
  readonly live: boolean;
  /** `previous`: where a rollback goes to that names nothing; `yes`: it can be named. */
  readonly rollbackTarget: 'no' | 'yes' | 'previous';
  readonly commit: string | null;
  readonly deployment: string | null;
  readonly begun: string;
  readonly since: string;
  readonly actor: string;
  readonly message: string;
  readonly run: string;
}

/** Something that somebody has to end or to decide. */
export interface Waiting {
  readonly kind: 'release' | 'swap' | 'request';
  readonly id: string;
  readonly what: string;
  readonly run: string;
}

export interface Line {
  readonly verdict: Verdict;
  /** Why the next release cannot begin; as `release` refuses it. */
  readonly reason: BeginRefusal | OwnReason<'releases'>;
  readonly message: string;
  readonly releases: readonly ListedRelease[];
  readonly waiting: readonly Waiting[];
  readonly notes: readonly string[];
}

/** What a release line looks like for people. Pure. */
export function describeLine({ author, line, requests, view }: LineFacts): Line {
  const live = liveRelease(view);
  const previous = findTarget('previous', { view, line, author: undefined, live: undefined });
  const releases = line.map((release): ListedRelease => {
    const { actor, author: wrote, candidate, createdAt, deployment, id, message, since, state } = release;
    const isLive = release.id === live?.id;
    const isPrevious = previous.kind === 'roll-back' && previous.to.deployment === deployment && deployment !== null;
    const isTarget = state === 'released' && deployment !== null && deployment !== live?.deployment;
    return {
      ...{ id, state, live: isLive, commit: candidate.commit, deployment, begun: createdAt, since, actor, message },
      rollbackTarget: isTarget ? (isPrevious && !isRepeatRelease(release) ? 'previous' : 'yes') : 'no',
      run: wrote.url,
    };
  });
  const plan = planBegin(view, { candidate: null, live: 'not-asked', author });
  const refused = plan.kind === 'refuse' ? plan : undefined;
  return {
    verdict: refused === undefined ? 'pass' : 'fail',
    reason: refused?.reason ?? 'line-clear',
    message: refused?.message ?? clear(live),
    releases,
    waiting: [...unsettled(view), ...requests.map(waitingRequest)],
    notes: [...describeIgnored(view), ...swappedSince(view, live)],
  };
}

/** One that is held is what users have, and waits for a decision. */
function liveRelease(view: LedgerView): ReleaseRecord | undefined {
  const open = unsettledRelease(view);
  return open?.state === 'held' ? open : lastReleased(view);
}

function clear(live: ReleaseRecord | undefined): string {
  const what = live === undefined ? 'there is no release yet' : `release ${live.id} is live`;
  return `${what}, and the next one can begin`;
}

function unsettled(view: LedgerView): readonly Waiting[] {
  const releases = unsettledReleases(view);
  const swaps = unsettledSwaps(view).filter((swap) => !releases.some(({ id }) => id === swap.release));
  return [...releases.map((release) => waitingRelease(release, view)), ...swaps.map(waitingSwap)];
}

function waitingRelease({ author, id, message, state }: ReleaseRecord, { swaps }: LedgerView): Waiting {
  const stage = swaps.find((swap) => swap.release === id && swap.reached !== undefined);
  const parts = [state, stage === undefined ? '' : stageOf(stage), message].filter((part) => part !== '');
  return { kind: 'release', id, what: parts.join(', '), run: author.url };
}

function waitingSwap(swap: SwapRecord): Waiting {
  const parts = [`${swap.from ?? 'nothing'} to ${swap.to} is ${swap.state}`, stageOf(swap)].filter((one) => one !== '');
  return { kind: 'swap', id: swap.id, what: parts.join(', '), run: swap.author.url };
}

function stageOf({ reached }: SwapRecord): string {
  return reached === undefined ? '' : `stage ${reached.number} of ${reached.of}, ${reached.percentage} % of users`;
}

function waitingRequest({ actor, approvedBy, author, commit, deployment, expiresAt, id, state }: OpenRequest): Waiting {
  const wanted = deployment ?? commit.slice(0, 7);
  const stands =
    state === 'approved'
      ? `approved by ${approvedBy ?? 'somebody'}, not released yet`
      : `needs an approval until ${expiresAt}`;
  return { kind: 'request', id, what: `${actor} asks to release ${wanted}: ${stands}`, run: author.url };
}

/** A change of traffic by itself, after the last release: then users have what that brought. */
function swappedSince({ swaps }: LedgerView, live: ReleaseRecord | undefined): readonly string[] {
  const alone = swaps.find(
    ({ record, release, state, takesBack }) =>
      release === null && takesBack === undefined && state === 'swapped' && record > (live?.record ?? 0),
  );
  return alone === undefined
    ? []
    : [`traffic was moved to ${alone.to} outside of a release (${alone.author.url}), so that is what users have`];
}
