import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type ObjectStore, startObjectStore } from '@lockstep/proving-ground/object-store';
import { borrowPostgres, type Postgres, supabaseProject } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { opening } from '../../../test/e2e/sampled.ts';

const test = opening(1);

let scope: Scope;
let source: Postgres;
let project: Postgres;
let storage: ObjectStore;
let key: string;
let to: string;
let url: string;
beforeAll(async () => {
  scope = new Scope();
  const seed = { seed: supabaseProject };
  [source, project] = await Promise.all([borrowPostgres(scope, seed), borrowPostgres(scope, seed)]);
  storage = await startObjectStore({ faults: new Faults() });
  scope.defer('storage', () => storage.close());
  key = await generateIdentity();
  to = scope.folder('lockstep-backups-');
  url = asMigrator(await source.createDatabase('production', { owner: 'migrator' }));
  await source.query('set role migrator; create table public.t (id int); insert into t values (1)', [], 'production');
  const metadata = JSON.stringify({ eTag: createHash('md5').update('Patient 1').digest('hex'), size: 9 });
  await source.query("insert into storage.buckets (id, name) values ('scans', 'scans')", [], 'production');
  const row = "insert into storage.objects (bucket_id, name, metadata) values ('scans', 'a b.txt', $1)";
  await source.query(row, [metadata], 'production');
  storage.bucket('scans').put('a b.txt', { body: Buffer.from('Patient 1') }, Date.now());
});
afterAll(() => scope[Symbol.asyncDispose]());

/** As `postgres` of a project is: no superuser. */
function asMigrator(address: string): string {
  const changed = new URL(address);
  changed.username = 'migrator';
  return changed.href;
}

test('files are copied, and restored with the rows into a Supabase project', async () => {
  const { accessKeyId, secretAccessKey } = storage.key({ rights: ['s3:GetObject', 's3:ListBucket'] });
  const made = await spawnAction('backup', {
    to,
    'database-url': url,
    'encrypt-to': await identityToRecipient(key),
    'storage-files': 'copy',
    'storage-s3-endpoint': storage.url,
    'storage-s3-region': storage.region,
    'storage-s3-access-key-id': accessKeyId,
    'storage-s3-secret-access-key': secretAccessKey,
  });
  expect(made).toMatchObject({ status: 0, outputs: { reason: 'backed-up', files: '1' } });
  expect(`${made.log}${made.summary}`).not.toContain('a b.txt');
  const into = scope.folder('lockstep-restored-');
  const target = asMigrator(await project.createDatabase('standby', { owner: 'migrator' }));
  const back = await spawnAction('backup', {
    command: 'restore',
    to,
    'target-database-url': target,
    'confirm-target': '127.0.0.1/standby',
    'decrypt-with': key,
    'files-directory': into,
  });
  expect(back).toMatchObject({ status: 0, outputs: { reason: 'restored', files: '1', rows: '3' } });
  expect(readFileSync(join(into, 'scans', 'a b.txt'), 'utf8')).toBe('Patient 1');
});

test('a project with another version of its services is refused by name', async () => {
  const target = asMigrator(await project.createDatabase('older', { owner: 'migrator' }));
  await project.query('alter table storage.buckets drop column owner_id', [], 'older');
  const step = await spawnAction('backup', {
    command: 'restore',
    to,
    'target-database-url': target,
    'confirm-target': '127.0.0.1/older',
    'decrypt-with': key,
  });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'project-differs' } });
});

test('what copying needs is asked for at once', async () => {
  const step = await spawnAction('backup', {
    to: 's3://acme/shop',
    's3-endpoint': 'https://abc.storage.supabase.co/storage/v1/s3',
    'database-url': url,
    'encrypt-to': await identityToRecipient(key),
    'storage-files': 'copy',
    'storage-s3-endpoint': 'https://abc.storage.supabase.co/storage/v1/s3',
    'files-directory': 'x',
  });
  expect(step).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  const texts = step.annotations.map(({ message }) => message).join('\n');
  for (const name of ['storage-s3-region', 'storage-s3-secret-access-key', 's3-endpoint', 'files-directory'])
    expect(texts).toContain(`"${name}"`);
});
