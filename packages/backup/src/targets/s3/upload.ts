import { RemoteError, withDeadline } from '@lockstep/base';
import { change } from './change.ts';
import { digestOf, expectedInParts, expectedWhole, type PartDigest } from './digests.ts';
import { S3, unreadable } from './failure.ts';
import { Buffers, type Piece, piecesOf } from './parts.ts';
import { nameOf, type S3Request } from './request.ts';
import type { S3Answer, S3Store } from './store.ts';
import { parseXml, textAt, xmlText } from './xml.ts';

export interface UploadOptions {
  readonly contentType: string | undefined;
  readonly signal: AbortSignal | undefined;
  /** Of every part but the last; the least that S3 takes is 5 MiB, and some stores want all of one size. */
  readonly partBytes: number;
  /** How many parts are on their way at once. */
  readonly inFlight: number;
}

interface Source {
  readonly first: Piece;
  readonly rest: AsyncIterator<Piece>;
  readonly buffers: Buffers;
}

interface SentPart {
  readonly number: number;
  readonly etag: string;
  readonly digest: PartDigest;
}

const MOST_PARTS = 10_000;
const GIVE_UP_MS = 10_000;

/** Stores a stream, in one request where it fits into a part; gives the head of what is there. */
export async function upload(
  store: S3Store,
  key: string,
  body: AsyncIterable<Uint8Array>,
  options: UploadOptions,
): Promise<S3Answer> {
  const buffers = new Buffers(options.partBytes);
  const pieces = piecesOf(body, buffers, options.signal)[Symbol.asyncIterator]();
  try {
    const first = await pieces.next();
    if (first.done === true) throw new Error('a stream has a piece at least');
    if (first.value.isLast) return await putWhole(store, key, first.value.bytes, options);
    return await putParts(store, key, { first: first.value, rest: pieces, buffers }, options);
  } finally {
    await pieces.return?.();
  }
}

async function putWhole(store: S3Store, key: string, bytes: Uint8Array, options: UploadOptions): Promise<S3Answer> {
  const digest = digestOf(bytes);
  const request: S3Request = {
    method: 'PUT',
    key,
    headers: { ...contentType(options), 'x-amz-checksum-sha256': digest.sha256.toString('base64') },
    body: bytes,
  };
  return change(store, request, expectedWhole(digest), options.signal);
}

async function putParts(store: S3Store, key: string, source: Source, options: UploadOptions): Promise<S3Answer> {
  const uploadId = await begin(store, key, options);
  try {
    const parts = await sendParts(store, { key, uploadId }, source, options);
    const request: S3Request = {
      method: 'POST',
      key,
      query: { uploadId },
      headers: { 'content-type': 'application/xml' },
      body: Buffer.from(listOf(parts, store.keepsChecksums)),
    };
    return await change(store, request, expectedInParts(parts.map(({ digest }) => digest)), options.signal);
  } catch (error) {
    await abandon(store, key, uploadId);
    throw error;
  }
}

/** Asked twice it makes two, of which one is never completed: the bucket's lifecycle deletes those. */
async function begin(store: S3Store, key: string, options: UploadOptions): Promise<string> {
  const request: S3Request = {
    method: 'POST',
    key,
    query: { uploads: '' },
    headers: { ...contentType(options), 'x-amz-checksum-algorithm': 'SHA256' },
  };
  return store.retried(options.signal, async () => {
    const answer = await store.once(request, options.signal);
    if (answer.status !== 200) throw store.failure(request, answer);
    const xml = parseXml(answer.text);
    const id = xml && textAt(xml, 'UploadId');
    if (id === undefined || id === '') throw unreadable(`POST ${key}`, answer.headers);
    return id;
  });
}

/** A part that is sent again takes the place of the one before: each is tried by itself. */
async function sendParts(
  store: S3Store,
  { key, uploadId }: { readonly key: string; readonly uploadId: string },
  { buffers, first, rest }: Source,
  { inFlight, signal }: UploadOptions,
): Promise<readonly SentPart[]> {
  const stop = new AbortController();
  const either = signal === undefined ? stop.signal : AbortSignal.any([stop.signal, signal]);
  const sent: Promise<SentPart>[] = [];
  const flying = new Set<Promise<SentPart>>();

  async function send(number: number, { buffer, bytes }: Piece): Promise<SentPart> {
    const digest = digestOf(bytes);
    const request: S3Request = {
      method: 'PUT',
      key,
      query: { partNumber: String(number), uploadId },
      headers: { 'x-amz-checksum-sha256': digest.sha256.toString('base64') },
      body: bytes,
    };
    const etag = await store.retried(either, async () => {
      const answer = await store.once(request, either);
      if (answer.status >= 300) throw store.failure(request, answer);
      const found = answer.headers.get('etag');
      if (found === null) throw unreadable(nameOf(request), answer.headers);
      return found;
    });
    buffers.give(buffer);
    return { number, etag, digest };
  }

  try {
    for (let piece: Piece | undefined = first; piece !== undefined; ) {
      if (sent.length === MOST_PARTS) throw tooLong(key);
      if (flying.size >= inFlight) await Promise.race(flying);
      const going = send(sent.length + 1, piece);
      sent.push(going);
      flying.add(going);
      going.then(
        () => flying.delete(going),
        () => undefined,
      );
      const next: IteratorResult<Piece> = await rest.next();
      piece = next.done === true ? undefined : next.value;
    }
    return await Promise.all(sent);
  } catch (error) {
    stop.abort(error);
    await Promise.allSettled(sent);
    throw error;
  }
}

/** Nothing may be left that costs; it is no part of the answer whether that succeeds, and it has its own deadline. */
async function abandon(store: S3Store, key: string, uploadId: string): Promise<void> {
  const request: S3Request = { method: 'DELETE', key, query: { uploadId } };
  const { clock, log } = store.tools;
  try {
    const answer = await withDeadline(`DELETE ${key}`, GIVE_UP_MS, (signal) => store.once(request, signal), { clock });
    if (answer.status >= 300 && answer.status !== 404) throw store.failure(request, answer);
  } catch (error) {
    log.warning(
      `the unfinished upload of ${key} could not be ended (${error instanceof Error ? error.message : error}); a lifecycle rule AbortIncompleteMultipartUpload deletes what is left of it`,
    );
  }
}

function listOf(parts: readonly SentPart[], withChecksums: boolean): string {
  const each = parts.map(({ digest, etag, number }) => {
    const sha256 = withChecksums ? `<ChecksumSHA256>${digest.sha256.toString('base64')}</ChecksumSHA256>` : '';
    return `<Part><PartNumber>${number}</PartNumber><ETag>${xmlText(etag)}</ETag>${sha256}</Part>`;
  });
  return `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${each.join('')}</CompleteMultipartUpload>`;
}

function contentType({ contentType: type }: UploadOptions): Readonly<Record<string, string>> {
  return type === undefined ? {} : { 'content-type': type };
}

function tooLong(key: string): RemoteError {
  return new RemoteError(`${S3}: ${key}: it has more than ${MOST_PARTS} parts, the most that an upload can have`, {
    service: S3,
    retryable: false,
    hint: 'leave the rows of this table out, and store them in another way',
  });
}
