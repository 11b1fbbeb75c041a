import type { Case } from '../data-loss/case.ts';
import { users } from './base-cases.ts';

const whole = (row: object) => ({ ...row, _lockstep_lost: null });

/** What a down migration would destroy, and what an archive of it holds. */
export interface Kept extends Case {
  readonly what: string;
  readonly source: string;
  readonly kind: string;
  readonly contents: readonly object[];
}

export const kept: readonly Kept[] = [
  {
    what: 'rows of a dropped table, but those that the migration put there',
    up: "create table t (id int primary key, a text); insert into t values (1, 'seed');",
    meanwhile: "insert into t values (2, 'user')",
    down: 'drop table t;',
    source: 'public.t',
    kind: 'rows',
    contents: [whole({ id: 2, a: 'user' })],
  },
  {
    what: 'rows of a table without a key',
    up: 'create table t (a text);',
    meanwhile: "insert into t values ('x'), ('x')",
    down: 'drop table t;',
    source: 'public.t',
    kind: 'rows',
    contents: [whole({ a: 'x' }), whole({ a: 'x' })],
  },
  {
    what: 'key and value of a dropped column',
    before: users,
    up: 'alter table users add bio text;',
    meanwhile: "update users set bio = 'hello' where id = 2",
    down: 'alter table users drop bio;',
    source: 'public.users',
    kind: 'values',
    contents: [{ id: 2, bio: 'hello', _lockstep_lost: null }],
  },
  {
    what: 'of two dropped columns, for each row those that had something',
    before: users,
    up: 'alter table users add bio text, add age int;',
    meanwhile: "update users set bio = 'hello' where id = 2; update users set age = 3, bio = 'x' where id = 3",
    down: 'alter table users drop bio, drop age;',
    source: 'public.users',
    kind: 'values',
    contents: [
      { id: 2, bio: 'hello', age: null, _lockstep_lost: ['bio'] },
      { id: 3, bio: 'x', age: 3, _lockstep_lost: ['bio', 'age'] },
    ],
  },
  {
    what: 'null too, where the column gives a value by itself',
    before: users,
    up: 'alter table users add active boolean default true;',
    meanwhile: 'update users set active = null where id = 2; update users set active = false where id = 3',
    down: 'alter table users drop active;',
    source: 'public.users',
    kind: 'values',
    contents: [
      { id: 2, active: null, _lockstep_lost: null },
      { id: 3, active: false, _lockstep_lost: null },
    ],
  },
  {
    what: 'values of a narrowed column',
    before: users,
    up: 'select 1;',
    meanwhile: "update users set name = 'a long name' where id = 1",
    down: 'alter table users alter name type varchar(4) using left(name, 4);',
    source: 'public.users',
    kind: 'mixed',
    contents: [{ id: 1, name: 'a long name', n: null, _lockstep_lost: ['name'] }],
  },
  {
    what: 'overwritten values, and no others',
    before: users,
    up: 'select 1;',
    down: "update users set name = 'x' where id > 1;",
    source: 'public.users',
    kind: 'mixed',
    contents: [
      { id: 2, name: 'bob', n: null, _lockstep_lost: ['name'] },
      { id: 3, name: 'cid', n: null, _lockstep_lost: ['name'] },
    ],
  },
  {
    what: 'deleted rows',
    before: users,
    up: 'select 1;',
    down: 'delete from users where id = 2;',
    source: 'public.users',
    kind: 'mixed',
    contents: [whole({ id: 2, name: 'bob', n: 2 })],
  },
  {
    what: 'deleted rows of a table without a key',
    before: "create table l (a text); insert into l values ('x'), ('x'), ('y');",
    up: 'select 1;',
    down: "delete from l where a = 'x';",
    source: 'public.l',
    kind: 'mixed',
    contents: [whole({ a: 'x' }), whole({ a: 'x' })],
  },
  {
    what: 'rows that a foreign key takes along',
    before: `${users} create table notes (id int primary key, u int references users on delete cascade); insert into notes values (7, 2);`,
    up: 'select 1;',
    down: 'delete from users where id = 2;',
    source: 'public.notes',
    kind: 'mixed',
    contents: [whole({ id: 7, u: 2 })],
  },
  {
    what: 'a truncated table without a key',
    before: "create table l (a text); insert into l values ('x');",
    up: 'select 1;',
    down: 'truncate l;',
    source: 'public.l',
    kind: 'mixed',
    contents: [whole({ a: 'x' })],
  },
  {
    what: 'what is deleted and changed in a table that is written anew',
    before: users,
    up: 'select 1;',
    down: "delete from users where id = 1; alter table users alter n type bigint using n * 2, alter name type varchar(9) using case id when 2 then 'z' else name end;",
    source: 'public.users',
    kind: 'mixed',
    contents: [
      whole({ id: 1, name: 'ada', n: 1 }),
      { id: 2, name: 'bob', n: 2, _lockstep_lost: ['name', 'n'] },
      { id: 3, name: null, n: 3, _lockstep_lost: ['n'] },
    ].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
  },
  {
    what: 'an unlogged table',
    up: 'create unlogged table t (id int primary key);',
    meanwhile: 'insert into t values (1)',
    down: 'drop table t;',
    source: 'public.t',
    kind: 'rows',
    contents: [whole({ id: 1 })],
  },
  {
    what: 'enums, domains, composites and names of things as text, and what PostgreSQL has as it is',
    up: `create type mood as enum ('sad', 'ok'); create domain pos as int check (value > 0); create type pair as (a int, b text);
         create table t (id uuid primary key, m mood, ms mood[], p pos, c pair, r regclass, j jsonb, ts timestamptz, g int generated always as (1) stored);`,
    meanwhile: `insert into t values ('00000000-0000-0000-0000-000000000001', 'ok', '{sad}', 3, '(1,x y)', 't', '{"k": 1}', '2020-01-01T00:00:00Z')`,
    down: 'drop table t; drop type mood cascade; drop domain pos cascade; drop type pair cascade;',
    source: 'public.t',
    kind: 'rows',
    contents: [
      whole({
        id: '00000000-0000-0000-0000-000000000001',
        m: 'ok',
        ms: '{sad}',
        p: '3',
        c: '(1,"x y")',
        r: 'public.t',
        j: { k: 1 },
        ts: '2020-01-01T00:00:00+00:00',
      }),
    ],
  },
];
