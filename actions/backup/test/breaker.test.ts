import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { thinned as test } from '../../../test/e2e/sampled.ts';

let scope: Scope;
let source: Postgres;
let scratch: Postgres;
let key: string;
let recipient: string;
beforeAll(async () => {
  scope = new Scope();
  [source, scratch] = await Promise.all([borrowPostgres(scope), borrowPostgres(scope)]);
  key = await generateIdentity();
  recipient = await identityToRecipient(key);
  await source.createDatabase('small');
  await source.query('create table t (id int)', [], 'small');
});
afterAll(() => scope[Symbol.asyncDispose]());

const place = () => scope.folder('lockstep-backups-');
const create = (to: string, database: string, more: Readonly<Record<string, string>> = {}) =>
  spawnAction('backup', { to, 'database-url': source.url(database), 'encrypt-to': recipient, ...more });
const drill = (to: string, more: Readonly<Record<string, string>> = {}) =>
  spawnAction('backup', { command: 'drill', to, 'scratch-database-url': scratch.url(), 'decrypt-with': key, ...more });

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
/** 63 bytes, as many as a name may have. */
const LONGEST = `${'ä'.repeat(31)}x`;
const HOSTILE = [
  ...[
    'with "quotes"',
    "it's",
    'two\nlines',
    'tab\there',
    '..',
    '../../etc',
    'a/b',
    '%2f',
    '\\',
    '\\.',
    '$1',
    '${HOME}',
  ],
  ...['select', ' ', '-- no comment', '/* open', ';drop table x', 'Name', 'name', 'NAME', 'Ünï ☃ 日本', LONGEST],
];

test('whatever schemas, tables, columns and roles are called, all of it is stored and restored', async () => {
  await source.createDatabase('hostile');
  const roles = HOSTILE.filter((name) => !/^(select|name)$/.test(name));
  for (const role of roles) await source.query(`create role ${quoted(role)}`, [], 'hostile');
  for (const [at, name] of HOSTILE.entries()) {
    const table = `${quoted(name)}.${quoted(name)}`;
    const role = quoted(roles[at % roles.length] ?? '');
    for (const sql of [
      `create schema ${quoted(name)}`,
      `create table ${table} (id serial primary key, ${quoted(`${name.slice(0, 20)}!`)} text)`,
      `insert into ${table} (${quoted(`${name.slice(0, 20)}!`)}) select $1::text || g from generate_series(1, 3) g`,
      `alter table ${table} owner to ${role}`,
      `grant usage on schema ${quoted(name)} to ${role}`,
    ])
      await source.query(sql, sql.includes('$1::') ? [name] : [], 'hostile');
  }
  const to = place();
  const made = await create(to, 'hostile');
  expect(made).toMatchObject({ status: 0, outputs: { reason: 'backed-up', tables: `${HOSTILE.length}` } });
  const names = readdirSync(to, { recursive: true }).map(String);
  // No name of the database is one of a file: on no disk can two of them be the same.
  expect(names.filter((name) => !/^[a-zA-Z0-9._/-]+$/.test(name))).toEqual([]);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  expect(await drill(to)).toMatchObject({ status: 0, outputs: { verdict: 'pass', rows: `${3 * HOSTILE.length}` } });
  expect(await scratch.query("select rolname from pg_roles where rolname like '%☃%'")).toEqual([]);
});

test('a disk that is full ends it, and what was written is no backup', async () => {
  const to = place();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', to]).status === 0;
  if (!mounted) {
    process.stderr.write('a file system may not be mounted here: no disk is full\n');
    return;
  }
  try {
    await source.createDatabase('large');
    await source.query('create table t as select md5(g::text) from generate_series(1, 40000) g', [], 'large');
    const step = await create(to, 'large');
    expect(step).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'remote-error' } });
    expect(step.log).toMatch(/ENOSPC|no space left/);
    expect(
      readdirSync(to, { recursive: true })
        .map(String)
        .filter((name) => /manifest|unfinished/.test(name)),
    ).toEqual([]);
    const looked = await spawnAction('backup', { command: 'status', to });
    expect(looked).toMatchObject({ status: 1, outputs: { verdict: 'fail' } });
    expect(looked.outputs['backup-id'] ?? '').toBe('');
    expect(await source.query("select 1 from pg_stat_activity where application_name = 'lockstep backup'")).toEqual([]);
  } finally {
    spawnSync('umount', [to]);
  }
});

test('a passphrase is neither a recipient nor a key, and is not shown', async () => {
  const passphrase = 'correct-horse-battery-staple';
  const to = place();
  const made = await create(to, 'small', { 'encrypt-to': `${recipient}\n${passphrase}` });
  expect(made).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  expect(made.output).toContain('encrypt-to: line 2');
  expect(made.output).not.toContain(passphrase);
  const drilled = await drill(to, { 'decrypt-with': passphrase });
  expect(drilled).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  expect(drilled.log).not.toContain(passphrase);
});

test('a file of keys is taken as age-keygen writes it, with comments, empty lines and more than one key', async () => {
  const to = place();
  expect(await create(to, 'small')).toMatchObject({ status: 0 });
  const file = `# created: 2026-11-30\r\n# public key: ${recipient}\r\n\r\n${await generateIdentity()}\r\n  ${key}  \r\n# end\r\n`;
  expect(await drill(to, { 'decrypt-with': file })).toMatchObject({ status: 0, outputs: { verdict: 'pass' } });
});

test('everything that is wrong in inputs and policy file is named at once, with its line', async () => {
  const workspace = scope.folder('lockstep-workspace-');
  mkdirSync(join(workspace, '.lockstep'));
  writeFileSync(
    join(workspace, '.lockstep/backup.yml'),
    'recovery:\n  max-data-age: soon\nretention:\n  weakly: 7d\nlegal-holds:\n  - backup: latest\n    until: 2026-13-01\n    reason: x\nrunbooks: {}\n',
  );
  const wrong = {
    'scratch-database-url': 'mysql://db',
    'decrypt-with': 'AGE-SECRET-KEY-1X',
    to: 's3://A',
    's3-region': 'EU!',
  };
  const inputs = { command: 'drill', 'policy-file': '.lockstep/backup.yml', 'after-restore': 'none.sql', ...wrong };
  const step = await spawnAction('backup', inputs, { cwd: workspace });
  expect(step).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  for (const named of [
    ...[
      'database-url: not a PostgreSQL URL',
      'decrypt-with: key 1',
      'input "after-restore"',
      'to: "s3://A"',
      's3-region: "EU!"',
    ],
    ...['"max-data-age" (line 2)', '"weakly" (line 4)', '"backup" (line 6)', '"until" (line 7)', '"runbooks" (line 9)'],
  ])
    expect(step.log).toContain(named);
});

test('a security label of a provider that the scratch server does not have is named', async () => {
  await source.createDatabase('labelled');
  await source.query('create table t (id int)', [], 'labelled');
  await source.query(
    "set allow_system_table_mods = on; insert into pg_seclabel select 't'::regclass, 'pg_class'::regclass, 0, 'dummy', 'classified'",
    [],
    'labelled',
  );
  const to = place();
  expect(await create(to, 'labelled')).toMatchObject({ status: 0 });
  const reports = scope.folder('lockstep-reports-');
  const step = await drill(to, { 'report-directory': reports });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'unknown', failed: '0' } });
  const { notVerified } = JSON.parse(readFileSync(join(reports, 'checks.json'), 'utf8'));
  expect(notVerified).toEqual([
    expect.objectContaining({ what: 'security label of TABLE t in public', chosen: false }),
  ]);
});
