import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type DownReport, down } from '../../src/down/down.ts';
import { isConstant } from '../../src/down/losses.ts';
import { readDownPlan } from '../../src/down/preview.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, folderOf, type Ground, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

interface Case {
  /** What is there before the migration. */
  readonly before?: string;
  readonly up: string;
  readonly down: string;
  /** What happens between up and down. */
  readonly meanwhile?: string;
}

async function applied({ before = '', meanwhile = '', ...files }: Case): Promise<Database> {
  const database = await ground.database();
  if (before !== '') await database.run(before);
  const folder = folderOf(ground.scope, { 'migrations/1_case.sql': files.up, 'rollbacks/1_case.sql': files.down });
  const report = await up(engineOn(database), { folder, phase: 'all', allowOutOfOrder: false });
  expect(report.failure).toBeUndefined();
  if (meanwhile !== '') await database.run(meanwhile);
  return database;
}

function goDown(database: Database, onDataLoss: 'refuse' | 'allow' = 'refuse'): Promise<DownReport> {
  return down(engineOn(database), { range: { kind: 'steps', steps: 1 }, onDataLoss });
}

const table = { up: 'create table t (id int, a text);', down: 'drop table t;' };
const users = "create table users (id int primary key, name text); insert into users values (1, 'ada'), (2, 'bob');";

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
  test.each([...losing, ...losing.map(([name, each, ...rest]) => [`${name}, hidden`, hidden(each), ...rest] as const)])(
    '%s',
    async (_name, each, object, rows) => {
      const database = await applied(each);
      const report = await goDown(database);
      const losses = [expect.objectContaining({ object, rows })];
      expect(report).toMatchObject({ reverted: [], failure: undefined, refused: { version: '1', losses } });
      expect(await database.versions()).toEqual(['1']);
      const allowed = await goDown(database, 'allow');
      expect(allowed).toMatchObject({ refused: undefined, reverted: [{ version: '1', losses }] });
      expect(await database.versions()).toEqual([]);
    },
  );

  test('more than a thousand rows are not counted to the end', async () => {
    const database = await applied({ ...table, meanwhile: 'insert into t select generate_series(1, 5000);' });
    expect((await goDown(database)).refused?.losses).toEqual([
      { kind: 'table', object: 'public.t', rows: 1000, more: true },
    ]);
  });
});

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
    const database = await applied(each);
    const report = await goDown(database);
    expect(report).toMatchObject({ failure: undefined, refused: undefined, reverted: [{ version: '1', losses: [] }] });
  });
});

test('a preview counts the same without any lock', async () => {
  for (const [name, each, object, rows] of losing) {
    const database = await applied(each);
    const plan = await readDownPlan(engineOn(database), { range: { kind: 'steps', steps: 1 } });
    const [planned] = plan.revert;
    // A type's columns, a table's partitions and a block of code show only to the guard.
    const unseen = planned?.opaque === true || /drop type|drop table p;/.test(each.down);
    expect([name, planned?.losses]).toMatchObject([name, unseen ? [] : [{ object, rows }]]);
  }
});

test('a row that is written between the look and the drop is not lost', async () => {
  const database = await applied(table);
  const writer = await database.client();
  // The way down finds the table empty, but has to wait for its lock until this transaction ends.
  await writer.query('begin');
  await writer.query("insert into t values (1, 'late')");
  const going = goDown(database);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await writer.query('commit');
  await writer.end();
  expect((await going).refused?.losses).toMatchObject([{ object: 'public.t', rows: 1 }]);
  expect(await database.value('select a from t')).toBe('late');
});

test('writers that never stop lose no row, whichever way it ends', async () => {
  const database = await applied(table);
  const writer = await database.client();
  let acknowledged = 0;
  let dropped = false;
  const writing = (async () => {
    while (!dropped) {
      await writer.query(`insert into t values (${acknowledged})`).then(
        () => acknowledged++,
        () => {
          dropped = true;
        },
      );
    }
  })();
  const report = await goDown(database);
  dropped = true;
  await writing;
  await writer.end();
  if (report.refused === undefined) expect(acknowledged).toBe(0);
  else expect(Number(await database.value('select count(*) from t'))).toBe(acknowledged);
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
  const database = await applied({ up: 'create table t (id int); insert into t values (1);', down: 'drop table t;' });
  await database.run("update lockstep.migrations set cluster = 'another/1'");
  expect((await goDown(database)).refused?.losses).toMatchObject([{ object: 'public.t', rows: 1 }]);
});

test('a way down of several transactions is tried whole before its first part is committed', async () => {
  const database = await applied({
    up: 'create table t (i int); create index concurrently i on t (i);',
    down: 'drop index concurrently i; drop table t;',
    meanwhile: 'insert into t values (1);',
  });
  expect((await goDown(database)).refused?.losses).toMatchObject([{ object: 'public.t', rows: 1 }]);
  expect(await database.value("select to_regclass('i') is not null")).toBe(true);
  expect(await database.value('select state from lockstep.migrations')).toBe('applied');
  expect((await goDown(database, 'allow')).reverted).toHaveLength(1);
  expect(await database.value("select to_regclass('t')")).toBeNull();
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
