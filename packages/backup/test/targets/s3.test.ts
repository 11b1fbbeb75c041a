import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from '@jest/globals';
import { RemoteError } from '@lockstep/base';
import { type FaultEffect, Faults } from '@lockstep/proving-ground/faults';
import { s3Fault, startObjectStore } from '@lockstep/proving-ground/object-store';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { MOTO, type Moto, startMoto } from '../../../../test/judges/moto.ts';
import { nodeTransport, type Transport } from '../../src/targets/s3/transport.ts';
import { s3Target } from '../../src/targets/s3.ts';
import { MissingObject } from '../../src/targets/target.ts';
import { bytesOf, chunksOf, keysOf, targetCases } from './cases.ts';
import { makeS3Ground, placeAt, type S3Ground, tools } from './s3-ground.ts';

const free = { signal: undefined };
const [KEY, FULL] = ['daily/1/rows', 'shop/daily/1/rows'] as const;
/** Three parts of 1,024 bytes, the last one shorter. */
const ROWS = Buffer.from(Array.from({ length: 2_500 }, (_, at) => at % 251));

describe('a bucket', () => {
  let store: Awaited<ReturnType<typeof startObjectStore>>;
  let count = 0;
  beforeAll(async () => {
    store = await startObjectStore({ faults: new Faults() });
  });
  afterAll(() => store.close());

  targetCases(async () => {
    store.bucket('backups');
    return s3Target({ ...placeAt(store.url, store.region, store.key()), prefix: `case-${++count}` }, tools());
  });
});

describe('a bucket of moto', () => {
  if (MOTO === undefined) return test.skip('LOCKSTEP_MOTO names no moto_server', () => undefined);
  let moto: Moto;
  let count = 0;
  beforeAll(async () => {
    moto = await startMoto();
    await fetch(`${moto.endpoint}/backups`, {
      method: 'PUT',
      headers: { authorization: 'AWS4-HMAC-SHA256 Credential=a/b/us-east-1/s3/aws4_request' },
    });
  });
  afterAll(() => moto.close());

  targetCases(async () => {
    const key = { accessKeyId: 'judge', secretAccessKey: 'judge', sessionToken: undefined };
    return s3Target({ ...placeAt(moto.endpoint, 'us-east-1', key), prefix: `case-${++count}` }, tools());
  });
});

let ground: S3Ground;
beforeEach(async () => {
  ground = await makeS3Ground();
});
afterEach(async () => {
  await ground.store.close();
  expect(ground.store.unmodelled).toEqual([]);
});

const bucket = () => ground.store.bucket('backups');
const stored = (key = FULL) => bucket().current(key)?.body;
const strike = (effect: FaultEffect, more: object = {}) =>
  ground.faults.plant({ service: 'object-store', effect, ...more });
const put = (target = ground.target(), signal?: AbortSignal) =>
  target.put(KEY, chunksOf(ROWS.subarray(0, 700), ROWS.subarray(700)), { signal });

test('an object is stored below the prefix, with its checksum, and said by its own key', async () => {
  expect(await put()).toMatchObject({ key: KEY, bytes: ROWS.length });
  expect(stored()).toEqual(ROWS);
  expect(bucket().current(FULL)).toMatchObject({ parts: 3, checksum: { algorithm: 'sha256', type: 'COMPOSITE' } });
  expect(bucket().uploads.size).toBe(0);
  expect(await keysOf(ground.target().list('daily/', free))).toEqual([KEY]);
});

test('what fits into one part is one request', async () => {
  await ground.target().put(KEY, chunksOf('few'), { signal: undefined, contentType: 'text/plain' });
  expect(ground.store.exchanges.map(({ method }) => method)).toEqual(['PUT', 'HEAD']);
  expect(bucket().current(FULL)).toMatchObject({ contentType: 'text/plain', checksum: { type: 'FULL_OBJECT' } });
});

test('exactly two parts are two parts', async () => {
  await ground.target().put(KEY, chunksOf(Buffer.alloc(2_048, 'x')), free);
  expect(bucket().current(FULL)?.parts).toBe(2);
});

test('a list goes on over its pages', async () => {
  const keys = Array.from({ length: 1_005 }, (_, at) => `daily/${String(at).padStart(4, '0')}`);
  for (const key of keys) bucket().put(`shop/${key}`, { body: Buffer.from('x') }, 0);
  bucket().put('shopping/x', { body: Buffer.from('x') }, 0);
  expect(await keysOf(ground.target().list('', free))).toEqual(keys);
});

