import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

/** Folders as they are found in the world, through the action itself. */
const scope = new Scope();
let postgres: Postgres;
beforeAll(async () => {
  postgres = await borrowPostgres(scope);
});
afterAll(() => scope[Symbol.asyncDispose]());

type Files = Readonly<Record<string, string>>;

let databases = 0;

async function world(files: Files, before = '') {
  const root = scope.folder('lockstep-folders-');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  const name = `folders_${++databases}`;
  const url = await postgres.createDatabase(name);
  if (before !== '') await postgres.query(before, [], name);
  return {
    root,
    run: (command: string, inputs: Files = {}) =>
      spawnAction('migrate', { command, 'database-url': command === 'bare lint' ? '' : url, ...inputs }, { cwd: root }),
    value: async (sql: string) => Object.values((await postgres.query(sql, [], name))[0] ?? {})[0],
  };
}

const applied = (...versions: string[]) =>
  'create schema supabase_migrations; create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text); ' +
  `insert into supabase_migrations.schema_migrations select v, '{}', 'x' from unnest(array['${versions.join("','")}']) v`;

test.each([
  ['goose', '-- +goose Up', '-- +goose Down'],
  ['node-pg-migrate', '-- Up Migration', '-- Down Migration'],
  ['a heading', '-- UP', '-- DOWN'],
])('a down half of %s takes nothing with it', async (_name, up, down) => {
  const sql = `${up}\ncreate table if not exists users (id int);\n\n${down}\ndrop table users;\n`;
  const { run, value } = await world(
    { 'supabase/migrations/20240101000000_users.sql': sql },
    'create table users (id int); insert into users values (1)',
  );
  await run('up');
  await run('plan');
  expect(await value('select count(*)::int from users')).toBe(1);
});

test('a folder of folders is an error for every command, and says what it is', async () => {
  const { run } = await world({ 'db/20240101000000_init/up.sql': 'create table users (id int);' });
  for (const command of ['up', 'plan', 'status', 'lint']) {
    const step = await run(command, { directory: 'db' });
    expect(step.outputs).toMatchObject({ verdict: 'fail', reason: 'invalid-input' });
    expect(step.log).toContain('looks like Diesel or Hasura (20240101000000_init/up.sql)');
  }
});

test.each<[string, Files, string]>([
  [
    'Prisma',
    { 'db/20240101000000_a/migration.sql': 'create table a ();', 'db/20240101000000_a/down.sql': 'drop table a;' },
    '20240101000000',
  ],
  ['Flyway', { 'db/V1.2__a.sql': 'create table a ();', 'db/U1.2__undo.sql': 'drop table a;' }, '1.2'],
  [
    'Drizzle',
    {
      'db/meta/_journal.json': JSON.stringify({ entries: [{ idx: 0, when: 1, tag: '0000_a' }] }),
      'db/0000_a.sql': 'create table a ();',
      'db/0000_a.down.sql': 'drop table a;',
    },
    '0000',
  ],
])('files of %s are applied and rolled back where they are', async (_tool, files, version) => {
  const { run, value } = await world(files);
  expect((await run('up', { directory: 'db' })).outputs).toMatchObject({ reason: 'applied', applied: version });
  expect(await value("select to_regclass('a')::text")).toBe('a');
  expect((await run('up', { directory: 'db' })).outputs).toMatchObject({ reason: 'nothing-to-apply' });
  expect((await run('down', { directory: 'db', 'on-data-loss': 'allow' })).outputs).toMatchObject({
    verdict: 'pass',
    'rolled-back': version,
  });
  expect(await value("select to_regclass('a')::text")).toBe(null);
});

test('only the default folder may be empty', async () => {
  const { run } = await world({ 'supabase/migrations/.gitkeep': '', 'db/migrations/.gitkeep': '' });
  expect((await run('up')).outputs['reason']).toBe('nothing-to-apply');
  expect((await run('up', { directory: 'db/migrations' })).outputs['reason']).toBe('invalid-input');
});

