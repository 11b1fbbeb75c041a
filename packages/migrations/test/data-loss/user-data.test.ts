import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sampleOf } from '../../../../test/faults/matrix.ts';
import { readDownPlan } from '../../src/down/preview.ts';
import { engineOn, type Ground, startGround } from '../ground.ts';
import { applyCase, type Case, goDown, table, users } from './case.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

/** A way down, and the user data that it takes away. */
const losing: readonly (readonly [string, Case, string, number])[] = [
  ['a table with rows', { ...table, meanwhile: 'insert into t values (1), (2);' }, 'public.t', 2],
  [
    'a table dropped by a DO block',
    { ...table, down: "do $$ begin execute 'drop table t'; end $$;", meanwhile: 'insert into t values (1);' },
    'public.t',
    1,
  ],
  [
    'a table dropped with its schema',
    {
      up: 'create schema s; create table s.t (i int);',
      down: 'drop schema s cascade;',
      meanwhile: 'insert into s.t values (1);',
    },
    's.t',
    1,
  ],
  [
    'a column with values',
    {
      before: users,
      up: 'alter table users add bio text;',
      down: 'alter table users drop bio;',
      meanwhile: "update users set bio = 'x' where id = 1;",
    },
    'public.users.bio',
    1,
  ],
  [
    'a column dropped with its type',
    {
      before: users,
      up: "create type e as enum ('a'); alter table users add e e;",
      down: 'drop type e cascade;',
      meanwhile: "update users set e = 'a';",
    },
    'public.users.e',
    2,
  ],
  [
    'values other than the default',
    {
      before: users,
      up: 'alter table users add n int not null default 7;',
      down: 'alter table users drop n;',
      meanwhile: 'update users set n = 8 where id = 2;',
    },
    'public.users.n',
    1,
  ],
  [
    'a column with a default that is not constant, in rows written since',
    {
      before: users,
      up: 'alter table users add at timestamptz default clock_timestamp();',
      down: 'alter table users drop at;',
      meanwhile: "insert into users values (3, 'eve');",
    },
    'public.users.at',
    1,
  ],
  [
    'seeds that somebody changed',
    {
      up: "create table t (id int, a text); insert into t values (1, 'x'), (2, 'y');",
      down: 'drop table t;',
      meanwhile: "update t set a = 'mine' where id = 1;",
    },
    'public.t',
    1,
  ],
  [
    'a narrowed number',
    {
      before: 'create table t (n int); insert into t values (5);',
      up: 'alter table t alter n type numeric(10, 3);',
      down: 'alter table t alter n type numeric(10, 0);',
      meanwhile: 'update t set n = 1.25;',
    },
    'public.t.n',
    1,
  ],
  [
    'a text that is cut off',
    {
      before: 'create table t (a varchar(3));',
      up: 'alter table t alter a type text;',
      down: 'alter table t alter a type varchar(3) using a::varchar(3);',
      meanwhile: "insert into t values ('abc'), ('abcdef');",
    },
    'public.t.a',
    1,
  ],
  [
    'a time that becomes a date',
    {
      before: 'create table t (at date);',
      up: 'alter table t alter at type timestamp;',
      down: 'alter table t alter at type date;',
      meanwhile: "insert into t values ('2024-01-01 12:00'), ('2024-01-01');",
    },
    'public.t.at',
    1,
  ],
  [
    'rows deleted',
    { before: users, up: "insert into users values (3, 'seed');", down: 'delete from users;' },
    'public.users',
    2,
  ],
  [
    'a table emptied',
    { before: users, up: 'comment on table users is $$x$$;', down: 'truncate users;' },
    'public.users',
    2,
  ],
  [
    'rows of a partition',
    {
      up: 'create table p (i int) partition by list (i); create table q partition of p for values in (1);',
      down: 'drop table p;',
      meanwhile: 'insert into p values (1);',
    },
    'public.q',
    1,
  ],
  [
    'rows behind a policy',
    {
      up: 'create table t (i int); alter table t enable row level security; alter table t force row level security;',
      down: 'drop table t;',
      meanwhile: 'insert into t values (1);',
    },
    'public.t',
    1,
  ],
];

/** The same SQL where nobody can read it beforehand, so that only the guard in the transaction sees what it does. */
function hidden(each: Case): Case {
  return { ...each, down: `do $lockstep$ begin execute $sql$ ${each.down} $sql$; end $lockstep$;` };
}

describe('user data stops a way down, and it says what would be lost', () => {
  const both = [
    ...losing,
    ...losing.map(([name, each, ...rest]) => [`${name}, hidden`, hidden(each), ...rest] as const),
  ];
  test.each(sampleOf('what loses user data', both, 12))('%s', async (_name, each, object, rows) => {
    const database = await applyCase(ground, each);
    const report = await goDown(database);
    const losses = [expect.objectContaining({ object, rows })];
    expect(report).toMatchObject({ reverted: [], failure: undefined, refused: { version: '1', losses } });
    expect(await database.versions()).toEqual(['1']);
    const allowed = await goDown(database, 'allow');
    expect(allowed).toMatchObject({ refused: undefined, reverted: [{ version: '1', losses }] });
    expect(await database.versions()).toEqual([]);
  });

  test('more than a thousand rows are not counted to the end', async () => {
    const database = await applyCase(ground, { ...table, meanwhile: 'insert into t select generate_series(1, 5000);' });
    expect((await goDown(database)).refused?.losses).toEqual([
      { kind: 'table', object: 'public.t', rows: 1000, more: true },
    ]);
  });
});

test('a preview counts the same without any lock', async () => {
  for (const [name, each, object, rows] of losing) {
    const database = await applyCase(ground, each);
    const plan = await readDownPlan(engineOn(database), { range: { kind: 'steps', steps: 1 } });
    const [planned] = plan.revert;
    // A type's columns and a block of code show only to the guard.
    const unseen = /^do |drop type/.test(each.down);
    expect([name, planned?.losses]).toMatchObject([name, unseen ? [] : [{ object, rows }]]);
  }
});
