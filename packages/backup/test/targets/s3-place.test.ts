import { describe, expect, test } from '@jest/globals';
import { InputError, Secret, silent, systemClock } from '@lockstep/base';
import { openPlace } from '../../src/targets/open-place.ts';
import { readS3Place, type S3Settings } from '../../src/targets/s3/place.ts';

/** As aws-actions/configure-aws-credentials leaves it. */
const ENV = {
  AWS_REGION: 'eu-central-1',
  AWS_DEFAULT_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'ASIAEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'of the environment',
  AWS_SESSION_TOKEN: 'its token',
};
const read = (settings: Partial<S3Settings> = {}, env: Readonly<Record<string, string>> = ENV) =>
  readS3Place({ to: 's3://shop-backups/prod/db/', ...settings }, env);
const problems = (...args: Parameters<typeof read>): readonly string[] => {
  try {
    read(...args);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
};

test('the credentials of the environment, the bucket by its own name', () => {
  const { address, bucket, credentials, prefix, region } = read();
  expect([address, bucket, prefix, region]).toEqual([
    'https://shop-backups.s3.eu-central-1.amazonaws.com',
    'shop-backups',
    'prod/db',
    'eu-central-1',
  ]);
  expect(credentials.accessKeyId).toBe('ASIAEXAMPLE');
  expect(credentials.secretAccessKey.reveal()).toBe('of the environment');
  expect(credentials.sessionToken?.reveal()).toBe('its token');
});

test('given keys stand alone: a token of the environment is none of theirs', () => {
  const { credentials } = read({ accessKeyId: 'AKIAOWN', secretAccessKey: new Secret('own secret') });
  expect([credentials.accessKeyId, credentials.secretAccessKey.reveal(), credentials.sessionToken]).toEqual([
    'AKIAOWN',
    'own secret',
    undefined,
  ]);
});

test.each([
  [
    'an endpoint: by path',
    { endpoint: 'https://abc.r2.cloudflarestorage.com/' },
    'https://abc.r2.cloudflarestorage.com/shop-backups',
  ],
  ['a container beside this one', { endpoint: 'http://minio:9000' }, 'http://minio:9000/shop-backups'],
  [
    'a name with a dot, which no certificate covers',
    { to: 's3://shop.backups' },
    'https://s3.eu-central-1.amazonaws.com/shop.backups',
  ],
  ['China', { region: 'cn-north-1' }, 'https://shop-backups.s3.cn-north-1.amazonaws.com.cn'],
])('%s', (_what, settings, address) => {
  expect(read(settings).address).toBe(address);
});

test("AWS's own variable names an endpoint too", () => {
  expect(read({}, { ...ENV, AWS_ENDPOINT_URL_S3: 'https://s3.example' }).address).toBe(
    'https://s3.example/shop-backups',
  );
});

describe('refused', () => {
  test.each([
    ['no bucket', { to: 'shop-backups' }, 'names no bucket'],
    ['a bucket that can be none', { to: 's3://Shop/x' }, 'names no bucket'],
    ['a prefix that can be none', { to: 's3://shop/a//b' }, 'the prefix'],
    ['a region that is none', { region: 'Frankfurt!' }, 's3-region'],
    ['an endpoint in the open', { endpoint: 'http://s3.example.com' }, 'must begin with https://'],
    ['an endpoint that is none', { endpoint: 's3.example.com' }, 'not an address'],
    ['a secret without its key', { secretAccessKey: new Secret('x') }, 's3-access-key-id'],
    ['a key without its secret', { accessKeyId: 'AKIA' }, 's3-secret-access-key'],
  ])('%s', (_what, settings, problem) => {
    expect(problems(settings)).toEqual([expect.stringContaining(problem)]);
  });

  test('all that is wrong at once', () => {
    expect(problems({ to: 'nowhere' }, {})).toEqual([
      expect.stringContaining('names no bucket'),
      expect.stringContaining('AWS_REGION'),
      expect.stringContaining('aws-actions/configure-aws-credentials'),
    ]);
  });
});

test('an address that begins with s3:// opens a bucket, and another scheme is none', async () => {
  const settings = {
    to: 's3://shop-backups/db',
    region: '',
    endpoint: '',
    accessKeyId: '',
    secretAccessKey: new Secret(''),
  };
  const tools = { clock: systemClock, log: silent, fetch, env: ENV };
  expect((await openPlace(settings, tools)).name).toBe('s3://shop-backups/db');
  await expect(openPlace({ ...settings, to: 's3://shop-backups/../db' }, tools)).rejects.toThrow(InputError);
  await expect(openPlace({ ...settings, to: 'gs://shop-backups' }, tools)).rejects.toThrow('gs://');
});
