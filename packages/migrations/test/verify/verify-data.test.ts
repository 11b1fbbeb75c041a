import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { up } from '../../src/up/up.ts';
import { verify } from '../../src/verify/verify.ts';
import { engineOn, type Files, folderOf, type Ground, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const base = {
  'migrations/1_users.sql':
    "create table users (id int primary key, name text not null default 'x'); insert into users values (1, 'seed');",
  'rollbacks/1_users.sql': 'drop table users;',
};

async function check(files: Files, data = true) {
  const database = await ground.database();
  await up(engineOn(database), { folder: folderOf(ground.scope, base), phase: 'all', allowOutOfOrder: false });
  const folder = folderOf(ground.scope, { ...base, ...files });
  const { files: verified } = await verify(engineOn(database), { folder, shadowUrl: undefined, data });
  const left = await ground.postgres.query<{ n: number }>(
    "select count(*)::int as n from pg_database where datname like 'lockstep\\_shadow%'",
  );
  expect(left[0]?.n).toBe(0);
  return verified;
}

const pair = (upSql: string, downSql: string) => ({ 'migrations/2_next.sql': upSql, 'rollbacks/2_next.sql': downSql });

/** Rows for all of this can be generated, and come back. */
const RICH = `
create type mood as enum ('calm', 'tense');
create domain percent as int check (value between 0 and 100);
create table plans (id uuid primary key default gen_random_uuid(), code char(3) not null unique check (code ~ '^[a-z0-9]+$' or code in ('abc', 'abd', 'abe', 'abf')), made timestamptz not null default now());
insert into plans values ('7f000000-0000-4000-8000-000000000001', 'abc');
create table notes (
  id bigint generated always as identity primary key, user_id int not null references users, plan uuid references plans,
  body varchar(8) not null, mood mood not null, share percent not null, price numeric(4,2), extra jsonb not null, tags text[],
  seen daterange, at timestamptz, twice int generated always as (share * 2) stored, age int not null check (age >= 18),
  parent bigint references notes, kind text not null check (kind in ('a', 'b')), unique (user_id, age));
create table plain (i int, note text);`;
const RICH_DOWN = 'drop table plain; drop table notes; drop table plans; drop domain percent; drop type mood;';

describe('what an archive restores', () => {
  test.each<[string, Files, number]>([
    ['tables of many kinds of columns', pair(RICH, RICH_DOWN), 9],
    ['a column', pair('alter table users add bio text;', 'alter table users drop bio;'), 3],
    [
      'a column that is filled again each time',
      pair("alter table users add bio text; update users set bio = 'was ' || name;", 'alter table users drop bio;'),
      3,
    ],
    [
      'rows that a DO block deletes',
      pair('create table kept (i int primary key);', 'do $$ begin delete from kept; drop table kept; end $$;'),
      3,
    ],
  ])('%s', async (_name, files, rows) => {
    expect(await check(files)).toMatchObject([{ problems: [], data: { kind: 'restored', rows } }]);
  });

  test('a table that is emptied, and into which nothing can be put, is not tested', async () => {
    const verified = await check({
      ...pair(
        `create table closed (id int primary key);
         create function no() returns trigger language plpgsql as $f$ begin raise exception 'closed'; end $f$;
         create trigger no before insert on closed for each row execute function no();`,
        'drop table closed; drop function no();',
      ),
      'migrations/3_empty.sql': 'select 1;',
      'rollbacks/3_empty.sql': 'truncate closed;',
    });
    expect(verified.at(-1)).toMatchObject({
      data: { kind: 'not-tested', message: expect.stringContaining('no rows could be generated for public.closed') },
    });
  });

  test('several files, each without the rows that were generated for the one before', async () => {
    const verified = await check({
      ...pair('create table t (i int primary key);', 'drop table t;'),
      'migrations/3_more.sql': 'alter table t add j int not null;',
      'rollbacks/3_more.sql': 'alter table t drop j;',
    });
    expect(verified).toMatchObject([
      { problems: [], data: { kind: 'restored', rows: 3 } },
      // A file that no table with rows survives was applied to none here, and is not judged by it.
      { problems: [], data: { kind: 'not-tested', message: expect.stringContaining('cannot be applied again') } },
    ]);
  });
});

test('nothing is tested where the rollback loses nothing, or nothing was asked', async () => {
  const files = pair('create index i on users (name);', 'drop index i;');
  expect(await check(files)).toMatchObject([{ problems: [], data: { kind: 'nothing-lost' } }]);
  const lossy = pair('alter table users add bio text;', 'alter table users drop bio;');
  expect(await check(lossy, false)).toMatchObject([{ problems: [], data: undefined }]);
});

test.each<[string, Files, string]>([
  [
    'rows that the migration itself puts in the way',
    pair(
      'create table profiles (id int primary key references users, nick text); insert into profiles select id, name from users;',
      'drop table profiles;',
    ),
    'public.profiles',
  ],
  [
    'rows that refer to one which the migration makes with another key each time',
    pair(
      `create table plans (id uuid primary key default gen_random_uuid(), kind text not null unique default 'only' check (kind = 'only'));
       insert into plans default values;
       create table booked (id int primary key, plan uuid not null references plans);`,
      'drop table booked; drop table plans;',
    ),
    'public.booked',
  ],
  [
    'a trigger that changes what is restored',
    pair(
      `create table counted (id int primary key, n int not null);
       create function more() returns trigger language plpgsql as 'begin new.n := new.n + 1; return new; end';
       create trigger more before insert on counted for each row execute function more();`,
      'drop table counted; drop function more();',
    ),
    'public.counted (3 of 3 rows: 3 not-equal)',
  ],
  [
    'rows without a key that come twice',
    pair('create table copies (n text); insert into copies select name from users;', 'drop table copies;'),
    'public.copies',
  ],
])('what an archive does not restore is a problem: %s', async (_name, files, message) => {
  const [verified] = await check(files);
  expect(verified?.problems).toEqual([{ kind: 'verify-data-differs', message: expect.stringContaining(message) }]);
});

test.each<[string, Files, string, string]>([
  [
    'a column of a table without a key',
    {
      'migrations/2_next.sql': 'create table keyless (i int);',
      'rollbacks/2_next.sql': 'drop table keyless;',
      'migrations/3_more.sql': 'alter table keyless add j text;',
      'rollbacks/3_more.sql': 'alter table keyless drop j;',
    },
    'refused',
    'has no primary key',
  ],
  [
    'a table into which nothing can be put',
    pair(
      `create table closed (id int primary key);
       create function no() returns trigger language plpgsql as $f$ begin raise exception 'closed'; end $f$;
       create trigger no before insert on closed for each row execute function no();`,
      'drop table closed; drop function no();',
    ),
    'not-tested',
    'no rows could be generated for public.closed',
  ],
  [
    'a type of which no value is known',
    pair(
      'create type pair as (a int, b int); alter table users add p pair;',
      'alter table users drop p; drop type pair;',
    ),
    'not-tested',
    'no rows could be generated for public.users.p',
  ],
])('%s is no problem, and no pass', async (_name, files, kind, message) => {
  const verified = await check(files);
  expect(verified.flatMap(({ problems }) => problems)).toEqual([]);
  const { data } = verified.at(-1) ?? {};
  expect(data?.kind).toBe(kind);
  expect(data).toMatchObject({ message: expect.stringContaining(message) });
});