test.each([
  ['is cut in the middle', { kind: 'cut', bytes: 200 }],
  ["is a proxy's page", { kind: 'html', status: 200 }],
  ['meets InternalError', s3Fault(500, 'InternalError')],
] satisfies [string, FaultEffect][])('a list that %s is asked for again', async (_what, effect) => {
  for (const key of ['daily/1', 'daily/2']) bucket().put(`shop/${key}`, { body: Buffer.from('x') }, 0);
  strike(effect, { method: 'GET' });
  expect(await keysOf(ground.target().list('daily/', free))).toEqual(['daily/1', 'daily/2']);
  expect(ground.faults.hits()).toEqual([1]);
});

/** Every call of an upload in parts: its start, its three parts, its end, and the look at what is there. */
const CALLS = [
  ['the start', { method: 'POST', path: /\?uploads=/ }],
  ['a part', { method: 'PUT', path: /partNumber=2/ }],
  ['the end', { method: 'POST', path: /\?uploadId=/ }],
  ['the look', { method: 'HEAD' }],
] as const;
const TROUBLES: readonly (readonly [string, FaultEffect])[] = [
  ['is cut before it arrives', { kind: 'reset-before' }],
  ['loses its answer', { kind: 'reset-after' }],
  ['meets InternalError', s3Fault(500, 'InternalError')],
  ['meets SlowDown', s3Fault(503, 'SlowDown', { 'retry-after': '20' })],
  ['meets a page', { kind: 'html', status: 502 }],
  ['meets a page that says 200', { kind: 'html', status: 200 }],
  ['is never answered', { kind: 'hang' }],
];

describe.each(CALLS)('%s of an upload', (name, which) => {
  test.each(TROUBLES)('%s', async (_what, effect) => {
    strike(effect, which);
    const target = ground.target(effect.kind === 'hang' ? { requestTimeoutMs: 60_000 } : {});
    expect(await put(target)).toMatchObject({ bytes: ROWS.length });
    expect(ground.faults.hits()).toEqual([1]);
    expect(stored()).toEqual(ROWS);
    expect(bucket().versions(FULL)).toHaveLength(1);
    // A start whose answer was lost began one that nobody knows: the bucket's lifecycle deletes it.
    expect(bucket().uploads.size).toBe(name === 'the start' && effect.kind === 'reset-after' ? 1 : 0);
  });

  test('fails for good: the error says so, and nothing is there', async () => {
    strike(s3Fault(500, 'InternalError'), { ...which, times: Infinity });
    const error = await put().then(
      () => undefined,
      (thrown: RemoteError) => thrown,
    );
    expect(error).toBeInstanceOf(RemoteError);
    expect(error).toMatchObject({ service: 'S3', status: 500 });
    if (name !== 'the look') expect(stored()).toBeUndefined();
    expect(bucket().uploads.size).toBe(0);
  });
});

test.each(TROUBLES)('one request for all: it %s', async (_what, effect) => {
  strike(effect, { method: 'PUT' });
  const target = ground.target(effect.kind === 'hang' ? { requestTimeoutMs: 60_000 } : {});
  await target.put(KEY, chunksOf('few'), free);
  expect(ground.faults.hits()).toEqual([1]);
  expect(bucket().versions(FULL)).toHaveLength(1);
});

test('a part that is sent again is what it was, however many are sent meanwhile', async () => {
  const many = Buffer.from(Array.from({ length: 30 * 1_024 }, (_, at) => (at / 1_024 + at) % 256));
  strike(s3Fault(503, 'SlowDown'), { method: 'PUT', path: /partNumber=2&/, times: 2 });
  await ground.target({ partsInFlight: 3 }).put(KEY, chunksOf(many), free);
  expect(stored()?.equals(many)).toBe(true);
});

test('an error inside a 200 is no success', async () => {
  strike(s3Fault(200, 'InternalError'), { method: 'POST', path: /\?uploadId=/ });
  await put();
  expect(stored()).toEqual(ROWS);
});

test('what is stored must be what was sent', async () => {
  const other = {
    kind: 'actor',
    act: () => void bucket().put(FULL, { body: Buffer.alloc(ROWS.length) }, Date.now()),
  } as const;
  strike(other, { method: 'HEAD', times: Infinity });
  await expect(put()).rejects.toThrow('what is stored is not what was sent');
});

