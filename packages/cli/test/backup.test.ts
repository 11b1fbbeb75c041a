import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { opening } from '../../../test/e2e/sampled.ts';

const bundle = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli', 'index.js');

const test = opening(2);

let scope: Scope;
let source: Postgres;
let scratch: Postgres;
let to: string;
let key: string;
let recipient: string;
beforeAll(async () => {
  if (!existsSync(bundle)) throw new Error('build it before: node scripts/build.mjs cli');
  scope = new Scope();
  [source, scratch] = await Promise.all([borrowPostgres(scope), borrowPostgres(scope)]);
  await source.createDatabase('shop');
  await source.query('create table people as select g as id from generate_series(1, 100) g', [], 'shop');
  to = scope.folder('lockstep-backups-');
  const identity = await generateIdentity();
  recipient = await identityToRecipient(identity);
  key = join(scope.folder('lockstep-key-'), 'key.txt');
  writeFileSync(key, `# made by age-keygen\n${identity}\n`);
});
afterAll(() => scope[Symbol.asyncDispose]());

function lockstep(args: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  const env = { PATH: process.env['PATH'], ...variables };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, 'backup', ...args], {
    env,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

test('a backup is made, drilled, seen, and restored for good', async () => {
  const made = lockstep(['create', '--to', to, '--encrypt-to', recipient], { DATABASE_URL: source.url('shop') });
  expect(made).toMatchObject({ code: 0 });
  expect(made.out).toMatch(/^pass backup \(backed-up\): yearly\/\S+ in \S+: 1 table, 100 rows, \S+ MB in \S+ s\n$/);

  const where = { SCRATCH_DATABASE_URL: scratch.url() };
  const command = 'psql --version >/dev/null || true; test -n "$LOCKSTEP_SCRATCH_URL"';
  const drilled = lockstep(['drill', '--to', to, '--key-file', key, '--check-command', command, '--json'], where);
  expect(drilled.code).toBe(0);
  expect(JSON.parse(drilled.out)).toMatchObject({ kind: 'lockstep-checks/1', judgement: { verdict: 'pass' } });

  expect(lockstep(['status', '--to', to, '--max-drill-age', '1d'])).toMatchObject({ code: 0 });

  const target = { TARGET_DATABASE_URL: await scratch.createDatabase('standby') };
  const restore = ['restore', '--to', to, '--key-file', key];
  expect(lockstep(restore, target)).toMatchObject({
    code: 1,
    out: expect.stringContaining('type 127.0.0.1/standby into --confirm-target'),
  });
  expect(lockstep([...restore, '--confirm-target', '127.0.0.1/standby'], target)).toMatchObject({ code: 0 });
  const [there] = await scratch.query('select count(*)::int as many from people', [], 'standby');
  expect(there).toEqual({ many: 100 });
});

test('the server that was backed up is not drilled into, in words', () => {
  const drilled = lockstep(['drill', '--to', to, '--key-file', key], { SCRATCH_DATABASE_URL: source.url() });
  expect(drilled.code).toBe(1);
  expect(drilled.out).toMatch(/^fail backup \(scratch-is-source\): .*use another one for drills\n$/);
});

test('a drill that fails ends with 1, and no backup at all too', () => {
  const slow = ['drill', '--to', to, '--key-file', key, '--max-age', '1ms'];
  expect(lockstep(slow, { SCRATCH_DATABASE_URL: scratch.url() })).toMatchObject({ code: 1 });
  expect(lockstep(['status', '--to', scope.folder('lockstep-backups-')])).toMatchObject({ code: 1 });
});

test('all that is wrong is told at once, in the words of a command line', () => {
  const secret = 'correct horse battery staple';
  const { code, err } = lockstep(['create', '--to', 's3://acme', '--encrypt-to', secret, '--parallel', 'x'], {
    AWS_ENDPOINT_URL_S3: 'nowhere',
  });
  expect(code).toBe(64);
  const named = [...err.matchAll(/^error: ([\w-]+)/gm)].map(([, name]) => name);
  const variables = ['AWS_ENDPOINT_URL_S3', 'AWS_REGION'];
  expect(named).toEqual(['DATABASE_URL', '--encrypt-to', ...variables, 'credentials', '--parallel']);
  expect(err).not.toContain('horse');
  expect(err).not.toMatch(/(?<!--)(?<![\w-])(s3-|encrypt-to|decrypt-with)/);
});

test('what is wrong with a database, a key and a policy file is told by where they come from', () => {
  const folder = scope.folder('lockstep-key-');
  const bad = join(folder, 'bad.txt');
  writeFileSync(bad, '# two keys\nAGE-SECRET-KEY-1\ncorrect horse battery staple\n');
  const policy = join(folder, 'backup.yml');
  writeFileSync(policy, 'retention:\n  hourly: 1d\n  daily: 36h\nrunbook:\n  owner: us\n');
  const { code, err } = lockstep(['drill', '--to', to, '--key-file', bad, '--policy-file', policy], {
    SCRATCH_DATABASE_URL: 'mysql://x',
  });
  expect(code).toBe(64);
  expect(err).toMatch(/^error: SCRATCH_DATABASE_URL: not a PostgreSQL URL/m);
  expect(err).toMatch(/^error: --key-file: key 1/m);
  expect(err).toMatch(/^error: --key-file: key 2/m);
  expect(err).toMatch(/retention: "hourly" \(line 2\)/);
  expect(err).toMatch(/retention: "daily" \(line 3\)/);
  expect(err).toMatch(/runbook: "key" \(line 4\)/);
  expect(err).not.toContain('horse');
});

test.each<[string, readonly string[], RegExp]>([
  ['a command that is not there', ['make', '--to', 'x'], /COMMAND: expected one of create, drill, status, restore/],
  ['no place', ['status'], /--to: required/],
  ['no URL', ['create', '--to', 'x', '--encrypt-to', 'none'], /DATABASE_URL: required in the environment/],
  ['no recipient', ['create', '--to', 'x'], /DATABASE_URL|encrypt-to/],
])('%s is wrong usage', (_what, args, told) => {
  const { code, err } = lockstep(args);
  expect(code).toBe(64);
  expect(err).toMatch(told);
});
