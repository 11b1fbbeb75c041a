import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { systemClock } from '@lockstep/base';
import { spawnAction } from '@lockstep/proving-ground/action';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { opening } from '../../../test/e2e/sampled.ts';

const schema = `
create table public.people (id serial primary key, name text);
insert into public.people (name) select 'Sensitive ' || g from generate_series(1, 100) g;
create unlogged table public.cache (id int);`;

const test = opening(4);
let scope: Scope;
let source: Postgres;
let scratch: Postgres;
let key: string;
let url: string;
let to: string;
beforeAll(async () => {
  scope = new Scope();
  [source, scratch] = await Promise.all([borrowPostgres(scope), borrowPostgres(scope)]);
  key = await generateIdentity();
  url = await source.createDatabase('shop');
  await source.query(schema, [], 'shop');
  to = scope.folder('lockstep-backups-');
});
afterAll(() => scope[Symbol.asyncDispose]());

const create = async (more: Readonly<Record<string, string>> = {}) =>
  spawnAction('backup', { to, 'database-url': url, 'encrypt-to': await identityToRecipient(key), ...more });
const drill = (more: Readonly<Record<string, string>> = {}) =>
  spawnAction('backup', { command: 'drill', to, 'scratch-database-url': scratch.url(), 'decrypt-with': key, ...more });

test('without a backup, status and drill are red', async () => {
  const nothing = scope.folder('lockstep-backups-');
  const looked = await spawnAction('backup', { command: 'status', to: nothing });
  expect(looked).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'checks-failed' } });
  expect(await drill({ to: nothing })).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'no-backup' } });
});

test('a dry run says what would be contained, and stores nothing', async () => {
  const step = await create({ 'dry-run': 'true' });
  expect(step).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'dry-run' } });
  expect(readdirSync(to)).toEqual([]);
});

test('a backup is made, encrypted, and names what it does not contain', async () => {
  const step = await create();
  expect(step).toMatchObject({
    status: 0,
    outputs: { verdict: 'pass', reason: 'backed-up', tier: 'yearly', tables: '1', rows: '100' },
  });
  expect(step.summary).toContain('public.cache');
  const folder = join(to, 'yearly', step.outputs['backup-id'] ?? '');
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    const path = join(folder, name);
    if (!name.includes('.')) continue;
    expect(readFileSync(path, 'latin1')).not.toMatch(/Sensitive|people/);
  }
});

test('a drill proves it, runs the check of the caller without the secrets of the job, and leaves nothing', async () => {
  const reports = scope.folder('lockstep-reports-');
  const step = await drill({
    'check-command': `node -e "process.exit(process.env.LOCKSTEP_SCRATCH_URL.includes('lockstep_drill_') && !process.env['INPUT_DECRYPT-WITH'] ? 0 : 7)"`,
    'max-restore-time': '10m',
    'report-directory': reports,
  });
  expect(step).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'checks-passed', rows: '100' } });
  expect(Number(step.outputs['restore-seconds'])).toBeGreaterThan(0);
  const list = JSON.parse(readFileSync(join(reports, 'checks.json'), 'utf8')) as { checks: { id: string }[] };
  expect(list.checks.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['schema-equal', 'rows-equal', 'sequences-equal', 'check-command', 'nothing-left']),
  );
  expect(await scratch.query("select datname from pg_database where datname ~ 'drill'")).toEqual([]);
});

test('a check of the caller that fails turns it red', async () => {
  const step = await drill({ 'check-command': 'echo "no patients"; exit 3' });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'checks-failed', failed: '1' } });
});

test('status sees the backup and the newest drill', async () => {
  const inputs = { command: 'status', to, 'max-drill-age': '35d', 'require-tiers': 'daily\nyearly' };
  // The newest one failed, whatever an older one did.
  expect(await spawnAction('backup', inputs)).toMatchObject({ status: 1, outputs: { passed: '4', failed: '1' } });
  await drill({});
  const step = await spawnAction('backup', inputs);
  expect(step).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'checks-passed', passed: '5' } });
  const late = await spawnAction('backup', { command: 'status', to, 'max-age': '1ms' });
  expect(late).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'checks-failed' } });
});

test('the source is not drilled into', async () => {
  const step = await drill({ 'scratch-database-url': source.url() });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'scratch-is-source' } });
});

test('another key turns a drill red', async () => {
  const step = await drill({ 'decrypt-with': await generateIdentity() });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'checks-failed' } });
});

test('a restore has to be confirmed, then compares what it restored', async () => {
  const target = await scratch.createDatabase('standby');
  const restore = (more: Readonly<Record<string, string>> = {}) =>
    spawnAction('backup', { command: 'restore', to, 'target-database-url': target, 'decrypt-with': key, ...more });
  expect(await restore()).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'not-confirmed' } });
  const confirmed = { 'confirm-target': '127.0.0.1/standby' };
  expect(await restore(confirmed)).toMatchObject({
    status: 0,
    outputs: { verdict: 'pass', reason: 'restored', rows: '100' },
  });
  expect(await scratch.query('select count(*)::int as many from people', [], 'standby')).toEqual([{ many: 100 }]);
  expect(await restore(confirmed)).toMatchObject({ status: 1, outputs: { reason: 'target-not-empty' } });
  const tables = { ...confirmed, tables: 'public.people' };
  expect(await restore(tables)).toMatchObject({ status: 1, outputs: { reason: 'target-not-empty' } });
  await scratch.query('truncate people', [], 'standby');
  expect(await restore(tables)).toMatchObject({ status: 0, outputs: { reason: 'tables-restored', rows: '100' } });
});