test('a store that keeps no checksum is believed by its ETag, and not without one', async () => {
  const without =
    (encryption: string): Transport =>
    async (request) => {
      const answer = await nodeTransport(request);
      for (const name of ['x-amz-checksum-sha256', 'x-amz-checksum-type']) answer.headers.delete(name);
      if (encryption !== '') {
        answer.headers.set('etag', '"00000000000000000000000000000000-3"');
        answer.headers.set('x-amz-server-side-encryption', encryption);
      }
      return answer;
    };
  await put(ground.target({ transport: without('') }));
  expect(stored()).toEqual(ROWS);
  const small = (encryption: string) =>
    ground.target({ transport: without(encryption) }).put(KEY, chunksOf('few'), free);
  await expect(small('aws:kms')).rejects.toThrow('no checksum');
  await expect(small('AES256')).rejects.toThrow('not what was sent');
});

test('a store that refuses checksums is told MD5 digests, and believed by its ETags', async () => {
  const store = await startObjectStore({ faults: ground.faults, smallestPart: 1_024, checksums: false });
  store.bucket('backups');
  const target = () => s3Target(placeAt(store.url, store.region, store.key()), { ...tools(), partBytes: 1_024 });
  expect(await put(target())).toMatchObject({ bytes: ROWS.length });
  await target().put('daily/1/few', chunksOf('few'), free);
  expect(await target().putIfAbsent('daily/1/manifest', Buffer.from('{}'), free)).toBe('stored');
  expect(await target().putIfAbsent('daily/1/manifest', Buffer.from('{1}'), free)).toBe('exists');
  expect(await target().head('daily/1/few', free)).toMatchObject({ bytes: 3 });
  expect(await target().head('daily/1/none', free)).toBeUndefined();
  expect(store.bucket('backups').current(FULL)?.body).toEqual(ROWS);
  expect(store.bucket('backups').current(FULL)?.checksum).toBeUndefined();
  await store.close();
});

test('bytes that were changed on their way are sent again, with their checksum', async () => {
  strike(s3Fault(400, 'BadDigest'), { method: 'PUT' });
  await ground.target().put(KEY, chunksOf('few'), free);
  expect(bucket().current(FULL)?.checksum?.algorithm).toBe('sha256');
});

test('a cancelled upload ends at once, also where the stream gives nothing more', async () => {
  const stop = new AbortController();
  async function* stuck(): AsyncIterable<Uint8Array> {
    yield Buffer.alloc(2_000);
    setImmediate(() => stop.abort(new Error('cancelled by the test')));
    await new Promise(() => undefined);
  }
  await expect(ground.target().put(KEY, stuck(), { signal: stop.signal })).rejects.toThrow('cancelled by the test');
  expect(stored()).toBeUndefined();
  expect(bucket().uploads.size).toBe(0);
});

describe('reading', () => {
  beforeEach(async () => {
    await put();
  });

  test.each([
    ['is cut in the middle', { kind: 'cut', bytes: 1_000 }],
    ['is cut before it arrives', { kind: 'reset-before' }],
    ['meets a page that says 200', { kind: 'html', status: 200 }],
    ['meets SlowDown', s3Fault(503, 'SlowDown')],
  ] satisfies [string, FaultEffect][])('%s, and goes on', async (_what, effect) => {
    strike(effect, { method: 'GET' });
    expect(await bytesOf(await ground.target().get(KEY, free))).toEqual(ROWS);
    expect(ground.faults.hits()).toEqual([1]);
  });

  test('goes on with the same object only', async () => {
    strike({ kind: 'cut', bytes: 1_000 }, { method: 'GET' });
    const body = await ground.target().get(KEY, free);
    bucket().put(FULL, { body: Buffer.alloc(ROWS.length) }, Date.now());
    await expect(bytesOf(body)).rejects.toMatchObject({ status: 412 });
  });

  test('gives up where nothing more comes', async () => {
    strike({ kind: 'cut', bytes: 0 }, { method: 'GET', times: Infinity });
    await expect(async () => bytesOf(await ground.target().get(KEY, free))).rejects.toThrow(RemoteError);
  });

  test('a bucket that is missing is no missing object', async () => {
    const target = ground.target({}, { address: `${ground.store.url}/nowhere` });
    await expect(target.get(KEY, free)).rejects.toMatchObject({ code: 'NoSuchBucket' });
    await expect(ground.target().get('daily/none', free)).rejects.toThrow(MissingObject);
  });
});

