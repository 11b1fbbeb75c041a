import type { Anchor } from '../../src/trail/anchor.ts';
import { bytesOf, digestOf, keyOf, type TrailRecord } from '../../src/trail/record.ts';
import type { StoredRecord } from '../../src/trail/verify.ts';
import { entry } from './entries.ts';

export const START = Date.parse('2026-03-01T08:00:00.000Z');
export const HOUR = 3_600_000;

export const iso = (ms: number) => new Date(ms).toISOString();

/** The nth record of an honest trail, a record an hour; its place in the chain comes with `chained`. */
export function recordOf(nth: number, atMs = START + nth * HOUR): TrailRecord {
  const at = iso(atMs);
  return { ...entry(nth), kind: 'lockstep-record/1', number: nth, previous: null, recordedAt: at, happenedAt: at };
}

/** With numbers and digests that fit, as whoever may write can make them. */
export function chained(records: readonly TrailRecord[]): readonly TrailRecord[] {
  let previous: string | null = null;
  return records.map((record, nth) => {
    const made = { ...record, number: nth + 1, previous };
    previous = digestOf(bytesOf(made));
    return made;
  });
}

/** In a place whose keys are numbered by their order, as lines of a branch are. */
export function storedInOrder(
  records: readonly TrailRecord[],
  modifiedMs: (record: TrailRecord, nth: number) => number | undefined,
): readonly StoredRecord[] {
  return records.map((record, nth) => ({
    key: keyOf(nth + 1),
    bytes: bytesOf(record),
    modifiedMs: modifiedMs(record, nth),
  }));
}

export function anchorOf(object: StoredRecord, number: number, source: string, atMs?: number): Anchor {
  return { number, digest: digestOf(object.bytes), source, ...(atMs === undefined ? {} : { atMs }) };
}

/** Numbers from 0 up to 1, the same for a seed. */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
