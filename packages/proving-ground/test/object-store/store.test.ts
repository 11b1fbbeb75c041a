import { Readable } from 'node:stream';
import {
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetBucketEncryptionCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  GetObjectRetentionCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  PutObjectLockConfigurationCommand,
  PutObjectRetentionCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type FaultEffect, Faults } from '../../src/faults/index.ts';
import { type ObjectStore, s3Fault, startObjectStore } from '../../src/object-store/index.ts';
import { clientFor, outcome } from './places.ts';

const Bucket = 'backups';
const DAY = 86_400_000;

let faults: Faults;
let store: ObjectStore;
let ahead: number;
const clients: S3Client[] = [];

beforeEach(async () => {
  faults = new Faults();
  ahead = 0;
  store = await startObjectStore({ faults, now: () => Date.now() + ahead });
  store.bucket(Bucket);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await store.close();
});

function as(credentials: Parameters<typeof clientFor>[1] = store.key(), more: object = {}): S3Client {
  const client = clientFor(store.url, credentials, more);
  clients.push(client);
  return client;
}

const put = (client: S3Client, Key = 'k', Body: string | Readable = 'hello', more: object = {}) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const stored = (key = 'k') => store.bucket(Bucket).current(key)?.body.toString();

describe('a signature is recomputed', () => {
  test('a wrong secret, an unknown key and another region are refused', async () => {
    const key = store.key();
    expect(await outcome(put(as({ ...key, secretAccessKey: `${key.secretAccessKey}x` })))).toBe(
      'SignatureDoesNotMatch 403',
    );
    expect(await outcome(put(as({ ...key, accessKeyId: 'AKIANOBODY' })))).toBe('InvalidAccessKeyId 403');
    expect(await outcome(put(as(key, { region: 'us-east-1' })))).toBe('AuthorizationHeaderMalformed 400');
    expect(stored()).toBeUndefined();
    expect(await outcome(put(as(key)))).toBe('done');
  });

  test('no key at all is refused', async () => {
    const answer = await fetch(`${store.url}/${Bucket}/k`);
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('<Code>AccessDenied</Code>')]);
    expect(answer.headers.get('x-amz-request-id')).toMatch(/^PG\d+$/);
  });

  test('temporary credentials need their token, and the right one', async () => {
    const key = store.key({ temporary: true });
    const without = { accessKeyId: key.accessKeyId, secretAccessKey: key.secretAccessKey };
    expect(await outcome(put(as(without)))).toBe('InvalidAccessKeyId 403');
    expect(await outcome(put(as({ ...without, sessionToken: 'other' })))).toBe('InvalidToken 400');
    expect(await outcome(put(as(key)))).toBe('done');
  });

  test('a clock that is more than 15 minutes off is refused', async () => {
    const client = as();
    ahead = 14 * 60_000;
    expect(await outcome(put(client))).toBe('done');
    ahead = 16 * 60_000;
    expect(await outcome(put(client))).toBe('RequestTimeTooSkewed 403');
  });

  test.each([
    ['the bytes', { body: 'other' }, 400, 'XAmzContentSHA256Mismatch'],
    ['a header', { headers: { 'x-amz-meta-a': 'other' } }, 403, 'SignatureDoesNotMatch'],
    ['a header that was not signed', { headers: { 'x-amz-acl': 'public-read' } }, 403, 'AccessDenied'],
    ['the key', { path: `/${Bucket}/other` }, 403, 'SignatureDoesNotMatch'],
    ['the method', { method: 'DELETE', body: undefined }, 403, 'SignatureDoesNotMatch'],
  ])('%s of a signed request cannot be changed', async (_what, change, status, code) => {
    const request = await signed('PUT', { 'x-amz-meta-a': 'b' }, 'hello');
    const answer = await send({
      ...request,
      ...change,
      headers: { ...request.headers, ...('headers' in change ? change.headers : {}) },
    });
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(`<Code>${code}</Code>`)]);
    expect(store.bucket(Bucket).keys()).toEqual([]);
    expect((await send(request)).status).toBe(200);
  });

  test('a payload that nobody signed is taken where that is signed', async () => {
    const request = await signed('PUT', { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }, 'hello');
    expect((await send({ ...request, body: 'other' })).status).toBe(200);
    expect(stored()).toBe('other');
  });

  test('a presigned address opens one thing for its time', async () => {
    await put(as());
    const url = await presigned(60);
    expect(await (await fetch(url)).text()).toBe('hello');
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(403);
    expect((await fetch(url.replace(/X-Amz-Signature=../, 'X-Amz-Signature=00'))).status).toBe(403);
    ahead = 61_000;
    expect((await fetch(url)).status).toBe(403);
  });
});

