import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sampleOf } from '../../../../test/faults/matrix.ts';
import { type Ground, startGround } from '../ground.ts';
import { applyHistory, type History, takeDown } from './histories.ts';
import { filled, lives, users } from './ordinary-filled.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

/** Up and down as people write them: none of these takes anybody's data away, and none needs leave. */
const ordinary: readonly (readonly [string, History['migrations'], before?: string])[] = [
  ['a table', [['create table t (id int);', 'drop table t;', lives]]],
  [
    'a table with a transaction of its own',
    [['begin; create table t (id int); commit;', 'begin; drop table t; commit;', lives]],
  ],
  [
    'a table that was used and emptied',
    [['create table t (id int);', 'drop table t;', 'insert into t values (1); delete from t;']],
  ],
  ['a table that is not there twice', [['create table if not exists t (id int);', 'drop table if exists t;', lives]]],
  [
    'a table with seeds, twice written',
    [
      [
        "create table t (id int primary key, a text); insert into t values (1, 'a'); update t set a = 'b'; delete from t where id = 9;",
        'drop table t;',
        lives,
      ],
    ],
  ],
  [
    'a table with keys, policies, triggers and functions',
    [
      [
        `create table t (id bigint generated always as identity primary key, who int references users on delete cascade, at timestamptz not null default now());
       create index on t (who); alter table t enable row level security; create policy p on t using (true);
       create function f() returns trigger language plpgsql as 'begin return new; end'; create trigger g before insert on t for each row execute function f();`,
        'drop table t; drop function f();',
        lives,
      ],
    ],
  ],
  ['a copy of a table that stays', [['create table copy as select * from users;', 'drop table copy;', lives]]],
  [
    'a copy by a block of code',
    [["do $$ begin execute 'create table copy as select * from users'; end $$;", 'drop table copy;']],
  ],
  ['a column', [['alter table users add bio text;', 'alter table users drop bio;', lives]]],
  [
    'a column that may be there',
    [['alter table users add column if not exists bio text;', 'alter table users drop column if exists bio;', lives]],
  ],
  [
    'a column with a default',
    [
      [
        "alter table users add n int not null default 0, add j jsonb default '{}';",
        'alter table users drop n, drop j;',
        lives,
      ],
    ],
  ],
  [
    'a column with a default and an index that is built beside the app',
    [
      [
        'alter table users add n int not null default 0;\ncreate index concurrently n_i on users (n);',
        'drop index concurrently n_i;\nalter table users drop n;',
        lives,
      ],
    ],
  ],
  [
    'a column without a transaction',
    [
      [
        '-- lockstep: no-transaction\nalter table users add n int not null default 0;\ncreate index concurrently n_i on users (n);',
        'alter table users drop n;',
        lives,
      ],
    ],
  ],
  [
    'a column behind an exception',
    [
      [
        'do $$ begin alter table users add n int default 5; exception when duplicate_column then null; end $$;',
        'alter table users drop n;',
        lives,
      ],
    ],
  ],
  [
    'a column with another value in each row',
    [
      [
        'alter table users add u uuid not null default gen_random_uuid(), add k bigserial;',
        'alter table users drop u, drop k;',
      ],
    ],
  ],
  [
    'a column that the migration fills',
    [
      [
        'alter table users add about text; update users set about = upper(name); alter table users alter about set not null;',
        'alter table users drop about;',
      ],
    ],
  ],
  [
    'columns that the migration fills from another table',
    [
      [
        'alter table users add city text, add zip text; update users u set city = p.city, zip = p.zip from places p where p.id = u.id;',
        'alter table users drop city, drop zip;',
      ],
    ],
    `${users} create table places (id int, city text, zip text); insert into places values (1, 'Rome', '00100');`,
  ],
  [
    'a column that the migration fills with what it read in seeds',
    [
      [
        "create table roles (id int, name text); insert into roles values (1, 'a'); alter table users add role int; update users set role = 1;",
        'alter table users drop role; drop table roles;',
      ],
    ],
  ],
  [
    'a column of a table of partitions, filled',
    [['alter table p add n int; update p set n = 1;', 'alter table p drop n;']],
    "create table p (id int, v text) partition by list (id); create table p1 partition of p for values in (1); insert into p values (1, 'a');",
  ],
  [
    'seeds in a table that was there',
    [["insert into users values (900, 's', 'p');", 'delete from users where id = 900;', lives]],
  ],
  [
    'seeds that may be there',
    [["insert into users values (900, 's', 'p') on conflict do nothing;", 'delete from users where id = 900;']],
  ],
  [
    'seeds of many migrations, all at once',
    [
      ["insert into users values (901, 's', 'p');", 'delete from users where id = 901;'],
      ['alter table users add bio text;', 'alter table users drop bio;'],
      ["insert into users (id, name) values (902, 's');", 'delete from users where id = 902;'],
    ],
  ],
  [
    'constraints and their validation',
    [
      [
        'alter table users add constraint c check (id > 0) not valid; alter table users validate constraint c; alter table users alter name set not null;',
        'alter table users alter name drop not null; alter table users drop constraint c;',
        lives,
      ],
    ],
  ],
  [
    'a type and a column of it',
    [
      [
        "create type mood as enum ('a', 'b'); alter table users add m mood default 'a';",
        'alter table users drop m; drop type mood;',
        lives,
      ],
    ],
  ],
  [
    'a label of an enum',
    [["alter type mood add value 'c';", '-- labels stay']],
    "create type mood as enum ('a', 'b');",
  ],
  [
    'a field of a composite, which nobody filled',
    [['alter type addr add attribute city text cascade;', 'alter type addr drop attribute city cascade;']],
    "create type addr as (street text, zip text); create table u (id int, a addr, many addr[]); insert into u values (1, ('s', 'z'), array[('s', 'z')::addr]);",
  ],
  [
    'a view and a materialized view',
    [
      [
        'create view v as select * from users; create materialized view m as select * from users;',
        'drop materialized view m; drop view v;',
      ],
    ],
  ],
  [
    'a materialized view that is refreshed',
    [['create materialized view m as select * from users;', 'refresh materialized view m; drop materialized view m;']],
  ],
  [
    'a materialized view of counts and sums, which change with the data',
    [
      [
        'create materialized view m as select plan, count(*), coalesce(round(avg(id), 2), 0) as mean from users group by plan; create materialized view all_of as select count(*) from users;',
        'drop materialized view m; drop materialized view all_of;',
        "insert into users values (99, 'x', 'pro'); delete from users where id < 9;",
      ],
    ],
  ],
  [
    'a label of an enum that has its name back',
    [
      [
        "alter type mood rename value 'a' to 'z';",
        "alter type mood rename value 'z' to 'a';",
        "insert into k values ('z')",
      ],
    ],
    "create type mood as enum ('a', 'b'); create table k (m mood); insert into k values ('a'), ('b');",
  ],
  [
    'a rename',
    [
      [
        'alter table users rename to people;',
        'alter table people rename to users;',
        "insert into people values (99, 'x')",
      ],
    ],
  ],
  [
    'a schema with tables',
    [['create schema s; create table s.t (id int); create sequence s.q;', 'drop schema s cascade;', lives]],
  ],
  ['a wider number', [['alter table users alter id type bigint;', 'alter table users alter id type int;']]],
  [
    'a partition',
    [['create table p2 partition of p for values in (2);', 'drop table p2;']],
    'create table p (id int) partition by list (id);',
  ],
  ['a large object of its own', [["select lo_from_bytea(777, 'abc');", 'select lo_unlink(777);']]],
  [
    'a function, a trigger and a grant',
    [
      [
        "create function f() returns trigger language plpgsql as 'begin return new; end'; create trigger g before update on users for each row execute function f(); grant select on users to public;",
        'revoke select on users from public; drop trigger g on users; drop function f();',
        lives,
      ],
    ],
  ],
  ['an extension', [['create extension hstore;', 'drop extension hstore;', lives]]],
  [
    'seeds and their numbers',
    [["insert into k (v) values ('a');", 'delete from k; alter sequence k_id_seq restart;']],
    'create table k (id serial primary key, v text);',
  ],
  [
    'seeds and their numbers, by what is left',
    [
      [
        "insert into k (v) values ('a');",
        "delete from k where v = 'a'; select setval('k_id_seq', coalesce((select max(id) from k), 0) + 1, false);",
      ],
    ],
    "create table k (id serial primary key, v text); insert into k (v) values ('z');",
  ],
  [
    'a sequence that begins elsewhere, and gave no number',
    [['alter sequence q restart with 1000;', 'alter sequence q restart with 1;']],
    'create sequence q;',
  ],
  [
    'a sequence that takes other steps',
    [['alter sequence q increment 10;', 'alter sequence q increment 1;', "select nextval('q')"]],
    'create sequence q;',
  ],
  [
    'an identity that the migration gave, and set to what was there',
    [
      [
        "alter table k alter id add generated by default as identity; select setval(pg_get_serial_sequence('k', 'id'), 9);",
        'alter table k alter id drop identity;',
      ],
    ],
    'create table k (id int primary key); insert into k select generate_series(1, 9);',
  ],
  [
    'an identity whose column is numbered further on by another sequence',
    [
      [
        'select 1;',
        "alter table k alter id drop identity; create sequence k_next start 100; alter table k alter id set default nextval('k_next');",
      ],
    ],
    'create table k (id int primary key generated always as identity, v text); insert into k (v) values (1), (2);',
  ],
  ['a sequence of its own', [['create sequence q;', 'drop sequence q;', "select nextval('q')"]]],
  [
    'a schema to which a table moved',
    [
      [
        'create schema z; alter table users set schema z;',
        'alter table z.users set schema public; drop schema z;',
        "insert into z.users values (99, 'x')",
      ],
    ],
  ],
  [
    'a schema to which a table moved, with all that is left in it',
    [
      [
        'create schema z; alter table users set schema z;',
        'alter table z.users set schema public; drop schema z cascade;',
      ],
    ],
  ],
  [
    'a table whose name another one takes first',
    [
      [
        'create table fresh (id int); alter table users rename to people; alter table fresh rename to users;',
        'alter table users rename to fresh; alter table people rename to users; drop table fresh;',
        "insert into people values (99, 'x')",
      ],
    ],
  ],
  [
    'a down migration that writes somewhere else',
    [['create table t (id int);', "create table log (what text); insert into log values ('gone'); drop table t;"]],
  ],
];

test.each(sampleOf('down migrations that need no leave', [...ordinary, ...filled], 18))(
  'goes down without leave: %s',
  async (_name, migrations, before = users) => {
    const database = await applyHistory(ground, { before, migrations });
    const report = await takeDown(database, migrations.length);
    expect(report).toMatchObject({ failure: undefined, refused: undefined });
    expect(report.reverted).toHaveLength(migrations.length);
    expect(report.reverted.flatMap(({ losses }) => losses)).toEqual([]);
  },
);
