import type { GitHub } from '../client.ts';
import { type LedgerKey, RELEASE_TASK, readReleasePayload, readSwapPayload, SWAP_TASK } from './payload.ts';
import { deployments, type LedgerSource, withStatuses } from './read-records.ts';
import {
  firstStageAt,
  RELEASE_STATES,
  type ReleaseRecordState,
  readSaid,
  type Said,
  SWAP_STATES,
  type SwapRecordState,
} from './states.ts';
import { foldLedger, type RawDeployment, type RawRecord, type ReleaseRecord, type SwapRecord } from './view.ts';

/** A release with everything that was said of it. */
export type PastRelease = ReleaseRecord & {
  /** Oldest first. */
  readonly said: readonly Said<Exclude<ReleaseRecordState, 'acknowledged'>>[];
};

export type PastSwap = SwapRecord & {
  readonly said: readonly Said<Exclude<SwapRecordState, 'acknowledged'>>[];
  /** When the first stage of a rolling release was begun; null where it has none. */
  readonly firstStageAt: string | null;
};

export interface LedgerHistory {
  readonly releases: readonly PastRelease[];
  /** Releases from before, which one of the changes of traffic rolled back; what lies between them and `releases` is not known. */
  readonly earlier: readonly PastRelease[];
  /** Also those of earlier releases. */
  readonly swaps: readonly PastSwap[];
  /** False where there were more records than were read. */
  readonly isWhole: boolean;
}

/**
 * Releases and changes of traffic since a time, newest first, at most so many of each; and however old they are, the releases
 * that were rolled back since then. Throws RemoteError.
 */
export async function readHistory(
  source: LedgerSource,
  key: LedgerKey,
  { fromMs, most }: { readonly fromMs: number; readonly most: number },
): Promise<LedgerHistory> {
  const { creator, github } = source;
  const isByUs = (record: Omit<RawRecord, 'statuses'>) => record.creator?.login === creator;
  const isOfLine = ({ payload }: Pick<RawRecord, 'payload'>) =>
    (readReleasePayload(payload) ?? readSwapPayload(payload))?.service === key.service;
  const span = { fromMs, most, isOurs: (record: Omit<RawRecord, 'statuses'>) => isByUs(record) && isOfLine(record) };
  const swaps = await takeRecords(github, key, { ...span, task: SWAP_TASK });
  const wanted = new Set(swaps.records.flatMap(({ payload }) => readSwapPayload(payload)?.takesBack ?? []));
  const releases = await takeRecords(github, key, { ...span, task: RELEASE_TASK, wanted });
  const own = await swapsOf(github, key, { ...span, releases: releases.earlier });
  const known = new Set(swaps.records.map(({ id }) => id));
  const more = own.filter(({ id }) => !known.has(id));
  const records = [...releases.records, ...releases.earlier, ...swaps.records, ...more];
  const view = foldLedger(key, creator, records);
  const statusesOf = (id: string) =>
    records.filter(({ payload }) => idOf(payload) === id).flatMap(({ statuses }) => statuses);
  const isEarlier = ({ record }: ReleaseRecord) => releases.earlier.some(({ id }) => id === record);
  const past = view.releases.map((release) => ({
    ...release,
    said: readSaid(statusesOf(release.id), creator, RELEASE_STATES),
  }));
  return {
    releases: past.filter((release) => !isEarlier(release)),
    earlier: past.filter(isEarlier),
    swaps: view.swaps.map((swap) => {
      const statuses = statusesOf(swap.id);
      return { ...swap, said: readSaid(statuses, creator, SWAP_STATES), firstStageAt: firstStageAt(statuses, creator) };
    }),
    isWhole: releases.isWhole && swaps.isWhole,
  };
}

function idOf(payload: unknown): string | undefined {
  return (readReleasePayload(payload) ?? readSwapPayload(payload))?.id;
}

interface Taking {
  readonly task: string;
  readonly fromMs: number;
  readonly most: number;
  /** Ids of records that are read however old they are. */
  readonly wanted?: ReadonlySet<string>;
  isOurs(record: Omit<RawRecord, 'statuses'>): boolean;
}

/** The changes of traffic of these releases: when users had them, and what. */
async function swapsOf(
  github: GitHub,
  key: LedgerKey,
  { isOurs, most, releases }: Pick<Taking, 'isOurs' | 'most'> & { readonly releases: readonly RawRecord[] },
): Promise<readonly RawRecord[]> {
  if (releases.length === 0) return [];
  const ids = new Set(releases.map(({ payload }) => idOf(payload)));
  const isOfThem = ({ payload }: Omit<RawRecord, 'statuses'>) =>
    ids.has(readSwapPayload(payload)?.release ?? undefined);
  const fromMs = Math.min(...releases.map(({ created_at }) => Date.parse(created_at)));
  const taking = {
    task: SWAP_TASK,
    fromMs,
    most,
    isOurs: (record: RawDeployment) => isOurs(record) && isOfThem(record),
  };
  return (await takeRecords(github, key, taking)).records;
}

async function takeRecords(github: GitHub, key: LedgerKey, { fromMs, isOurs, most, task, wanted }: Taking) {
  const records: RawRecord[] = [];
  const earlier: RawRecord[] = [];
  const open = new Set(wanted);
  let isWhole = true;
  for await (const record of deployments(github, key, task)) {
    const isOld = Date.parse(record.created_at) < fromMs;
    if (isOld && open.size === 0) break;
    if (!isOurs(record)) continue;
    const isWanted = open.delete(idOf(record.payload) ?? '');
    if (!isOld && records.length < most) records.push(await withStatuses(github, record));
    else if (isWanted && earlier.length < most) earlier.push(await withStatuses(github, record));
    else if (!isOld || isWanted) isWhole = false;
    if (!isWhole && open.size === 0) break;
  }
  return { records, earlier, isWhole };
}
