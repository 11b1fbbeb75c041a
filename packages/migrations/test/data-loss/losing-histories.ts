import type { History } from './histories.ts';

/** What is to go down, and SQL for what must still be there when it was not allowed to take anything away. */
export interface Losing {
  readonly name: string;
  readonly history: History;
  readonly stays: string;
}

const users =
  "create table users (id int primary key, bio text, plan text default 'free'); insert into users select i, 'bio' || i, 'pro' from generate_series(1, 20) i;";
const one = (up: string, down: string, meanwhile?: string, before = users): History => ({
  before,
  migrations: [meanwhile === undefined ? [up, down] : [up, down, meanwhile]],
});
const several = (...migrations: History['migrations']): History => ({ before: users, migrations });
const people = 'select count(*) from users';
const bios = 'select count(bio), min(bio), max(bio) from users';
const archive = 'select count(*) from archive';

/** Columns that were there before, and that the migration only touched. */
const touched: readonly Losing[] = [
  ['renamed', 'alter table users rename column bio to about;', 'alter table users drop column about;', 'about'],
  ['made not null', 'alter table users alter column bio set not null;', 'alter table users drop column bio;'],
  [
    'granted',
    'grant select (bio) on users to public;',
    'revoke select (bio) on users from public; alter table users drop column bio;',
  ],
  ['granted with its table', 'grant select (bio, ctid) on users to public;', 'alter table users drop column bio;'],
  ['given statistics', 'alter table users alter bio set statistics 500;', 'alter table users drop bio;'],
  ['given another storage', 'alter table users alter bio set storage external;', 'alter table users drop bio;'],
  ['made shorter in name only', 'alter table users alter bio type varchar;', 'alter table users drop bio;'],
  [
    'touched by a block of code',
    "do $$ begin execute 'alter table users alter bio set not null'; end $$;",
    'alter table users drop bio;',
  ],
  [
    'said to be added',
    "alter table users add column if not exists bio text; alter table users alter column bio set default '';",
    'alter table users drop column if exists bio;',
  ],
  [
    'said to be added, with a default that equals what is in it',
    "alter table users add column if not exists bio text; update users set bio = 'x'; alter table users alter bio set default 'x';",
    'alter table users drop bio;',
  ],
  [
    'said to be added beside one that is',
    "alter table users add column if not exists bio text, add column about text default 'x';",
    'alter table users drop bio, drop about;',
  ],
  [
    'in a table that was renamed',
    'alter table users rename to people;',
    'alter table people rename to users; alter table users drop bio;',
  ],
].map(([what, up = '', down = '', column = 'bio']) => ({
  name: `a column that was there before, ${what}`,
  history: one(up, down),
  stays:
    what === 'in a table that was renamed' ? 'select count(bio) from people' : `select count(${column}) from users`,
}));

/** Rows and values that the migration moved: what it wrote is all that is left of them. */
const moved: readonly Losing[] = [
  [
    'a table copied, dropped and replaced by its copy',
    'create table users2 as select * from users; drop table users; alter table users2 rename to users;',
    'drop table users;',
    people,
  ],
  [
    'rows copied and deleted',
    'create table archive as select * from users where id <= 10; delete from users where id <= 10;',
    'drop table archive;',
    archive,
  ],
  [
    'rows moved in one statement',
    'create table archive (like users); with gone as (delete from users where id < 5 returning *) insert into archive select * from gone;',
    'drop table archive;',
    archive,
  ],
  [
    'rows moved by a block of code',
    'create table archive (like users); do $$ begin insert into archive select * from users; delete from users; end $$;',
    'drop table archive;',
    archive,
  ],
  [
    'rows moved by a function',
    'create table archive (like users); create function move() returns void language sql as $$ insert into archive select * from users; delete from users $$; select move();',
    'drop function move(); drop table archive;',
    archive,
  ],
  [
    'rows moved by a trigger',
    `create table archive (like users); create function keep() returns trigger language plpgsql as 'begin insert into archive select old.*; return old; end';
     create trigger k before delete on users for each row execute function keep(); delete from users where id > 3;`,
    'drop trigger k on users; drop function keep(); drop table archive;',
    archive,
  ],
  [
    'rows copied, and the table emptied',
    'create table archive as select * from users; truncate users;',
    'drop table archive;',
    archive,
  ],
  [
    'rows copied, and the table emptied and written anew',
    'create table archive as select * from users; truncate users; alter table users add u uuid default gen_random_uuid();',
    'alter table users drop u; drop table archive;',
    archive,
  ],
  [
    'duplicates taken out by way of another table',
    'create table archive as select distinct on (plan) * from users; truncate users; insert into users select * from archive; drop table archive;',
    'delete from users;',
    people,
  ],
  [
    'values moved to another column of the table',
    'alter table users add column about text; update users set about = bio; alter table users drop column bio;',
    'alter table users drop column about; alter table users add column bio text;',
    'select count(about) from users',
  ],
  [
    'values moved by one update',
    'alter table users add about text; update users set about = bio, bio = null;',
    'alter table users drop about;',
    'select count(about) from users',
  ],
  [
    'values moved by one update behind a condition',
    'alter table users add about text, add odd boolean; update users set odd = bio is distinct from plan, about = bio, bio = null where id > 0;',
    'alter table users drop about, drop odd;',
    'select count(about) from users',
  ],
  [
    'values moved by a trigger of an update',
    `alter table users add about text; create function shift() returns trigger language plpgsql as 'begin new.about := old.bio; new.bio := null; return new; end';
     create trigger s before update on users for each row execute function shift(); update users set about = '';`,
    'drop trigger s on users; drop function shift(); alter table users drop about;',
    'select count(about) from users',
  ],
  [
    'values moved by a function that an update calls',
    `alter table users add about text; create function shift(int) returns text language plpgsql as $$ begin update users set bio = null where id = $1 + 10; return 'x'; end $$;
     create table archive as select * from users; update users set about = shift(id) where id <= 10;`,
    'drop table archive; drop function shift(int); alter table users drop about;',
    archive,
  ],
  [
    'values replaced while their type changes',
    'create table archive as select id, bio from users; alter table users alter bio type varchar(1) using left(bio, 1);',
    'drop table archive;',
    archive,
  ],
  [
    'values merged',
    "create table archive as select id from users; update users set plan = 'all' where plan = 'pro';",
    'drop table archive;',
    archive,
  ],
  [
    'rows merged into others',
    'create table archive as select * from users; insert into users values (1, $$x$$) on conflict (id) do update set bio = excluded.bio;',
    'drop table archive;',
    archive,
  ],
].map(([name = '', up = '', down = '', stays = '']) => ({ name, history: one(up, down), stays }));

