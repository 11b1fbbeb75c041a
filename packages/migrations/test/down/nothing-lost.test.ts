import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { down } from '../../src/down/down.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, folderOf, type Ground, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

/** Up, down, and what happens before the next migration is applied. */
type Migration = readonly [up: string, down: string, meanwhile?: string];

interface Case {
  readonly before?: string;
  readonly migrations: readonly Migration[];
}

async function applied({ before = '', migrations }: Case, url?: (database: Database) => string): Promise<Database> {
  const database = await ground.database();
  if (before !== '') await database.run(before);
  const engine = engineOn(database, url === undefined ? {} : { url: url(database) });
  const files: Record<string, string> = {};
  for (const [nth, [upSql, downSql, meanwhile]] of migrations.entries()) {
    files[`migrations/${nth + 1}_case.sql`] = upSql;
    files[`rollbacks/${nth + 1}_case.sql`] = downSql;
    const report = await up(engine, {
      folder: folderOf(ground.scope, files),
      phase: 'all',
      allowOutOfOrder: false,
    });
    expect(report.failure).toBeUndefined();
    if (meanwhile !== undefined) await database.run(meanwhile);
  }
  return database;
}

function goDown(database: Database, steps: number, onDataLoss: 'refuse' | 'allow' = 'refuse', url = database.url) {
  return down(engineOn(database, { url }), { range: { kind: 'steps', steps }, onDataLoss });
}

/** The same ways down where nobody can read them beforehand. */
function hidden(each: Case): Case {
  return {
    ...each,
    migrations: each.migrations.map(([upSql, downSql, ...rest]) => [
      upSql,
      `do $lockstep$ begin execute $sql$ ${downSql} $sql$; end $lockstep$;`,
      ...rest,
    ]),
  };
}

const users = "create table users (id int primary key, name text); insert into users values (1, 'ada'), (2, 'bob');";
const numbers = 'create table t (n int); insert into t values (5);';

const losing: readonly (readonly [string, Case, string, number])[] = [
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
  test.each([...losing, ...losing.map(([name, each, ...rest]) => [`${name}, hidden`, hidden(each), ...rest] as const)])(
    '%s',
    async (_name, each, object, rows) => {
      const database = await applied(each);
      const steps = each.migrations.length;
      const report = await goDown(database, steps);
      const losses = [expect.objectContaining({ object, rows })];
      expect(report).toMatchObject({ failure: undefined, refused: { version: '1', losses } });
      const allowed = await goDown(database, steps, 'allow');
      expect(allowed.reverted.at(-1)).toMatchObject({ version: '1', losses });
    },
  );

  test.each([
    ['do $$ begin delete from users; commit; end $$;', 'line 1 (DO)'],
    ['call clean();', 'line 1 (CALL)'],
    [
      "begin; delete from users where id = 1; prepare transaction 'x'; commit prepared 'x';",
      'line 1 (PREPARE TRANSACTION)',
    ],
  ])('what commits by itself cannot be tried, and needs leave: %s', async (downSql, object) => {
    const before = `${users} create procedure clean() language plpgsql as $$ begin delete from users; commit; end $$;`;
    const database = await applied({ before, migrations: [['select 1;', downSql]] });
    expect((await goDown(database, 1)).refused?.losses[0]).toMatchObject({ kind: 'unseen', object });
    expect(await database.value('select count(*)::int from users')).toBe(2);
  });

  test('where PostgreSQL does not count what is deleted, nothing goes down without leave', async () => {
    const downSql = 'set track_counts = off; delete from users where id = 1;';
    const database = await applied({ before: users, migrations: [['select 1;', downSql]] });
    await expect(goDown(database, 1)).rejects.toThrow('track_counts is off');
    expect(await database.value('select count(*)::int from users')).toBe(2);
  });
});

test.each<[string, Case]>([
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
  const database = await applied(each);
  const report = await goDown(database, each.migrations.length);
  expect(report).toMatchObject({ failure: undefined, refused: undefined });
  expect(report.reverted.flatMap((reverted) => reverted.losses)).toEqual([]);
});

/** Policies that bind the table's owner too hide all rows from a migrating role that must not bypass them. */
describe('rows that policies hide from the migrating role', () => {
  const asPlain = (database: Database): string => {
    const url = new URL(database.url);
    url.username = 'plain';
    return url.href;
  };

  test.each<[string, string | undefined]>([
    ['drop table own.t;', 'own.t'],
    ['alter table own.t drop n;', 'own.t.n'],
    ['alter table own.t no force row level security; delete from own.t;', 'own.t'],
    ['truncate own.t;', 'own.t'],
    ['alter table own.t alter n type bigint using 0;', 'own.t.n'],
    // They are hidden from this too.
    ['delete from own.t;', undefined],
  ])('%s', async (downSql, object) => {
    const database = await ground.database();
    await database.run(`do $$ begin create role plain login; exception when duplicate_object then null; end $$;
      grant create on database ${database.name} to plain; create schema own authorization plain;`);
    const folder = folderOf(ground.scope, {
      'migrations/1_a.sql':
        'create table own.t (i int, n int default 4); alter table own.t enable row level security, force row level security;',
      'rollbacks/1_a.sql': downSql,
    });
    const engine = engineOn(database, { url: asPlain(database) });
    expect((await up(engine, { folder, phase: 'all', allowOutOfOrder: false })).failure).toBeUndefined();
    await database.run('insert into own.t values (1, 5)');
    const report = await goDown(database, 1, 'refuse', asPlain(database));
    expect(report.failure).toBeUndefined();
    expect(report.refused?.losses).toEqual(object && [expect.objectContaining({ object, rows: 1 })]);
    expect(await database.value('select n from own.t')).toBe(5);
    expect((await goDown(database, 1, 'allow', asPlain(database))).failure).toBeUndefined();
  });
});
