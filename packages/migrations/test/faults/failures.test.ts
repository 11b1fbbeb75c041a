import { afterAll, beforeAll, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import type { Limits } from '../../src/engine/engine.ts';
import { type UpReport, up } from '../../src/up/up.ts';
import { type Database, engineOn, folderOf, type Ground, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

function apply(database: Database, files: readonly string[], limits: Partial<Limits> = {}): Promise<UpReport> {
  const named = Object.fromEntries(files.map((sql, i) => [`migrations/${i + 1}_f.sql`, sql]));
  const folder = folderOf(ground.scope, named);
  return up(engineOn(database, { limits }), { folder, phase: 'all', allowOutOfOrder: false });
}

test('a statement that takes too long is ended by the server, and the next step is said', async () => {
  const database = await ground.database();
  const report = await apply(database, ['create table a (id int);\nselect pg_sleep(600);'], {
    statementTimeoutMs: 200,
  });
  expect(report.failure).toMatchObject({ reason: 'statement-timeout', sqlState: '57014', line: 2 });
  expect(await database.versions()).toEqual([]);
});

test('a record that cannot be written takes its migration back', async () => {
  const database = await ground.database();
  const refuse =
    "create function no() returns trigger language plpgsql as $$ begin raise exception 'not today'; end $$;\n" +
    'create trigger no before insert on supabase_migrations.schema_migrations for each row execute function no();';
  const report = await apply(database, ['select 1;', refuse, 'create table c (id int);']);
  expect(report.failure).toMatchObject({
    reason: 'history-write-failed',
    version: '2',
    sqlState: 'P0001',
    line: undefined,
  });
  expect(await database.versions()).toEqual(['1']);
  expect(await database.value("select to_regproc('no')")).toBeNull();
});

test('a record that is swallowed is missed when the history is read back', async () => {
  const database = await ground.database();
  const swallow =
    'create function swallow() returns trigger language plpgsql as $$ begin return null; end $$;\n' +
    'create trigger swallow before insert on supabase_migrations.schema_migrations for each row execute function swallow();';
  await expect(apply(database, ['select 1;', swallow])).rejects.toThrow(
    '1 migration ran and is not in the history: supabase/migrations/2_f.sql',
  );
});

test('a deadlock with the app is not the end: the migration is tried again', async () => {
  const database = await ground.database();
  await database.run('create table a (id int); create table b (id int);');
  const app = await database.client();
  await app.query('set deadlock_timeout = 60000; begin; lock table b in access exclusive mode');
  const running = apply(database, ['set deadlock_timeout = 20; alter table a add x int; alter table b add x int;'], {
    lockTimeoutMs: 5_000,
  });
  for (let waits = false; !waits; ) {
    waits = (await database.value(
      "select exists (select from pg_locks where not granted and relation = 'b'::regclass)",
    )) as boolean;
  }
  const reading = app.query('select * from a').catch(() => undefined);
  await reading;
  await app.query('rollback');
  await app.end();
  const report = await running;
  expect(report.failure).toBeUndefined();
  expect(report.applied[0]?.tries).toBeGreaterThan(1);
});

test("the hosted service's own columns are used where they are, and left alone where they are not ours", async () => {
  const database = await ground.database();
  await database.run(`create schema supabase_migrations; create table supabase_migrations.schema_migrations
    (version text primary key, statements text[], name text, created_by text, idempotency_key text, rollback text[]);`);
  const folder = folderOf(ground.scope, {
    'migrations/1_a.sql': 'create table a (id int);',
    'rollbacks/1_a.sql': 'drop table a;',
  });
  await up(engineOn(database), { folder, phase: 'all', allowOutOfOrder: false });
  expect(
    await database.rows('select version, name, rollback, created_by from supabase_migrations.schema_migrations'),
  ).toEqual([['1', 'a', ['drop table a;'], null]]);
});
