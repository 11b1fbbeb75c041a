import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { down } from '../../src/down/down.ts';
import { up } from '../../src/up/up.ts';
import { engineOn, folderOf, type Ground, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const all = { phase: 'all', allowOutOfOrder: false } as const;

const twoTables = {
  'migrations/20240101000000_users.sql':
    "-- people\ncreate table users (id int primary key);\ncomment on table users is 'a;b';\n",
  'rollbacks/20240101000000_users.sql': 'drop table users;\n',
  'migrations/20240102000000_posts.sql': 'create table posts (id int references users);',
  'rollbacks/20240102000000_posts.sql': 'drop table posts;',
};

test('up applies what is pending, in order, and records it as the Supabase CLI does', async () => {
  const database = await ground.database();
  const folder = folderOf(ground.scope, twoTables);
  const report = await up(engineOn(database), { ...all, folder });
  expect(report.failure).toBeUndefined();
  expect(report.applied.map((each) => each.version)).toEqual(['20240101000000', '20240102000000']);
  expect(
    await database.rows('select version, name, statements from supabase_migrations.schema_migrations order by 1'),
  ).toEqual([
    [
      '20240101000000',
      'users',
      ['-- people\ncreate table users (id int primary key)', "comment on table users is 'a;b'"],
    ],
    ['20240102000000', 'posts', ['create table posts (id int references users)']],
  ]);
  const again = await up(engineOn(database), { ...all, folder });
  expect(again.applied).toEqual([]);
});

test('the side row holds the way down, its digest and who applied it', async () => {
  const database = await ground.database();
  const provenance = { release: 'r1', commit: 'c0ffee', actor: 'ada', run: 'https://run', step: 's1' };
  await up(engineOn(database, { provenance }), { ...all, folder: folderOf(ground.scope, twoTables) });
  expect(
    await database.rows(
      `select version, state, phase, down_sql, down_digest = encode(sha256(convert_to(down_sql, 'UTF8')), 'hex'),
              release, commit_sha, actor, run, step from lockstep.migrations order by 1 limit 1`,
    ),
  ).toEqual([
    ['20240101000000', 'applied', 'expand', 'drop table users;\n', true, 'r1', 'c0ffee', 'ada', 'https://run', 's1'],
  ]);
});

test('a file that fails is rolled back whole, the ones before it stay, and the failure names the line', async () => {
  const database = await ground.database();
  const folder = folderOf(ground.scope, {
    'migrations/1_a.sql': 'create table a (id int);',
    'migrations/2_b.sql': 'create table b (id int);\n\n-- the next one is wrong\ninsert into b\n  values (nope);\n',
    'migrations/3_c.sql': 'create table c (id int);',
  });
  const report = await up(engineOn(database), { ...all, folder });
  expect(report.applied.map((each) => each.version)).toEqual(['1']);
  expect(report.failure).toMatchObject({
    reason: 'statement-failed',
    file: 'supabase/migrations/2_b.sql',
    line: 5,
    column: 11,
    sqlState: '42703',
    statement: 'insert into b values (nope)',
  });
  expect(await database.value("select to_regclass('b')")).toBeNull();
  expect(await database.versions()).toEqual(['1']);
});

test('down goes by the history, needs no files, and takes the newest first', async () => {
  const database = await ground.database();
  await up(engineOn(database), { ...all, folder: folderOf(ground.scope, twoTables) });
  const report = await down(engineOn(database), { range: { kind: 'steps', steps: 2 }, onDataLoss: 'refuse' });
  expect(report.reverted.map((each) => each.version)).toEqual(['20240102000000', '20240101000000']);
  expect(await database.versions()).toEqual([]);
  expect(await database.value('select count(*)::int from lockstep.migrations')).toBe(0);
  expect(await database.value("select to_regclass('users')")).toBeNull();
});
