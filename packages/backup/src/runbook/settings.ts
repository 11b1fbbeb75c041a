import { createHash } from 'node:crypto';
import { type Fields, isDay } from '@lockstep/base';
import type { Recovery } from '../policy/recovery.ts';

/** What only people know of a recovery: the section `runbook` of the policy file. */
export interface Runbook {
  /** Where the document is, below the repository's root. */
  readonly document: string;
  /** Who keeps it true, and how they are reached. */
  readonly owner: string;
  readonly restorers: readonly string[];
  /** Where the key that decrypts is kept. */
  readonly key: string;
  /** The place of the backups, as `to` names it. */
  readonly store: string;
  /** What a lost database is restored into. */
  readonly target: string;
  readonly everyMs: number;
  /** The day of the last review. */
  readonly reviewed: string;
  readonly reviewEveryMs: number;
}

const DAY_MS = 86_400_000;

/** Reads the section, and adds what is wrong in it to `problems`. */
export function readRunbook(fields: Fields, problems: string[]): Runbook {
  const required = (field: string, expected: string) => fields.text(field, { required: true, expected });
  const read: Runbook = {
    document: fields.text('document') || 'docs/BACKUP-RUNBOOK.md',
    owner: required('owner', 'who keeps the runbook true, and how they are reached'),
    restorers: fields.list('restorers'),
    key: required('key', 'where the key that decrypts is kept; never the key itself'),
    store: required('store', 'the place of the backups, such as s3://acme-backups/shop'),
    target: required('target', 'what a lost database is restored into'),
    everyMs: fields.duration('every', DAY_MS),
    reviewed: required('reviewed', 'the day of the last review, such as 2026-11-29'),
    reviewEveryMs: fields.duration('review-every', 180 * DAY_MS),
  };
  if (read.reviewed !== '' && !isDay(read.reviewed))
    fields.complain('reviewed', `expected a day such as 2026-11-29, got "${read.reviewed}"`);
  if (/AGE-SECRET-KEY-/i.test(read.key)) fields.complain('key', 'this is the key itself: write where it is kept');
  fields.refuseOthers();
  problems.push(...fields.problems);
  return read;
}

/** Changes with whatever the document says, but for what was measured. */
export function runbookDigest(runbook: Runbook, recovery: Recovery): string {
  return createHash('sha256')
    .update(JSON.stringify([runbook, recovery]))
    .digest('hex')
    .slice(0, 16);
}

/** How many people there are in a list: one who is there twice is one. */
export function peopleIn(restorers: readonly string[]): number {
  return new Set(restorers.map((one) => one.trim().toLowerCase())).size;
}
