export interface Case {
  readonly before: string;
  readonly up: string;
}

export interface LossyCase extends Case {
  readonly lost?: readonly string[];
  readonly remains?: readonly string[];
}

const users = `create type mood as enum ('happy', 'sad');
  create table users (id bigint generated always as identity primary key, mail varchar(80) not null default 'x', mood mood default 'happy', n int, org int, constraint n_positive check (n > 0));
  create index users_n on users (n) where n > 1;
  create table orders (id serial primary key, user_id bigint references users, state varchar(10), constraint known check (state in ('new', 'old')));
  create view names as select id, mail from users where mood = 'happy';
  create function double(i int) returns int language sql immutable as 'select i * 2';`;

const on = (up: string): Case => ({ before: users, up });

/** Each with its schema before and its up migration, for both of which nothing is left to a person. */
export const cases: Readonly<Record<string, Case>> = {
  'nothing at all': on('select 1'),
  'a table, with all that is on it': on(
    `create table t (id serial primary key, a int not null unique, b text default 'x' check (b <> ''), u bigint references users);
     create index on t (b); alter table t enable row level security; create policy p on t using (a = 1); grant select on t to anon; comment on column t.a is 'the a'`,
  ),
  'columns, and a view of them': on(
    'alter table users add column a int, add column b text not null default $$x$$; create view v as select a, b from users',
  ),
  'a default, NOT NULL and a check': on(
    `alter table users alter mail drop default, alter mail drop not null, alter n set default 3, alter org set not null, drop constraint n_positive, add constraint org_positive check (org > 0)`,
  ),
  'a type that is wider, under a view': on(
    `drop view names; alter table users alter mail type text, alter n type bigint; create view names as select id, mail from users where mood = 'happy'`,
  ),
  'a check that lists texts': on(
    `alter table orders drop constraint known, add constraint known check (state in ('new', 'old', 'gone'))`,
  ),
  'a foreign key that is validated, and one with other actions': {
    before: `${users} alter table orders add constraint n check (id > 0) not valid`,
    up: 'alter table orders validate constraint n, drop constraint orders_user_id_fkey, add constraint orders_user_id_fkey foreign key (user_id) references users on delete cascade deferrable',
  },
  'tables that refer to each other': on(
    'create table a (id int primary key, b int); create table b (id int primary key, a int references a); alter table a add foreign key (b) references b',
  ),
  indexes: on(
    `drop index users_n; create unique index users_n on users (lower(mail)) include (n); create index i2 on orders using hash (state)`,
  ),
  'a label, where the type is in use everywhere': {
    before: `${users} create table more (a mood[], b mood not null default 'sad', check (b <> 'happy')); create index on more (b) where b = 'sad'; create function says(m mood) returns text language sql as $$ select m::text $$`,
    up: `alter type mood add value 'calm' before 'sad'`,
  },
  'a label with another name': on(`alter type mood rename value 'sad' to 'down'`),
  types: on(
    `create type pair as (a int, b text); create domain short as varchar(3) check (value <> ''); create type span as range (subtype = int); create table t (p pair, s short, r span)`,
  ),
  'a domain': {
    before: `create domain short as text default 'x' not null constraint is_short check (length(value) < 4)`,
    up: `alter domain short drop not null; alter domain short set default 'y'; alter domain short drop constraint is_short`,
  },
  'a dropped type, domain and composite': {
    before: `create type c as enum ('a'); create domain d as int check (value > 1); create type e as (a int, b c); create type r as range (subtype = date)`,
    up: 'drop type r; drop type e; drop domain d; drop type c',
  },
  'a function with another body, and another with other arguments': {
    before: `${users} create function f(a int, b int default 1) returns int language plpgsql as $$ begin return a + b; end $$; create view v as select f(1) as one; grant execute on function f to anon; comment on function f is 'sum'`,
    up: `create or replace function double(i int) returns int language sql as 'select i + i'; drop view v; drop function f; create function f(x text) returns setof int language sql as 'select 1'`,
  },
  'a procedure and a function that goes': {
    before: `create procedure p(a int) language sql as 'select a'; create function f() returns void language sql security definer set search_path = '' as 'select 1'; revoke execute on function f from public`,
    up: 'drop procedure p; drop function f',
  },
  'views on views': {
    before: `${users} create view v2 with (security_invoker = true) as select * from names; create materialized view m as select count(*) as n from v2; create unique index on m (n); grant select on v2 to anon; comment on view v2 is 'x'`,
    up: `drop view names cascade; create view names as select mail, id from users`,
  },
  'a view with more columns': on('create or replace view names as select id, mail, n from users where n > 3'),
  triggers: {
    before: `${users} create function t() returns trigger language plpgsql as $$ begin return new; end $$;
      create trigger a before update of mail on users for each row when (new.n > 1) execute function t(); create trigger b after insert on orders execute function t()`,
    up: `drop trigger a on users; alter table orders disable trigger b; create trigger c before delete on users execute function t()`,
  },
  'policies and their switch': {
    before: `${users} alter table users enable row level security; alter table users force row level security; create policy own on users as restrictive for update to anon, authenticated using (n = 1) with check (n = 2)`,
    up: `drop policy own on users; create policy all_rows on users for select using (true); alter table users no force row level security; alter table users disable row level security; alter table orders enable row level security`,
  },
  'a policy that changes': {
    before: `${users} create policy own on users to anon using (n = 1)`,
    up: 'alter policy own on users rename to mine; alter policy mine on users to authenticated using (n = 2)',
  },
  rules: {
    before: `${users} create rule r as on delete to orders do instead nothing`,
    up: 'drop rule r on orders; create rule s as on update to orders do also select 1',
  },
  rights: {
    before: `${users} grant select, insert (mail) on users to anon; grant update on users to authenticated with grant option; grant usage on sequence orders_id_seq to anon`,
    up: `revoke all on users from anon; revoke grant option for update on users from authenticated; grant all on orders to service_role; grant select (mail) on users to service_role; revoke execute on function double from public; revoke usage on sequence orders_id_seq from anon; grant usage on type mood to anon`,
  },
  'default rights': on(
    'alter default privileges in schema public grant select on tables to anon; alter default privileges revoke execute on functions from public',
  ),
  comments: {
    before: `${users} comment on table users is 'people'; comment on column users.mail is 'it''s mail'; comment on constraint n_positive on users is 'c'; comment on index users_n is 'i'; comment on type mood is 'm'`,
    up: `comment on table users is 'users'; comment on column users.mail is null; comment on constraint n_positive on users is null; comment on index users_n is 'j'; comment on type mood is null; comment on schema public is 'main'; comment on function double is 'twice'`,
  },
  'names of all kinds': on(
    `alter table users rename to people; alter table people rename mail to email; alter table people rename constraint n_positive to positive; alter index users_n rename to by_n; alter view names rename to mails; alter function double rename to twice; alter type mood rename to feeling; alter sequence orders_id_seq rename to numbers`,
  ),
  'names that others had': {
    before: `${users} alter table users add column sidebar text, add column note text; create table a (); create table b ()`,
    // As Lemmy does: the names move on by one.
    up: `alter table users rename mail to summary; alter table users rename sidebar to mail; alter table users rename note to sidebar;
      alter type mood rename value 'happy' to 'fine'; alter type mood rename value 'sad' to 'happy'; alter table a rename to c; alter table b rename to a`,
  },
  'names in a circle': {
    before: `${users} alter table users add column x text, add column y int; create table a (i int); create table b (t text); create table c ()`,
    up: `alter table users rename x to z; alter table users rename y to x; alter table users rename z to y;
      alter table a rename to z; alter table b rename to a; alter table c rename to b; alter table z rename to c;
      alter type mood rename value 'happy' to 'fine'; alter type mood rename value 'sad' to 'happy'; alter type mood rename value 'fine' to 'sad'`,
  },
  'a name that something new has': on(
    'alter table orders rename to old_orders; create table orders (id int primary key); create view recent as select * from orders',
  ),
  'schemas, and what moved into them': on(
    'create schema side; alter table users set schema side; alter type mood set schema side; alter table side.users rename to people; alter function double set schema side',
  ),
  'a schema that goes': {
    before: `create schema side; grant usage on schema side to anon; comment on schema side is 'x'`,
    up: 'drop schema side',
  },
  extensions: {
    before: 'create extension citext with schema extensions',
    up: 'drop extension citext; create extension pg_trgm; create extension hstore',
  },
  sequences: {
    before: `create sequence s start 5 increment 2 maxvalue 100 cycle; create table t (a int); create sequence o owned by t.a; create table u (a serial, b int default 7)`,
    up: `alter sequence s increment 3 no cycle; alter sequence o owned by none; alter table u alter a drop default; drop sequence u_a_seq; create sequence n as smallint; select nextval('n'), nextval('s')`,
  },
  identities: {
    before:
      'create table t (a int generated always as identity (start 7), b int not null, c int generated by default as identity)',
    up: 'alter table t alter a drop identity, alter b add generated always as identity, alter c set generated always, alter c set increment by 5',
  },
  partitions: {
    before: `create table p (a int, b text) partition by range (a); create table p1 partition of p for values from (1) to (10); create index on p (a)`,
    up: `create table p2 partition of p for values from (10) to (20); alter table p detach partition p1; alter table p add column c int`,
  },
  'an index on a table with partitions, whose rows stay': {
    before: `create table p (a bigint, b int, primary key (a, b)) partition by hash (b); create table p0 partition of p for values with (modulus 2, remainder 0);
      create table p1 partition of p for values with (modulus 2, remainder 1); alter table p0 set (autovacuum_vacuum_scale_factor = '0.1'); insert into p values (1, 1), (2, 2)`,
    up: 'create index i on p (a)',
  },
  'options of tables and columns': {
    before: `${users} alter table users set (fillfactor = 80); alter table users alter mail set statistics 50`,
    up: `alter table users reset (fillfactor); alter table users set (autovacuum_enabled = off); alter table users alter mail set statistics -1, alter mail set storage external; alter table users replica identity full`,
  },
  'a clustered table, and a replica identity by index': {
    before: `${users} create unique index by_mail on users (mail); alter table users replica identity using index by_mail; create index by_org on users (org); alter table users cluster on by_org`,
    up: 'alter table users replica identity default; alter table users set without cluster',
  },
  publications: {
    before: `${users} create publication p for table users where (n > 1); create publication gone for table orders`,
    up: `alter publication p drop table users; alter publication p add table orders; alter publication p set (publish = 'insert'); drop publication gone; create publication q`,
  },
  'statistics, and event triggers': {
    before: `${users} create statistics st (dependencies) on n, org from users; create function e() returns event_trigger language plpgsql as $$ begin end $$; create event trigger et on ddl_command_end when tag in ('CREATE TABLE') execute function e(); alter event trigger et disable`,
    up: 'drop event trigger et; drop statistics st; create statistics st2 on n, mail from users',
  },
  'generated columns': {
    before: 'create table t (a int, b int generated always as (a * 2) stored)',
    up: 'alter table t alter b drop expression; alter table t add column c int generated always as (a + 1) stored',
  },
  'names that need quotes': {
    before: `create schema "My Schema"; create table "My Schema"."Order" ("Id" int primary key, "select" text default 'a''b')`,
    up: `alter table "My Schema"."Order" rename "select" to "from"; alter table "My Schema"."Order" add column "New One" int; create index "An Index" on "My Schema"."Order" ("from"); comment on column "My Schema"."Order"."New One" is 'x'`,
  },
  owners: {
    before: `${users} create role keeper`,
    up: 'alter table users owner to keeper; alter function double owner to keeper; alter type mood owner to keeper',
  },
  'rows of a table that is new': on(
    'create table t (a int); insert into t values (1); update t set a = 2; do $$ begin insert into t values (3); end $$',
  ),
  'what only the migration itself knows': on(
    `create table t (id bigint generated always as identity, n serial); insert into t default values; alter sequence t_n_seq restart with 5; alter table t alter id restart with 7;
     select setval('t_id_seq', 9), setval(pg_get_serial_sequence('public.t', 'n'), 9); create view v as select * from t; insert into v default values;
     create temp table x (a int); insert into x values (1); create table y as select 1 as a; delete from y; drop table y; select 2 as a into temp z; update z set a = 3;
     create schema job; create function job.run() returns void language sql as 'insert into t default values'; select job.run()`,
  ),
  'a cast in USING, as the server does it by itself': on(
    `alter table users alter n type bigint using n::bigint, alter org type bigint using org; alter table orders alter state type text using state::text`,
  ),
  operators: on(
    'create function same(a mood, b text) returns boolean language sql immutable as $$ select a::text = b $$; create operator === (leftarg = mood, rightarg = text, function = same)',
  ),
};

