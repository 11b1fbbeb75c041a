import { RemoteError, type Sent, sendOnce, withDeadline } from '@lockstep/base';
import {
  digestOf,
  type ExpectedObject,
  expectedInParts,
  expectedWhole,
  type PartDigest,
  type Proof,
  proofOf,
} from './digests.ts';
import { S3, unreadable } from './failure.ts';
import { Buffers, type Piece, piecesOf } from './parts.ts';
import type { S3Answer, S3Request, S3Store } from './store.ts';
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

/** When to look after a lost answer: a store may need a moment to show what it has. */
const LOOK_AFTER_MS = [500, 2_000, 5_000];
const SENDS = 4;
const MOST_PARTS = 10_000;
const GIVE_UP_MS = 10_000;
/** Whoever asks for a longer rest is asked once more all the same. */
const LONGEST_REST_MS = 60_000;

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
      body: Buffer.from(listOf(parts)),
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
    const { headers } = await store.steadily(request, either);
    const etag = headers.get('etag');
    if (etag === null) throw unreadable(`PUT ${key}`, headers);
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

/**
 * A change that must take effect once: after a lost answer the object is looked at before anything is sent again. What is
 * there in the end must be what was sent.
 */
async function change(
  store: S3Store,
  request: S3Request,
  expected: ExpectedObject,
  signal: AbortSignal | undefined,
): Promise<S3Answer> {
  const { clock, log } = store.tools;
  const key = request.key ?? '';
  const look = async () => {
    const head = await headOf(store, key, signal);
    return head !== undefined && isProven(proofOf(expected, head.headers)) ? head : undefined;
  };
  const found = await sendOnce<S3Answer | 'sent'>(
    {
      send: () => sentOf(store, request, signal),
      look,
    },
    { sends: SENDS, lookAfterMs: LOOK_AFTER_MS, onLost: (error) => log.debug(`${error.message}: looking for it`) },
    { clock, signal: signal ?? new AbortController().signal },
  );
  const head = found === 'sent' ? await headOf(store, key, signal) : found;
  const proof = head === undefined ? 'other' : proofOf(expected, head.headers);
  if (head !== undefined && isProven(proof)) return head;
  throw notProven(key, proof);
}

function notProven(key: string, proof: Proof): RemoteError {
  const what = proof === 'size' ? 'the store gives no checksum of it' : 'what is stored is not what was sent';
  return new RemoteError(`${S3}: ${key}: ${what}`, {
    service: S3,
    retryable: false,
    ...(proof === 'size'
      ? { hint: 'a backup needs a store that keeps SHA-256 checksums, or ETags that are MD5 digests' }
      : {}),
  });
}

function isProven(proof: Proof): boolean {
  return proof === 'sha256' || proof === 'etag';
}

/** A 200 may hold an error, and where an upload is not known, it may be because it is complete. */
async function sentOf(store: S3Store, request: S3Request, signal: AbortSignal | undefined): Promise<Sent<'sent'>> {
  let error: RemoteError;
  try {
    const answer = await store.once(request, signal);
    const isError = answer.status >= 300 || parseXml(answer.text)?.name === 'Error';
    if (!isError) return { kind: 'accepted', data: 'sent' };
    error = store.failure(request, answer);
    const mayBeThere = answer.status < 300 || error.retryable || error.code === 'NoSuchUpload';
    if (!mayBeThere) return { kind: 'refused', error };
  } catch (thrown) {
    if (!(thrown instanceof RemoteError)) throw thrown;
    error = thrown;
  }
  if (error.retryAfterMs !== undefined)
    await store.tools.clock.sleep(Math.min(error.retryAfterMs, LONGEST_REST_MS), signal);
  return { kind: 'lost', error };
}

export async function headOf(
  store: S3Store,
  key: string,
  signal: AbortSignal | undefined,
): Promise<S3Answer | undefined> {
  const request: S3Request = { method: 'HEAD', key, headers: { 'x-amz-checksum-mode': 'ENABLED' } };
  return store.retried(signal, async () => {
    const answer = await store.once(request, signal);
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw store.failure(request, answer);
    return answer;
  });
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

function listOf(parts: readonly SentPart[]): string {
  const each = parts.map(
    ({ digest, etag, number }) =>
      `<Part><PartNumber>${number}</PartNumber><ETag>${xmlText(etag)}</ETag><ChecksumSHA256>${digest.sha256.toString('base64')}</ChecksumSHA256></Part>`,
  );
  return `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${each.join('')}</CompleteMultipartUpload>`;
}

function contentType({ contentType: type }: UploadOptions): Readonly<Record<string, string>> {
  return type === undefined ? {} : { 'content-type': type };
}

function tooLong(key: string): RemoteError {
  return new RemoteError(`${S3}: ${key}: it has more than ${MOST_PARTS} parts`, {
    service: S3,
    retryable: false,
    hint: 'choose larger parts',
  });
}
