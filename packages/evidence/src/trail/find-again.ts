import { type Clock, RemoteError } from '@lockstep/base';
import { readRecord } from './read-record.ts';
import { digestOf, keyOf, MOST_RECORD_BYTES, type TrailEntry, type TrailHead, type TrailRecord } from './record.ts';
import { readAll, type TrailStore } from './store.ts';

/** A record as the store has it. */
export interface Kept {
  readonly record: TrailRecord;
  readonly digest: string;
}

export interface Again extends TrailHead {
  /** What is there under its id says something else happened: someone took the id, or the same run ended otherwise. */
  readonly differs: boolean;
}

export interface Looking {
  readonly numbers: ReadonlySet<number>;
  /** What was read before, and what this reads. */
  readonly known: Map<number, Kept>;
  readonly tools: { readonly clock: Clock; readonly signal: AbortSignal };
}

/** GitHub runs a job again within 30 days (https://docs.github.com/actions/managing-workflow-runs/re-running-workflows-and-jobs). */
const AGAIN_WITHIN_MS = 31 * 86_400_000;
/** Clocks of runners differ by so much. */
const CLOCKS_MS = 5 * 60_000;
/** So many records are read at the same time. */
const AT_ONCE = 8;

/**
 * Those that are recorded already, however long ago: an id that is in a trail twice is a fault of it for good. The last record is
 * read in any case. Throws RemoteError where the trail was changed lately; what is wrong with older records is a matter of
 * `verify`, and keeps nothing out.
 */
export async function findAgain(
  store: TrailStore,
  entries: readonly TrailEntry[],
  { known, numbers, tools }: Looking,
): Promise<ReadonlyMap<string, Again>> {
  const wanted = new Map(entries.map((entry) => [entry.id, entry]));
  const found = new Map<string, Again>();
  const happened = entries.map(({ happenedAt }) => Date.parse(happenedAt));
  const since = Math.min(tools.clock.now() - AGAIN_WITHIN_MS, ...happened) - CLOCKS_MS;
  // By what is there, not by what could be: anyone can write a key with the highest number.
  const newest = [...numbers].sort((a, b) => b - a);
  let expected = newest[0] ?? 0;
  let isLong = false;
  for await (const { kept, number } of inOrder(store, newest, { known, signal: tools.signal })) {
    if (!isLong && number !== expected) throw changed(store, `there is no ${keyOf(expected)}`);
    expected = number - 1;
    if (kept === undefined) {
      if (isLong) continue;
      throw noRecord(store, number);
    }
    known.set(number, kept);
    const { id, recordedAt } = kept.record;
    const entry = wanted.get(id);
    if (entry !== undefined) found.set(id, { number, digest: kept.digest, differs: !isSame(entry, kept.record) });
    if (found.size === wanted.size) return found;
    isLong ||= Date.parse(recordedAt) < since;
  }
  if (!isLong && expected > 0) throw changed(store, `there is no ${keyOf(expected)}`);
  return found;
}

/** Records in the order of these numbers, some of them read at the same time; undefined for what is none. */
async function* inOrder(
  store: TrailStore,
  numbers: readonly number[],
  { known, signal }: { readonly known: ReadonlyMap<number, Kept>; readonly signal: AbortSignal },
): AsyncIterable<{ readonly number: number; readonly kept: Kept | undefined }> {
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    signal.throwIfAborted();
    const some = numbers.slice(from, from + AT_ONCE);
    const reads = some.map(async (number) => known.get(number) ?? (await keptIn(store, number, signal)));
    // One that cannot be read is a matter for who comes so far.
    await Promise.allSettled(reads);
    for (const [nth, number] of some.entries()) yield { number, kept: await reads[nth] };
  }
}

/** A try that comes later may be of another attempt, another moment, and a person whose account is gone. */
function isSame(entry: TrailEntry, record: TrailRecord): boolean {
  return (['event', 'subject', 'verdict', 'reason'] as const).every((name) => entry[name] === record[name]);
}

export async function readKept(store: TrailStore, number: number, signal: AbortSignal | undefined): Promise<Kept> {
  const kept = await keptIn(store, number, signal);
  if (kept === undefined) throw noRecord(store, number);
  return kept;
}

async function keptIn(store: TrailStore, number: number, signal: AbortSignal | undefined): Promise<Kept | undefined> {
  const bytes = await readAll(await store.get(keyOf(number), { signal }), MOST_RECORD_BYTES);
  const read = readRecord(bytes);
  const isRecord = read.kind === 'record' && read.record.number === number;
  return isRecord ? { record: read.record, digest: digestOf(bytes) } : undefined;
}

function noRecord(store: TrailStore, number: number): RemoteError {
  return changed(store, `${keyOf(number)} is no record of the audit trail`);
}

export function changed({ name }: TrailStore, what: string): RemoteError {
  return new RemoteError(`${name}: ${what}`, {
    service: 'the audit trail',
    retryable: false,
    hint: 'run verify; nothing is appended to a changed trail',
  });
}
