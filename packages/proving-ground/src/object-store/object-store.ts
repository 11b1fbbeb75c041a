import { randomBytes } from 'node:crypto';
import type { Faults } from '../faults/faults.ts';
import { type HttpService, type Reply, type Request, serve } from '../http/http-service.ts';
import { Bucket } from './bucket.ts';
import type { Call, Operations } from './call.ts';
import { operationName, splitPath } from './operation.ts';
import { readPayload } from './payload.ts';
import { accessDenied, invalidArgument, Refusal } from './refusal.ts';
import { refusalReply } from './refusal-reply.ts';
import { listOperations } from './routes/listing.ts';
import { lockOperations } from './routes/locks.ts';
import { multipartOperations } from './routes/multipart.ts';
import { objectOperations } from './routes/objects.ts';
import { settingOperations } from './routes/settings.ts';
import { type Holder, verifySignature } from './signature.ts';

export interface StoreKey extends Holder {
  /** What it may do (`s3:PutObject`, …); everything when absent. */
  readonly rights: readonly string[] | undefined;
}

export interface ObjectStoreOptions {
  readonly faults: Faults;
  /** `eu-central-1` when absent. */
  readonly region?: string;
  /** Milliseconds since the epoch; the system's time when absent. */
  readonly now?: () => number;
  /** Of an upload in parts, all but the last: 5 MiB, as S3 has it. Less keeps a test small. */
  readonly smallestPart?: number;
  /** False: `If-None-Match` and `If-Match` of a write mean nothing, as in stores that do not have them. */
  readonly conditionalWrites?: boolean;
  /** False: a request with a checksum in its head is refused, as Backblaze B2 does. */
  readonly checksums?: boolean;
}

export interface ObjectStore extends HttpService {
  readonly region: string;
  /** A bucket, made where it is new. */
  bucket(name: string, options?: { readonly objectLock?: boolean }): Bucket;
  /** A new key. `temporary`: with a session token, as OIDC gives them. */
  key(options?: { readonly rights?: readonly string[]; readonly temporary?: boolean }): StoreKey;
  /** Calls that nobody modelled, as `METHOD object|bucket subresource`: they were answered with 501. */
  readonly unmodelled: readonly string[];
}

const OPERATIONS: Operations = {
  ...listOperations,
  ...lockOperations,
  ...multipartOperations,
  ...objectOperations,
  ...settingOperations,
};

/** An S3 on loopback, by path (`/bucket/key`), that recomputes every signature. */
export async function startObjectStore(options: ObjectStoreOptions): Promise<ObjectStore> {
  const { faults, now = Date.now, region = 'eu-central-1', smallestPart = 5 * 1024 * 1024 } = options;
  const { checksums = true, conditionalWrites = true } = options;
  const buckets = new Map<string, Bucket>();
  const keys = new Map<string, StoreKey>();
  const unmodelled: string[] = [];
  let requests = 0;

  const service = await serve('object-store', handle, faults);

  function handle(request: Request): Reply {
    const requestId = `PG${String(++requests).padStart(14, '0')}`;
    const reply = safely(request, requestId);
    const length = reply.body === undefined ? '0' : String(Buffer.byteLength(reply.body as string | Buffer));
    const ids = { 'x-amz-request-id': requestId, 'x-amz-id-2': `proving-ground/${requestId}` };
    const noBody = reply.status === 204 || reply.status === 304;
    return { ...reply, headers: { ...(noBody ? {} : { 'content-length': length }), ...ids, ...reply.headers } };
  }

  function safely(request: Request, requestId: string): Reply {
    try {
      return answer(request);
    } catch (error) {
      if (error instanceof Refusal) return refusalReply(error, request.path, requestId);
      throw error;
    }
  }

  function answer(request: Request): Reply {
    const {
      holder,
      payload: how,
      stream,
    } = verifySignature(request, { region, now: now(), holder: (id) => keys.get(id) });
    const payload = readPayload(request, how, stream);
    const checksum = Object.keys(request.headers).find((name) => name.startsWith('x-amz-checksum-'));
    if (!checksums && checksum !== undefined)
      throw invalidArgument(`Unsupported header '${checksum}' received for this API call.`);
    const may = (right: string) => holder.rights === undefined || holder.rights.includes(right);
    const { bucket: name, key } = splitPath(request.path);
    const operation = operationName(request, key === '' ? 'bucket' : 'object');
    if (operation === 'PUT bucket') return create(name, request, may);
    const known = OPERATIONS[operation];
    if (known === undefined) {
      unmodelled.push(operation);
      throw new Refusal(501, 'NotImplemented', `${operation} is not modelled here`);
    }
    if (!may(known.right)) throw accessDenied(`User is not authorized to perform: ${known.right}`);
    const bucket = buckets.get(name);
    if (bucket === undefined) throw new Refusal(404, 'NoSuchBucket', 'The specified bucket does not exist');
    const call: Call = { request, bucket, key, payload, now: now(), smallestPart, conditionalWrites, may };
    return known.answer(call);
  }

  function create(name: string, { headers }: Request, may: (right: string) => boolean): Reply {
    if (!may('s3:CreateBucket')) throw accessDenied();
    if (buckets.has(name))
      throw new Refusal(409, 'BucketAlreadyOwnedByYou', 'Your previous request to create the named bucket succeeded.');
    make(name, headers['x-amz-bucket-object-lock-enabled'] === 'true');
    return { status: 200, headers: { location: `/${name}` } };
  }

  function make(name: string, objectLock: boolean): Bucket {
    const bucket = new Bucket(name, now());
    if (objectLock) {
      bucket.versioning = 'Enabled';
      bucket.hasObjectLock = true;
    }
    buckets.set(name, bucket);
    return bucket;
  }

  return {
    ...service,
    region,
    unmodelled,
    bucket: (name, { objectLock = false } = {}) => buckets.get(name) ?? make(name, objectLock),
    key: ({ rights, temporary = false } = {}) => {
      const key: StoreKey = {
        accessKeyId: `${temporary ? 'ASIA' : 'AKIA'}GROUND${String(keys.size + 1).padStart(10, '0')}`,
        secretAccessKey: randomBytes(30).toString('base64'),
        sessionToken: temporary ? randomBytes(48).toString('base64') : undefined,
        rights,
      };
      keys.set(key.accessKeyId, key);
      return key;
    },
  };
}
