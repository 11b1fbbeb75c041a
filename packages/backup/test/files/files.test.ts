import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { Secret } from '@lockstep/base';
import { Faults } from '@lockstep/proving-ground/faults';
import { type ObjectStore, s3Fault, startObjectStore } from '@lockstep/proving-ground/object-store';
import { borrowPostgres, type Postgres, supabaseProject } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import type { FileOptions } from '../../src/files/copy-files.ts';
import { s3FileSource } from '../../src/files/file-source.ts';
import { fileDays, generationOf, keptFiles } from '../../src/files/generation.ts';
import { writeBackupFiles } from '../../src/files/lazily.ts';
import { readManifest } from '../../src/manifest/read-manifest.ts';
import { directoryTarget } from '../../src/targets/directory.ts';
import { Ground, onlyBackup } from '../ground.ts';
import { tools } from '../targets/s3-ground.ts';

let ground: Ground;
let storage: ObjectStore;
let files: FileOptions;
let count = 0;
const faults = new Faults();
beforeAll(async () => {
  const scope = new Scope();
  const seed = { seed: supabaseProject };
  const servers: [Postgres, Postgres] = await Promise.all([borrowPostgres(scope, seed), borrowPostgres(scope, seed)]);
  const identity = await generateIdentity();
  ground = new Ground(scope, servers, [identity, await identityToRecipient(identity)]);
  storage = await startObjectStore({ faults });
  scope.defer('storage', () => storage.close());
  // A key that may read, and nothing else.
  const { accessKeyId, secretAccessKey } = storage.key({ rights: ['s3:GetObject', 's3:ListBucket'] });
  const settings = { endpoint: storage.url, region: storage.region, accessKeyId };
  const source = s3FileSource({ ...settings, secretAccessKey: new Secret(secretAccessKey) }, tools());
  files = { mode: 'copy', source, maxDurationMs: 600_000 };
});
afterAll(() => ground.end());

const CONTENT: Readonly<Record<string, string>> = {
  'a/b.pdf': 'Patient 1',
  "Möller & Söhne (1) it's+more?.txt": 'Patient 2',
  'empty.bin': '',
  'big.bin': 'x'.repeat(300_000),
};

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** A project with files: their rows, and their bytes in a bucket of its own. */
async function project(): Promise<{ url: string; bucket: string; row: (name: string, body: string) => Promise<void> }> {
  const bucket = `scans-${++count}`;
  const name = `files ${count}`;
  const url = await ground.source.createDatabase(name);
  const run = (sql: string, values: readonly unknown[] = []) => ground.source.query(sql, values, name);
  await run('create table public.t (id int)');
  await run('insert into storage.buckets (id, name) values ($1, $1)', [bucket]);
  const row = async (file: string, body: string) => {
    const metadata = JSON.stringify({ eTag: `"${md5(body)}"`, size: body.length, mimetype: 'text/plain' });
    await run('insert into storage.objects (bucket_id, name, metadata) values ($1, $2, $3)', [bucket, file, metadata]);
  };
  for (const [file, body] of Object.entries(CONTENT)) {
    await row(file, body);
    put(bucket, file, body);
  }
  return { url, bucket, row };
}

function put(bucket: string, key: string, body: string): void {
  storage.bucket(bucket).put(key, { body: Buffer.from(body), contentType: 'text/plain' }, Date.now());
}

async function backedUp(url: string, folder: string, changes: Partial<FileOptions> = {}) {
  const made = await ground.create(url, folder, { files: { ...files, ...changes } });
  if (made.kind !== 'backed-up') throw new Error(made.kind);
  return made.manifest;
}

async function filesChecks(folder: string, prefix?: string) {
  const drilled = await ground.drill(folder, prefix === undefined ? {} : { prefix });
  if (drilled.kind !== 'drilled') throw new Error(drilled.why);
  const checks = drilled.checks.filter(({ id }) => id.startsWith('files-'));
  return checks.map(({ id, verdict, reason }) => `${id} ${verdict} ${reason}`);
}

const WHOLE = ['files-listed pass files-contained', 'files-whole pass files-whole'];

test('files are copied, encrypted, proven by a drill, and written down again', async () => {
  const { url, bucket } = await project();
  const folder = ground.folder();
  const manifest = await backedUp(url, folder);
  expect(manifest.files).toMatchObject({ mode: 'copy', files: 4, bytes: 300_018, copied: 4, reused: 0, gone: 0 });
  for (const path of readdirSync(folder, { recursive: true }).map(String)) {
    expect(path).not.toMatch(/scans|pdf|Söhne/);
    if (/\.\w+$/.test(path)) expect(readFileSync(join(folder, path), 'latin1')).not.toMatch(/Patient|b\.pdf|scans/);
  }
  expect(await filesChecks(folder)).toEqual(WHOLE);
  const prefix = `${onlyBackup(folder)}/`;
  const place = await directoryTarget(folder);
  const read = await readManifest(place, prefix, { signal: undefined });
  if (read.kind !== 'read') throw new Error(read.kind);
  const into = ground.folder();
  const from = { target: place, prefix, identities: [ground.identity] };
  const options = { from, manifest: read.manifest, signal: undefined };
  expect(await writeBackupFiles(options, into)).toEqual({ written: 4, bytes: 300_018, left: 0 });
  for (const [name, body] of Object.entries(CONTENT)) expect(readFileSync(join(into, bucket, name), 'utf8')).toBe(body);
});

