import { HEAD_TASK, type HeadPayload, type IntentPayload, type LedgerKey, readHead, readIntent } from './payload.ts';
import { type RawStatus, RELEASE_STATES, type ReleaseState, readState, SWAP_STATES, type SwapState } from './states.ts';

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
  /** Of a release that went through: what users got by it, where that was said. */
  readonly deployment?: string;
  readonly createdAt: string;
  /** When it came to its state; as `createdAt` where nothing was said since. */
  readonly since: string;
}

/** A release and how it went. */
export type Head = HeadPayload &
  Recorded<ReleaseState> & {
    /**
     * The Vercel deployment that it brings: as it was begun with, else as it was swapped to, else as its commit said;
     * null where none of them knew.
     */
    readonly brings: string | null;
  };
/** A change of traffic and how it went. */
export type Intent = IntentPayload & Recorded<SwapState>;

/** A record in the ledger's place that the ledger does not go by: people must see it. */
export interface Stranger {
  readonly record: number;
  readonly task: string;
  readonly creator: string;
  readonly createdAt: string;
  readonly why: 'other-creator' | 'unreadable';
}

/** The ledger of one release line, newest first. Pure data: every decision is made on it. */
export interface LedgerView {
  readonly key: LedgerKey;
  readonly heads: readonly Head[];
  readonly intents: readonly Intent[];
  readonly strangers: readonly Stranger[];
}

/** Where a release needs nobody any more. */
export function isSettled(state: ReleaseState): boolean {
  return state === 'released' || state === 'rolled-back' || state === 'partly-rolled-back' || state === 'acknowledged';
}

const RELEASE = { known: RELEASE_STATES, first: 'begun', ended: isSettled } as const;
const ADOPTED = { ...RELEASE, first: 'released' } as const;
const SWAP = { known: SWAP_STATES, first: 'open', ended: isClosed } as const;

/** Folds what GitHub lists into the ledger of one key. `creator` is whose records count. */
export function foldLedger(key: LedgerKey, creator: string, records: readonly RawRecord[]): LedgerView {
  const heads: Omit<Head, 'brings'>[] = [];
  const intents: Intent[] = [];
  const strangers: Stranger[] = [];
  for (const record of unique(records)) {
    const payload = record.task === HEAD_TASK ? readHead(record.payload) : readIntent(record.payload);
    if (payload !== undefined && payload.service !== key.service) continue;
    const by = record.creator?.login ?? 'a deleted user';
    if (payload === undefined || by !== creator) {
      const why = by === creator ? 'unreadable' : 'other-creator';
      strangers.push({ record: record.id, task: record.task, creator: by, createdAt: record.created_at, why });
      continue;
    }
    const recorded = { record: record.id, createdAt: record.created_at, since: record.created_at };
    if (payload.kind === 'lockstep-release/1')
      heads.push({
        ...payload,
        ...recorded,
        ...readState(record.statuses, creator, payload.adopted ? ADOPTED : RELEASE),
      });
    else intents.push({ ...payload, ...recorded, ...readState(record.statuses, creator, SWAP) });
  }
  return { key, heads: heads.map((head) => ({ ...head, brings: broughtBy(head, intents) })), intents, strangers };
}

/**
 * Newest first. A creation whose answer was lost may have been repeated: records with the same id are one, in the
 * place of the oldest.
 */
function unique(records: readonly RawRecord[]): RawRecord[] {
  const byId = new Map<string, RawRecord>();
  for (const record of [...records].sort((a, b) => a.id - b.id)) {
    const payload = readHead(record.payload) ?? readIntent(record.payload);
    const key = payload === undefined ? `record ${record.id}` : `${record.creator?.login} ${payload.id}`;
    const first = byId.get(key);
    const statuses = [...(first?.statuses ?? []), ...record.statuses];
    byId.set(key, { ...(first ?? record), statuses });
  }
  return [...byId.values()].sort((a, b) => b.id - a.id);
}

/** A release that builds only after it began cannot name its deployment in its payload. */
function broughtBy(head: Omit<Head, 'brings'>, intents: readonly Intent[]): string | null {
  const swap = intents.find(
    ({ release, state }) => release === head.id && state !== 'put-back' && state !== 'unchanged',
  );
  return head.candidate.deployment ?? swap?.to ?? head.deployment ?? null;
}

function isClosed(state: SwapState): boolean {
  return state === 'swapped' || state === 'put-back' || state === 'unchanged';
}

/** What users were given last by a release, or were found to have. */
export function lastReleased(view: LedgerView): Head | undefined {
  return view.heads.find((head) => head.state === 'released');
}

/**
 * Since when users have what a release brought, in milliseconds since the epoch: its commit, or a later change of
 * traffic that came to something, as a rollback to it, or a newer release that was taken back. Infinity where a time
 * cannot be read.
 */
export function unchangedSince(view: LedgerView, head: Head): number {
  const moved = view.intents.filter(({ record, state }) => record > head.record && state !== 'unchanged');
  const times = [head, ...moved].map(({ since }) => Date.parse(since));
  return Math.max(...times.map((time) => (Number.isNaN(time) ? Number.POSITIVE_INFINITY : time)));
}

/**
 * Whether users had before a release what it brought. Such a release changed nothing that can be gone back from: it
 * was begun again for what was live, as earlier versions let a re-run of its job do.
 */
export function isOfItself(head: Pick<Head, 'brings' | 'before'>): boolean {
  return head.brings !== null && head.before.deployment === head.brings;
}

/** The newest release, where it still needs somebody. */
export function unsettledHead(view: LedgerView): Head | undefined {
  const newest = view.heads[0];
  return newest === undefined || isSettled(newest.state) ? undefined : newest;
}

/**
 * Changes of traffic that nobody wrote an end to. One that belongs to a settled release, or lies before the last
 * released one, has been overtaken.
 */
export function openIntents(view: LedgerView): readonly Intent[] {
  const settled = new Set(view.heads.filter((head) => isSettled(head.state)).map((head) => head.id));
  const since = lastReleased(view)?.record ?? 0;
  return view.intents.filter(
    (intent) =>
      (intent.state === 'open' || intent.state === 'unresolved') &&
      intent.record > since &&
      !(intent.release !== null && settled.has(intent.release)),
  );
}
