import { type Clock, InputError, RemoteError } from '@lockstep/base';
import { type Again, changed, findAgain, type Kept, readKept } from './find-again.ts';
import { entryProblems } from './read-record.ts';
import {
  bytesOf,
  digestOf,
  keyOf,
  MOST_RECORDS,
  numberOf,
  RECORD_KIND,
  RECORDS,
  type TrailEntry,
  type TrailHead,
  type TrailRecord,
} from './record.ts';
import type { NewObject, StoreOptions, TrailStore } from './store.ts';

export interface AppendTools {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Records that this writer has read, by their numbers: they never change, and one that appends often reads each once. */
  readonly known?: Map<number, Kept>;
}

export interface Appended extends Again {
  /** It was there already: this run, or an earlier try of it, had recorded it. */
  readonly isAgain: boolean;
}

/** Clocks of runners differ by so much. */
const CLOCKS_MS = 5 * 60_000;
/** Each try that is lost to another writer is a record of that writer. */
const MOST_TRIES = 100;

/** Appends an entry; see `appendEntries`. */
export async function appendEntry(store: TrailStore, entry: TrailEntry, tools: AppendTools): Promise<Appended> {
  const [appended] = await appendEntries(store, [entry], tools);
  if (appended === undefined) throw new Error('nothing was appended');
  return appended;
}

/**
 * Appends entries in their order, each once however often it is tried: each record has the key after the last one, which
 * the store gives to one writer alone. Throws InputError for what is no entry, and RemoteError where the store failed or
 * what is last in it is no record; what was appended by then is found by the next try.
 */
export async function appendEntries(
  store: TrailStore,
  entries: readonly TrailEntry[],
  tools: AppendTools,
): Promise<readonly Appended[]> {
  assertEntries(entries, tools.clock.now());
  const { known = new Map<number, Kept>() } = tools;
  const ended = new Map<string, Appended>();
  const isOpen = ({ id }: TrailEntry) => !ended.has(id);
  for (let tries = 0; tries < MOST_TRIES && entries.some(isOpen); tries++) {
    tools.signal.throwIfAborted();
    const numbers = await numbersIn(store, tools.signal);
    const last = lastOf(numbers);
    const open = entries.filter(isOpen);
    for (const [id, again] of await findAgain(store, open, { numbers, known, tools }))
      ended.set(id, { ...again, isAgain: true });
    assertClock(store, known.get(last)?.record, tools.clock.now());
    assertRoom(store, last + entries.filter(isOpen).length);
    const links = chainOf(entries.filter(isOpen), { last, previous: known.get(last)?.digest ?? null, tools });
    for (const { head, id } of await putLinks(store, links, tools))
      ended.set(id, { ...head, isAgain: false, differs: false });
  }
  if (!entries.some(isOpen)) return entries.flatMap(({ id }) => ended.get(id) ?? []);
  throw new RemoteError(`${store.name}: other writers were faster ${MOST_TRIES} times`, {
    service: 'the audit trail',
    retryable: true,
  });
}

function assertEntries(entries: readonly TrailEntry[], nowMs: number): void {
  // One that is to come would be a fault of the trail for good.
  const toCome = ({ happenedAt }: TrailEntry) =>
    Date.parse(happenedAt) > nowMs + CLOCKS_MS ? [`happenedAt: ${happenedAt} is still to come`] : [];
  const problems = entries.flatMap((entry, nth) =>
    [...entryProblems(entry), ...toCome(entry)].map(
      (problem) => `entry${entries.length === 1 ? '' : ` ${nth + 1}`}: ${problem}`,
    ),
  );
  const ids = entries.map(({ id }) => id);
  const twice = ids.filter((id, nth) => ids.indexOf(id) !== nth);
  if (problems.length === 0 && twice.length > 0) problems.push(`entries: the id ${twice[0]} is there twice`);
  if (problems.length > 0) throw new InputError(problems);
}

/** A record that is dated before the one that it follows would look like tampering for good. */
function assertClock(store: TrailStore, last: TrailRecord | undefined, nowMs: number): void {
  if (last === undefined || Date.parse(last.recordedAt) <= nowMs + CLOCKS_MS) return;
  throw new RemoteError(
    `${store.name}: the last record is of ${last.recordedAt}, and here it is ${new Date(nowMs).toISOString()}`,
    {
      service: 'the audit trail',
      retryable: false,
      hint: 'set the clock of this machine; where it is right, the machine that wrote the last record was ahead: run it again after that time',
    },
  );
}

/** Only someone who writes as they like comes so far: what came after that number would be read by no one. */
function assertRoom(store: TrailStore, upTo: number): void {
  if (upTo > MOST_RECORDS) throw changed(store, `there is a record ${MOST_RECORDS}, after which there can be none`);
}

interface Link extends NewObject {
  readonly id: string;
  readonly head: TrailHead;
}

/** The records of entries, each after the one before it. */
function chainOf(
  entries: readonly TrailEntry[],
  { last, previous, tools }: { readonly last: number; readonly previous: string | null; readonly tools: AppendTools },
): readonly Link[] {
  let before = previous;
  return entries.map((entry, nth) => {
    const recordedAt = new Date(tools.clock.now()).toISOString();
    const number = last + nth + 1;
    const body = bytesOf({ ...entry, kind: RECORD_KIND, number, previous: before, recordedAt });
    before = digestOf(body);
    return { id: entry.id, key: keyOf(number), body, head: { number, digest: before } };
  });
}

/** Puts as many as this writer gets, and gives those. */
async function putLinks(store: TrailStore, links: readonly Link[], { signal }: AppendTools): Promise<readonly Link[]> {
  if (links.length > 1 && store.putAllIfAbsent !== undefined)
    return (await store.putAllIfAbsent(links, { signal })) === 'stored' ? links : [];
  for (const [nth, { body, key }] of links.entries())
    if ((await store.putIfAbsent(key, body, { signal })) === 'exists') return links.slice(0, nth);
  return links;
}

/** The last record of a trail; undefined where it has none. */
export async function headOf(store: TrailStore, { signal }: StoreOptions): Promise<TrailHead | undefined> {
  const number = lastOf(await numbersIn(store, signal));
  return number === 0 ? undefined : { number, digest: (await readKept(store, number, signal)).digest };
}

async function numbersIn(store: TrailStore, signal: AbortSignal | undefined): Promise<ReadonlySet<number>> {
  const numbers = new Set<number>();
  for await (const { key } of store.list(RECORDS, { signal })) {
    const number = numberOf(key);
    if (number !== undefined) numbers.add(number);
  }
  return numbers;
}

function lastOf(numbers: ReadonlySet<number>): number {
  let last = 0;
  for (const number of numbers) if (number > last) last = number;
  return last;
}
