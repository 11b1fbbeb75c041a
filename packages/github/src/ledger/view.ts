import {
  type LedgerKey,
  RELEASE_TASK,
  type ReleasePayload,
  readReleasePayload,
  readSwapPayload,
  type SwapPayload,
} from './payload.ts';
import {
  type RawStatus,
  RELEASE_STATES,
  type ReachedStage,
  type ReleaseRecordState,
  readStage,
  readState,
  SWAP_STATES,
  type SwapRecordState,
} from './states.ts';

/** Of a GitHub Deployment, what the ledger reads. */
export interface RawDeployment {
  readonly id: number;
  readonly task: string;
  readonly payload: unknown;
  readonly creator: { readonly login: string } | null;
  readonly created_at: string;
}

export interface RawRecord extends RawDeployment {
  readonly statuses: readonly RawStatus[];
}

interface Recorded<S extends string> {
  /** The id of its GitHub Deployment. */
  readonly record: number;
  readonly state: S;
  /** What was said with the state; '' where nothing was. */
  readonly message: string;
  /** Of a committed release: what users got by it, where its status says so. */
  readonly confirmedDeployment?: string;
  readonly createdAt: string;
  /** When it came to its state; as `createdAt` where nothing was said since. */
  readonly since: string;
}

/** A release and how it went. */
export type ReleaseRecord = ReleasePayload &
  Recorded<ReleaseRecordState> & {
    /**
     * The Vercel deployment that it brings: as it was begun with, else as it was swapped to, else as its commit said;
     * null where none of them knew.
     */
    readonly deployment: string | null;
  };
/** A change of traffic and how it went. */
export type SwapRecord = SwapPayload &
  Recorded<SwapRecordState> & {
    /** Of a rolling release, the last stage that was begun. */
    readonly reached?: ReachedStage;
  };

/** A record in the ledger's place that the ledger does not go by: people must see it. */
export interface IgnoredRecord {
  readonly record: number;
  readonly task: string;
  readonly creator: string;
  readonly createdAt: string;
  readonly why: 'other-creator' | 'unreadable';
}

/** The ledger of one release line, newest first. Pure data: every decision is made on it. */
export interface LedgerView {
  readonly key: LedgerKey;
  readonly releases: readonly ReleaseRecord[];
  readonly swaps: readonly SwapRecord[];
  readonly ignored: readonly IgnoredRecord[];
}

/** Where a release needs nobody any more. */
export function isSettled(state: ReleaseRecordState): boolean {
  return state === 'released' || state === 'rolled-back' || state === 'partly-rolled-back' || state === 'acknowledged';
}

const RELEASE = { known: RELEASE_STATES, first: 'begun', ended: isSettled } as const;
const ADOPTED = { ...RELEASE, first: 'released' } as const;
const SWAP = { known: SWAP_STATES, first: 'open', ended: isClosed } as const;

/** Folds what GitHub lists into the ledger of one key. `creator` is whose records count. */
export function foldLedger(key: LedgerKey, creator: string, records: readonly RawRecord[]): LedgerView {
  const releases: Omit<ReleaseRecord, 'deployment'>[] = [];
  const swaps: SwapRecord[] = [];
  const ignored: IgnoredRecord[] = [];
  for (const record of unique(records)) {
    const payload = record.task === RELEASE_TASK ? readReleasePayload(record.payload) : readSwapPayload(record.payload);
    if (payload !== undefined && payload.service !== key.service) continue;
    const by = record.creator?.login ?? 'a deleted user';
    if (payload === undefined || by !== creator) {
      const why = by === creator ? 'unreadable' : 'other-creator';
      ignored.push({ record: record.id, task: record.task, creator: by, createdAt: record.created_at, why });
      continue;
    }
    const recorded = { record: record.id, createdAt: record.created_at, since: record.created_at };
    if (payload.kind === 'lockstep-release/1')
      releases.push({
        ...payload,
        ...recorded,
        ...readState(record.statuses, creator, payload.adopted ? ADOPTED : RELEASE),
      });
    else {
      const reached = payload.stages === undefined ? undefined : readStage(record.statuses, creator);
      const state = readState(record.statuses, creator, SWAP);
      swaps.push({ ...payload, ...recorded, ...state, ...(reached === undefined ? {} : { reached }) });
    }
  }
  return {
    key,
    releases: releases.map((release) => ({ ...release, deployment: deploymentOfRelease(release, swaps) })),
    swaps,
    ignored,
  };
}