/** A request that AWS's own client would send. */
interface Signable {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

type Texts = Readonly<Record<string, string>>;

async function signed(method: string, headers: Texts, body: string | undefined, query: Texts = {}): Promise<Signable> {
  const request = { ...requestOf(method, headers), body, query };
  const signer = await as().config.signer();
  // biome-ignore lint/suspicious/noExplicitAny: the class that it names is its own, and any object will do
  const done = await signer.sign(request as any);
  return { method, path: done.path, headers: done.headers, body };
}

async function presigned(expiresIn: number): Promise<string> {
  const signer = await as().config.signer();
  // biome-ignore lint/suspicious/noExplicitAny: see above; S3's signer can presign
  const done = await (signer as any).presign(requestOf('GET', { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }), {
    expiresIn,
  });
  return `${store.url}${done.path}?${new URLSearchParams(done.query)}`;
}

function requestOf(method: string, headers: Readonly<Record<string, string>>) {
  const { hostname, host, port } = new URL(store.url);
  const path = `/${Bucket}/k`;
  return { method, protocol: 'http:', hostname, port: Number(port), path, query: {}, headers: { host, ...headers } };
}

function send({ body, headers, method, path }: Signable): Promise<Response> {
  const { host: _, ...rest } = headers;
  return fetch(`${store.url}${path}`, { method, headers: rest, ...(body === undefined ? {} : { body }) });
}

test('a stream comes in chunks, with its checksum behind it', async () => {
  const body = Readable.from(['one ', 'two ', 'three']);
  await put(as(), 'k', body, { ContentLength: 13 });
  expect(stored()).toBe('one two three');
  expect(store.bucket(Bucket).current('k')?.checksum?.algorithm).toBe('crc32');
});

test.each(['CRC32', 'CRC32C', 'SHA1', 'SHA256'] as const)(
  'a %s is held against the bytes',
  async (ChecksumAlgorithm) => {
    expect(await outcome(put(as(), 'k', 'hello', { ChecksumAlgorithm }))).toBe('done');
    const wrong = { [`Checksum${ChecksumAlgorithm}`]: ChecksumAlgorithm.startsWith('CRC') ? 'AAAAAA==' : 'AAAA' };
    expect(await outcome(put(as(), 'k', 'hello', wrong))).toBe('BadDigest 400');
  },
);

describe('a key that may only do so much', () => {
  test('writes without being able to delete, list or overwrite a lock', async () => {
    const client = as(store.key({ rights: ['s3:PutObject'] }));
    expect(await outcome(put(client))).toBe('done');
    expect(await outcome(client.send(new DeleteObjectCommand({ Bucket, Key: 'k' })))).toBe('AccessDenied 403');
    expect(await outcome(client.send(new ListObjectsV2Command({ Bucket })))).toBe('AccessDenied 403');
    expect(await outcome(client.send(new GetObjectCommand({ Bucket, Key: 'k' })))).toBe('AccessDenied 403');
  });

  test('learns nothing of what is not there, unless it may list', async () => {
    const head = new HeadObjectCommand({ Bucket, Key: 'none' });
    expect(await outcome(as(store.key({ rights: ['s3:GetObject'] })).send(head))).toBe('Unknown 403');
    expect(await outcome(as(store.key({ rights: ['s3:GetObject', 's3:ListBucket'] })).send(head))).toBe('NotFound 404');
  });
});

describe('Object Lock', () => {
  const locked = 'locked';
  const retain = (client: S3Client, Mode: 'COMPLIANCE' | 'GOVERNANCE', days: number) =>
    outcome(
      client.send(
        new PutObjectRetentionCommand({
          Bucket: locked,
          Key: 'k',
          Retention: { Mode, RetainUntilDate: new Date(Date.now() + days * DAY) },
        }),
      ),
    );

  beforeEach(() => {
    store.bucket(locked, { objectLock: true });
  });

  test('a retention gets longer, never shorter, and ends with its time', async () => {
    const client = as();
    const { VersionId } = await client.send(
      new PutObjectCommand({
        Bucket: locked,
        Key: 'k',
        Body: 'x',
        ObjectLockMode: 'COMPLIANCE',
        ObjectLockRetainUntilDate: new Date(Date.now() + 10 * DAY),
      }),
    );
    expect(await retain(client, 'COMPLIANCE', 5)).toBe('AccessDenied 403');
    expect(await retain(client, 'GOVERNANCE', 20)).toBe('AccessDenied 403');
    expect(await retain(client, 'COMPLIANCE', 20)).toBe('done');
    const { Retention } = await client.send(new GetObjectRetentionCommand({ Bucket: locked, Key: 'k' }));
    expect(Retention?.Mode).toBe('COMPLIANCE');
    const remove = () => outcome(client.send(new DeleteObjectCommand({ Bucket: locked, Key: 'k', VersionId })));
    expect(await remove()).toBe('AccessDenied 403');
    ahead = 21 * DAY;
    const later = as(store.key(), { systemClockOffset: ahead });
    expect(await outcome(later.send(new DeleteObjectCommand({ Bucket: locked, Key: 'k', VersionId })))).toBe('done');
  });

  test('what is locked must bring a checksum, also where the bucket locks it', async () => {
    const bare = as(store.key(), { requestChecksumCalculation: 'WHEN_REQUIRED' });
    const write = () => outcome(bare.send(new PutObjectCommand({ Bucket: locked, Key: 'k', Body: 'x' })));
    expect(await write()).toBe('done');
    await as().send(
      new PutObjectLockConfigurationCommand({
        Bucket: locked,
        ObjectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Years: 1 } },
        },
      }),
    );
    expect(await write()).toBe('InvalidRequest 400');
    expect(store.bucket(locked).current('k')?.retention).toBeUndefined();
  });
});

