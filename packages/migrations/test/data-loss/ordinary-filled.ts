import type { History } from './histories.ts';

export const users =
  "create table users (id int primary key, name text, plan text default 'free'); insert into users select i, 'n' || i, 'pro' from generate_series(1, 20) i;";
/** What an app does meanwhile. */
export const lives =
  "insert into users (id, name) values (100, 'new'); update users set plan = 'x' where id = 1; delete from users where id = 2;";

/** New columns that code fills, where nobody can read in which columns it writes. */
export const filled: readonly (readonly [string, History['migrations'], before?: string])[] = [
  [
    'a column that a block of code fills',
    [
      [
        "alter table users add about text; do $$ begin update users set about = upper(name) where id < 15; update users set about = 'x' where about is null; end $$;",
        'alter table users drop about;',
      ],
    ],
  ],
  [
    'a column that a function fills, row by row',
    [
      [
        `alter table users add about text; create function fill() returns void language plpgsql as
           'declare r record; begin for r in select id from users loop update users set about = r.id where id = r.id; end loop; end'; select fill();`,
        'drop function fill(); alter table users drop about;',
      ],
    ],
  ],
  [
    'a column that a trigger fills',
    [
      [
        `alter table users add about text; create function fill() returns trigger language plpgsql as 'begin new.about := upper(new.name); return new; end';
         create trigger f before insert or update on users for each row execute function fill(); update users set about = null;`,
        'drop trigger f on users; drop function fill(); alter table users drop about;',
      ],
    ],
  ],
  [
    'columns of a table of partitions, filled by a block of code',
    [['alter table p add n int; do $$ begin update p set n = length(v); end $$;', 'alter table p drop n;']],
    "create table p (id int, v text, f float8) partition by list (id); create table p1 partition of p for values in (1); create table p2 partition of p for values in (2); insert into p values (1, 'a', 0.1), (2, 'b', 0.2);",
  ],
];
