import { RemoteError, type Sent, sendOnce } from '@lockstep/base';
import { digestOf } from './digests.ts';
import { openObject, wholeObject } from './download.ts';
import { S3, unreadable } from './failure.ts';
import { nameOf, type S3Request } from './request.ts';
import type { S3Store } from './store.ts';

export interface NewObject {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
}

const LOOK_AFTER_MS = [500, 2_000, 5_000];
const SENDS = 4;

/**
 * Stores a few bytes where nothing is. The store decides; after a lost answer the bytes that are there do. What is stored
 * is read back.
 */
export async function putIfAbsent(
  store: S3Store,
  object: NewObject,
  signal: AbortSignal | undefined,
): Promise<'stored' | 'exists'> {
  const { clock, log } = store.tools;
  const request = requestOf(object);
  let isLost = false;
  const look = () => isOurs(store, object, signal);
  const answer = await sendOnce(
    {
      send: async () => {
        const sent = await sendIfAbsent(store, request, signal);
        // Refused since something is there: after a lost answer that may be what was sent before.
        if (sent.kind !== 'accepted' || sent.data === 'stored' || !isLost) return sent;
        return { kind: 'accepted', data: (await look()) ?? 'exists' };
      },
      look,
    },
    {
      sends: SENDS,
      lookAfterMs: LOOK_AFTER_MS,
      onLost: (error) => {
        isLost = true;
        log.debug(`${error.message}: looking for it`);
      },
    },
    { clock, signal: signal ?? new AbortController().signal },
  );
  if (answer === 'stored' && (await look()) !== 'stored')
    throw new RemoteError(`${S3}: ${object.key}: what is stored is not what was sent`, {
      service: S3,
      retryable: false,
    });
  return answer;
}

/** Throws where the store would write over what is there: then nothing that it says of a free key can be believed. */
export async function assertRefusesSecond(
  store: S3Store,
  object: NewObject,
  signal: AbortSignal | undefined,
): Promise<void> {
  const request = requestOf(object);
  await store.retried(signal, async () => {
    const { status, ...answer } = await store.once(request, signal);
    if (status === 412) return;
    if (status >= 300) throw store.failure(request, { status, ...answer });
    if (!answer.headers.has('etag')) throw unreadable(nameOf(request), answer.headers);
    throw new RemoteError(`${S3}: ${nameOf(request)}: the store wrote over what was there, though asked not to`, {
      service: S3,
      retryable: false,
      hint: 'two backups could take each other’s place: use a store that has conditional writes (If-None-Match)',
    });
  });
}

function requestOf({ bytes, contentType, key }: NewObject): S3Request {
  return {
    method: 'PUT',
    key,
    headers: {
      'if-none-match': '*',
      // Where the bucket locks what is new, it wants a checksum of it.
      'x-amz-checksum-sha256': digestOf(bytes).sha256.toString('base64'),
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
    },
    body: bytes,
  };
}

async function sendIfAbsent(
  store: S3Store,
  request: S3Request,
  signal: AbortSignal | undefined,
): Promise<Sent<'stored' | 'exists'>> {
  try {
    const answer = await store.once(request, signal);
    if (answer.status < 300 && answer.headers.has('etag')) return { kind: 'accepted', data: 'stored' };
    if (answer.status < 300) return { kind: 'lost', error: unreadable(nameOf(request), answer.headers) };
    if (answer.status === 412) return { kind: 'accepted', data: 'exists' };
    const error = store.failure(request, answer);
    return { kind: error.retryable ? 'lost' : 'refused', error };
  } catch (error) {
    if (error instanceof RemoteError) return { kind: 'lost', error };
    throw error;
  }
}

/** Whether what is there are these bytes; undefined where nothing is. */
async function isOurs(
  store: S3Store,
  { bytes, key }: NewObject,
  signal: AbortSignal | undefined,
): Promise<'stored' | 'exists' | undefined> {
  try {
    const stream = await openObject(store, key, { from: 0, etag: null }, signal);
    if (Number(stream.headers.get('content-length') ?? bytes.length) !== bytes.length) {
      stream.end();
      return 'exists';
    }
    const chunks: Uint8Array[] = [];
    for await (const chunk of wholeObject(store, key, stream, signal)) chunks.push(chunk);
    return Buffer.concat(chunks).equals(bytes) ? 'stored' : 'exists';
  } catch (error) {
    if (error instanceof RemoteError && error.status === 404) return undefined;
    throw error;
  }
}
