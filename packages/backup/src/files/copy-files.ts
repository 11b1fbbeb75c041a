import { createHash } from 'node:crypto';
import type { Clock, Logger } from '@lockstep/base';
import { isMap } from '@lockstep/base';
import { inParallel } from '../create/pool.ts';
import type { Tier } from '../manifest/manifest.ts';
import { textOf } from '../manifest/read-manifest.ts';
import { type ObjectRecord, type Seal, store, storeSealed } from '../seal/sealed-object.ts';
import { type BackupTarget, MissingObject } from '../targets/target.ts';
import { FILES_NAME, type FileRecord, type FileRow, type FilesSummary, fingerprint } from './file-list.ts';
import type { FileSource } from './file-source.ts';
import { generationOf } from './generation.ts';

export interface FileOptions {
  readonly mode: 'list' | 'copy';
  /** Undefined where they are only listed. */
  readonly source: FileSource | undefined;
  /** How long copying may take; what is left comes with the next backup. */
  readonly maxDurationMs: number;
}

export interface Storing extends FileOptions {
  readonly files: readonly FileRow[];
  readonly tier: Tier;
  readonly id: string;
  readonly takenAtMs: number;
  /** Of the backup. */
  readonly seal: Seal;
  readonly parallel: number;
  readonly clock: Clock;
  readonly log: Logger;
}

/** So many files, or bytes, at most are copied again where a run was killed. */
const PART_FILES = 200;
const PART_BYTES = 256 * 1024 * 1024;

type Stored = NonNullable<FileRecord['stored']>;

/** Stores the list of files, and the bytes of those that no earlier backup of the same generation has. */
export async function storeFiles(storing: Storing): Promise<{ object: ObjectRecord; summary: FilesSummary }> {
  const records = storing.mode === 'copy' ? await copyAll(storing) : storing.files.map(listed);
  const object = await storeSealed(storing.seal, FILES_NAME, lines(records));
  const many = (state: FileRecord['state']) => records.filter((record) => record.state === state).length;
  const own = `${generationOf(storing.tier, storing.takenAtMs)}${storing.id}/`;
  const kept = records.filter(({ stored }) => stored !== null);
  const copied = kept.filter(({ stored }) => stored?.name.startsWith(own)).length;
  return {
    object,
    summary: {
      mode: storing.mode,
      files: records.length,
      bytes: records.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
      copied,
      reused: kept.length - copied,
      gone: many('gone'),
      changed: many('changed'),
      left: many('left'),
      object: object.name,
    },
  };
}

function listed(file: FileRow): FileRecord {
  return { ...file, state: 'listed', stored: null };
}

async function* lines(records: readonly FileRecord[]): AsyncGenerator<Buffer> {
  for (const record of records) yield Buffer.from(`${JSON.stringify(record)}\n`);
}

async function copyAll(storing: Storing): Promise<readonly FileRecord[]> {
  const { files, seal, clock, log, source, maxDurationMs } = storing;
  if (source === undefined) throw new Error('files are copied from a source');
  const generation = generationOf(storing.tier, storing.takenAtMs);
  const known = await readIndexes(seal.target, generation, seal.signal);
  const own: Seal = { ...seal, prefix: `${generation}${storing.id}/` };
  const index = new Index(own);
  const records: FileRecord[] = [];
  const startedMs = clock.now();
  const workers = Array.from({ length: Math.max(1, storing.parallel) }, () => source);
  // One copy that fails ends the others.
  const stop = new AbortController();
  const signal = seal.signal === undefined ? stop.signal : AbortSignal.any([seal.signal, stop.signal]);
  await inParallel(
    workers,
    [...files.entries()],
    async (from, [at, file]) => {
      const print = fingerprint(file);
      const before = known.get(print);
      if (before !== undefined) records[at] = { ...file, state: 'copied', stored: before };
      else if (clock.now() - startedMs > maxDurationMs) records[at] = { ...file, state: 'left', stored: null };
      else {
        records[at] = await copyFile({ ...own, signal }, from, file, `${String(at + 1).padStart(7, '0')}`);
        const { state, stored } = records[at];
        // Bytes that are not those of the row are looked at again by the next backup.
        if (state === 'copied' && stored !== null) await index.add(print, stored);
      }
    },
    () => stop.abort(new Error('another file could not be copied')),
  );
  await index.flush();
  log.info(`files: ${records.length} listed, ${known.size} known before`);
  return records;
}

/** Copies one file, and compares what came with what its row says of it. */
async function copyFile(seal: Seal, source: FileSource, file: FileRow, name: string): Promise<FileRecord> {
  const md5 = createHash('md5');
  let bytes = 0;
  try {
    const chunks = await source.open(file.bucket, file.name, seal.signal);
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        md5.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    }
    const { name: key, ...stored } = await storeSealed(seal, name, counted());
    const isAsSaid = (file.bytes === null || file.bytes === bytes) && fits(file.etag, md5.digest('hex'));
    return { ...file, state: isAsSaid ? 'copied' : 'changed', stored: { name: `${seal.prefix}${key}`, ...stored } };
  } catch (error) {
    if (error instanceof MissingObject) return { ...file, state: 'gone', stored: null };
    throw error;
  }
}

/** The ETag of what was sent in one part is its MD5; that of several parts has a dash, and says nothing here. */
export function fits(etag: string | null, md5: string): boolean {
  return etag === null || !/^[0-9a-f]{32}$/.test(etag) || etag === md5;
}

/** Files that are stored, by their fingerprints: written every now and then, so that a run that is killed is not lost. */
class Index {
  readonly #seal: Seal;
  #entries: [string, Stored][] = [];
  #bytes = 0;
  #part = 0;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(seal: Seal) {
    this.#seal = seal;
  }

  async add(print: string, stored: Stored): Promise<void> {
    this.#entries.push([print, stored]);
    this.#bytes += stored.bytes;
    if (this.#entries.length >= PART_FILES || this.#bytes >= PART_BYTES) await this.flush();
  }

  async flush(): Promise<void> {
    const entries = this.#entries;
    this.#entries = [];
    this.#bytes = 0;
    if (entries.length > 0) {
      const name = `index-${String(++this.#part).padStart(5, '0')}.json`;
      const body = Buffer.from(`${JSON.stringify(Object.fromEntries(entries))}\n`);
      this.#writing = this.#writing.then(() => store(this.#seal, name, once(body)));
    }
    await this.#writing;
  }
}

async function* once(body: Buffer): AsyncGenerator<Buffer> {
  yield body;
}

/** What earlier backups of a generation have stored. An index that cannot be read costs a copy, and nothing else. */
async function readIndexes(
  target: BackupTarget,
  generation: string,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, Stored>> {
  const known = new Map<string, Stored>();
  const objects = new Map<string, number>();
  const indexes: string[] = [];
  for await (const { key, bytes } of target.list(generation, { signal })) {
    if (/\/index-\d+\.json$/.test(key)) indexes.push(key);
    else objects.set(key, bytes);
  }
  for (const key of indexes) {
    for (const [print, stored] of Object.entries(parse(await textOf(await target.get(key, { signal })))))
      if (isStored(stored) && objects.get(stored.name) === stored.bytes) known.set(print, stored);
  }
  return known;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const data: unknown = JSON.parse(text);
    return isMap(data) ? data : {};
  } catch {
    return {};
  }
}

function isStored(value: unknown): value is Stored {
  return (
    isMap(value) &&
    typeof value['name'] === 'string' &&
    typeof value['bytes'] === 'number' &&
    typeof value['sha256'] === 'string'
  );
}
