import { createHash } from 'node:crypto';
import { canonicalJson } from '@lockstep/base';
import type { FilesSummary } from '../files/file-list.ts';
import type { RowDigest } from '../rows/row-hash.ts';
import type { Encryption } from '../seal/recipients.ts';
import type { ObjectRecord } from '../seal/sealed-object.ts';
import type { NotContained, SequenceValue } from '../source/inventory.ts';

/** The number changes where an older reader could not read a newer backup. */
export const MANIFEST_KIND = 'lockstep-backup/1';
export const MANIFEST_NAME = 'manifest.json';

export const TIERS = ['daily', 'weekly', 'monthly', 'yearly'] as const;
/** How long it is kept: by what the place of backups deletes under this name. */
export type Tier = (typeof TIERS)[number];

/**
 * What everybody who can list the place may know of a backup. Written last and only where none is, so that what is not
 * whole is no backup. What is in it by name is in its contents, which are encrypted as the rows are.
 */
export interface Manifest {
  readonly kind: typeof MANIFEST_KIND;
  readonly id: string;
  readonly tier: Tier;
  /** When the snapshot was taken, by the server's clock; ISO 8601 in UTC. */
  readonly takenAt: string;
  readonly finishedAt: string;
  readonly source: SourceRecord;
  readonly encryption: Encryption;
  readonly totals: { readonly tables: number; readonly rows: number; readonly bytes: number };
  readonly contents: ObjectRecord;
  readonly objects: readonly ObjectRecord[];
  /** Of Supabase Storage; absent where the database has none, or they were not asked for. */
  readonly files?: FilesSummary;
  readonly tool: { readonly name: string; readonly version: string };
  /** Of all above. */
  readonly digest: string;
}

export interface SourceRecord {
  readonly database: string;
  readonly encoding: string;
  readonly serverVersion: string;
  readonly major: number;
  readonly systemIdentifier: string | null;
}

export const CONTENTS_KIND = 'lockstep-backup-contents/1';
export const CONTENTS_NAME = 'contents.json';

/** What is in a backup, by name. */
export interface Contents {
  readonly kind: typeof CONTENTS_KIND;
  readonly id: string;
  readonly takenAt: string;
  readonly source: SourceRecord;
  readonly snapshot: { readonly id: string; readonly lsn: string | null };
  readonly tables: readonly TableRecord[];
  readonly sequences: readonly SequenceValue[];
  /** Every object with its definition, as readSchema gives it. */
  readonly schema: readonly (readonly [object: string, lines: readonly string[]])[];
  readonly schemaDigest: string;
  readonly roles: readonly string[];
  readonly extensions: readonly { readonly name: string; readonly version: string }[];
  readonly notContained: readonly NotContained[];
  /** Tables whose definitions are not contained either. */
  readonly withoutTables: readonly string[];
  /** The migrations that were applied, by the table that lists them. */
  readonly migrations: readonly { readonly table: string; readonly versions: readonly string[] }[];
  /** The release that was live, where the caller knew it. */
  readonly release: string | null;
  /** The objects in the order in which they are restored. */
  readonly order: readonly string[];
}

export interface TableRecord extends RowDigest {
  /** Qualified and quoted. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Of the columns; backups of the first version do not have them. */
  readonly types?: readonly string[];
  /** Of the rows that an extension keeps for its users. */
  readonly condition: string | null;
  /** The name of its object. */
  readonly object: string;
}

export function manifestDigest(manifest: Omit<Manifest, 'digest'>): string {
  return createHash('sha256').update(canonicalJson(manifest)).digest('hex');
}

export function schemaDigest(schema: Contents['schema']): string {
  return createHash('sha256').update(canonicalJson(schema)).digest('hex');
}

/** The prefix of a backup below the place of all. */
export function backupPrefix(tier: Tier, id: string): string {
  return `${tier}/${id}/`;
}

const ID = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-[0-9a-f]{8}$/;

/** Sorts as time does. */
export function backupId(takenAtMs: number, random: string): string {
  return `${new Date(takenAtMs).toISOString().replace(/[-:]|\.\d+/g, '')}-${random}`;
}

export function isBackupId(text: string): boolean {
  return ID.test(text);
}

/** When its snapshot was taken, by its id alone. */
export function takenAtOf(id: string): number | undefined {
  const [, year, month, day, hour, minute, second] = ID.exec(id) ?? [];
  if (year === undefined) return undefined;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
