import { createHash } from 'node:crypto';
import { canonicalJson, type Verdict } from '@lockstep/base';

export const RECORD_KIND = 'lockstep-record/1';

export const EVENTS = [
  'release',
  'approval',
  'rollback',
  'migration',
  'drill',
  'audit',
  'incident',
  'access-change',
] as const;
export type TrailEvent = (typeof EVENTS)[number];

/** One thing that happened. It names no person but by their numeric id, and holds digests and verdicts, no contents. */
export interface TrailEntry {
  /** The same for a run that is tried again, so that it is recorded once: `release/20261130T072005Z-a93624/released`. */
  readonly id: string;
  readonly event: TrailEvent;
  /** What it is about: `production/web`. */
  readonly subject: string;
  readonly verdict: Verdict;
  /** A stable code: `released`. */
  readonly reason: string;
  /** The numeric id of the person on GitHub; null where no person did it. */
  readonly actor: number | null;
  readonly run: { readonly id: number; readonly attempt: number } | null;
  /** ISO 8601 in UTC, with milliseconds. */
  readonly happenedAt: string;
  /** SHA-256 in hex, of files that prove it, by their names. */
  readonly files: Readonly<Record<string, string>>;
}

export interface TrailRecord extends TrailEntry {
  readonly kind: typeof RECORD_KIND;
  /** From 1, without a gap. */
  readonly number: number;
  /** The digest of the record before it; null for the first. */
  readonly previous: string | null;
  /** By the clock of the writer: ISO 8601 in UTC, with milliseconds. */
  readonly recordedAt: string;
}

/** Where a chain ends: all that an anchor has to keep. */
export interface TrailHead {
  readonly number: number;
  /** SHA-256 in hex of the record's bytes. */
  readonly digest: string;
}

/** The bytes of a record, by which its digest is made. */
export function bytesOf(record: TrailRecord): Buffer {
  return Buffer.from(`${canonicalJson(record)}\n`);
}

/** A record has at most 50 names with a digest, and is far smaller. */
export const MOST_RECORD_BYTES = 64 * 1024;

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const PREFIX = 'records/';
const DIGITS = 9;
/** No key has room for more. */
export const MOST_RECORDS = 10 ** DIGITS - 1;

/** Where a record is kept: the number is the key, so that a place that stores a key once cannot fork the chain. */
export function keyOf(number: number): string {
  return `${PREFIX}${String(number).padStart(DIGITS, '0')}.json`;
}

export const RECORDS = PREFIX;

/** Undefined for a key that is none of a record. */
export function numberOf(key: string): number | undefined {
  const found = /^records\/(\d{9})\.json$/.exec(key);
  const number = Number(found?.[1] ?? 0);
  return number > 0 ? number : undefined;
}
