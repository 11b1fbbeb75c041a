import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { defaultArchiveLimits } from '../../src/archive/limits.ts';
import { readDownPlan } from '../../src/down/preview.ts';
import { up } from '../../src/up/up.ts';
import { applyCase } from '../data-loss/case.ts';
import { type Database, engineOn, folderOf, type Ground, recorder, startGround } from '../ground.ts';
import { archiveDown, archivesOf } from './archives.ts';
import { lossy, users } from './base-cases.ts';
import { kept } from './kept-cases.ts';
import { refused } from './refused-cases.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

describe('a down migration that archives keeps', () => {
  test.each(kept)('$what', async ({ contents, kind, source, ...migration }) => {
    const database = await applyCase(ground, migration);
    const report = await archiveDown(database);
    expect(report).toMatchObject({ failure: undefined, refused: undefined });
    const archives = await archivesOf(database);
    const found = archives.find((each) => each.source === source);
    expect(found).toMatchObject({ kind, rows: contents.length });
    const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
    expect(sorted(found?.contents ?? [])).toEqual(sorted(contents));
    expect(report.reverted[0]?.archived).toHaveLength(archives.length);
  });
});

test('what a file says is an erasure is not archived, and not deleted without leave either', async () => {
  const database = await applyCase(ground, {
    ...lossy,
    down: `-- lockstep: no-archive because article 17\n${lossy.down}`,
  });
  const options = { range: { kind: 'steps', steps: 1 }, archiveLimits: defaultArchiveLimits } as const;
  const { revert } = await readDownPlan(engineOn(database), options);
  expect(revert[0]?.archive?.unarchived).toMatchObject([{ kind: 'not-possible' }]);
  const report = await archiveDown(database);
  expect(report.refused?.unarchived).toMatchObject([{ kind: 'not-possible' }]);
  expect(report.refused?.unarchived[0]?.message).toContain('no-archive because article 17');
  expect(await database.value('select count(*)::int from t')).toBe(50);
  expect(await archiveCount(database)).toBe(0);
});

test('nothing is archived where nothing would be lost, and no schema is made', async () => {
  const database = await applyCase(ground, { up: 'create table t (i int);', down: 'drop table t;' });
  expect((await archiveDown(database)).reverted[0]).toMatchObject({ losses: [], archived: [] });
  expect(await database.value("select to_regnamespace('lockstep_archive')")).toBeNull();
});

describe('a down migration that archives changes nothing because of', () => {
  test.each(refused)('$what', async ({ kind, limits, says, ...migration }) => {
    const database = await applyCase(ground, migration);
    const before = await archiveCount(database);
    const report = await archiveDown(database, {}, limits);
    expect(report.failure).toBeUndefined();
    expect(report.refused?.unarchived).toMatchObject([{ kind }]);
    expect(report.refused?.unarchived[0]?.message).toContain(says);
    expect(report.refused?.losses).not.toEqual([]);
    expect(await database.value('select state from lockstep.migrations')).toBe('applied');
    expect(await archiveCount(database)).toBe(before);
  });
});

async function archiveCount(database: Database): Promise<number> {
  const tables =
    "select count(*)::int from pg_class where relname ~ '^[as][0-9]+$' and relnamespace = to_regnamespace('lockstep_archive')";
  return Number(await database.value(tables));
}

test('nobody but the owner gets at an archive, whatever default privileges say', async () => {
  const database = await applyCase(ground, {
    before:
      'alter default privileges grant all on tables to anon, public; alter default privileges grant all on schemas to anon;',
    ...lossy,
  });
  expect((await archiveDown(database)).refused).toBeUndefined();
  const grants = await database.rows(`
    select c.relname, a.grantee::regrole::text from pg_class c, aclexplode(c.relacl) a
     where c.relnamespace = 'lockstep_archive'::regnamespace and a.grantee <> c.relowner
    union all select nspname, a.grantee::regrole::text from pg_namespace, aclexplode(nspacl) a where nspname = 'lockstep_archive' and a.grantee <> nspowner`);
  expect(grants).toEqual([]);
  expect(
    await database.rows(
      "select distinct relrowsecurity, relforcerowsecurity from pg_class where relnamespace = 'lockstep_archive'::regnamespace and relkind = 'r'",
    ),
  ).toEqual([[true, false]]);
});

