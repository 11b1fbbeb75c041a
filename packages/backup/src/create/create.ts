import { randomBytes } from 'node:crypto';
import { InputError } from '@lockstep/base';
import type { Session } from '@lockstep/postgres';
import type { FileRow, FilesSummary } from '../files/file-list.ts';
import { copying, listing } from '../files/lazily.ts';
import {
  backupId,
  backupPrefix,
  MANIFEST_KIND,
  MANIFEST_NAME,
  type Manifest,
  manifestDigest,
} from '../manifest/manifest.ts';
import { checksumFile, RESTORE_NAME, restoreScript, SUMS_NAME } from '../manifest/restore-script.ts';
import { refuseUnfitDump } from '../schema/native-dump.ts';
import { type ObjectRecord, type Seal, store } from '../seal/sealed-object.ts';
import { GaveWay, GiveWay } from '../source/give-way.ts';
import type { NotContained } from '../source/inventory.ts';
import { LockNotGranted, openSource, type Snapshot, takeSnapshot } from '../source/snapshot.ts';
import type { CreateOptions } from './options.ts';
import { storeContents } from './store-contents.ts';

/** How it ended. But for `backed-up`, there is no new backup: what was stored of it has no manifest. */
export type Created =
  | { readonly kind: 'backed-up'; readonly manifest: Manifest; readonly notContained: readonly NotContained[] }
  | { readonly kind: 'rows-hidden'; readonly tables: readonly string[] }
  | { readonly kind: 'not-readable'; readonly tables: readonly string[] }
  | { readonly kind: 'large-objects'; readonly count: number }
  | { readonly kind: 'nothing-to-back-up' }
  | { readonly kind: 'lock-timeout'; readonly why: string }
  | { readonly kind: 'gave-way'; readonly to: GaveWay['to']; readonly why: string }
  | { readonly kind: 'id-taken'; readonly id: string };

/** Makes a backup. Throws InputError, RemoteError, and the signal's reason; nothing of it is left in the source then. */
export async function createBackup(options: CreateOptions): Promise<Created> {
  const { target, log, signal } = options;
  const watcher = await openSource(target, log, signal);
  const { clock, maxDurationMs } = options;
  const giveWay = new GiveWay({ session: watcher, clock, log, maxDurationMs });
  const sessions: Session[] = [];
  const open = async () => {
    const session = await openSource(target, log, signal);
    sessions.push(session);
    giveWay.watch(session);
    return session;
  };
  let working: Promise<unknown> = Promise.resolve();
  try {
    await giveWay.refuseRelease();
    const keeper = await open();
    giveWay.start();
    const ends = either(signal, giveWay.signal);
    const release = async () => {
      await giveWay.end();
      for (const session of sessions) session.abandon();
    };
    const backingUp = backUp({ ...options, signal: ends }, keeper, { open, release });
    working = backingUp.catch(() => undefined);
    return await untilAborted(ends, backingUp);
  } catch (error) {
    return endOf(giveWay.signal.aborted ? giveWay.signal.reason : error);
  } finally {
    await giveWay.end();
    for (const session of sessions) session.abandon();
    // So that an upload that is under way can take back what it sent.
    const settled = new AbortController();
    await Promise.race([working, clock.sleep(SETTLE_MS, settled.signal).catch(() => undefined)]);
    settled.abort();
    await watcher.close();
  }
}

/** A runner that is cancelled has ten seconds before it is killed. */
const SETTLE_MS = 5_000;

interface Sessions {
  readonly open: () => Promise<Session>;
  /** Ends all of them, and their locks, once nothing more is read from the database. */
  readonly release: () => Promise<void>;
}

