import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { Secret } from '@lockstep/base';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { up } from '../../src/up/up.ts';
import { type VerifyOptions, verify } from '../../src/verify/verify.ts';
import { engineOn, type Files, folderOf, type Ground, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const base = {
  'migrations/1_users.sql':
    "create table users (id int primary key, name text not null default 'x'); comment on column users.name is 'the name'; insert into users values (1);",
  'rollbacks/1_users.sql': 'drop table users;',
};

async function check(files: Files, options: Partial<VerifyOptions> = {}) {
  const database = await ground.database();
  await up(engineOn(database), { folder: folderOf(ground.scope, base), phase: 'all', allowOutOfOrder: false });
  const report = await verify(engineOn(database), {
    folder: folderOf(ground.scope, { ...base, ...files }),
    shadowUrl: undefined,
    ...options,
  });
  expect(await database.versions()).toEqual(['1']);
  return report;
}

async function shadows(): Promise<number> {
  const rows = await ground.postgres.query<{ n: number }>(
    "select count(*)::int as n from pg_database where datname like 'lockstep\\_shadow%'",
  );
  return rows[0]?.n ?? -1;
}

const pair = (upSql: string, downSql: string) => ({ 'migrations/2_next.sql': upSql, 'rollbacks/2_next.sql': downSql });

test('a way down that restores everything passes, and nothing is left of the shadow', async () => {
  const files = pair(
    'alter table users add bio text; create index i on users (bio);',
    'drop index i; alter table users drop bio;',
  );
  expect(await check(files)).toMatchObject({ base: 1, files: [{ version: '2', problems: [] }] });
  expect(await shadows()).toBe(0);
});

describe('a way down that does not restore is caught, with the difference', () => {
  test.each<[string, Files, string, string[]]>([
    [
      'a default',
      pair('alter table users alter name drop default;', '-- forgotten'),
      'table public.users',
      [
        "- column 2 name text not null default 'x'::text comment 'the name'",
        "+ column 2 name text not null comment 'the name'",
      ],
    ],
    [
      'a type',
      pair("create type e as enum ('a'); alter table users add e e;", 'alter table users drop e;'),
      'type public.e',
      [],
    ],
    [
      'a policy',
      pair(
        'alter table users enable row level security; create policy p on users using (true);',
        'drop policy p on users;',
      ),
      'table public.users',
      [],
    ],
    ['a grant', pair('grant select on users to anon;', '-- forgotten'), 'table public.users', []],
    [
      'the order of columns',
      pair('alter table users drop id;', 'alter table users add id int primary key default 1;'),
      'table public.users',
      [],
    ],
  ])('%s', async (_name, files, object, lines) => {
    const report = await check(files);
    const problem = report.files[0]?.problems.find((each) => each.kind === 'verify-down-differs');
    expect(problem).toMatchObject({
      kind: 'verify-down-differs',
    });
    const difference =
      problem !== undefined && 'differences' in problem
        ? problem.differences.find((each) => each.object.endsWith(object))
        : undefined;
    expect(difference).toBeDefined();
    if (lines.length > 0) expect(difference?.lines).toEqual(lines);
  });
});

test("what a way down loses by itself is nobody's on a shadow", async () => {
  const files = pair('create table t (i int); insert into t values (1);', 'drop table t;');
  expect(await check(files)).toMatchObject({ files: [{ problems: [] }] });
});

test.each<[string, Files, string, string]>([
  [
    'a way up that fails',
    pair('alter table users add id int;', '-- x'),
    'verify-up-failed',
    'supabase/migrations/2_next.sql:1: column "id" of relation "users" already exists',
  ],
  [
    'a way down that fails',
    pair('create table t (i int);', 'drop table tt;'),
    'verify-down-failed',
    'table "tt" does not exist',
  ],
  ['no down migration', { 'migrations/2_next.sql': 'select 1;' }, 'verify-no-down-migration', ''],
  [
    'a way up that works only once',
    pair(
      "do $$ begin if to_regclass('flag') is null then create table flag (i int); else raise exception 'again'; end if; end $$;",
      '-- forgotten',
    ),
    'verify-up-again-failed',
    'again',
  ],
])('%s', async (_name, files, kind, message) => {
  const report = await check(files);
  expect(report.files[0]?.problems).toContainEqual(
    expect.objectContaining({ kind, message: expect.stringContaining(message) }),
  );
});

test('several files are each verified on top of the one before', async () => {
  const report = await check({
    ...pair('create table t (i int);', 'drop table t;'),
    'migrations/3_more.sql': 'alter table t add j int;',
    'rollbacks/3_more.sql': '-- forgotten',
  });
  expect(report.files.map((each) => [each.version, each.problems.map((problem) => problem.kind)])).toEqual([
    ['2', []],
    ['3', ['verify-down-differs', 'verify-up-again-failed']],
  ]);
});

test('the newest applied ones can be verified too', async () => {
  expect(await check({}, { steps: 1 })).toMatchObject({ base: 0, files: [{ version: '1', problems: [] }] });
});

test('a base that cannot be applied is said, and nothing is verified', async () => {
  const database = await ground.database();
  const folder = folderOf(ground.scope, base);
  await up(engineOn(database), { folder, phase: 'all', allowOutOfOrder: false });
  const broken = folderOf(ground.scope, {
    'migrations/1_users.sql': 'select nope;',
    'migrations/2_b.sql': 'select 1;',
  });
  const report = await verify(engineOn(database), { folder: broken, shadowUrl: undefined });
  expect(report).toMatchObject({ baseProblem: expect.stringContaining('column "nope" does not exist'), files: [] });
});

describe('a shadow that was given', () => {
  test('is used', async () => {
    const shadow = await ground.database();
    const report = await check(pair('select 1;', '-- nothing'), { shadowUrl: new Secret(shadow.url) });
    expect(report.files).toMatchObject([{ problems: [] }]);
    expect(await shadow.versions()).toEqual(['1', '2']);
  });

  test('is refused when it is the database itself, or holds tables', async () => {
    const database = await ground.database();
    const folder = folderOf(ground.scope, base);
    await expect(verify(engineOn(database), { folder, shadowUrl: new Secret(database.url) })).rejects.toThrow(
      'is the same database',
    );
    const alias = new URL(database.url);
    alias.hostname = alias.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
    await expect(verify(engineOn(database), { folder, shadowUrl: new Secret(alias.href) })).rejects.toThrow(
      'is the same database',
    );
    const elsewhere = await ground.database();
    await elsewhere.run('create schema app; create table app.precious (i int)');
    await expect(verify(engineOn(database), { folder, shadowUrl: new Secret(elsewhere.url) })).rejects.toThrow(
      'holds 1 table (app.precious)',
    );
    const signedUp = await ground.database();
    await signedUp.run(
      'create schema if not exists auth; create table if not exists auth.users (id int); insert into auth.users default values',
    );
    await expect(verify(engineOn(database), { folder, shadowUrl: new Secret(signedUp.url) })).rejects.toThrow(
      'holds users who signed up',
    );
    const used = await ground.database();
    await used.run('create table precious (i int)');
    await expect(verify(engineOn(database), { folder, shadowUrl: new Secret(used.url) })).rejects.toThrow(
      'holds 1 table (public.precious)',
    );
  });
});

describe('what all databases of the server share is not touched from a shadow beside the target', () => {
  test.each([
    "alter role anon set statement_timeout = '1s'",
    'create role app',
    'grant anon to authenticator',
    "alter database postgres set work_mem = '5MB'",
    'grant connect on database postgres to anon',
    "alter system set work_mem = '5MB'",
    "do $$ begin if not exists (select from pg_roles where rolname = 'app') then create role app; end if; end $$",
    "do $$ begin execute 'alter user anon nologin'; end $$",
  ])('%s', async (sql) => {
    await expect(check(pair(`select 1;\n${sql};`, '-- nothing'))).rejects.toThrow(
      /^supabase\/migrations\/2_next.sql:2: [A-Z]+ ?[A-Z]* changes the whole server/,
    );
  });

  test('a database that was given is whoever gave it says', async () => {
    const shadow = await ground.database();
    const files = pair('create role verified;', 'drop role verified;');
    expect(await check(files, { shadowUrl: new Secret(shadow.url) })).toMatchObject({ files: [{ problems: [] }] });
    await ground.postgres.query('drop role verified');
  });

  test('rights within the database, and user mappings, are its own', async () => {
    const sql =
      'grant select on users to anon; alter default privileges in schema public grant select on tables to anon; do $$ begin perform 1; end $$;';
    expect(
      (
        await check(
          pair(
            sql,
            'revoke select on users from anon; alter default privileges in schema public revoke select on tables from anon;',
          ),
        )
      ).files,
    ).toMatchObject([{ problems: [] }]);
  });
});

test('a shadow that a killed run left is dropped by the next', async () => {
  await ground.postgres.query('create database lockstep_shadow_1000000000_abcdef');
  await check(pair('select 1;', '-- nothing'));
  expect(await shadows()).toBe(0);
});