test('large values are planned with the size in which they are stored', async () => {
  const database = await applyCase(ground, {
    before: users,
    up: 'alter table users add bio text;',
    meanwhile: "update users set bio = repeat('x', 1000000)",
    down: 'alter table users drop bio;',
  });
  const archiveLimits = { ...defaultArchiveLimits, bytes: 1_000_000 };
  const { revert } = await readDownPlan(engineOn(database), { range: { kind: 'steps', steps: 1 }, archiveLimits });
  expect(revert[0]?.archive).toMatchObject({ rows: 3, unarchived: [] });
  const report = await archiveDown(database, {}, archiveLimits);
  expect(report.reverted[0]?.archived).toMatchObject([{ rows: 3 }]);
});

test('rows behind a foreign table are not archived: it is named, and nothing of the rest goes either', async () => {
  const database = await ground.database();
  await database.run(`create table users (id int); insert into users values (1), (2); create extension postgres_fdw;
    create server s foreign data wrapper postgres_fdw options (host '127.0.0.1', port '${ground.postgres.port}', dbname '${database.name}');
    create user mapping for public server s options (user 'postgres', password '${new URL(database.url).password}');
    create foreign table others (id int) server s options (table_name 'users');`);
  const files = { 'migrations/1_a.sql': lossy.up, 'rollbacks/1_a.sql': `${lossy.down} delete from others;` };
  const folder = folderOf(ground.scope, files);
  const applied = await up(engineOn(database), { folder, phase: 'all', allowOutOfOrder: false });
  expect(applied.failure).toBeUndefined();
  await database.run("insert into t values (1, 'a')");
  const report = await archiveDown(database);
  expect(report).toMatchObject({ failure: undefined, refused: { unarchived: [{ kind: 'not-possible' }] } });
  expect(report.refused?.unarchived[0]?.message).toContain('public.others cannot be archived: it is a foreign table');
  expect(await database.value('select count(*)::int from t')).toBe(1);
  expect(await database.value('select count(*)::int from users')).toBe(2);
  expect(await archiveCount(database)).toBe(0);
});

test('a foreign table that is dropped takes no rows along: it is neither archived nor refused', async () => {
  const database = await applyCase(ground, {
    before: 'create foreign data wrapper blank; create server s foreign data wrapper blank;',
    up: 'create foreign table far (id int) server s; create table t (id int primary key);',
    meanwhile: 'insert into t values (1)',
    down: 'drop foreign table far; drop table t;',
  });
  expect((await archiveDown(database)).reverted[0]?.archived).toMatchObject([{ object: 'public.t', rows: 1 }]);
});

test('a role that may not make the schema is told how it gets there', async () => {
  const database = await ground.database();
  await database.run(`do $$ begin create role modest login; exception when duplicate_object then null; end $$;
    grant create on database ${database.name} to modest;`);
  const url = new URL(database.url);
  url.username = 'modest';
  const folder = folderOf(ground.scope, {
    'migrations/1_a.sql': 'create schema own; create table own.t (id int primary key);',
    'rollbacks/1_a.sql': 'drop schema own cascade;',
  });
  const applied = await up(engineOn(database, { url: url.href }), { folder, phase: 'all', allowOutOfOrder: false });
  expect(applied.failure).toBeUndefined();
  await database.run(`insert into own.t values (1); revoke create on database ${database.name} from modest;`);
  const report = await archiveDown(database, { url: url.href });
  expect(report.refused?.unarchived).toMatchObject([{ kind: 'schema' }]);
  expect(report.refused?.unarchived[0]?.message).toContain('grant create on database');
  expect(await database.value('select count(*)::int from own.t')).toBe(1);
  expect(await database.value("select to_regnamespace('lockstep_archive')")).toBeNull();
  await database.run(`grant create on database ${database.name} to modest;`);
  expect((await archiveDown(database, { url: url.href })).reverted).toHaveLength(1);
});