test('what another tool applied long since stands in no way', async () => {
  const { run, value } = await world(
    {
      'supabase/migrations/20240101000000_a.sql': "create type public.m as enum ('a');",
      'supabase/migrations/20240102000000_b.sql':
        "alter type public.m add value 'b';\nCOMMIT;\nrollback;\ncreate table public.t (x public.m default 'b');",
      'supabase/migrations/20240103000000_empty.sql': '',
      'supabase/migrations/20240104000000_new.sql': 'create table public.u (id int);',
      'supabase/migrations/test_rls.sql': 'select 1;',
    },
    applied('20240101000000', '20240102000000', '20240103000000'),
  );
  const status = await run('status');
  expect(status.outputs['reason']).toBe('status');
  expect(status.log).toContain('supabase/migrations/test_rls.sql: ');
  expect((await run('adopt', { to: '20240103000000' })).outputs['reason']).toBe('adopted');
  expect((await run('lint')).outputs['reason']).toBe('linted');
  expect((await run('up')).outputs).toMatchObject({ reason: 'applied', applied: '20240104000000' });
  expect(await value("select to_regclass('public.u') is not null")).toBe(true);
});

test('an empty file is recorded', async () => {
  const { run, value } = await world({ 'supabase/migrations/20240103000000_empty.sql': '' });
  expect((await run('up')).outputs).toMatchObject({ reason: 'applied', applied: '20240103000000' });
  expect(await value('select version from supabase_migrations.schema_migrations')).toBe('20240103000000');
  expect((await run('up')).outputs['reason']).toBe('nothing-to-apply');
});

const add =
  "do $$ begin if not exists (select from pg_enum where enumlabel = 'b') then alter type public.m add value 'b'; end if; end $$;\n";
const use = "create table public.t (x public.m default 'b');\n";

test.each([
  ['as it is', add + use],
  ['with COMMIT', `${add}COMMIT;\n${use}`],
  ['with no-transaction', `-- lockstep: no-transaction\n${add}${use}`],
  ['with both', `-- lockstep: no-transaction\n${add}COMMIT;\n${use}`],
])('an enum label that a DO block adds can be used: %s', async (name, sql) => {
  const { run, value } = await world({
    'supabase/migrations/1_a.sql': "create type public.m as enum ('a');",
    'supabase/migrations/2_b.sql': sql,
  });
  const step = await run('up');
  expect(step.outputs['reason']).toBe('applied');
  expect(await value("select to_regclass('public.t') is not null")).toBe(true);
  if (name === 'as it is') expect(step.log).toContain('what is before it is committed first');
});

test('down to 0 takes a version 0000 down too; written as it stands there, it stays', async () => {
  const files = Object.fromEntries(
    ['0000_a', '0001_b'].flatMap((name) => [
      [`supabase/migrations/${name}.sql`, `create table "${name}" (i int);`],
      [`supabase/rollbacks/${name}.sql`, `drop table "${name}";`],
    ]),
  );
  const { run } = await world(files);
  await run('up');
  expect((await run('down', { to: '0000' })).outputs['rolled-back']).toBe('0001');
  expect((await run('down', { to: '0' })).outputs['rolled-back']).toBe('0000');
});

describe('long plans', () => {
  const files = Object.fromEntries(
    Array.from({ length: 1_300 }, (_, n): [string, string] => [
      `supabase/migrations/${20240101000000 + n}_a_table_with_a_rather_long_name_${n}.sql`,
      `create table t${n} (id int); create index on t${n} (id);`,
    ]),
  );

  test('have outputs that can be handed on, and a summary that can be shown', async () => {
    const { run } = await world(files);
    const step = await run('plan');
    expect(step.outputs['reason']).toBe('planned');
    const all = Object.values(step.outputs).reduce((sum, value) => sum + value.length, 0);
    expect(all).toBeLessThan(64_000);
    const plan = JSON.parse(step.outputs['plan'] ?? '{}');
    expect(plan.counts).toMatchObject({ apply: 1_300, hold: 0, contract: 0, withoutDown: 1_300 });
    expect(plan.migrations.length + plan.moreMigrations).toBe(1_300);
    expect(step.summary.length).toBeLessThan(100_000);
  });
});

test('a version that the folder lacks is named by up', async () => {
  const { run } = await world({ 'supabase/migrations/1_a.sql': 'select 1;' }, applied('1', '7'));
  const step = await run('up');
  expect(step.outputs['reason']).toBe('nothing-to-apply');
  expect(step.log).toContain('applied, and not in this folder: 7');
});
