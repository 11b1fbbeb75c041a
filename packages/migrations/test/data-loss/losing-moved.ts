import { archive, type Losing, one, people, several } from './losing.ts';

/** Rows and values that the migration moved: what it wrote is all that is left of them. */
export const moved: readonly Losing[] = [
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
    'values that a block of code takes from another row, beside a column that it fills',
    'alter table users add about text; create table archive as select id, bio from users; do $$ begin update users set about = upper(bio), bio = (select o.bio from users o where o.id = 21 - users.id); end $$;',
    'drop table archive; alter table users drop about;',
    archive,
  ],
  [
    'values that a block of code moves to a column that it fills',
    'alter table users add about text; do $$ begin update users set about = bio; update users set bio = null where id = 7; end $$;',
    'alter table users drop about;',
    'select count(about) from users',
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
export const since: readonly Losing[] = [
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