test('beside archives of another role, up goes on as ever, and down refuses and keeps all rows', async () => {
  const database = await applyCase(ground, lossy);
  expect((await archiveDown(database)).reverted).toHaveLength(1);
  const kept = await archivesOf(database);
  await database.run(`do $$ begin create role guest login; exception when duplicate_object then null; end $$;
    create schema own authorization guest; drop schema lockstep cascade; drop schema supabase_migrations cascade;
    grant create on database ${database.name} to guest;`);
  const url = new URL(database.url);
  url.username = 'guest';
  const files = {
    'migrations/2_a.sql': 'create table own.t (id int primary key);',
    'rollbacks/2_a.sql': 'drop table own.t;',
  };
  const folder = folderOf(ground.scope, files);
  const log = recorder();
  const applied = await up(engineOn(database, { url: url.href, log }), {
    ...{ folder, phase: 'all', allowOutOfOrder: false },
  });
  expect(applied.failure).toBeUndefined();
  expect(log.lines.filter((line) => line.startsWith('warning'))).toEqual([]);
  await database.run(`insert into own.t values (1); revoke create on database ${database.name} from guest;`);
  const report = await archiveDown(database, { url: url.href });
  expect(report.refused?.unarchived).toMatchObject([{ kind: 'schema' }]);
  expect(report.refused?.unarchived[0]?.message).toContain('the schema lockstep_archive belongs to');
  expect(await database.value('select count(*)::int from own.t')).toBe(1);
  expect(await database.value('select state from lockstep.migrations')).toBe('applied');
  expect(await archivesOf(database)).toEqual(kept);
});

test('rows that policies hide from their owner are archived, and the policies bind as before', async () => {
  const database = await ground.database();
  await database.run(`do $$ begin create role plain login; exception when duplicate_object then null; end $$;
    grant create on database ${database.name} to plain; create schema own authorization plain;`);
  const url = new URL(database.url);
  url.username = 'plain';
  const folder = folderOf(ground.scope, {
    'migrations/1_a.sql':
      'create table own.t (i int primary key, n int); create table own.gone (i int); alter table own.t enable row level security, force row level security; alter table own.gone enable row level security, force row level security;',
    'rollbacks/1_a.sql': 'alter table own.t drop n; drop table own.gone;',
  });
  const applied = await up(engineOn(database, { url: url.href }), { folder, phase: 'all', allowOutOfOrder: false });
  expect(applied.failure).toBeUndefined();
  await database.run('insert into own.t values (1, 5); insert into own.gone values (2)');
  expect((await archiveDown(database, { url: url.href })).refused).toBeUndefined();
  expect((await archivesOf(database)).map(({ rows, source }) => [source, rows]).sort()).toEqual([
    ['own.gone', 1],
    ['own.t', 1],
  ]);
  expect(await database.value("select relforcerowsecurity from pg_class where oid = 'own.t'::regclass")).toBe(true);
});

test('dropping what an archived column was made of is not hindered, and takes nothing of the archive along', async () => {
  const database = await applyCase(ground, {
    before:
      "create schema s; create type s.mood as enum ('a'); create domain s.d as text; create collation s.c (locale = 'C');",
    up: 'create table t (id int primary key, m s.mood, d s.d, c text collate s.c);',
    meanwhile: "insert into t values (1, 'a', 'b', 'c')",
    down: 'drop table t;',
  });
  expect((await archiveDown(database)).reverted).toHaveLength(1);
  await database.run('drop schema s cascade');
  expect((await archivesOf(database))[0]?.contents).toEqual([{ id: 1, m: 'a', d: 'b', c: 'c', _lockstep_lost: null }]);
});