describe('faults', () => {
  const strike = (effect: FaultEffect) => faults.plant({ service: 'object-store', effect });

  test('an answer is lost after the work was done', async () => {
    strike({ kind: 'reset-after' });
    await expect(put(as())).rejects.toThrow();
    expect(stored()).toBe('hello');
  });

  test('an answer ends in the middle', async () => {
    await put(as(), 'k', 'x'.repeat(1_000));
    strike({ kind: 'cut', bytes: 100 });
    const { Body } = await as().send(new GetObjectCommand({ Bucket, Key: 'k' }));
    await expect(Body?.transformToString()).rejects.toThrow();
  });

  test("S3's own errors, also inside a 200", async () => {
    strike(s3Fault(503, 'SlowDown'));
    expect(await outcome(put(as()))).toBe('SlowDown 503');
    expect(stored()).toBeUndefined();
    strike(s3Fault(200, 'InternalError'));
    const answer = await fetch(store.url);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('<Code>InternalError</Code>')]);
  });
});

test('every bucket encrypts, and says where it is', async () => {
  const { ServerSideEncryptionConfiguration } = await as().send(new GetBucketEncryptionCommand({ Bucket }));
  expect(ServerSideEncryptionConfiguration?.Rules).toMatchObject([
    { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
  ]);
  expect(await outcome(as().send(new GetBucketLocationCommand({ Bucket })))).toBe('done');
});

test('an upload whose parts carry a checksum wants them again at its end', async () => {
  const { ChecksumAlgorithm, ChecksumType } = await as().send(
    new CreateMultipartUploadCommand({ Bucket, Key: 'k', ChecksumAlgorithm: 'SHA256' }),
  );
  expect([ChecksumAlgorithm, ChecksumType]).toEqual(['SHA256', 'COMPOSITE']);
});

test('what nobody modelled is refused and told', async () => {
  const request = await signed('GET', { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }, undefined, { acl: '' });
  expect((await send({ ...request, path: `${request.path}?acl=` })).status).toBe(501);
  expect(store.unmodelled).toEqual(['GET object acl']);
});
