import { type Anchor, anchorLine } from './anchor.ts';
import { digestOf, keyOf, MOST_RECORD_BYTES, RECORDS, type TrailHead } from './record.ts';
import { readAll, type StoreOptions, type TrailStore } from './store.ts';

/** A place for anchors: a store, best one that locks what it holds. */
export interface AnchorPlace extends Pick<TrailStore, 'name' | 'putIfAbsent' | 'list' | 'everStored'> {
  /** What is stored under a key, without its bytes; undefined where nothing is. */
  head(key: string, options: StoreOptions): Promise<{ readonly lockedUntilMs?: number } | undefined>;
}

export interface KeptAnchor {
  readonly key: string;
  /** Until when the place itself refuses to delete or change it; undefined where it does not, or does not say. */
  readonly lockedUntilMs: number | undefined;
}

/** Anchors of a trail, and what cannot be known of them. */
export interface KnownAnchors {
  readonly anchors: readonly Anchor[];
  /** The place, where a delete could hide an anchor and this key may not see that; undefined where none is hidden. */
  readonly mayHide: string | undefined;
}

const ANCHORS = 'anchors/';

/**
 * The newest anchor that the trail does not fit to; undefined where it fits. A trail that was cut off or written anew is
 * not gone on with: a new anchor would hide behind it what the old one shows.
 */
export async function anchorAgainst(
  trail: TrailStore,
  place: AnchorPlace,
  options: StoreOptions,
): Promise<Anchor | undefined> {
  // First the anchors: what another writer appends meanwhile is no contradiction.
  const { anchors } = await listAnchors(place, options);
  const newest = anchors.reduce((most, { number }) => Math.max(most, number), 0);
  if (newest === 0) return undefined;
  const there = await digestAt(trail, newest, options);
  return anchors.find(({ digest, number }) => number === newest && digest !== there);
}

/** Keeps the head of a trail, and reads back whether the place locks it. */
export async function keepAnchor(place: AnchorPlace, head: TrailHead, options: StoreOptions): Promise<KeptAnchor> {
  const key = anchorKey(head);
  await place.putIfAbsent(key, Buffer.from(`${anchorLine(head)}\n`), options);
  const stored = await place.head(key, options);
  return { key, lockedUntilMs: stored?.lockedUntilMs };
}

/**
 * All anchors of a place, with the time at which it got them. They are read from their keys, which nobody can change
 * without deleting them: new bytes under an old key say nothing. A lock keeps the bytes, and lets a delete hide them: where
 * the place shows what is hidden, such an anchor counts like any other. The newest shows whether the place locks them.
 */
export async function readAnchors(place: AnchorPlace, nowMs: number, options: StoreOptions): Promise<KnownAnchors> {
  const { anchors, mayHide, newest } = await listAnchors(place, options);
  const stored = newest === undefined ? undefined : await place.head(newest, options);
  const isLocked = (stored?.lockedUntilMs ?? 0) > nowMs;
  return { anchors: isLocked ? anchors : anchors.map((anchor) => ({ ...anchor, isLoose: true })), mayHide };
}

/** And the key of the newest one that a delete does not hide. */
async function listAnchors(
  place: AnchorPlace,
  options: StoreOptions,
): Promise<KnownAnchors & { readonly newest: string | undefined }> {
  const anchors: Anchor[] = [];
  let newest: string | undefined;
  const { keys, mayHide } = await keysAt(place, options);
  for (const { atMs, isDeleted, key } of keys) {
    const [, number, digest = ''] = /^anchors\/(\d{9})-([0-9a-f]{64})$/.exec(key) ?? [];
    if (number === undefined || Number(number) === 0) continue;
    if (!isDeleted && (newest === undefined || key > newest)) newest = key;
    const name = `${place.name}/${key.slice(0, key.indexOf('-') + 13)}…`;
    anchors.push({
      number: Number(number),
      digest,
      source: isDeleted ? `${name} (deleted since)` : name,
      ...(atMs === undefined ? {} : { atMs }),
    });
  }
  return { anchors, mayHide, newest };
}

interface AnchorKey {
  readonly key: string;
  readonly atMs: number | undefined;
  readonly isDeleted: boolean;
}

async function keysAt(place: AnchorPlace, options: StoreOptions) {
  const ever = await place.everStored?.(ANCHORS, options);
  if (typeof ever === 'object')
    return {
      keys: ever.keys.map(({ firstMs, isDeleted, key }) => ({ key, atMs: firstMs, isDeleted })),
      mayHide: undefined,
    };
  const keys: AnchorKey[] = [];
  for await (const { key, modifiedMs } of place.list(ANCHORS, options))
    keys.push({ key, atMs: modifiedMs, isDeleted: false });
  return { keys, mayHide: ever === 'no-right' ? place.name : undefined };
}

/** Number and digest are in the key, so that a second chain gets anchors of its own next to those of the first. */
function anchorKey({ digest, number }: TrailHead): string {
  return `${ANCHORS}${String(number).padStart(9, '0')}-${digest}`;
}

/** Undefined where it is not there. */
async function digestAt(trail: TrailStore, number: number, options: StoreOptions): Promise<string | undefined> {
  const key = keyOf(number);
  let isThere = false;
  for await (const one of trail.list(RECORDS, options)) if (one.key === key) isThere = true;
  return isThere ? digestOf(await readAll(await trail.get(key, options), MOST_RECORD_BYTES)) : undefined;
}
