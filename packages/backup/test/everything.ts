/** A schema with one of everything that a backup must bring back, and rows whose values are hard to write down. */
export const everything = `
create role "Night Nurse" nologin;
create role app_reader nologin;
grant app_reader to "Night Nurse";
create extension if not exists citext;
create schema "Ward 7"; grant usage on schema "Ward 7" to app_reader;
create type "Ward 7"."mood" as enum ('so "so"', 'fine', E'tab\\tbed');
create domain "Ward 7".email as text check (value ~ '@');
create type "Ward 7".point as (x int, y numeric);
create type "Ward 7".span as range (subtype = int);
create sequence "Ward 7"."Num bers" start 7 increment 3;
create table "Ward 7"."Pat;ients" (
  "Id" bigint generated always as identity primary key,
  "na me" text not null default E'it''s \\\\ x',
  "select" "Ward 7"."mood", e "Ward 7".email, p "Ward 7".point, s "Ward 7".span, mail citext unique,
  upper_name text generated always as (upper("na me")) stored,
  seq int default nextval('"Ward 7"."Num bers"'));
insert into "Ward 7"."Pat;ients" ("na me", "select", e, p, s, mail) values
  (E'a\\tb\\nc\\\\d\\r', 'fine', 'a@b', '(1,2.50)', '[1,5)', 'A@b'), ('\\.', 'so "so"', null, null, 'empty', 'x@y'),
  ('\\N', null, 'q"@', row(null, 'NaN'), null, null), ('', E'tab\\tbed', 'é@ü', null, null, 'Ünï@x'),
  (repeat('long', 50000), null, null, null, null, null);
create table "Ward 7"."with
newline" ("a
b" int, "%1$I" text); insert into "Ward 7"."with
newline" values (1, 'x'), (1, 'x'), (2, null);
create table public.all_types (b bool, i2 smallint, i8 bigint, n numeric, f4 real, f8 double precision, c char(5), v varchar(9),
  d date, t time, tz timetz, ts timestamp, tsz timestamptz, iv interval, u uuid, by bytea, j json, jb jsonb, x xml, a text[][], ip inet,
  ci cidr, mac macaddr, bits bit(3), vb varbit, pt point, ln path, tsv tsvector, tsq tsquery, m money, o oid, l pg_lsn, r int4range, mr int4multirange);
insert into public.all_types values (true, -32768, 9223372036854775807, 'NaN', 'Infinity', 1.1e-300, 'ab', 'ä', '0044-03-15 BC', '24:00', '12:00+05:30',
  'infinity', '2024-02-29 12:00:00.000001+03', '1 year -2 mons 3 days -04:05:06.7', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '\\xdeadbeef00',
  '{"a": 1, "a": 2}', '{"b": [1, null]}', '<a>&amp;</a>', '{{a,"b,\\"c"},{NULL,""}}', '::1/128', '10.0.0.0/8', '08:00:2b:01:02:03', '101', '1', '(1.5,-0)',
  '[(0,0),(1,1)]', 'a:1 b:2A', 'a & !b', 12.34, 4294967295, '16/B374D848', '[1,)', '{[1,2),[5,7)}');
insert into public.all_types default values;
create table public.no_columns (); insert into public.no_columns default values; insert into public.no_columns default values;
create table public.only_generated (g int generated always as (1) stored); insert into public.only_generated default values;
create table public.empty_one (id int);
create unlogged table public.scratchpad (id int); insert into public.scratchpad values (1);
create table public.events (id int not null, at date not null, note text, primary key (id, at)) partition by range (at);
create table public.events_2023 partition of public.events for values from ('2023-01-01') to ('2024-01-01');
create table public.events_2024 partition of public.events for values from ('2024-01-01') to ('2025-01-01') partition by list (id);
create table public.events_2024_1 partition of public.events_2024 for values in (1);
create table public.events_2024_rest partition of public.events_2024 default;
insert into public.events values (1, '2023-05-05', 'old'), (1, '2024-05-05', 'one'), (2, '2024-06-06', 'rest');
create table public.parent (a int); create table public.child (b int) inherits (public.parent);
insert into public.parent values (1); insert into public.child values (2, 3);
create table public.visits (id serial primary key, patient bigint references "Ward 7"."Pat;ients" ("Id"), what text check (what <> 'x'));
insert into public.visits (patient, what) select 1 + g % 5, 'visit ' || g from generate_series(1, 2000) g;
create index visits_what on public.visits (lower(what)) where id > 3;
create view public.v as select id from public.visits; grant select on public.v to app_reader;
create materialized view public.per_patient as select patient, count(*) from public.visits group by 1;
create unique index on public.per_patient (patient);
create materialized view public.not_filled as select 1 as one with no data;
create function public.f(a int) returns int language sql immutable as $$ select a + 1 $$;
create function public.stamp() returns trigger language plpgsql as $$ begin
  new.what := new.what || '!'; return new; end $$;
create trigger stamp before insert on public.visits for each row execute function public.stamp();
alter table public.visits enable row level security;
create policy own on public.visits for select to app_reader using (patient = 1);
create policy "all of it" on public.visits for all to "Night Nurse" using (true) with check (what <> '');
grant select (id), update (what) on public.visits to app_reader;
comment on column public.visits.what is 'what''s up';
alter default privileges in schema public grant select on tables to app_reader;
create publication changes for table public.visits;
create statistics public.st on id, patient from public.visits;
create table public.deferred (id int primary key, other int references public.deferred deferrable initially deferred);
insert into public.deferred values (1, 2), (2, 1);
create schema cron; create table cron.job (jobid int, command text, active boolean); insert into cron.job values (1, 'select 1', true);
alter role app_reader set statement_timeout = '3s';
`;

/** Settings of the database, whose name is not known before. */
export function databaseSettings(name: string): string {
  return `alter database "${name}" set search_path = "$user", public, "Ward 7";
    alter role app_reader in database "${name}" set work_mem = '5MB'; comment on database "${name}" is 'it''s 100% ours';
    revoke connect on database "${name}" from public; grant connect on database "${name}" to app_reader;`;
}
