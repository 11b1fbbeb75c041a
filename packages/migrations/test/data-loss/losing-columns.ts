import { type Losing, one } from './losing.ts';

/** Columns that were there before, and that the migration only touched. */
export const touched: readonly Losing[] = [
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
