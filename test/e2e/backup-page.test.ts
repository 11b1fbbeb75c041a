import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { parse } from 'yaml';
import { inputs } from '../../actions/backup/src/inputs.ts';
import { thinned as test } from './sampled.ts';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs/backup-and-recovery.md'), 'utf8');
const blocks = [...page.matchAll(/^ *```(\w+)\n([\s\S]*?)^ *```$/gm)].map(([, kind = '', text = '']) => ({
  kind,
  text,
}));
const named = (name: string) => {
  const found = blocks.find(({ text }) => text.includes(name));
  if (found === undefined) throw new Error(`the page shows nothing with ${name}`);
  return found.text;
};

let scope: Scope;
let production: Postgres;
let standby: Postgres;
let key: string;
let to: string;
beforeAll(async () => {
  scope = new Scope();
  [production, standby] = await Promise.all([borrowPostgres(scope), borrowPostgres(scope)]);
  key = await generateIdentity();
  to = scope.folder('lockstep-backups-');
  await production.createDatabase('shop');
  await production.query(
    "create table prescriptions (id int primary key, dose text); insert into prescriptions values (1, '500 mg'), (2, '1 g')",
    [],
    'shop',
  );
  const made = { to, 'database-url': production.url('shop'), 'encrypt-to': await identityToRecipient(key) };
  expect(await spawnAction('backup', made)).toMatchObject({ status: 0 });
});
afterAll(() => scope[Symbol.asyncDispose]());

test('the command that installs the workflows runs as it is on the page, and leaves nothing to fill in', () => {
  const folder = scope.folder('lockstep-page-');
  mkdirSync(join(folder, 'shop'));
  const program = `node ${join(root, 'packages/cli/lib/main.js')} `;
  const command = named('npx @lockstep-ci/cli init').replace('npx @lockstep-ci/cli ', program);
  const { status, stdout, stderr } = spawnSync('bash', ['-ec', `git init --quiet && ${command}`], {
    cwd: join(folder, 'shop'),
    encoding: 'utf8',
  });
  expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' });
  for (const name of ['backup', 'drill']) {
    const text = readFileSync(join(folder, `shop/.github/workflows/lockstep-${name}.yml`), 'utf8');
    expect(text).not.toContain('YOUR-');
    expect(Object.values(parse(text).jobs)).toEqual([
      expect.objectContaining({ with: expect.objectContaining({ to: 's3://acme-backups/shop' }) }),
    ]);
  }
});

test('every input on the page is one of the action', () => {
  const yaml = blocks.filter(({ kind }) => kind === 'yaml').map(({ text }) => parse(text));
  const given = yaml.flatMap((one) => Object.keys(Array.isArray(one) ? one[0].with : one));
  expect(given.length).toBeGreaterThan(10);
  expect(given.filter((name) => !(name in inputs))).toEqual([]);
});

test('the rows of a dropped table come back by the step on the page', async () => {
  await production.query(
    'drop table prescriptions; create table prescriptions (id int primary key, dose text)',
    [],
    'shop',
  );
  const [step] = parse(named('tables: public.prescriptions'));
  const target = { 'target-database-url': production.url('shop'), 'confirm-target': '127.0.0.1/shop' };
  const restored = await spawnAction('backup', { ...step.with, ...target, to, backup: 'latest', 'decrypt-with': key });
  expect(restored).toMatchObject({ status: 0, outputs: { reason: 'tables-restored', rows: '2' } });
  expect(await production.query('select dose from prescriptions order by id', [], 'shop')).toHaveLength(2);
});

test('a database that is gone comes back in the steps of the page, and jobs are switched on by its statement', async () => {
  const target = await standby.createDatabase('shop');
  const inputs = { command: 'restore', to, 'target-database-url': target, 'decrypt-with': key };
  // The first try says what to type.
  const first = await spawnAction('backup', inputs);
  expect(first).toMatchObject({ status: 1, outputs: { reason: 'not-confirmed' } });
  const typed = /type (\S+) into confirm-target/.exec(first.log)?.[1] ?? '';
  const second = await spawnAction('backup', { ...inputs, 'confirm-target': typed });
  expect(second).toMatchObject({ status: 0, outputs: { reason: 'restored' } });
  const statement = /`(update cron\.job [^`]*)`/.exec(page)?.[1] ?? '';
  await standby.query(
    'create schema cron; create table cron.job (active boolean); insert into cron.job values (false)',
    [],
    'shop',
  );
  await standby.query(statement, [], 'shop');
  expect(await standby.query('select active from cron.job', [], 'shop')).toEqual([{ active: true }]);
});
