import { type Anchor, anchorLine } from './anchor.ts';
import type { TrailHead } from './record.ts';
import type { StoreOptions, TrailStore } from './store.ts';

/** A place for anchors: a store, best one that locks what it holds. */
export interface AnchorPlace extends Pick<TrailStore, 'name' | 'putIfAbsent' | 'list'> {
  /** What is stored under a key, without its bytes; undefined where nothing is. */
  head(key: string, options: StoreOptions): Promise<{ readonly lockedUntilMs?: number } | undefined>;
}

export interface KeptAnchor {
  readonly key: string;
  /** Until when the place itself refuses to delete or change it; undefined where it does not, or does not say. */
  readonly lockedUntilMs: number | undefined;
}

const ANCHORS = 'anchors/';

/** Keeps the head of a trail, and reads back whether the place locks it. */
export async function keepAnchor(place: AnchorPlace, head: TrailHead, options: StoreOptions): Promise<KeptAnchor> {
  const key = anchorKey(head);
  await place.putIfAbsent(key, Buffer.from(`${anchorLine(head)}\n`), options);
  const stored = await place.head(key, options);
  return { key, lockedUntilMs: stored?.lockedUntilMs };
}

/**
 * All anchors of a place, with the time at which it got them. They are read from their keys, which nobody can change
 * without deleting them: new bytes under an old key say nothing.
 */
export async function anchorsAt(place: AnchorPlace, options: StoreOptions): Promise<readonly Anchor[]> {
  const anchors: Anchor[] = [];
  for await (const { key, modifiedMs } of place.list(ANCHORS, options)) {
    const [, number, digest = ''] = /^anchors\/(\d{9})-([0-9a-f]{64})$/.exec(key) ?? [];
    if (number === undefined || Number(number) === 0) continue;
    const at = modifiedMs === undefined ? {} : { atMs: modifiedMs };
    anchors.push({
      number: Number(number),
      digest,
      source: `${place.name}/${key.slice(0, key.indexOf('-') + 13)}…`,
      ...at,
    });
  }
  return anchors;
}

/** Number and digest are in the key, so that a second chain gets anchors of its own next to those of the first. */
function anchorKey({ digest, number }: TrailHead): string {
  return `${ANCHORS}${String(number).padStart(9, '0')}-${digest}`;
}
