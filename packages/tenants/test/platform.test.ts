import { afterAll, beforeAll, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { foundIn, type Ground, member, sound, startGround } from './ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

/** As far as policies of Storage refer to it. */
const STORAGE = `
create schema storage; grant usage on schema storage to anon, authenticated;
create table storage.buckets (id text primary key, name text not null unique);
create table storage.objects (id uuid primary key default gen_random_uuid(), bucket_id text references storage.buckets, name text, owner uuid, owner_id text, unique (bucket_id, name));
alter table storage.objects enable row level security;
create function storage.foldername(name text) returns text[] language sql immutable as $$ select (string_to_array(name, '/'))[1:array_length(string_to_array(name, '/'), 1) - 1] $$;
grant all on storage.objects to anon, authenticated;
`;
const buckets = { documents: '{tenant}/{user}/report.pdf' };

test('objects of a bucket are kept apart by their folder', async () => {
  const { leaks, unknown } = await ground.found(
    `${STORAGE} ${sound} create policy o on storage.objects to authenticated using (bucket_id = 'documents' and (storage.foldername(name))[1]::uuid in (select public.my_tenants()))`,
    { buckets },
  );
  expect({ leaks, unknown }).toEqual({ leaks: [], unknown: [] });
});

test('a bucket that whoever is signed in may read is found', async () => {
  const { leaks } = await ground.found(
    `${STORAGE} ${sound} create policy o on storage.objects for select to authenticated using (bucket_id = 'documents')`,
    { buckets },
  );
  expect(leaks).toEqual([
    'tenant/read storage.objects in documents as authenticated of no tenant',
    'tenant/read storage.objects in documents as member',
  ]);
});

test('a table of another server is found where a role may use it, and is not asked', async () => {
  const server = `${sound} create foreign data wrapper nowhere; create server elsewhere foreign data wrapper nowhere; create foreign table public.billing (tenant_id uuid) server elsewhere`;
  expect((await ground.found(server)).leaks).toEqual([
    'foreign-table/open public.billing as anon',
    'foreign-table/open public.billing as authenticated of no tenant',
    'foreign-table/open public.billing as member',
  ]);
  const { leaks, unknown } = await ground.found(server, {}, 'revoke all on public.billing from anon, authenticated');
  expect({ leaks, unknown }).toEqual({ leaks: [], unknown: [] });
});

test('each user a tenant: rows of another user are found', async () => {
  const own = `create table public.todo (id bigint generated always as identity primary key, user_id uuid not null default auth.uid() references auth.users, what text not null);
    alter table public.todo enable row level security; create policy own on public.todo to authenticated using (user_id = (select auth.uid()))`;
  const users = { tenantTable: 'auth.users', membership: undefined };
  expect((await ground.found(own, users)).leaks).toEqual([]);
  const { leaks, unknown } = await ground.found(
    `${own}; create policy all_of_it on public.todo for select to authenticated using (true)`,
    users,
  );
  expect({ leaks, unknown }).toEqual({
    leaks: ['tenant/read public.todo as authenticated of no tenant', 'tenant/read public.todo as member'],
    unknown: [],
  });
});

test('a tenant in a claim, and a role without Supabase', async () => {
  const sql = (condition: string) => `
    create table public.company (id bigint primary key, name text); create table public.person (id bigint primary key, company_id bigint not null references public.company);
    create table public.invoice (id bigint primary key, company_id bigint not null references public.company, total numeric(10,2) not null);
    alter table public.invoice enable row level security; alter table public.person enable row level security; alter table public.company enable row level security;
    create policy app on public.invoice to authenticated using (${condition});`;
  const intent = {
    tenantTable: 'public.company',
    userTable: 'public.person',
    membership: undefined,
    identities: [{ ...member, name: 'app', settings: { 'app.company': '{tenant}' } }],
  };
  const sound = await ground.found(sql("company_id::text = current_setting('app.company', true)"), intent);
  expect({ leaks: sound.leaks, unknown: sound.unknown }).toEqual({ leaks: [], unknown: [] });
  const open = await ground.found(sql("current_setting('app.company', true) <> ''"), intent);
  expect(open.leaks).toEqual([
    'tenant/change public.invoice as app',
    'tenant/delete public.invoice as app',
    'tenant/move public.invoice as app',
    'tenant/plant public.invoice as app',
    'tenant/read public.invoice as app',
  ]);
});

test('a role that is no superuser audits what it owns', async () => {
  const url = await ground.database(
    `grant all on auth.users to migrator; set role migrator; ${sound} alter table public.comment drop constraint comment_note_id_fkey, add foreign key (note_id) references public.note;
     create policy d on public.note for delete to authenticated using (true)`,
    'reset role',
  );
  const result = await ground.audit(url.replace('postgres@', 'migrator@'));
  if (result.kind !== 'audited') throw new Error(JSON.stringify(result));
  const { leaks, unknown } = foundIn(result);
  expect({ leaks, unknown }).toEqual({
    leaks: ['tenant/delete public.note as authenticated of no tenant', 'tenant/delete public.note as member'],
    unknown: [],
  });
});