/** A port that nothing listened on a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

const sessions = "select count(*)::int as many from pg_stat_activity where application_name ~ 'lockstep backup'";

/** Until the server has seen that nobody is there any more. */
async function nobodyIsLeft(): Promise<void> {
  for (let turn = 0; turn < 500; turn++) {
    const [row] = await source.query(sessions);
    if (row?.['many'] === 0) return;
    await systemClock.sleep(20);
  }
  throw new Error('sessions of the backup are left in the source');
}

test.each([
  ['SIGKILL', /copying/],
  ['SIGKILL', /1 of 1 table/],
  ['SIGTERM', /copying/],
] as const)('ended by %s at %s, it leaves no backup and nothing in the source', async (signal, afterLine) => {
  const place = scope.folder('lockstep-backups-');
  const inputs = { to: place, 'database-url': url, 'encrypt-to': await identityToRecipient(key), tier: 'daily' };
  const step = await spawnAction('backup', inputs, { kill: { signal, afterLine } });
  expect(step.outputs['reason']).not.toBe('backed-up');
  await nobodyIsLeft();
  const status = await spawnAction('backup', { command: 'status', to: place });
  expect(status).toMatchObject({ status: 1, outputs: { reason: 'checks-failed' } });
  expect(status.summary).toMatch(/\| no backup(; 1 that were never finished)? \|/);
});

test('a drill that is cancelled leaves nothing; one that is killed leaves what the next one drops', async () => {
  const inputs = { command: 'drill', to, 'scratch-database-url': scratch.url(), 'decrypt-with': key };
  const left = () => scratch.query("select datname from pg_database where datname ~ 'lockstep_drill'");
  await create({ tier: 'daily' });
  const slow = { ...inputs, 'check-command': 'echo "now checking"; sleep 60' };
  const cancelled = await spawnAction('backup', slow, { kill: { signal: 'SIGTERM', afterLine: /now checking/ } });
  expect(cancelled.outputs['reason']).not.toBe('checks-passed');
  expect(await left()).toEqual([]);
  await spawnAction('backup', slow, { kill: { signal: 'SIGKILL', afterLine: /now checking/ } });
  expect(await left()).toHaveLength(1);
  // The server sees that its client is gone a little later.
  const sessions = "select count(*)::int as many from pg_stat_activity where application_name = 'lockstep drill'";
  for (let turn = 0; turn < 1_500; turn++) {
    const [row] = await scratch.query(sessions);
    if (row?.['many'] === 0) break;
    await systemClock.sleep(20);
  }
  expect(await spawnAction('backup', inputs)).toMatchObject({ status: 0, outputs: { reason: 'checks-passed' } });
  expect(await left()).toEqual([]);
});

test('the app is started on what was restored, and answers, without a secret of the job', async () => {
  const workspace = scope.folder('lockstep-app-');
  writeFileSync(
    join(workspace, 'app.mjs'),
    `import { createServer } from 'node:http';
createServer((_, answer) => {
  const secrets = Object.keys(process.env).filter((name) => /SECRET|INPUT_|TOKEN|AWS_|DATABASE_URL$/.test(name));
  const ready = process.env.LOCKSTEP_SCRATCH_URL?.startsWith('postgresql://') && secrets.length === 0;
  answer.writeHead(ready ? 200 : 503).end(secrets.join());
}).listen(process.argv[2]);
`,
  );
  const port = await freePort();
  const health = `node app.mjs ${port} & node -e "const go=async(n)=>{try{const r=await fetch('http://127.0.0.1:${port}/');process.exit(r.ok?0:4)}catch(e){if(n>200)throw e;setTimeout(()=>go(n+1),50)}};go(0)"`;
  const step = await spawnAction(
    'backup',
    { command: 'drill', to, 'scratch-database-url': scratch.url(), 'decrypt-with': key, 'check-command': health },
    { cwd: workspace, env: { STRIPE_SECRET_KEY: 'sk_live_x', DATABASE_URL: 'postgresql://production' } },
  );
  expect(step).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'checks-passed' } });
  // It ended with the drill.
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});

test('all wrong inputs are told at once, and no key is shown', async () => {
  const step = await spawnAction('backup', { to: 's3://bucket', 'encrypt-to': 'none', 'require-tiers': 'hourly' });
  expect(step).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  const told = step.annotations.map(({ message }) => message).join('\n');
  for (const name of ['database-url', 'encrypt-to', 'require-tiers']) expect(told).toContain(name);
  const wrongKey = await create({ 'encrypt-to': key });
  expect(wrongKey).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  expect(JSON.stringify(wrongKey.annotations)).not.toContain(key);
});
