import { archive, bios, type Losing, one, people, several, users } from './losing.ts';

/** What no count of rows shows. */
export const unseen: readonly Losing[] = [
  ...['close', 'move', 'fetch'].map((word) => ({
    name: `copies of a column, with a picture from before that is gone: ${word}`,
    history: one(
      `${word} lockstep_before; create table copies as select id, bio from users; alter table users drop bio;`,
      'drop table copies;',
    ),
    stays: 'select count(bio) from copies',
  })),
  {
    name: 'rows that a function deletes without being counted',
    history: one(
      "create table a (id int); create function f() returns void language sql set track_counts = off as 'delete from users';",
      'select f(); drop function f(); drop table a;',
    ),
    stays: people,
  },
  {
    name: 'rows that a block of code updates without being counted',
    history: one(
      'create table a (id int);',
      "do $$ begin set local track_counts = off; update users set bio = ''; set local track_counts = on; end $$; drop table a;",
    ),
    stays: bios,
  },
  {
    name: 'what a large object holds',
    history: one(
      'create table a (id int);',
      "select lo_put(4242, 0, 'XXXXX'); drop table a;",
      undefined,
      "select lo_from_bytea(4242, 'hello world');",
    ),
    stays: "select encode(lo_get(4242), 'escape')",
  },
  {
    name: 'the end of a large object',
    history: one(
      'create table a (id int);',
      'select lo_truncate(lo_open(4242, 131072), 3); drop table a;',
      undefined,
      "select lo_from_bytea(4242, 'hello world');",
    ),
    stays: "select encode(lo_get(4242), 'escape')",
  },
  {
    name: 'a field of a composite within another',
    history: one(
      'alter type addr add attribute city text;',
      'alter type addr drop attribute city;',
      "update u set p = row('n', row('s', 'z', 'Rome')::addr)::person",
      "create type addr as (street text, zip text); create type person as (name text, home addr); create table u (id int, p person); insert into u values (1, row('n', row('s', 'z')::addr)::person);",
    ),
    stays: 'select ((p).home).city from u',
  },
  {
    name: 'a field of a composite within a domain',
    history: one(
      'alter type addr add attribute city text;',
      'alter type addr drop attribute city;',
      "update u set a = row('s', 'z', 'Rome')::addr",
      "create type addr as (street text, zip text); create domain daddr as addr; create table u (id int, a daddr); insert into u values (1, row('s', 'z'));",
    ),
    stays: 'select (a::addr).city from u',
  },
  {
    name: 'a field of a composite within an array of a domain within a composite',
    history: one(
      'alter type addr add attribute city text;',
      'alter type addr drop attribute city;',
      "insert into u values (1, row(array[row('s', 'z', 'Rome')::addr]::daddr[]))",
      'create type addr as (street text, zip text); create domain daddr as addr; create type many as (all_of daddr[]); create table u (id int, m many);',
    ),
    stays: 'select (((m).all_of)[1]::addr).city from u',
  },
  {
    name: "a column of a table whose rows are another table's values",
    history: one(
      'alter table users add city text;',
      'alter table users drop city;',
      "insert into u values (1, row(1, 'b', 'p', 'Rome'))",
      `${users} create table u (id int, who users);`,
    ),
    stays: 'select (who).city from u',
  },
  {
    name: 'a materialized view that is the last copy',
    history: one(
      'create materialized view snap as select * from users;',
      'drop materialized view snap;',
      'delete from users;',
    ),
    stays: 'select count(*) from snap',
  },
  {
    name: 'a materialized view that is made anew from what is left',
    history: one(
      'create materialized view snap as select * from users;',
      'refresh materialized view snap;',
      'delete from users where id > 2;',
    ),
    stays: 'select count(*) from snap',
  },
  {
    name: 'groups that only a materialized view has left',
    history: one(
      'create materialized view snap as select plan, sum(id) from users group by plan;',
      'drop materialized view snap;',
      "update users set plan = 'free' where plan = 'pro';",
    ),
    stays: 'select count(*) from snap',
  },
  {
    name: 'the greatest value, which only a materialized view has left',
    history: one(
      'create materialized view snap as select count(*), max(bio) from users;',
      'drop materialized view snap;',
      'delete from users where bio = (select max(bio) from users);',
    ),
    stays: 'select count(*) from snap',
  },
  {
    name: 'sums over a view of somebody, which may be anything',
    history: one(
      'create materialized view snap as select count(*) from v;',
      'drop materialized view snap;',
      'delete from users where id < 5;',
      `${users} create view v as select * from users;`,
    ),
    stays: 'select count(*) from snap',
  },
  {
    name: 'labels that change places, so that rows say something else',
    history: one(
      'create table a (id int);',
      "alter type mood rename value 'a' to 'x'; alter type mood rename value 'b' to 'a'; alter type mood rename value 'x' to 'b'; drop table a;",
      undefined,
      "create type mood as enum ('a', 'b'); create table k (m mood, l mood[]); insert into k values ('a', '{b}'), ('b', '{}');",
    ),
    stays: 'select m, l from k',
  },
  {
    name: 'a table that the next crash empties',
    history: one('create table a (id int);', 'alter table users set unlogged;'),
    stays:
      "select count(*) || relpersistence::text from users, pg_class where relname = 'users' group by relpersistence",
  },
  {
    name: 'values that change places while their type changes',
    history: one(
      'create table zz (i int);',
      'alter table c alter column n type bigint using (30 - n); drop table zz;',
      undefined,
      'create table c (id int, n int); insert into c values (1, 10), (2, 20);',
    ),
    stays: "select string_agg(id || ':' || n, ',' order by id) from c",
  },
  {
    name: 'values that change places while their type stays',
    history: one(
      'create table zz (i int);',
      'alter table c alter column n type int using (case n when 10 then 20 else 10 end); drop table zz;',
      undefined,
      'create table c (id int, n int); insert into c values (1, 10), (2, 20);',
    ),
    stays: "select string_agg(id || ':' || n, ',' order by id) from c",
  },
  {
    name: 'a row that moved between partitions',
    history: one(
      'create table p2 partition of p for values in (2); update p set id = 2;',
      'drop table p2;',
      undefined,
      "create table p (id int, v text) partition by list (id); create table p1 partition of p for values in (1); insert into p values (1, 'a'), (1, 'b');",
    ),
    stays: 'select count(*) from p',
  },
  {
    name: 'a partition that took the place of another',
    history: one(
      'create table p2 (like p); insert into p2 select id, v from p1; alter table p detach partition p1; drop table p1; alter table p attach partition p2 for values in (1);',
      'drop table p2;',
      undefined,
      "create table p (id int, v text) partition by list (id); create table p1 partition of p for values in (1); insert into p values (1, 'a'), (1, 'b');",
    ),
    stays: 'select count(*) from p',
  },
  {
    name: 'other values of rows that the migration updated',
    history: one("update users set bio = 'x' where id = 1;", "update users set plan = 'y' where id = 1;"),
    stays: 'select plan from users where id = 1',
  },
  {
    name: 'a table in our own schema',
    history: one(
      'create table lockstep.mine (id int);',
      'drop table lockstep.mine;',
      'insert into lockstep.mine values (1)',
      '',
    ),
    stays: 'select count(*) from lockstep.mine',
  },
  {
    name: 'copies of numbers, whose last digits a block of code changes where they are not written out',
    history: one(
      'create table archive as select * from m; set extra_float_digits = 0; do $$ begin update m set f = f + 2.8e-17; end $$;',
      'drop table archive;',
      undefined,
      'create table m (id int, f float8); insert into m values (1, 0.1);',
    ),
    stays: archive,
  },
  {
    name: 'the history of the other migrations',
    history: several(
      ['create table a (id int);', 'drop table a;'],
      ['create table b (id int);', 'drop table b; delete from supabase_migrations.schema_migrations;'],
    ),
    stays: 'select count(*) from supabase_migrations.schema_migrations',
  },
  {
    name: 'the records of the other migrations',
    history: several(
      ['create table a (id int);', 'drop table a;'],
      ['create table b (id int);', "drop table b; update lockstep.migrations set down_sql = '';"],
    ),
    stays: 'select count(nullif(down_sql, $$$$)) from lockstep.migrations',
  },
];
