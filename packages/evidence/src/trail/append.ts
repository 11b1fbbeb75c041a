import { type Clock, InputError, RemoteError } from '@lockstep/base';
import { entryProblems, readRecord } from './read-record.ts';
import {
  bytesOf,
  digestOf,
  keyOf,
  numberOf,
  RECORD_KIND,
  RECORDS,
  type TrailEntry,
  type TrailHead,
  type TrailRecord,
} from './record.ts';
import { readAll, type StoreOptions, type TrailStore } from './store.ts';

export interface AppendTools {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

export interface Appended extends TrailHead {
  /** It was there already: this run, or an earlier try of it, had recorded it. */
  readonly isAgain: boolean;
}

/** GitHub runs a job again within 30 days (https://docs.github.com/actions/managing-workflow-runs/re-running-workflows-and-jobs). */
const AGAIN_WITHIN_MS = 31 * 86_400_000;
/** Each try that is lost to another writer is a record of that writer. */
const MOST_TRIES = 100;

/**
 * Appends an entry, once however often it is tried: each record has the key after the last one, which the store gives to
 * one writer alone. Throws InputError for what is no entry, and RemoteError where the store failed or what is last in it
 * is no record.
 */
export async function appendEntry(store: TrailStore, entry: TrailEntry, tools: AppendTools): Promise<Appended> {
  const problems = entryProblems(entry);
  if (problems.length > 0) throw new InputError(problems.map((problem) => `entry: ${problem}`));
  const { clock, signal } = tools;
  const known = new Map<number, Kept>();
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    signal.throwIfAborted();
    const last = await lastNumber(store, signal);
    const again = await findAgain(store, entry.id, { last, known, tools });
    if (again !== undefined) return { ...again, isAgain: true };
    const previous = known.get(last)?.digest ?? null;
    const recordedAt = new Date(clock.now()).toISOString();
    const record: TrailRecord = { ...entry, kind: RECORD_KIND, number: last + 1, previous, recordedAt };
    const bytes = bytesOf(record);
    if ((await store.putIfAbsent(keyOf(record.number), bytes, { signal })) === 'exists') continue;
    return { number: record.number, digest: digestOf(bytes), isAgain: false };
  }
  throw new RemoteError(`${store.name}: other writers were faster ${MOST_TRIES} times`, {
    service: 'the audit trail',
    retryable: true,
  });
}

/** The last record of a trail; undefined where it has none. */
export async function headOf(store: TrailStore, { signal }: StoreOptions): Promise<TrailHead | undefined> {
  const number = await lastNumber(store, signal);
  return number === 0 ? undefined : { number, digest: (await readKept(store, number, signal)).digest };
}

interface Kept {
  readonly record: TrailRecord;
  readonly digest: string;
}

async function lastNumber(store: TrailStore, signal: AbortSignal | undefined): Promise<number> {
  let last = 0;
  for await (const { key } of store.list(RECORDS, { signal })) last = Math.max(last, numberOf(key) ?? 0);
  return last;
}

/** Looks back as far as a run can have tried it before; the last record is read in any case. */
async function findAgain(
  store: TrailStore,
  id: string,
  { known, last, tools }: { readonly last: number; readonly known: Map<number, Kept>; readonly tools: AppendTools },
): Promise<TrailHead | undefined> {
  for (let number = last; number > 0; number--) {
    const kept = known.get(number) ?? (await readKept(store, number, tools.signal));
    known.set(number, kept);
    if (kept.record.id === id) return { number, digest: kept.digest };
    if (tools.clock.now() - Date.parse(kept.record.recordedAt) > AGAIN_WITHIN_MS) return undefined;
  }
  return undefined;
}

async function readKept(store: TrailStore, number: number, signal: AbortSignal | undefined): Promise<Kept> {
  const bytes = await readAll(await store.get(keyOf(number), { signal }));
  const read = readRecord(bytes);
  if (read.kind === 'record' && read.record.number === number) return { record: read.record, digest: digestOf(bytes) };
  throw new RemoteError(`${store.name}: ${keyOf(number)} is no record of the audit trail`, {
    service: 'the audit trail',
    retryable: false,
    hint: 'run verify; nothing is appended to a changed trail',
  });
}