describe('only where nothing is', () => {
  const manifest = Buffer.from('{"kind":"manifest"}');
  const place = (target = ground.target()) => target.putIfAbsent('daily/1/manifest', manifest, free);
  const versions = () => bucket().versions('shop/daily/1/manifest').length;

  test.each(TROUBLES)('it %s', async (_what, effect) => {
    strike(effect, { method: 'PUT' });
    const target = ground.target(effect.kind === 'hang' ? { requestTimeoutMs: 60_000 } : {});
    expect(await place(target)).toBe('stored');
    expect(ground.faults.hits()).toEqual([1]);
    expect(versions()).toBe(1);
  });

  test('after a lost answer, what another one stored is not ours', async () => {
    strike(
      { kind: 'actor', act: () => void bucket().put('shop/daily/1/manifest', { body: Buffer.from('other') }, 0) },
      { method: 'PUT', after: 1 },
    );
    strike({ kind: 'reset-before' }, { method: 'PUT' });
    expect(await place()).toBe('exists');
  });

  test('after a lost answer, what came late is ours all the same', async () => {
    const late = () => void bucket().put('shop/daily/1/manifest', { body: manifest }, Date.now());
    // The first one that matches strikes: the second PUT finds what the first one stored after all.
    strike({ kind: 'actor', act: late }, { method: 'PUT', after: 1 });
    strike({ kind: 'reset-before' }, { method: 'PUT' });
    expect(await place()).toBe('stored');
    expect(versions()).toBe(1);
  });

  test('a store that writes over what is there is refused', async () => {
    const deaf = await startObjectStore({ faults: ground.faults, conditionalWrites: false });
    deaf.bucket('backups');
    const target = s3Target(placeAt(deaf.url, deaf.region, deaf.key()), tools());
    await expect(place(target)).rejects.toThrow('the store wrote over what was there');
    await deaf.close();
  });
});

describe('what the bucket does with what is in it', () => {
  test('locks, versions and rules', async () => {
    bucket().defaultRetention = { mode: 'COMPLIANCE', years: 1 };
    bucket().lifecycle =
      '<LifecycleConfiguration><Rule><Status>Enabled</Status><Filter><Prefix>shop/daily/</Prefix></Filter><Expiration><Days>400</Days></Expiration></Rule></LifecycleConfiguration>';
    expect(await ground.target().protection?.(free)).toEqual({
      defaultLock: { mode: 'compliance', days: 365 },
      keepsVersions: true,
      expiry: [{ prefix: 'daily/', days: 400 }],
    });
    const { lockedUntilMs } = await put();
    expect(Math.abs((lockedUntilMs ?? 0) - Date.now() - 365 * 86_400_000)).toBeLessThan(600_000);
    const held = bucket().current(FULL);
    if (held !== undefined) held.legalHold = true;
    expect(await ground.target().head(KEY, free)).toMatchObject({ legalHold: true });
  });

  test('a plain bucket has none', async () => {
    ground.store.bucket('plain');
    const target = ground.target({}, { address: `${ground.store.url}/plain` });
    expect(await target.protection?.(free)).toEqual({ defaultLock: undefined, keepsVersions: false, expiry: [] });
  });

  test('a store without locks cannot say, and a key that may not ask is an error', async () => {
    strike(s3Fault(501, 'NotImplemented'), { path: /object-lock/ });
    expect(await ground.target().protection?.(free)).toBeUndefined();
    const blind = ground.store.key({ rights: ['s3:PutObject'] });
    const target = s3Target(placeAt(ground.store.url, ground.store.region, blind), tools());
    await expect(target.protection?.(free)).rejects.toMatchObject({ status: 403, code: 'AccessDenied' });
  });
});

test.each([
  ['a wrong secret', { secretAccessKey: 'wrong' }, 'SignatureDoesNotMatch', 'secret'],
  ['another region', { region: 'us-east-1' }, 'AuthorizationHeaderMalformed', 's3-region: eu-central-1'],
])('%s is an error that says what to do, at once', async (_what, change, code, hint) => {
  const place = placeAt(ground.store.url, ground.store.region, { ...ground.key, ...change });
  const target = s3Target({ ...place, ...('region' in change ? { region: change.region } : {}) }, tools());
  const failed = target.put(KEY, chunksOf('few'), free);
  await expect(failed).rejects.toMatchObject({
    code,
    hint: expect.stringContaining(hint),
    requestId: expect.any(String),
  });
  // A 400 is tried once without a checksum, since some stores refuse those; nothing is waited for.
  expect(ground.store.exchanges.length).toBeLessThanOrEqual(2);
});
