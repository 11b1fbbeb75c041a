import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { isConstant } from '../../src/data-loss/losses.ts';
import { down } from '../../src/down/down.ts';
import { up } from '../../src/up/up.ts';
import { engineOn, folderOf, type Ground, startGround } from '../ground.ts';
import { applyCase, type Case, goDown, table, users } from './case.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

describe("what is nobody's data does not", () => {
  test.each<[string, Case]>([
    ['an empty table', table],
    ['a table that is empty again', { ...table, meanwhile: 'insert into t values (1); delete from t;' }],
    [
      'seeds that nobody changed',
      {
        up: 'create table t (id int); insert into t values (1), (2);',
        down: 'drop table t;',
        meanwhile: 'vacuum freeze t;',
      },
    ],
    [
      'seeds that the way down deletes',
      { before: users, up: "insert into users values (3, 'seed');", down: 'delete from users where id = 3;' },
    ],
    [
      'a column filled by its default',
      {
        before: users,
        up: "alter table users add n int not null default 7, add b boolean default false, add c text default 'x';",
        down: 'alter table users drop n, drop b, drop c;',
        meanwhile: "insert into users values (3, 'eve');",
      },
    ],
    [
      'a default that only the migration wrote',
      {
        before: users,
        up: 'alter table users add at timestamptz default now(), add u uuid default gen_random_uuid();',
        down: 'alter table users drop at, drop u;',
      },
    ],
    [
      'a column that the migration filled',
      {
        before: users,
        up: 'alter table users add upper_name text; update users set upper_name = upper(name);',
        down: 'alter table users drop upper_name;',
      },
    ],
    [
      'a column computed from others',
      {
        before: users,
        up: 'alter table users add twice text generated always as (name || name) stored;',
        down: 'alter table users drop twice;',
      },
    ],
    [
      'a type that every value fits',
      {
        before: 'create table t (n int); insert into t values (5);',
        up: 'alter table t alter n type bigint;',
        down: 'alter table t alter n type int;',
      },
    ],
    [
      'a view, an index, a function',
      {
        before: users,
        up: 'create view v as select 1; create index i on users (name); create function f() returns int language sql as $$ select 1 $$;',
        down: 'drop function f; drop index i; drop view v;',
      },
    ],
    [
      'a rename',
      {
        before: users,
        up: 'alter table users rename name to full_name;',
        down: 'alter table users rename full_name to name;',
      },
    ],
    [
      'a table written anew',
      { before: users, up: 'alter table users set unlogged;', down: 'alter table users set logged;' },
    ],
    ['nothing', { up: 'select 1;', down: '-- nothing to take back' }],
  ])('%s', async (_name, each) => {
    const database = await applyCase(ground, each);
    const report = await goDown(database);
    expect(report).toMatchObject({ failure: undefined, refused: undefined, reverted: [{ version: '1', losses: [] }] });
  });
});

test('rows of a migration count as data once a contract migration came after it: their originals may be gone', async () => {
  const database = await ground.database();
  await database.run("create table old (a text); insert into old values ('precious');");
  const folder = folderOf(ground.scope, {
    'migrations/1_copy.sql': 'create table copy as select a from old;',
    'rollbacks/1_copy.sql': 'drop table copy;',
    'migrations/2_drop.sql': 'drop table old;',
    'rollbacks/2_drop.sql': 'create table old (a text);',
  });
  await up(engineOn(database), { folder, phase: 'all', allowOutOfOrder: false });
  const report = await down(engineOn(database), { range: { kind: 'steps', steps: 2 }, onDataLoss: 'refuse' });
  expect(report.reverted).toEqual([]);
  expect(report.refused).toMatchObject({ version: '1', losses: [{ object: 'public.copy', rows: 1 }] });
});

test('a restored copy does not take its rows for seeds: its transaction ids are others', async () => {
  const database = await applyCase(ground, {
    up: 'create table t (id int); insert into t values (1);',
    down: 'drop table t;',
  });
  await database.run("update lockstep.migrations set cluster = 'another/1'");
  expect((await goDown(database)).refused?.losses).toMatchObject([{ object: 'public.t', rows: 1 }]);
});

test.each([
  ['7', true],
  ['-7', true],
  ["'-1'::integer", true],
  ["'it''s'::text", true],
  ["'{}'::jsonb", true],
  ["'a'::character varying(10)", true],
  ["'{}'::text[]", true],
  ['false', true],
  ['NULL::text', false],
  ['now()', false],
  ["nextval('s'::regclass)", false],
  ["('a'::text || 'b'::text)", false],
  ['', false],
])('the default %s is constant: %s', (sql, expected) => {
  expect(isConstant(sql)).toBe(expected);
});