/** What is the migration's own by itself, but not any more with what came after it. */
const since: readonly Losing[] = [
  {
    name: 'copies of what a later migration deleted',
    history: several(
      ['create table archive as select * from users;', 'drop table archive;'],
      ['delete from users;', '-- nothing'],
    ),
    stays: archive,
  },
  {
    name: 'copies of a column that a later migration dropped',
    history: several(
      ['alter table users add about text; update users set about = bio;', 'alter table users drop about;'],
      ['alter table users drop bio;', 'alter table users add bio text;'],
    ),
    stays: 'select count(about) from users',
  },
  {
    name: 'copies of what somebody else applied since, who tells nothing of it',
    history: several([
      'create table archive as select * from users;',
      'drop table archive;',
      "delete from users; insert into supabase_migrations.schema_migrations (version, name) values ('0', 'cli')",
    ]),
    stays: archive,
  },
  {
    name: 'a copy in a file of several transactions, of which a later one deletes',
    history: several([
      'create table archive as select * from users;\ncreate index concurrently i on users (plan);\ndelete from users;',
      'drop index i; drop table archive;',
    ]),
    stays: archive,
  },
  {
    name: 'a copy in a file without a transaction',
    history: several([
      '-- lockstep: no-transaction\ncreate table archive as select * from users;\ndelete from users;',
      'drop table archive;',
    ]),
    stays: archive,
  },
  {
    name: 'a copy by code that commits, of which nobody knows',
    history: several([
      'create table archive (like users); do $$ begin insert into archive select * from users; commit; delete from users; end $$;',
      'drop table archive;',
    ]),
    stays: archive,
  },
];

/** What no count of rows shows. */
const unseen: readonly Losing[] = [
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

/** How far sequences have counted: numbers that were given once are given again. */
const counted: readonly Losing[] = [
  ['set back by setval', "select setval('sq', 1); drop table a;"],
  ['set back by setval in a block of code', "do $$ begin perform setval('sq', 1, false); end $$; drop table a;"],
  ['set back', 'alter sequence sq restart with 1; drop table a;'],
  ['set back by a block of code', "do $$ begin execute 'alter sequence sq restart'; end $$; drop table a;"],
  ['that is gone', 'drop sequence sq; drop table a;'],
  ['set back, which numbers a column', 'alter table bills alter id restart; drop table a;', 'bills_id_seq'],
  ['set back where it falls', 'alter sequence falling restart; drop table a;', 'falling'],
].map(([what, down = '', sequence = 'sq']) => ({
  name: `a sequence ${what}`,
  history: one(
    'create table a (id int);',
    down,
    undefined,
    "create sequence sq; select setval('sq', 500); create sequence falling increment -1; select nextval('falling'), nextval('falling'); create table bills (id int generated always as identity); insert into bills default values;",
  ),
  stays: `select last_value, is_called from ${sequence}`,
}));

export const losingHistories: readonly Losing[] = [...touched, ...moved, ...since, ...unseen, ...counted];