test('what did not change is not copied again; what is new is', async () => {
  const { url, bucket, row } = await project();
  const folder = ground.folder();
  const first = await backedUp(url, folder);
  put(bucket, 'new.txt', 'new');
  await row('new.txt', 'new');
  const second = await backedUp(url, folder);
  expect(second.files).toMatchObject({ files: 5, copied: 1, reused: 4 });
  expect(await filesChecks(folder, `daily/${first.id}/`)).toEqual(WHOLE);
  expect(await filesChecks(folder, `daily/${second.id}/`)).toEqual(WHOLE);
  // Another tier has files of its own, which live as long as its backups.
  const monthly = await ground.create(url, folder, { files, tier: 'monthly' });
  expect(monthly).toMatchObject({ manifest: { files: { copied: 5, reused: 0 } } });
});

test('a row without bytes, and bytes that are not those of the row, turn the drill red', async () => {
  const { url, bucket, row } = await project();
  await row('gone.txt', 'gone');
  put(bucket, 'a/b.pdf', 'Patient 3');
  await row('../../escape.txt', 'x');
  const folder = ground.folder();
  expect((await backedUp(url, folder)).files).toMatchObject({ files: 6, copied: 4, gone: 2, changed: 1 });
  expect(await filesChecks(folder)).toEqual(['files-listed fail files-missing', 'files-whole pass files-whole']);
});

test.each([
  [
    'changed',
    (path: string) =>
      writeFileSync(
        path,
        readFileSync(path).map((byte, at) => (at === 200 ? byte ^ 1 : byte)),
      ),
  ],
  ['cut', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, -1))],
  ['swapped', (path: string, other: string) => writeFileSync(path, readFileSync(other))],
])('a stored file that was %s turns the drill red', async (_what, change) => {
  const { url } = await project();
  const folder = ground.folder();
  await backedUp(url, folder);
  const stored = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => /files\/.*\.age$/.test(path));
  expect(stored).toHaveLength(4);
  change(join(folder, stored[0] ?? ''), join(folder, stored[1] ?? ''));
  expect(await filesChecks(folder)).toEqual(['files-listed pass files-contained', 'files-whole fail file-broken']);
});

test('what was not copied in time is left, named by number, and comes with the next backup', async () => {
  const { url } = await project();
  const folder = ground.folder();
  const first = await backedUp(url, folder, { maxDurationMs: -1 });
  expect(first.files).toMatchObject({ files: 4, copied: 0, left: 4 });
  expect(await filesChecks(folder)).toEqual(['files-listed fail files-missing', 'files-whole pass files-whole']);
  expect((await backedUp(url, folder)).files).toMatchObject({ copied: 4, left: 0 });
});

test('files are only listed on request; a database without Storage has none', async () => {
  const { url } = await project();
  const folder = ground.folder();
  const manifest = await backedUp(url, folder, { mode: 'list', source: undefined });
  expect(manifest.files).toMatchObject({ mode: 'list', files: 4, bytes: 300_018, copied: 0 });
  expect(await filesChecks(folder)).toEqual(['files-listed pass files-listed']);
  await ground.source.createDatabase('plain');
  await ground.source.query('drop schema storage cascade; create table t (id int)', [], 'plain');
  const plain = new URL(url);
  plain.pathname = '/plain';
  expect((await backedUp(plain.href, ground.folder(), { mode: 'list' })).files).toBeUndefined();
  await expect(backedUp(plain.href, ground.folder())).rejects.toThrow('storage-files');
});

test('Storage that does not answer ends the backup without a manifest, and no message names a file', async () => {
  const { url } = await project();
  const folder = ground.folder();
  faults.plant({ service: 'object-store', times: Infinity, effect: s3Fault(403, 'AccessDenied') });
  try {
    await expect(backedUp(url, folder)).rejects.toThrow(
      /^Supabase Storage: a file of the bucket scans-\d+ cannot be read$/,
    );
  } finally {
    faults.clear();
  }
  expect(
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((path) => path.endsWith('manifest.json')),
  ).toEqual([]);
});

test('files of a tier are kept for as long as the last backup of their generation', () => {
  const at = Date.parse('2026-11-29T12:00:00Z');
  expect(generationOf('daily', at)).toBe('files/daily/2026-11/');
  expect(generationOf('yearly', at)).toBe('files/yearly/2026/');
  expect(
    keptFiles([
      { name: 'daily', days: 14 },
      { name: 'yearly', days: 2_555 },
    ]),
  ).toEqual([
    { name: 'files/daily', days: 45 },
    { name: 'files/yearly', days: fileDays('yearly', 2_555) },
  ]);
});