/**
 * Newest first. A creation whose answer was lost may have been repeated: records with the same id are one, in the
 * place of the oldest.
 */
function unique(records: readonly RawRecord[]): RawRecord[] {
  const byId = new Map<string, RawRecord>();
  for (const record of [...records].sort((a, b) => a.id - b.id)) {
    const payload = readReleasePayload(record.payload) ?? readSwapPayload(record.payload);
    const key = payload === undefined ? `record ${record.id}` : `${record.creator?.login} ${payload.id}`;
    const first = byId.get(key);
    const statuses = [...(first?.statuses ?? []), ...record.statuses];
    byId.set(key, { ...(first ?? record), statuses });
  }
  return [...byId.values()].sort((a, b) => b.id - a.id);
}

/** A release that builds only after it began cannot name its deployment in its payload. */
function deploymentOfRelease(release: Omit<ReleaseRecord, 'deployment'>, swaps: readonly SwapRecord[]): string | null {
  const swap = swaps.find((one) => one.release === release.id && one.state !== 'put-back' && one.state !== 'unchanged');
  return release.candidate.deployment ?? swap?.to ?? release.confirmedDeployment ?? null;
}

function isClosed(state: SwapRecordState): boolean {
  return state === 'swapped' || state === 'put-back' || state === 'unchanged';
}

/** What users were given last by a release, or were found to have. */
export function lastReleased(view: LedgerView): ReleaseRecord | undefined {
  return view.releases.find((release) => release.state === 'released');
}

/**
 * Since when users have what a release brought, in milliseconds since the epoch: its commit, or a later change of
 * traffic that came to something, as a rollback to it, or a newer release that was taken back. Infinity where a time
 * cannot be read.
 */
export function unchangedSince(view: LedgerView, release: ReleaseRecord): number {
  const moved = view.swaps.filter(({ record, state }) => record > release.record && state !== 'unchanged');
  const times = [release, ...moved].map(({ since }) => Date.parse(since));
  return Math.max(...times.map((time) => (Number.isNaN(time) ? Number.POSITIVE_INFINITY : time)));
}

/**
 * Whether users had before a release what it brought. Such a release changed nothing that can be gone back from: it
 * was begun again for what was live, as earlier versions let a re-run of its job do.
 */
export function isRepeatRelease(release: Pick<ReleaseRecord, 'deployment' | 'before'>): boolean {
  return release.deployment !== null && release.before.deployment === release.deployment;
}

/**
 * Whether it went through, so that whatever lies before it has been overtaken. What was found live has not: of two that
 * begin at once, the later one may record that above the earlier one, which goes on.
 */
export function wentThrough({ adopted, state }: Pick<ReleaseRecord, 'adopted' | 'state'>): boolean {
  return state === 'released' && !adopted;
}

/**
 * Releases that still need somebody, newest first: not the newest alone, since of two that began at once the one that
 * withdrew lies above the one that goes on.
 */
export function unsettledReleases({ releases }: LedgerView): readonly ReleaseRecord[] {
  const last = releases.findIndex(wentThrough);
  return (last < 0 ? releases : releases.slice(0, last)).filter(({ state }) => !isSettled(state));
}

/** The newest release that still needs somebody. */
export function unsettledRelease(view: LedgerView): ReleaseRecord | undefined {
  return unsettledReleases(view)[0];
}

/**
 * Changes of traffic that nobody wrote an end to. One that belongs to a settled release, or lies before the last one
 * that went through, has been overtaken.
 */
export function unsettledSwaps(view: LedgerView): readonly SwapRecord[] {
  const settled = new Set(view.releases.filter((release) => isSettled(release.state)).map((release) => release.id));
  const since = view.releases.find(wentThrough)?.record ?? 0;
  return view.swaps.filter(
    (swap) =>
      (swap.state === 'open' || swap.state === 'unresolved') &&
      swap.record > since &&
      !(swap.release !== null && settled.has(swap.release)),
  );
}
