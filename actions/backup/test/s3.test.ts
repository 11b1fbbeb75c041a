import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type ObjectStore, startObjectStore } from '@lockstep/proving-ground/object-store';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { generateIdentity, identityToRecipient } from 'age-encryption';

let scope: Scope;
let source: Postgres;
let scratch: Postgres;
let store: ObjectStore;
let key: string;
let url: string;
const faults = new Faults();
beforeAll(async () => {
  scope = new Scope();
  [source, scratch] = await Promise.all([borrowPostgres(scope), borrowPostgres(scope)]);
  store = await startObjectStore({ faults });
  scope.defer('the object store', () => store.close());
  store.bucket('acme-backups', { objectLock: true });
  key = await generateIdentity();
  url = await source.createDatabase('shop');
  await source.query('create table people as select g as id from generate_series(1, 100) g', [], 'shop');
});
afterAll(() => scope[Symbol.asyncDispose]());

const to = 's3://acme-backups/shop';

/** As `aws-actions/configure-aws-credentials` leaves them. */
function credentials(rights: readonly string[]) {
  const { accessKeyId: id, secretAccessKey: secret } = store.key({ rights });
  return {
    AWS_REGION: store.region,
    AWS_ACCESS_KEY_ID: id,
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_ENDPOINT_URL_S3: store.url,
  };
}

test('a key that may not delete is enough for a backup, a drill and the status', async () => {
  const env = credentials([
    's3:PutObject',
    's3:GetObject',
    's3:ListBucket',
    's3:GetBucketObjectLockConfiguration',
    's3:GetLifecycleConfiguration',
    's3:GetBucketVersioning',
    's3:AbortMultipartUpload',
  ]);
  const made = await spawnAction(
    'backup',
    { to, 'database-url': url, 'encrypt-to': await identityToRecipient(key) },
    { env },
  );
  expect(made).toMatchObject({ status: 0, outputs: { reason: 'backed-up', rows: '100' } });
  const inputs = { command: 'drill', to, 'scratch-database-url': scratch.url(), 'decrypt-with': key };
  expect(await spawnAction('backup', inputs, { env })).toMatchObject({
    status: 0,
    outputs: { reason: 'checks-passed' },
  });
  const looked = await spawnAction(
    'backup',
    { command: 'status', to, 'max-drill-age': '1d', keep: 'daily: 7' },
    { env },
  );
  expect(looked).toMatchObject({ status: 1, outputs: { verdict: 'fail', passed: '3', failed: '1' } });
  expect(looked.log).toContain('"Prefix": "shop/daily/"');
  expect(store.unmodelled).toEqual([]);
});

test('a wrong secret is refused, and no backup is made', async () => {
  const env = { ...credentials(['s3:PutObject']), AWS_SECRET_ACCESS_KEY: 'x'.repeat(40) };
  const made = await spawnAction(
    'backup',
    { to, 'database-url': url, 'encrypt-to': await identityToRecipient(key) },
    { env },
  );
  expect(made).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'remote-error' } });
});

test('nothing is stored unencrypted in a bucket', async () => {
  const made = await spawnAction('backup', { to, 'database-url': url, 'encrypt-to': 'none' });
  expect(made).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
});
