import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type ObjectStore, startObjectStore } from '@lockstep/proving-ground/object-store';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { opening } from '../../../test/e2e/sampled.ts';

const test = opening(1);

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
function credentials(rights: readonly string[] | undefined) {
  const { accessKeyId: id, secretAccessKey: secret } = store.key(rights === undefined ? {} : { rights });
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

test('limits and legal holds of the policy file are judged by what the store says of each object', async () => {
  const env = credentials(undefined);
  const name = 'acme-held';
  const bucket = store.bucket(name, { objectLock: true });
  const inputs = { to: `s3://${name}/shop`, 'database-url': url, 'encrypt-to': await identityToRecipient(key) };
  const made = await spawnAction('backup', { ...inputs, tier: 'daily' }, { env });
  const id = made.outputs['backup-id'] ?? '';
  const workspace = scope.folder('lockstep-workspace-');
  const written = (backup: string) =>
    writeFileSync(
      join(workspace, 'backup.yml'),
      `retention:\n  daily: 14d\nlegal-holds:\n  - backup: ${backup}\n    until: 2999-12-31\n    reason: claim\n`,
    );
  const status = async (more: Readonly<Record<string, string>> = {}) => {
    const reports = scope.folder('lockstep-reports-');
    const asked = {
      command: 'status',
      to: inputs.to,
      'policy-file': 'backup.yml',
      'report-directory': reports,
      ...more,
    };
    const step = await spawnAction('backup', asked, { env, cwd: workspace });
    const path = join(reports, 'checks.json');
    const list = JSON.parse(readFileSync(path, 'utf8')) as {
      checks: { id: string; verdict: string; reason: string }[];
    };
    return { step, said: list.checks.map((check) => `${check.id} ${check.verdict} ${check.reason}`) };
  };
  written(id);
  const loose = await status({ 'locked-for': '30d' });
  expect(loose.said).toEqual(
    expect.arrayContaining([
      'legal-hold fail hold-not-enforced',
      'lifecycle-daily fail never-deleted',
      'retention-daily pass within-limit',
      'immutable fail not-immutable',
    ]),
  );
  for (const each of bucket.keys()) {
    const version = bucket.current(each);
    if (version !== undefined) {
      version.legalHold = true;
      version.retention = { mode: 'COMPLIANCE', until: Date.now() + 31 * 86_400_000 };
    }
  }
  const held = await status({ 'locked-for': '30d' });
  expect(held.said).toEqual(expect.arrayContaining(['legal-hold pass held', 'immutable pass immutable']));
  written('20200101T000000Z-00000000');
  expect((await status()).said).toEqual(expect.arrayContaining(['legal-hold fail held-backup-gone']));
  expect((await status({ keep: '' })).step.log).toContain('"Days": 14');
  const both = await spawnAction(
    'backup',
    { command: 'status', to: inputs.to, 'policy-file': 'backup.yml', keep: 'daily: 7' },
    { env, cwd: workspace },
  );
  expect(both).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
});
