import { RemoteError, type Sent, sendOnce } from '@lockstep/base';
import { type ExpectedObject, type Proof, proofOf } from './digests.ts';
import { S3, unreadable } from './failure.ts';
import { nameOf, type S3Request } from './request.ts';
import type { S3Answer, S3Store } from './store.ts';
import { parseXml } from './xml.ts';

/** When to look after a lost answer: a store may need a moment to show what it has. */
const LOOK_AFTER_MS = [500, 2_000, 5_000];
const SENDS = 4;
/** Whoever asks for a longer rest is asked once more all the same. */
const LONGEST_REST_MS = 60_000;

/**
 * A change that must take effect once: after a lost answer the object is looked at before anything is sent again. What is
 * there in the end must be what was sent.
 */
export async function change(
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

/** A page of a proxy is no answer of the store, whatever its status says. */
function saysDone({ method }: S3Request, { headers, status, text }: S3Answer): boolean {
  if (status >= 300) return false;
  return method === 'PUT' ? headers.has('etag') : parseXml(text)?.name === 'CompleteMultipartUploadResult';
}

/** A 200 may hold an error, and where an upload is not known, it may be because it is complete. */
async function sentOf(store: S3Store, request: S3Request, signal: AbortSignal | undefined): Promise<Sent<'sent'>> {
  let error: RemoteError;
  try {
    const answer = await store.once(request, signal);
    if (saysDone(request, answer)) return { kind: 'accepted', data: 'sent' };
    const isError = answer.status >= 300 || parseXml(answer.text)?.name === 'Error';
    error = isError ? store.failure(request, answer) : unreadable(nameOf(request), answer.headers);
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
    if (!answer.headers.has('etag')) throw unreadable(nameOf(request), answer.headers);
    return answer;
  });
}
