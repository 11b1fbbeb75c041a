import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import type { BackupTarget, ReadOptions } from '../targets/target.ts';
import { CannotDecrypt, decrypt, type Encryption, encrypt } from './recipients.ts';

/** An object of a backup as its manifest knows it. */
export interface ObjectRecord {
  /** Below the backup's own prefix. */
  readonly name: string;
  /** Of the stored bytes. */
  readonly bytes: number;
  readonly sha256: string;
}

export interface Seal {
  readonly target: BackupTarget;
  /** Of the backup, with its slash. */
  readonly prefix: string;
  readonly encryption: Encryption;
  readonly signal: AbortSignal | undefined;
}

const GZIP = { level: 1, chunkSize: 256 * 1024 };

/** Compresses, encrypts, hashes and stores a stream; its name gets `.gz`, and `.age` where it is encrypted. */
export async function storeSealed(seal: Seal, name: string, plain: AsyncIterable<Uint8Array>): Promise<ObjectRecord> {
  const packed = compress(plain);
  const isSealed = seal.encryption.kind === 'age';
  const body = seal.encryption.kind === 'age' ? await encrypt(packed, seal.encryption.recipients) : packed;
  return store(seal, `${name}.gz${isSealed ? '.age' : ''}`, body);
}

/** Stores a stream as it is. */
export async function store(seal: Seal, name: string, body: AsyncIterable<Uint8Array>): Promise<ObjectRecord> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  const stored = await seal.target.put(`${seal.prefix}${name}`, hashed(), { signal: seal.signal });
  if (stored.bytes !== bytes) throw new Error(`${name}: ${bytes} bytes were sent, and ${stored.bytes} are stored`);
  return { name, bytes, sha256: hash.digest('hex') };
}

async function* compress(plain: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(plain, { objectMode: true });
  const gzip = createGzip(GZIP);
  source.once('error', (error) => gzip.destroy(error));
  try {
    yield* source.pipe(gzip) as AsyncIterable<Uint8Array>;
  } finally {
    source.destroy();
    gzip.destroy();
  }
}

/** The stored bytes are not those of the manifest. */
export class ChangedObject extends Error {
  override readonly name = 'ChangedObject';
}

export interface Opened {
  readonly target: BackupTarget;
  readonly prefix: string;
  readonly identities: readonly string[];
}

/**
 * What storeSealed was given, while the stored bytes are compared with their record. Throws MissingObject, CannotDecrypt,
 * ChangedObject: at the latest at its end, so nothing of it counts before that.
 */
export async function* openSealed(from: Opened, record: ObjectRecord, options: ReadOptions): AsyncGenerator<Buffer> {
  const key = `${from.prefix}${record.name}`;
  const stored = verified(await from.target.get(key, options), record);
  const packed = record.name.endsWith('.age') ? decrypt(stored, from.identities) : stored;
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  const source = Readable.from(packed, { objectMode: true });
  source.once('error', (error) => gunzip.destroy(error));
  try {
    yield* source.pipe(gunzip) as AsyncIterable<Buffer>;
  } catch (error) {
    // Another key, or other bytes: only the digest of all of them can tell.
    if (error instanceof CannotDecrypt) await drain(verified(await from.target.get(key, options), record));
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!code.startsWith('Z_')) throw error;
    throw new ChangedObject(`${record.name} cannot be unpacked`, { cause: error });
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

async function drain(body: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _chunk of body);
}

async function* verified(stored: AsyncIterable<Uint8Array>, record: ObjectRecord): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of stored) {
    hash.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  if (bytes !== record.bytes || hash.digest('hex') !== record.sha256)
    throw new ChangedObject(`${record.name} is not what was stored: ${bytes} bytes, expected ${record.bytes}`);
}
