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
import { foldLedger, type RawRecord, type ReleaseRecord, type SwapRecord } from './view.ts';

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
  readonly swaps: readonly PastSwap[];
  /** False where there were more records than were read. */
  readonly isWhole: boolean;
}

/** Releases and changes of traffic since a time, newest first, at most so many of each. Throws RemoteError. */
export async function readHistory(
  source: LedgerSource,
  key: LedgerKey,
  { fromMs, most }: { readonly fromMs: number; readonly most: number },
): Promise<LedgerHistory> {
  const { creator, github } = source;
  const take = (task: string, isOurs: (payload: unknown) => boolean) =>
    takeRecords(github, key, {
      task,
      fromMs,
      most,
      isOurs: (record) => record.creator?.login === creator && isOurs(record.payload),
    });
  const releases = await take(RELEASE_TASK, (payload) => readReleasePayload(payload)?.service === key.service);
  const swaps = await take(SWAP_TASK, (payload) => readSwapPayload(payload)?.service === key.service);
  const view = foldLedger(key, creator, [...releases.records, ...swaps.records]);
  const statusesOf = (id: string) =>
    [...releases.records, ...swaps.records]
      .filter(({ payload }) => idOf(payload) === id)
      .flatMap(({ statuses }) => statuses);
  return {
    releases: view.releases.map((release) => ({
      ...release,
      said: readSaid(statusesOf(release.id), creator, RELEASE_STATES),
    })),
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
  isOurs(record: Omit<RawRecord, 'statuses'>): boolean;
}

async function takeRecords(github: GitHub, key: LedgerKey, { fromMs, isOurs, most, task }: Taking) {
  const records: RawRecord[] = [];
  for await (const record of deployments(github, key, task)) {
    if (Date.parse(record.created_at) < fromMs) break;
    if (!isOurs(record)) continue;
    if (records.length >= most) return { records, isWhole: false };
    records.push(await withStatuses(github, record));
  }
  return { records, isWhole: true };
}
