import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sampleOf } from '../../../../test/faults/matrix.ts';
import { type Ground, startGround } from '../ground.ts';
import { users } from './case.ts';
import { applyHistory, type History, takeDown, takeDownForeseen } from './histories.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

/** The same ways down where nobody can read them beforehand. */
function hidden(each: History): History {
  return {
    ...each,
    migrations: each.migrations.map(([upSql, downSql, ...rest]) => [
      upSql,
      `do $lockstep$ begin execute $sql$ ${downSql} $sql$; end $lockstep$;`,
      ...rest,
    ]),
  };
}

const numbers = 'create table t (n int); insert into t values (5);';

const losing: readonly (readonly [string, History, string, number])[] = [
  [
    'a column that was there before, which the migration only seemed to add',
    {
      before: users,
      migrations: [['alter table users add column if not exists name text;', 'alter table users drop name;']],
    },
    'public.users.name',
    2,
  ],
  [
    "somebody's rows that a newer migration filled in, when both go down",
    {
      migrations: [
        ['create table t (id int, a text);', 'drop table t;', "insert into t values (1, 'x');"],
        ['alter table t add b text; update t set b = a;', 'alter table t drop b;'],
      ],
    },
    'public.t',
    1,
  ],
  [
    "somebody's rows that a newer migration wrote anew, when both go down",
    {
      migrations: [
        ['create table t (id int, a text);', 'drop table t;', "insert into t values (1, 'x');"],
        ['alter table t add b uuid default gen_random_uuid();', 'alter table t drop b;'],
      ],
    },
    'public.t',
    1,
  ],
  [
    "somebody's values in rows that a newer migration updated, when both go down",
    {
      before: users,
      migrations: [
        ['alter table users add bio text;', 'alter table users drop bio;', "update users set bio = 'hi';"],
        ['alter table users add b text; update users set b = name;', 'alter table users drop b;'],
      ],
    },
    'public.users.bio',
    2,
  ],
  [
    'rows that the migration updated, deleted',
    { before: users, migrations: [['update users set name = upper(name);', 'delete from users;']] },
    'public.users',
    2,
  ],
  [
    'rows that the migration met and updated, deleted with its seeds',
    {
      before: users,
      migrations: [
        [
          "insert into users values (1, 'z'), (5, 's') on conflict (id) do update set name = excluded.name;",
          'delete from users where id in (1, 5);',
        ],
      ],
    },
    'public.users',
    2,
  ],
  [
    'values that an expression replaces while the type changes',
    {
      before: numbers,
      migrations: [['alter table t alter n type bigint;', 'alter table t alter n type int using 0;']],
    },
    'public.t.n',
    1,
  ],
  [
    'values that an expression replaces while the type stays',
    { before: numbers, migrations: [['select 1;', 'alter table t alter n type int using 0;']] },
    'public.t.n',
    1,
  ],
  [
    'values of an enum that is made anew without one of its labels',
    {
      before: "create type e as enum ('a', 'b'); create table t (c e);",
      migrations: [
        [
          "alter type e add value 'new';",
          "alter type e rename to e_old; create type e as enum ('a', 'b'); alter table t alter c type e using (case when c::text = 'new' then 'a' else c::text end)::e; drop type e_old;",
          "insert into t values ('new'), ('a');",
        ],
      ],
    },
    'public.t.c',
    2,
  ],
  [
    'a field of a composite type',
    {
      before: 'create type pt as (x int); create table t (p pt);',
      migrations: [
        [
          'alter type pt add attribute y int cascade;',
          'alter type pt drop attribute y cascade;',
          'insert into t values ((1, 2));',
        ],
      ],
    },
    'public.t.p',
    1,
  ],
  [
    'a table emptied after a change of type',
    {
      before: numbers,
      migrations: [['alter table t alter n type bigint;', 'alter table t alter n type int; truncate t;']],
    },
    'public.t',
    1,
  ],
  [
    'rows deleted from a table that is also written anew',
    {
      before: users,
      migrations: [
        [
          "insert into users values (7, 'seed'), (8, 'seed');",
          'alter table users add x uuid default gen_random_uuid(); delete from users where id < 3; alter table users drop x;',
        ],
      ],
    },
    'public.users',
    2,
  ],
  [
    'values overwritten',
    { before: users, migrations: [['select 1;', "update users set name = 'x' where id = 1;"]] },
    'public.users',
    1,
  ],
  [
    'references that go with a seed',
    {
      before:
        'create table roles (id int primary key); create table people (id int, role int references roles on delete set null);',
      migrations: [
        ['insert into roles values (9);', 'delete from roles where id = 9;', 'insert into people values (1, 9);'],
      ],
    },
    'public.people',
    1,
  ],
  [
    'rows that a deferred trigger deletes',
    {
      before: `create table a (i int); ${users}
        create function purge() returns trigger language plpgsql as 'begin delete from users; return null; end';
        create constraint trigger g after delete on a deferrable initially deferred for each row execute function purge();`,
      migrations: [['insert into a values (1);', 'delete from a where i = 1;']],
    },
    'public.users',
    2,
  ],
  [
    'a large object',
    {
      before: "select lo_from_bytea(4711, 'abc');",
      migrations: [['select 1;', 'select lo_unlink(4711);']],
    },
    'pg_catalog.pg_largeobject_metadata',
    1,
  ],
];

describe('what goes is seen', () => {
  const both = [
    ...losing,
    ...losing.map(([name, each, ...rest]) => [`${name}, hidden`, hidden(each), ...rest] as const),
  ];
  test.each(sampleOf('what goes and is seen', both, 12))('%s', async (_name, each, object, rows) => {
    const database = await applyHistory(ground, each);
    const steps = each.migrations.length;
    const report = await takeDownForeseen(database, steps);
    const losses = [expect.objectContaining({ object, rows })];
    expect(report).toMatchObject({ failure: undefined, refused: { version: '1', losses } });
    const allowed = await takeDown(database, steps, 'allow');
    expect(allowed.reverted.at(-1)).toMatchObject({ version: '1', losses });
  });

  test.each([
    ['do $$ begin delete from users; commit; end $$;', 'line 1 (DO)'],
    ['call clean();', 'line 1 (CALL)'],
    [
      "begin; delete from users where id = 1; prepare transaction 'x'; commit prepared 'x';",
      'line 1 (PREPARE TRANSACTION)',
    ],
  ])('what commits by itself cannot be tried, and needs leave: %s', async (downSql, object) => {
    const before = `${users} create procedure clean() language plpgsql as $$ begin delete from users; commit; end $$;`;
    const database = await applyHistory(ground, { before, migrations: [['select 1;', downSql]] });
    expect((await takeDown(database, 1)).refused?.losses[0]).toMatchObject({ kind: 'untestable', object });
    expect(await database.value('select count(*)::int from users')).toBe(2);
  });

  test('where PostgreSQL does not count what is deleted, nothing goes down without leave', async () => {
    const downSql = 'set track_counts = off; delete from users where id = 1;';
    const database = await applyHistory(ground, { before: users, migrations: [['select 1;', downSql]] });
    await expect(takeDown(database, 1)).rejects.toThrow('track_counts is off');
    expect(await database.value('select count(*)::int from users')).toBe(2);
  });
});
