import { createHash } from 'node:crypto';
import { describe, type NotVerified } from '@lockstep/base';
import { readSchema, type Session } from '@lockstep/postgres';
import { inParallel } from '../create/pool.ts';
import { type Contents, MANIFEST_NAME, type Manifest } from '../manifest/manifest.ts';
import { type Restored, rowsThere } from '../restore/restore.ts';
import type { RowDigest } from '../rows/row-hash.ts';
import { ChangedObject, type Opened } from '../seal/sealed-object.ts';
import { readSequences } from '../source/inventory.ts';
import { withoutEventTriggers } from '../source/quiet-session.ts';
import { RESTORE_SETTINGS } from '../source/source-settings.ts';
import { compareRows, compareSchema, compareSequences, type Found } from './compare.ts';

export interface Verifying {
  readonly from: Opened;
  readonly manifest: Manifest;
  readonly contents: Contents;
  readonly parallel: number;
  readonly signal: AbortSignal | undefined;
}

/** What a restore does not read: the script and the sums; and objects that the manifest does not know. Throws ChangedObject. */
export async function readTheRest({ from, manifest, contents, signal }: Verifying): Promise<void> {
  const known = new Set([MANIFEST_NAME, manifest.contents.name, ...manifest.objects.map(({ name }) => name)]);
  for await (const { key } of from.target.list(from.prefix, { signal })) {
    if (!known.has(key.slice(from.prefix.length))) throw new ChangedObject(`${key} is in no manifest`);
  }
  for (const object of manifest.objects) {
    if (contents.order.includes(object.name)) continue;
    const hash = createHash('sha256');
    for await (const chunk of await from.target.get(`${from.prefix}${object.name}`, { signal })) hash.update(chunk);
    if (hash.digest('hex') !== object.sha256) throw new ChangedObject(`${object.name} is not what was stored`);
  }
}

export interface RestoredPlace {
  readonly restored: Restored;
  readonly rolesBefore: ReadonlySet<string>;
  readonly open: () => Promise<Session>;
}

/** Reads back every object, row and sequence of what was restored. */
export async function compareAll(verifying: Verifying, { restored, rolesBefore, open }: RestoredPlace): Promise<Found> {
  const { contents } = verifying;
  const sessions = await Promise.all(Array.from({ length: Math.max(1, verifying.parallel) }, open));
  for (const session of sessions) await session.rows(RESTORE_SETTINGS);
  const there = new Map<string, RowDigest>(restored.comparedAlready);
  const tables = contents.tables.filter(({ name }) => !there.has(name) && !restored.withoutRows.includes(name));
  await inParallel(
    sessions,
    tables,
    async (session, table) => {
      there.set(table.name, await rowsThere(session, table));
    },
    () => {
      for (const session of sessions) session.abandon();
    },
  );
  const [first] = sessions as [Session];
  await withoutEventTriggers(first);
  const schema = compareSchema(contents, await readSchema(first), rolesBefore, restored);
  const rows = compareRows(contents, there, restored);
  const values = await readSequences(first, await presentSequences(first, contents));
  for (const session of sessions) await session.close();
  return {
    checks: [...schema.checks, ...rows.checks, ...compareSequences(contents, values)],
    notVerified: [...schema.notVerified, ...rows.notVerified],
  };
}

async function presentSequences(session: Session, { sequences }: Contents): Promise<readonly string[]> {
  const rows = await session.rows("select oid::regclass::text from pg_catalog.pg_class where relkind = 'S'");
  const there = new Set(rows.map(([name]) => name));
  return sequences.map(({ name }) => name).filter((name) => there.has(name));
}

/** What could not be restored. */
export function refusedEntry({ object, error }: Restored['refused'][number]): NotVerified {
  const because = `the server refused it for want of an extension: ${describe(error)}`;
  return {
    id: 'backup-restores',
    what: object,
    because,
    remedy: 'use a server that has the extension',
    chosen: false,
  };
}

/** A security label whose provider the server does not have. */
export function refusedLabel({ object, error }: Restored['refusedLabels'][number]): NotVerified {
  return {
    id: 'backup-restores',
    what: object,
    because: `the server does not have its provider: ${describe(error)}`,
    remedy: 'use a server that loads the provider (shared_preload_libraries)',
    chosen: false,
  };
}
