import { RemoteError } from '@lockstep/base';
import { headOf } from './s3/change.ts';
import { openObject, wholeObject } from './s3/download.ts';
import { unreadable } from './s3/failure.ts';
import type { S3Place } from './s3/place.ts';
import { assertRefusesSecond, putIfAbsent } from './s3/put-if-absent.ts';
import type { S3Request } from './s3/request.ts';
import { readProtection } from './s3/settings.ts';
import { S3Store, type S3Tools } from './s3/store.ts';
import { type Page, readPage, storedObject } from './s3/stored.ts';
import { upload } from './s3/upload.ts';
import { readEverStored } from './s3/versions.ts';
import {
  assertKey,
  type BackupTarget,
  MissingObject,
  type Past,
  type Protection,
  type PutOptions,
  type ReadOptions,
  type StoredObject,
} from './target.ts';

export interface S3TargetOptions extends S3Tools {
  /** Of every part of an upload but the last (8 MiB); S3 takes 10,000 parts of at least 5 MiB. */
  readonly partBytes?: number;
  /** How many parts of an object are on their way at once (2). */
  readonly partsInFlight?: number;
}

const PART_BYTES = 8 * 1024 * 1024;

/**
 * A bucket of S3, or of a store that speaks it. Its key writes and reads, and needs no right to delete: a lock on what is
 * stored is required of the bucket, and never set here.
 */
export function s3Target(place: S3Place, options: S3TargetOptions): BackupTarget {
  return new S3Target(place, options);
}

class S3Target implements BackupTarget {
  readonly name: string;
  readonly #store: S3Store;
  readonly #partBytes: number;
  readonly #inFlight: number;
  #obeysConditions = false;

  constructor(place: S3Place, options: S3TargetOptions) {
    const { bucket, prefix } = place;
    this.name = `s3://${bucket}${prefix === '' ? '' : `/${prefix}`}`;
    this.#store = new S3Store(place, options);
    this.#partBytes = options.partBytes ?? PART_BYTES;
    this.#inFlight = options.partsInFlight ?? 2;
  }

  async put(key: string, body: AsyncIterable<Uint8Array>, { contentType, signal }: PutOptions): Promise<StoredObject> {
    assertKey(key);
    const limits = { partBytes: this.#partBytes, inFlight: this.#inFlight };
    const head = await upload(this.#store, key, body, { contentType, signal, ...limits });
    return storedObject(key, head.headers);
  }

  async putIfAbsent(key: string, body: Uint8Array, { contentType, signal }: PutOptions): Promise<'stored' | 'exists'> {
    assertKey(key);
    const object = { key, bytes: body, contentType };
    const answer = await putIfAbsent(this.#store, object, signal);
    if (answer === 'stored' && !this.#obeysConditions) {
      await assertRefusesSecond(this.#store, object, signal);
      this.#obeysConditions = true;
    }
    return answer;
  }

  async get(key: string, { signal }: ReadOptions): Promise<AsyncIterable<Uint8Array>> {
    assertKey(key);
    try {
      const stream = await openObject(this.#store, key, { from: 0, etag: null }, signal);
      return wholeObject(this.#store, key, stream, signal);
    } catch (error) {
      throw error instanceof RemoteError && error.code === 'NoSuchKey' ? new MissingObject(key) : error;
    }
  }

  async *list(prefix: string, { signal }: ReadOptions): AsyncIterable<StoredObject> {
    const own = this.#store.fullKey('');
    let token: string | undefined;
    do {
      const more: Readonly<Record<string, string>> = token === undefined ? {} : { 'continuation-token': token };
      const query = { 'list-type': '2', prefix: `${own}${prefix}`, ...more };
      const page: Page = await this.#page({ method: 'GET', query }, token, signal);
      yield* page.objects;
      token = page.next;
    } while (token !== undefined);
  }

  /** A page of a proxy with 200 is none: it is asked for again. */
  #page(request: S3Request, token: string | undefined, signal: AbortSignal | undefined): Promise<Page> {
    const store = this.#store;
    return store.retried(signal, async () => {
      const answer = await store.once(request, signal);
      if (answer.status !== 200) throw store.failure(request, answer);
      const page = readPage(answer.text, store.fullKey(''));
      if (page === undefined || (page.next !== undefined && page.next === token))
        throw unreadable('GET bucket (list)', answer.headers);
      return page;
    });
  }

  async head(key: string, { signal }: ReadOptions): Promise<StoredObject | undefined> {
    assertKey(key);
    const head = await headOf(this.#store, key, signal);
    return head === undefined ? undefined : storedObject(key, head.headers);
  }

  everStored(prefix: string, { signal }: ReadOptions): Promise<Past | 'no-versions' | 'no-right'> {
    return readEverStored(this.#store, prefix, signal);
  }

  protection({ signal }: ReadOptions): Promise<Protection | undefined> {
    return readProtection(this.#store, signal);
  }
}
