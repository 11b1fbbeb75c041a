import { RemoteError, type Secret } from '@lockstep/base';
import { openObject, wholeObject } from '../targets/s3/download.ts';
import { S3Store, type S3Tools } from '../targets/s3/store.ts';
import { MissingObject } from '../targets/target.ts';

/** Where the bytes of files come from. */
export interface FileSource {
  /** Throws MissingObject where there are none. No message names the file: names may be about people. */
  open(bucket: string, name: string, signal: AbortSignal | undefined): Promise<AsyncIterable<Uint8Array>>;
}

export interface FileSourceSettings {
  /** `https://REF.storage.supabase.co/storage/v1/s3` */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: Secret;
}

/** Supabase Storage by its S3 endpoint, whose keys read every file whatever its policies are. */
export function s3FileSource(settings: FileSourceSettings, tools: S3Tools): FileSource {
  const stores = new Map<string, S3Store>();
  const storeOf = (bucket: string) => {
    const known = stores.get(bucket);
    if (known !== undefined) return known;
    const { endpoint, region, accessKeyId, secretAccessKey } = settings;
    const address = `${endpoint.replace(/\/$/, '')}/${encode(bucket)}`;
    const credentials = { accessKeyId, secretAccessKey, sessionToken: undefined };
    const store = new S3Store({ bucket, prefix: '', region, address, credentials }, tools);
    stores.set(bucket, store);
    return store;
  };
  return {
    open: async (bucket, name, signal) => {
      // A URL would take the step up.
      if (name.split('/').some((part) => part === '.' || part === '..')) throw new MissingObject('a file of this name');
      const store = storeOf(bucket);
      const key = name.split('/').map(encode).join('/');
      const stream = await worded(bucket, () => openObject(store, key, { from: 0, etag: null }, signal));
      return wordedChunks(bucket, wholeObject(store, key, stream, signal));
    },
  };
}

/** As S3 signs it: also what encodeURIComponent leaves. */
function encode(part: string): string {
  return encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

async function worded<T>(bucket: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw withoutName(bucket, error);
  }
}

async function* wordedChunks(bucket: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw withoutName(bucket, error);
  }
}

function withoutName(bucket: string, error: unknown): unknown {
  if (!(error instanceof RemoteError)) return error;
  const { code, retryable, status } = error;
  if (code === 'NoSuchKey') return new MissingObject('a file');
  return new RemoteError(`Supabase Storage: a file of the bucket ${bucket} cannot be read`, {
    service: 'Supabase Storage',
    retryable,
    ...(status === undefined ? {} : { status }),
    ...(code === undefined ? {} : { code }),
    hint: 'check the S3 access keys of Storage and its endpoint (Storage, Settings in the dashboard)',
  });
}