async function backUp(options: CreateOptions, keeper: Session, { open, release }: Sessions): Promise<Created> {
  const { target, selection, lockTimeoutMs, pgDumpPath, log, clock, signal } = options;
  if (pgDumpPath !== undefined) await refuseUnfitDump(pgDumpPath, Math.floor(keeper.version / 10_000), signal);
  const access = { target, log, clock, signal };
  const snapshot = await takeSnapshot(keeper, { access, selection, lockTimeoutMs });
  const refused = refusal(snapshot);
  if (refused !== undefined) return refused;
  const { facts, inventory } = snapshot;
  const id = backupId(facts.takenAtMs, randomBytes(4).toString('hex'));
  const prefix = backupPrefix(options.tier, id);
  const seal: Seal = { target: options.place, prefix, encryption: options.encryption, signal };
  const stored = await storeContents({ ...options, id, seal, snapshot, open });
  const files = await listFiles(options, keeper);
  const objects = [...stored.objects];
  objects.push(await store(seal, RESTORE_NAME, textOnce(restoreScript(stored.contents.order))));
  objects.push(await store(seal, SUMS_NAME, textOnce(checksumFile([...objects, stored.record]))));
  let summary: FilesSummary | undefined;
  if (files !== undefined && options.files !== undefined) {
    // Files may take hours: nothing in the database waits for them.
    await release();
    const { storeFiles } = await copying();
    const { tier, parallel } = options;
    const takenAtMs = facts.takenAtMs;
    const kept = await storeFiles({ ...options.files, files, tier, id, takenAtMs, seal, parallel, clock, log });
    summary = kept.summary;
    objects.push(kept.object);
  }
  const manifest = await writeManifest(options, seal, { ...stored, objects, id, files: summary });
  return manifest === undefined
    ? { kind: 'id-taken', id }
    : { kind: 'backed-up', manifest, notContained: inventory.notContained };
}

/** The files that the database knows, as of the snapshot. Throws InputError where they cannot be copied as asked for. */
async function listFiles({ files }: CreateOptions, keeper: Session): Promise<readonly FileRow[] | undefined> {
  if (files === undefined) return undefined;
  const { hasFiles, readFiles } = await listing();
  if (await hasFiles(keeper)) return readFiles(keeper);
  if (files.mode === 'list') return undefined;
  throw new InputError('storage-files: the database has no table storage.objects that this role may read');
}

/** What a backup that leaves it out without a word would be worse than none for. */
function refusal({ inventory }: Snapshot): Created | undefined {
  if (inventory.hidden.length > 0) return { kind: 'rows-hidden', tables: inventory.hidden };
  if (inventory.unreadable.length > 0) return { kind: 'not-readable', tables: inventory.unreadable };
  if (inventory.largeObjects > 0) return { kind: 'large-objects', count: inventory.largeObjects };
  return inventory.toLock.length === 0 ? { kind: 'nothing-to-back-up' } : undefined;
}

type Stored = Awaited<ReturnType<typeof storeContents>>;

/** Undefined where there is one already. */
async function writeManifest(
  { tier, encryption, tool, clock, signal }: CreateOptions,
  { target, prefix }: Seal,
  stored: Stored & {
    readonly id: string;
    readonly objects: readonly ObjectRecord[];
    readonly files: FilesSummary | undefined;
  },
): Promise<Manifest | undefined> {
  const { contents, record, objects, id, files } = stored;
  const sum = (what: 'rows' | 'bytes') => contents.tables.reduce((total, table) => total + table[what], 0);
  const plain = {
    kind: MANIFEST_KIND,
    id,
    tier,
    takenAt: contents.takenAt,
    finishedAt: new Date(clock.now()).toISOString(),
    source: contents.source,
    encryption,
    totals: { tables: contents.tables.length, rows: sum('rows'), bytes: sum('bytes') },
    contents: record,
    objects,
    ...(files === undefined ? {} : { files }),
    tool,
  } as const;
  const manifest: Manifest = { ...plain, digest: manifestDigest(plain) };
  const body = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  const put = await target.putIfAbsent(`${prefix}${MANIFEST_NAME}`, body, { signal, contentType: 'application/json' });
  return put === 'stored' ? manifest : undefined;
}

/** Ends that are no error of ours or of the world. */
function endOf(error: unknown): Created {
  if (error instanceof GaveWay) return { kind: 'gave-way', to: error.to, why: error.message };
  if (error instanceof LockNotGranted) return { kind: 'lock-timeout', why: error.message };
  throw error;
}

async function* textOnce(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

function either(outer: AbortSignal | undefined, inner: AbortSignal): AbortSignal {
  return outer === undefined ? inner : AbortSignal.any([outer, inner]);
}

/** Ends with the signal's reason as soon as it aborts. */
async function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}