/** What a person has to write, or to accept. */
export const lossy: Readonly<Record<string, LossyCase>> = {
  'a table that goes': {
    before:
      'create table t (a int primary key, b text not null); alter table t enable row level security; create policy p on t using (true)',
    up: 'drop table t',
    lost: ['the rows of public.t are deleted'],
  },
  'foreign keys that are switched off': {
    before: 'create table t (a int primary key); create table u (a int references t)',
    up: 'alter table u disable trigger all',
    remains: ['constraint u_a_fkey on public.u is not as it was'],
  },
  'the last column': {
    before: 'create table t (a int, b text not null default $$x$$)',
    up: 'alter table t drop column b',
    lost: ['the values of public.t.b are deleted'],
  },
  'a column between others': {
    before: 'create table t (a int, b text, c int)',
    up: 'alter table t drop column b',
    lost: ['the values of public.t.b are deleted'],
    remains: ['the columns of table public.t are in another order: PostgreSQL adds columns at the end'],
  },
  'a narrower type': {
    before: 'create table t (a text)',
    up: 'alter table t alter a type varchar(3) using left(a, 3)',
    lost: ['the values of public.t.a were text and are character varying(3): what that changed in them stays'],
  },
  'values that USING makes': {
    before: `create table t (a text, cents int, "Two Words" varchar(9), c text, d bigint); insert into t values ('a', 1, 'x', 'y', 2)`,
    up: `alter table t alter a type text using upper(a), alter cents type bigint using cents * 100; alter table public.t alter "Two Words" type text using c, alter d type bigint using d::int;
      alter table t rename c to e; alter table t alter e type varchar using left(e, 1)`,
    lost: [
      'the values of public.t.a were changed by USING: what that changed in them stays',
      'the values of public.t.cents were changed by USING: what that changed in them stays',
      'the values of public.t."Two Words" were changed by USING: what that changed in them stays',
      'the values of public.t.c were text and are character varying: what that changed in them stays',
      'the values of public.t.d were changed by USING: what that changed in them stays',
    ],
  },
  'rows that are written through something else, or under another name': {
    before: `create table t (a int); insert into t values (1); create view v as select * from t; create schema other; create table other.u (a int);
      create foreign data wrapper none; create server far foreign data wrapper none; create foreign table f (a int) server far`,
    up: `update v set a = 2; create view w as select * from v; insert into w values (3); alter table other.u rename to x; delete from other.x;
      do $$ begin if false then insert into f values (1); end if; end $$; do $$ begin if false then insert into cron.job values (1); end if; end $$`,
    lost: [
      'line 1 updates rows of v',
      'line 1 inserts rows into w',
      'line 1 deletes rows of other.x',
      'line 2 inserts rows into f',
      'line 2 inserts rows into cron.job',
    ],
  },
  'a sequence that goes': {
    before: `create sequence gone cache 5; select nextval('gone'); create table t (a text); create sequence o owned by t.a`,
    up: 'drop sequence gone; drop sequence o',
    lost: [
      'how far the sequence public.gone had come is lost: it starts again',
      'how far the sequence public.o had come is lost: it starts again',
    ],
  },
  'sequences that are set': {
    before:
      'create sequence s; create table t (a serial, b int generated always as identity); insert into t default values',
    up: `alter sequence s restart;
      alter table t alter b restart with 5;
      select setval('t_a_seq', 100);
      do $$ begin perform pg_catalog.setval(pg_get_serial_sequence('t', 'b'), 7); end $$`,
    lost: [
      'line 1 sets where the numbers of s go on: how far they had come is not restored',
      'line 2 sets where the numbers of t go on: how far they had come is not restored',
      'line 3 calls setval: how far the sequence had come is not restored',
      'line 4 calls setval: how far the sequence had come is not restored',
    ],
  },
  'what functions change that no table shows': {
    before: `create schema cron; create function cron.schedule(text, text, text) returns bigint language sql as 'select 1::bigint'`,
    up: `select lo_create(0); select cron.schedule('a', '* * * * *', 'select 1');
      do $$ begin if false then perform net.http_post('x'); perform pgmq.read('q', 1, 1); call partner.sync(); end if; end $$`,
    lost: [
      'line 1 calls lo_create: it changes large objects, and that stays changed',
      'line 1 calls cron.schedule: what that changes stays changed',
      'line 2 calls net.http_post: what that changes stays changed',
      'line 2 calls partner.sync: what that changes stays changed',
    ],
  },
  'settings that no schema has': {
    before: '',
    up: 'do $$ begin if false then alter database postgres set work_mem to 1; alter system set work_mem to 1; end if; end $$',
    lost: [
      'line 1 changes a setting of the database: that stays changed',
      'line 1 changes a setting of the server: that stays changed',
    ],
  },
  'written rows': {
    before: 'create table t (a int); create table u (a int)',
    up: 'update t set a = 1; delete from public.u; insert into t values (1); truncate u; do $$ begin update u set a = 2; end $$',
    lost: [
      'line 1 updates rows of t',
      'line 1 deletes rows of public.u',
      'line 1 inserts rows into t',
      'line 1 deletes the rows of u',
      'line 1 updates rows of u',
    ],
  },
  'SQL that is built when it runs': {
    before: 'create table t (a int)',
    up: `do $$ declare r text; begin for r in select 't' loop execute 'update ' || r || ' set a = 1'; end loop; end $$`,
    lost: ['line 1 runs SQL that is built when it runs: rows that it changes stay changed'],
  },
  'rows that a function of an earlier file writes': {
    before: `create table t (a int); create function fill(n int) returns void language plpgsql as $$ begin insert into t select generate_series(1, n); end $$`,
    up: 'select fill(3); create table u (a int)',
    lost: ['line 1 inserts rows into t'],
  },
  'an aggregate that goes': {
    before:
      'create function add(a int, b int) returns int language sql immutable as $$ select a + b $$; create aggregate total(int) (sfunc = add, stype = int)',
    up: 'drop aggregate total(int)',
    remains: ['aggregate public.total(integer) is not created again'],
  },
};
