import { afterAll, beforeAll, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { inOrder } from '../src/seed/choose-row.ts';
import { samplePattern } from '../src/seed/sample-pattern.ts';
import { type Ground, sound, startGround } from './ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const RICH = `
create type public.mood as enum ('sad', 'ok');
create domain public.email as text check (value ~ '^[^@]+@[^@]+\\.[a-z]{2,}$');
create domain public.code as varchar(8) not null check (value ~ '^[A-Z]{2}-[0-9]{4}$') check (length(value) = 7);
create table public.patient (
  id bigint generated always as identity primary key, tenant_id uuid not null references public.tenant,
  email public.email not null unique, code public.code unique, mood public.mood not null, age smallint not null check (age between 18 and 120),
  weight numeric(5,2) not null check (weight > 0), born date not null, died date, check (died is null or died > born),
  phone text not null check (phone ~ '^\\+[1-9][0-9]{6,14}$'), iban char(22) not null check (length(iban) = 22), tags text[] not null,
  settings jsonb not null check (jsonb_typeof(settings) = 'object'), raw bytea not null, at timestamptz not null, took interval not null, ip inet not null,
  country varchar(2) not null check (country in ('DE', 'FR')), kind text not null check (kind = any (array['in', 'out'])), url text not null check (url like 'https://%'),
  full_name text generated always as (email || ' ') stored, bits bit(3) not null, place point not null, short varchar(3) not null unique, check (weight < age * 10));
create table public.room (id uuid primary key, tenant_id uuid not null references public.tenant, name text not null, unique (tenant_id, name));
create table public.booking (room_id uuid not null references public.room, during tstzrange not null, exclude using gist (during with &&));
create table public.owner_of (tenant_id uuid not null references public.tenant, patient_id bigint references public.patient, room_id uuid references public.room, check (num_nonnulls(patient_id, room_id) = 1));
create table public.tree (id uuid primary key default gen_random_uuid(), tenant_id uuid not null references public.tenant, parent uuid references public.tree);
create table public.dept (id int primary key, tenant_id uuid not null references public.tenant, head int);
create table public.staff (id int primary key, dept_id int not null references public.dept);
alter table public.dept add foreign key (head) references public.staff;
create table public.pair (tenant_id uuid, room_id uuid, foreign key (tenant_id) references public.tenant, unique (room_id, tenant_id));
alter table public.room add unique (id, tenant_id);
create table public.slot (tenant_id uuid not null references public.tenant, room_id uuid not null, n int not null, primary key (room_id, n), foreign key (room_id, tenant_id) references public.room (id, tenant_id));
`;
const guarded = ['patient', 'room', 'booking', 'owner_of', 'tree', 'dept', 'staff', 'pair', 'slot']
  .map((name) => `alter table public.${name} enable row level security;`)
  .join(' ');

test('types, domains, checks, enums, uniques, exclusions and foreign keys are satisfied', async () => {
  const { audited, leaks } = await ground.found(`${sound} ${RICH} ${guarded}`);
  expect(audited.notSeeded.map(({ table, why }) => `${table.label}: ${why}`)).toEqual([]);
  expect(leaks).toEqual([]);
});

test('a sound policy over composite keys and a trigger that guards is clean', async () => {
  const mine = 'tenant_id in (select public.my_tenants())';
  const { leaks, unknown } = await ground.found(`${sound}
    create table public.room (id uuid primary key default gen_random_uuid(), tenant_id uuid not null references public.tenant, name text not null, unique (id, tenant_id));
    create table public.slot (id uuid primary key default gen_random_uuid(), tenant_id uuid not null, room_id uuid not null, foreign key (room_id, tenant_id) references public.room (id, tenant_id));
    alter table public.room enable row level security; alter table public.slot enable row level security;
    create policy own on public.room to authenticated using (${mine}); create policy own on public.slot to authenticated using (${mine});
    create function public.keep() returns trigger language plpgsql as 'begin if new.tenant_id <> old.tenant_id then raise exception ''the tenant stays''; end if; return new; end';
    create trigger keep before update on public.room for each row execute function public.keep()`);
  expect({ leaks, unknown }).toEqual({ leaks: [], unknown: [] });
});

test('a row that a trigger made is taken', async () => {
  const { audited, leaks } = await ground.found(`${sound}
    create table public.profile (id uuid primary key references auth.users, nick text);
    alter table public.profile enable row level security;
    create policy own on public.profile to authenticated using (id = (select auth.uid()));
    create function public.welcome() returns trigger language plpgsql security definer as 'begin insert into public.profile (id) values (new.id); return new; end';
    create trigger welcome after insert on auth.users for each row execute function public.welcome();`);
  expect(audited.notSeeded).toEqual([]);
  expect(leaks).toEqual([]);
  const read = audited.cells.find(
    ({ actor, table, verb }) => table.name === 'profile' && verb === 'read' && actor === 'member',
  );
  expect(read?.kind).toBe('apart');
});

test('a row that cannot be made is unknown with the words of the server, and a fixture helps', async () => {
  const odd = `${sound}
    create function public.is_odd(text) returns boolean language sql immutable as $$ select md5($1) = 'f1d3ff8443297732862df21dc4e57262' $$;
    create table public.odd (tenant_id uuid not null references public.tenant, what text not null check (public.is_odd(what)));
    alter table public.odd enable row level security;`;
  const { unknown } = await ground.found(odd);
  expect(unknown).toContain(
    'tenant/seed public.odd: no row could be inserted: new row for relation "odd" violates check constraint "odd_what_check"',
  );
  const mended = odd.replace('f1d3ff8443297732862df21dc4e57262', 'e2fc714c4727ee9395f324cd2e7f331f');
  const after = await ground.found(mended, {
    fixtures: { 'public.odd': "insert into public.odd values ('{tenant}', 'abcd')" },
  });
  expect(after.unknown).toEqual([]);
});

test('a policy that hides own rows as well proves nothing', async () => {
  const { leaks, unknown } = await ground.found(
    `${sound} create table public.shy (tenant_id uuid not null references public.tenant); alter table public.shy enable row level security;
     create policy never on public.shy for select to authenticated using (false)`,
  );
  expect(leaks).toEqual([]);
  expect(unknown).toEqual([
    'tenant/read public.shy as member: control-failed the identity does not reach its own row either, so the attempt proves nothing (it reached no row of its own)',
  ]);
});

test.each([
  '^[A-Z]{2}-[0-9]{4}$',
  '^\\+[1-9]\\d{6,14}$',
  '^(foo|bar)[[:alpha:]]+$',
  '^[^@]+@[^@]+\\.[a-z]{2,}$',
  '^#[0-9a-fA-F]{6}$',
])('a text for %s', (pattern) => {
  const text = samplePattern(pattern, 5) ?? '';
  expect(text).toMatch(new RegExp(pattern.replace('[[:alpha:]]', '[a-z]')));
});

test('rows are tried from the best values on', () => {
  expect(
    inOrder(
      [
        ['1', '2'],
        ['a', 'b'],
      ],
      3,
    ),
  ).toEqual([
    ['1', 'a'],
    ['1', 'b'],
    ['2', 'a'],
  ]);
});
