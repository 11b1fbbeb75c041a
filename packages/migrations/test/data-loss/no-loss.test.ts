import { afterAll, beforeAll, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { type Ground, startGround } from '../ground.ts';
import { users } from './case.ts';
import { applyHistory, type History, takeDown } from './histories.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

test.each<[string, History]>([
  [
    'seeds that a newer migration wrote, when both go down',
    {
      migrations: [
        ['create table t (id int);', 'drop table t;'],
        ['insert into t values (1), (2);', '-- nothing'],
      ],
    },
  ],
  [
    'seeds in a table that was there before, in a column of their own',
    {
      before: users,
      migrations: [
        [
          "alter table users add c text; insert into users values (9, 's', 'c');",
          'delete from users where id = 9; alter table users drop c;',
        ],
      ],
    },
  ],
  [
    'seeds that the way down changes before it deletes them',
    {
      before: users,
      migrations: [
        [
          "insert into users values (9, 's');",
          "update users set name = 'q' where id = 9; delete from users where id = 9;",
        ],
      ],
    },
  ],
  [
    'a setting that the migration changed, changed back',
    {
      before: users,
      migrations: [["update users set name = 'eve' where id = 1;", "update users set name = 'ada' where id = 1;"]],
    },
  ],
  [
    'an enum made anew, with all labels that are in use',
    {
      before: "create type e as enum ('a', 'b'); create table t (c e); insert into t values ('a');",
      migrations: [
        [
          "alter type e add value 'new';",
          "alter type e rename to e_old; create type e as enum ('a', 'b'); alter table t alter c type e using c::text::e; drop type e_old;",
        ],
      ],
    },
  ],
  [
    'JSON that becomes text',
    {
      before: 'create table t (j text);',
      migrations: [
        [
          'alter table t alter j type jsonb using j::jsonb;',
          'alter table t alter j type text using j::text;',
          `insert into t values ('{"a": 1}');`,
        ],
      ],
    },
  ],
  [
    'times with their zone',
    {
      before: 'create table t (a timestamp);',
      migrations: [
        [
          "alter table t alter a type timestamptz using a at time zone 'UTC';",
          "alter table t alter a type timestamp using a at time zone 'UTC';",
          'insert into t values (now());',
        ],
      ],
    },
  ],
  [
    'defaults of types that write them otherwise',
    {
      before: `${users} create schema shop; create type shop."Kind" as enum ('a', 'b');`,
      migrations: [
        [
          `alter table users add price numeric(10, 2) not null default 0, add code char(5) default 'x', add at timestamptz(0) default '2024-01-01',
             add kind shop."Kind" default 'a', add tags text[] default array[]::text[], add x real default 0.1;`,
          'alter table users drop price, drop code, drop at, drop kind, drop tags, drop x;',
          "insert into users values (3, 'eve');",
        ],
      ],
    },
  ],
  [
    'tables with types of a schema in which the way down looks',
    {
      before:
        "create schema shop; create type shop.e as enum ('a'); create table shop.t (c shop.e); insert into shop.t values ('a');",
      migrations: [['create table shop.x (i int);', 'set search_path = shop; drop table x;']],
    },
  ],
])('is not taken for a loss: %s', async (_name, each) => {
  const database = await applyHistory(ground, each);
  const report = await takeDown(database, each.migrations.length);
  expect(report).toMatchObject({ failure: undefined, refused: undefined });
  expect(report.reverted.flatMap((reverted) => reverted.losses)).toEqual([]);
});
