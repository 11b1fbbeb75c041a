import { randomBytes } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  GetObjectLegalHoldCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  ListObjectVersionsCommand,
  ListPartsCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  PutObjectLockConfigurationCommand,
  PutObjectRetentionCommand,
  PutPublicAccessBlockCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MOTO } from '../../../../test/judges/moto.ts';
import { motoPlace, ourPlace, outcome, type Place } from './places.ts';

/**
 * AWS's own client is the judge of both: what moto says, our store must say as well, and the other way round. Left out is
 * what moto 5.2.5 does otherwise than AWS: its checksum of an object in parts is of all bytes, parts may come in any
 * order, its answer to GetObjectRetention is no XML, it allows a shorter retention, and it takes any secret.
 */
const places: readonly [string, (() => Promise<Place>) | undefined][] = [
  ['our store', ourPlace],
  ['moto', MOTO === undefined ? undefined : motoPlace],
];
const DAY = 86_400_000;

describe.each(places)('%s', (name, start) => {
  const seen = start === undefined ? test.skip : test;
  let place: Place;
  let Bucket: string;
  beforeAll(async () => {
    if (start !== undefined) place = await start();
  });
  afterAll(() => place?.close());
  beforeEach(() => {
    Bucket = `b-${randomBytes(6).toString('hex')}`;
  });

  // biome-ignore lint/suspicious/noExplicitAny: one name for `client.send`, whose overloads a function type cannot keep
  const send: Place['client']['send'] = ((command: any) => place.client.send(command)) as any;
  const create = (objectLock = false) =>
    send(new CreateBucketCommand({ Bucket, ...(objectLock ? { ObjectLockEnabledForBucket: true } : {}) }));
  const put = (Key: string, Body: string | Buffer, more: object = {}) =>
    send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
  const read = async (Key: string, more: object = {}) => {
    const { Body, ...rest } = await send(new GetObjectCommand({ Bucket, Key, ...more }));
    return { text: (await Body?.transformToString()) ?? '', ...rest };
  };
  const soon = () => new Date(Math.floor(Date.now() / 1_000) * 1_000 + DAY);

  seen('keeps an object with its type, its metadata and its checksum', async () => {
    await create();
    const key = "a folder/ä+b's (1).txt";
    const md5 = '5d41402abc4b2a76b9719d911017c592';
    const stored = await put(key, 'hello', {
      ContentType: 'text/plain',
      Metadata: { a: 'b' },
      ChecksumAlgorithm: 'SHA256',
    });
    expect(stored.ETag).toBe(`"${md5}"`);
    const head = await send(new HeadObjectCommand({ Bucket, Key: key, ChecksumMode: 'ENABLED' }));
    expect(head).toMatchObject({
      ContentLength: 5,
      ContentType: 'text/plain',
      ETag: `"${md5}"`,
      Metadata: { a: 'b' },
      ChecksumSHA256: 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=',
    });
    expect(await read(key)).toMatchObject({ text: 'hello', ContentLength: 5 });
  });

  seen('gives a part of an object, and says which', async () => {
    await create();
    await put('k', '0123456789');
    expect(await read('k', { Range: 'bytes=2-4' })).toMatchObject({ text: '234', ContentRange: 'bytes 2-4/10' });
    expect((await read('k', { Range: 'bytes=7-' })).text).toBe('789');
    expect((await read('k', { Range: 'bytes=-2' })).text).toBe('89');
    expect(await outcome(read('k', { Range: 'bytes=10-' }))).toBe('InvalidRange 416');
  });

  seen('says what is not there', async () => {
    await create();
    expect(await outcome(read('none'))).toBe('NoSuchKey 404');
    expect(await outcome(send(new HeadObjectCommand({ Bucket, Key: 'none' })))).toBe('NotFound 404');
    expect(await outcome(send(new GetObjectCommand({ Bucket: `${Bucket}-none`, Key: 'k' })))).toBe('NoSuchBucket 404');
    expect(await outcome(send(new HeadBucketCommand({ Bucket: `${Bucket}-none` })))).toBe('NotFound 404');
    expect(await outcome(send(new DeleteObjectCommand({ Bucket, Key: 'none' })))).toBe('done');
  });

  seen('lists in pages, by prefix and by folder', async () => {
    await create();
    for (const key of ['a/1', 'a/2', 'b/1', 'c', 'a-3']) await put(key, key);
    const list = (more: object) => send(new ListObjectsV2Command({ Bucket, ...more }));
    const keys = (page: ListObjectsV2CommandOutput) => page.Contents?.map(({ Key }) => Key) ?? [];
    expect(keys(await list({}))).toEqual(['a-3', 'a/1', 'a/2', 'b/1', 'c']);
    const first = await list({ MaxKeys: 2 });
    expect([keys(first), first.IsTruncated, first.KeyCount]).toEqual([['a-3', 'a/1'], true, 2]);
    const second = await list({ MaxKeys: 2, ContinuationToken: first.NextContinuationToken });
    const third = await list({ MaxKeys: 2, ContinuationToken: second.NextContinuationToken });
    expect([keys(second), keys(third), third.IsTruncated]).toEqual([['a/2', 'b/1'], ['c'], false]);
    expect(keys(await list({ Prefix: 'a/', StartAfter: 'a/1' }))).toEqual(['a/2']);
    const folders = await list({ Delimiter: '/' });
    expect([keys(folders), folders.CommonPrefixes?.map(({ Prefix }) => Prefix)]).toEqual([
      ['a-3', 'c'],
      ['a/', 'b/'],
    ]);
    expect(keys(await list({ Prefix: 'none/' }))).toEqual([]);
  });

  seen('writes only where nothing is, and only over what was seen', async () => {
    await create();
    const { ETag } = await put('m', 'one', { IfNoneMatch: '*' });
    expect(await outcome(put('m', 'two', { IfNoneMatch: '*' }))).toBe('PreconditionFailed 412');
    expect(await outcome(put('m', 'two', { IfMatch: '"00000000000000000000000000000000"' }))).toBe(
      'PreconditionFailed 412',
    );
    expect((await read('m')).text).toBe('one');
    expect(await outcome(put('m', 'two', { IfMatch: ETag }))).toBe('done');
    expect((await read('m')).text).toBe('two');
    expect(await outcome(read('m', { IfMatch: ETag }))).toBe('PreconditionFailed 412');
  });

  seen('keeps versions, hides what is deleted, and deletes a version for good', async () => {
    await create();
    expect((await send(new GetBucketVersioningCommand({ Bucket }))).Status).toBeUndefined();
    await send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
    expect((await send(new GetBucketVersioningCommand({ Bucket }))).Status).toBe('Enabled');
    const one = await put('k', 'one');
    const two = await put('k', 'two');
    const gone = await send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
    expect(gone.DeleteMarker).toBe(true);
    expect(await outcome(read('k'))).toBe('NoSuchKey 404');
    expect((await read('k', { VersionId: one.VersionId })).text).toBe('one');
    const { Versions, DeleteMarkers } = await send(new ListObjectVersionsCommand({ Bucket }));
    expect(Versions?.map(({ VersionId }) => VersionId)).toEqual([two.VersionId, one.VersionId]);
    expect(DeleteMarkers).toMatchObject([{ Key: 'k', IsLatest: true, VersionId: gone.VersionId }]);
    await send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId: gone.VersionId }));
    expect((await read('k')).text).toBe('two');
    await send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId: two.VersionId }));
    expect((await read('k')).text).toBe('one');
  });

  describe('in parts', () => {
    const begin = async (more: object = {}) => {
      const { UploadId } = await send(new CreateMultipartUploadCommand({ Bucket, Key: 'k', ...more }));
      return { Bucket, Key: 'k', UploadId };
    };
    const MiB5 = Buffer.alloc(5 * 1024 * 1024, 'x');

    seen('stores what the parts make, and nothing before', async () => {
      await create();
      const upload = await begin({ ChecksumAlgorithm: 'SHA256' });
      const part = (PartNumber: number, Body: Buffer) =>
        send(new UploadPartCommand({ ...upload, PartNumber, Body, ChecksumAlgorithm: 'SHA256' }));
      await part(2, Buffer.from('not this'));
      const second = await part(2, Buffer.from('end'));
      const first = await part(1, MiB5);
      const { Parts } = await send(new ListPartsCommand(upload));
      expect(Parts?.map(({ PartNumber, Size, ETag }) => [PartNumber, Size, ETag])).toEqual([
        [1, MiB5.length, first.ETag],
        [2, 3, second.ETag],
      ]);
      expect(await outcome(read('k'))).toBe('NoSuchKey 404');
      const { Uploads } = await send(new ListMultipartUploadsCommand({ Bucket }));
      expect(Uploads).toMatchObject([{ Key: 'k', UploadId: upload.UploadId }]);
      const named = [first, second].map(({ ETag, ChecksumSHA256 }, at) => ({
        PartNumber: at + 1,
        ETag,
        ChecksumSHA256,
      }));
      const whole = await send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: named } }));
      expect(whole.ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
      const head = await send(new HeadObjectCommand({ Bucket, Key: 'k', ChecksumMode: 'ENABLED' }));
      expect(head).toMatchObject({ ContentLength: MiB5.length + 3, ETag: whole.ETag });
      expect(head.ChecksumSHA256).toMatch(name === 'moto' ? /=/ : /^[A-Za-z0-9+/]{43}=-2$/);
      expect((await read('k', { Range: 'bytes=-4' })).text).toBe('xend');
      expect((await send(new ListMultipartUploadsCommand({ Bucket }))).Uploads).toBeUndefined();
    });

    seen('refuses other parts than those that came', async () => {
      await create();
      const upload = await begin();
      const part = (PartNumber: number, Body: string | Buffer) =>
        send(new UploadPartCommand({ ...upload, PartNumber, Body }));
      const [one, two] = [await part(1, 'one'), await part(2, MiB5)];
      const complete = (...parts: (readonly [number, string | undefined])[]) =>
        outcome(
          send(
            new CompleteMultipartUploadCommand({
              ...upload,
              MultipartUpload: { Parts: parts.map(([PartNumber, ETag]) => ({ PartNumber, ETag })) },
            }),
          ),
        );
      expect(await complete([1, two.ETag])).toBe('InvalidPart 400');
      expect(await complete([3, one.ETag])).toBe('InvalidPart 400');
      if (name !== 'moto') expect(await complete([2, two.ETag], [1, one.ETag])).toBe('InvalidPartOrder 400');
      expect(await complete([1, one.ETag], [2, two.ETag])).toBe('EntityTooSmall 400');
      expect(await outcome(read('k'))).toBe('NoSuchKey 404');
    });

    seen('forgets what is aborted', async () => {
      await create();
      const upload = await begin();
      await send(new UploadPartCommand({ ...upload, PartNumber: 1, Body: 'one' }));
      await send(new AbortMultipartUploadCommand(upload));
      expect(await outcome(send(new ListPartsCommand(upload)))).toBe('NoSuchUpload 404');
      expect((await send(new ListMultipartUploadsCommand({ Bucket }))).Uploads).toBeUndefined();
    });
  });

  describe('Object Lock', () => {
    const lock = (Mode: 'COMPLIANCE' | 'GOVERNANCE', Days = 30) =>
      send(
        new PutObjectLockConfigurationCommand({
          Bucket,
          ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention: { Mode, Days } } },
        }),
      );
    const remove = (Key: string, VersionId: string | undefined, more: object = {}) =>
      outcome(send(new DeleteObjectCommand({ Bucket, Key, VersionId, ...more })));

    seen('is not there in a plain bucket', async () => {
      await create();
      expect(await outcome(send(new GetObjectLockConfigurationCommand({ Bucket })))).toBe(
        'ObjectLockConfigurationNotFoundError 404',
      );
    });

    seen('a default of the bucket keeps each new version', async () => {
      await create(true);
      await lock('COMPLIANCE');
      const { ObjectLockConfiguration } = await send(new GetObjectLockConfigurationCommand({ Bucket }));
      expect(ObjectLockConfiguration).toMatchObject({
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 30 } },
      });
      const { VersionId } = await put('k', 'kept');
      const head = await send(new HeadObjectCommand({ Bucket, Key: 'k' }));
      expect(head.ObjectLockMode).toBe('COMPLIANCE');
      expect(Math.abs((head.ObjectLockRetainUntilDate?.getTime() ?? 0) - Date.now() - 30 * DAY)).toBeLessThan(600_000);
      expect(await remove('k', VersionId)).toBe('AccessDenied 403');
      // Without a version it is hidden, and still there.
      expect(await remove('k', undefined)).toBe('done');
      expect((await read('k', { VersionId })).text).toBe('kept');
    });

    seen('compliance cannot be lifted, governance by its bypass', async () => {
      await create(true);
      const retain = (Mode: 'COMPLIANCE' | 'GOVERNANCE') => ({
        ObjectLockMode: Mode,
        ObjectLockRetainUntilDate: soon(),
        ChecksumAlgorithm: 'SHA256',
      });
      const hard = await put('hard', 'x', retain('COMPLIANCE'));
      const soft = await put('soft', 'x', retain('GOVERNANCE'));
      const bypass = { BypassGovernanceRetention: true };
      expect(await remove('hard', hard.VersionId, bypass)).toBe('AccessDenied 403');
      expect(await remove('soft', soft.VersionId)).toBe('AccessDenied 403');
      expect(await remove('soft', soft.VersionId, bypass)).toBe('done');
      const later = new Date(soon().getTime() + DAY);
      const set = (RetainUntilDate: Date) =>
        outcome(
          send(
            new PutObjectRetentionCommand({ Bucket, Key: 'hard', Retention: { Mode: 'COMPLIANCE', RetainUntilDate } }),
          ),
        );
      expect(await set(later)).toBe('done');
    });

    seen('a legal hold keeps a version until it is off', async () => {
      await create(true);
      const { VersionId } = await put('k', 'held');
      const hold = (Status: 'ON' | 'OFF') =>
        send(new PutObjectLegalHoldCommand({ Bucket, Key: 'k', LegalHold: { Status } }));
      await hold('ON');
      expect((await send(new GetObjectLegalHoldCommand({ Bucket, Key: 'k' }))).LegalHold?.Status).toBe('ON');
      expect((await send(new HeadObjectCommand({ Bucket, Key: 'k' }))).ObjectLockLegalHoldStatus).toBe('ON');
      expect(await remove('k', VersionId)).toBe('AccessDenied 403');
      await hold('OFF');
      expect(await remove('k', VersionId)).toBe('done');
    });
  });

  seen('gives back the lifecycle and the block of public access', async () => {
    await create();
    expect(await outcome(send(new GetBucketLifecycleConfigurationCommand({ Bucket })))).toBe(
      'NoSuchLifecycleConfiguration 404',
    );
    const rule = (prefix: string, Days: number) => ({
      ID: prefix,
      Status: 'Enabled' as const,
      Filter: { Prefix: prefix },
      Expiration: { Days },
    });
    const Rules = [rule('daily/', 7), rule('monthly/', 365)];
    await send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules } }));
    expect((await send(new GetBucketLifecycleConfigurationCommand({ Bucket }))).Rules).toMatchObject(Rules);
    const block = {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    };
    expect(await outcome(send(new GetPublicAccessBlockCommand({ Bucket })))).toBe(
      'NoSuchPublicAccessBlockConfiguration 404',
    );
    await send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: block }));
    expect((await send(new GetPublicAccessBlockCommand({ Bucket }))).PublicAccessBlockConfiguration).toEqual(block);
  });
});
