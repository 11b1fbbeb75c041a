import type { Case } from '../data-loss/case.ts';
import type { archiveDown } from './archives.ts';
import { lossy, users } from './base-cases.ts';

/** What cannot be archived, or not within the limits. */
export interface Refused extends Case {
  readonly what: string;
  readonly limits?: Parameters<typeof archiveDown>[2];
  readonly kind: string;
  readonly says: string;
}

export const refused: readonly Refused[] = [
  { ...lossy, what: 'too many rows', limits: { rows: 49 }, kind: 'rows', says: 'more than the 49 rows' },
  {
    ...lossy,
    what: 'too many bytes',
    limits: { bytes: 8_000 },
    kind: 'bytes',
    says: 'more than the 8000 of archive-limit',
  },
  {
    ...lossy,
    what: 'too long a lock, as the plan expects it',
    limits: { lockMs: 0 },
    kind: 'lock-time',
    says: 'about 1 ms while 50 rows',
  },
  {
    ...lossy,
    what: 'too long a lock, as only the run shows it',
    down: "do $$ begin execute 'drop table t'; end $$;",
    limits: { lockMs: 0 },
    kind: 'lock-time',
    says: 'could not be archived within',
  },
  {
    what: 'values without a key',
    before: 'create table l (a text); insert into l values (1);',
    up: 'alter table l add b text;',
    meanwhile: "update l set b = 'x'",
    down: 'alter table l drop b;',
    kind: 'not-possible',
    says: 'public.l cannot be archived: it has no primary key',
  },
  {
    what: 'keys that change',
    before: users,
    up: 'select 1;',
    down: 'update users set id = id + 10;',
    kind: 'not-possible',
    says: 'gets other keys',
  },
  {
    what: 'a sequence',
    before: "create sequence q; select nextval('q');",
    up: 'select 1;',
    down: 'drop sequence q;',
    kind: 'not-possible',
    says: 'is a sequence',
  },
  {
    what: 'the position of an identity whose column stays',
    before: users,
    up: 'alter table users alter id add generated always as identity (start 4);',
    meanwhile: "insert into users (name) values ('dan')",
    down: 'alter table users alter id drop identity;',
    kind: 'not-possible',
    says: 'is a sequence',
  },
  {
    what: 'the last rows of a materialized view',
    before: users,
    up: 'create materialized view v as select * from users;',
    meanwhile: 'delete from users where id = 1',
    down: 'drop materialized view v;',
    kind: 'not-possible',
    says: 'is a materialized view',
  },
  {
    what: 'a table that becomes unlogged',
    before: users,
    up: 'select 1;',
    down: 'alter table users set unlogged;',
    kind: 'not-possible',
    says: 'becomes unlogged',
  },
  {
    what: 'labels that change their meaning',
    before:
      "create type mood as enum ('a', 'b'); create table m (id int primary key, v mood); insert into m values (1, 'a'), (2, 'b');",
    up: 'select 1;',
    down: "alter type mood rename value 'a' to 'c'; alter type mood rename value 'b' to 'a';",
    kind: 'not-possible',
    says: 'labels of an enum',
  },
  {
    what: 'large objects',
    before: 'select lo_create(4242);',
    up: 'select 1;',
    down: 'select lo_unlink(4242);',
    kind: 'not-possible',
    says: 'is a large object',
  },
  {
    what: 'what nobody can test',
    before: `${users} create procedure wipe() language plpgsql as $$ begin delete from users; commit; end $$;`,
    up: 'select 1;',
    down: 'call wipe();',
    kind: 'not-possible',
    says: 'cannot be tested beforehand',
  },
  {
    what: 'a table of the schema of archives itself',
    before:
      'create schema lockstep_archive; create table lockstep_archive.mine (id int primary key); insert into lockstep_archive.mine values (1);',
    up: 'select 1;',
    down: 'drop table lockstep_archive.mine;',
    kind: 'not-possible',
    says: 'is itself in the schema lockstep_archive',
  },
  {
    what: 'a column whose name the archive needs',
    before: "create table r (id int primary key, _lockstep_done text); insert into r values (1, 'x');",
    up: 'select 1;',
    down: 'drop table r;',
    kind: 'not-possible',
    says: 'a column whose name begins with _lockstep_',
  },
  {
    what: 'another table with each run',
    before: `create table a (id int primary key); insert into a values (1); create table b (id int primary key); insert into b values (1);
      create sequence turns;`,
    up: 'select 1;',
    down: "do $$ begin if nextval('turns') % 2 = 0 then delete from a; else delete from b; end if; end $$;",
    kind: 'not-possible',
    says: 'in another way each time it runs',
  },
  {
    what: 'a policy that opens it to others',
    before: `create function open_up() returns event_trigger language plpgsql as $$ begin
        if exists (select from pg_class where oid = to_regclass('lockstep_archive.restores')) then
          create policy everyone on lockstep_archive.restores using (true); end if; end $$;
      create event trigger open_up on ddl_command_end when tag in ('CREATE TABLE AS') execute function open_up();`,
    ...lossy,
    kind: 'schema',
    says: 'could be read by others (lockstep_archive.restores has a policy)',
  },
  {
    what: 'a schema of somebody else',
    before: 'create schema lockstep_archive; create table lockstep_archive.archives (i int);',
    ...lossy,
    kind: 'schema',
    says: 'was not made by Lockstep',
  },
  {
    what: 'a name in the schema that is taken',
    before: 'create schema lockstep_archive; create table lockstep_archive.a1 (i int);',
    ...lossy,
    kind: 'schema',
    says: 'was not made by Lockstep',
  },
  {
    what: 'a publication that would send it away',
    before: 'create publication everything for all tables;',
    ...lossy,
    kind: 'schema',
    says: 'publication everything',
  },
  {
    what: 'no space',
    before: `create function full_disk() returns event_trigger language plpgsql as $$ begin raise exception 'no space left' using errcode = '53100'; end $$;
             create event trigger full_disk on ddl_command_end when tag in ('CREATE TABLE AS') execute function full_disk();`,
    ...lossy,
    kind: 'server',
    says: 'SQLSTATE 53100',
  },
];
