import { RemoteError } from '@lockstep/base';
import { noAnswer, S3, unreadable } from './failure.ts';
import type { S3Store, S3Stream } from './store.ts';

/** An object whose bytes break off this often without one more of them is not coming. */
const MOST_CUTS = 5;
const FIRST_REST_MS = 250;

/** Begins to read an object; what is not there is an error with 404. */
export function openObject(
  store: S3Store,
  key: string,
  at: { readonly from: number; readonly etag: string | null },
  signal: AbortSignal | undefined,
): Promise<S3Stream> {
  const { etag, from } = at;
  const range = from === 0 ? {} : { range: `bytes=${from}-`, ...(etag === null ? {} : { 'if-match': etag }) };
  return store.retried(signal, async () => {
    const stream = await store.stream({ method: 'GET', key, headers: range }, signal);
    if (!stream.headers.has('etag')) {
      stream.end();
      // A page of a proxy is not the object.
      throw unreadable(`GET ${key}`, stream.headers);
    }
    if (from === 0 || stream.headers.get('content-range')?.startsWith(`bytes ${from}-`) === true) return stream;
    stream.end();
    throw new RemoteError(`${S3}: GET ${key}: the store does not give the rest of an object`, {
      service: S3,
      retryable: false,
    });
  });
}

/** The bytes of an object, each once: where they break off, the rest of this very object is asked for. */
export async function* wholeObject(
  store: S3Store,
  key: string,
  first: S3Stream,
  signal: AbortSignal | undefined,
): AsyncIterable<Uint8Array> {
  const etag = first.headers.get('etag');
  const length = first.headers.get('content-length');
  const whole = length === null ? undefined : Number(length);
  let stream = first;
  let got = 0;
  for (let cuts = 0; ; ) {
    try {
      for await (const chunk of stream.body) {
        got += chunk.length;
        cuts = 0;
        yield chunk;
      }
      if (whole === undefined || got === whole) return;
      throw noAnswer(`GET ${key}`, new Error(`it ended after ${got} of ${whole} bytes`));
    } catch (error) {
      if (!(error instanceof RemoteError) || !error.retryable || ++cuts > MOST_CUTS) throw error;
      store.tools.log.debug(`${error.message}: going on after ${got} bytes`);
      await store.tools.clock.sleep(FIRST_REST_MS * 2 ** cuts, signal);
    }
    stream = await openObject(store, key, { from: got, etag }, signal);
  }
}
