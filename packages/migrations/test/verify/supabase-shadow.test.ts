import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { Secret } from '@lockstep/base';
import { borrowPostgres, supabaseRoles } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { up } from '../../src/up/up.ts';
import { type VerifyReport, verify } from '../../src/verify/verify.ts';
import { type Database, engineOn, type Files, folderOf, Ground } from '../ground.ts';

let scope: Scope;
beforeEach(() => {
  scope = new Scope();
});
afterEach(() => scope[Symbol.asyncDispose]());

/** Seen in many projects: profiles made by a trigger, policies on files, a table that clients listen to. */
const PROFILES = `
create table public.profiles (id uuid primary key references auth.users on delete cascade, token text default encode(extensions.gen_random_bytes(8), 'hex'));
alter table public.profiles enable row level security;
create policy "own profile" on public.profiles for all to authenticated using ((select auth.uid()) = id);
create function public.handle_new_user() returns trigger language plpgsql security definer set search_path = '' as
  $$ begin insert into public.profiles (id) values (new.id); return new; end $$;
create trigger on_auth_user_created after insert on auth.users for each row execute function public.handle_new_user();
insert into storage.buckets (id, name, public) values ('avatars', 'avatars', true);
create policy "own files" on storage.objects for select to anon using (bucket_id = 'avatars' and (storage.foldername(name))[1] = (select auth.uid()::text));
alter publication supabase_realtime add table public.profiles;
create view public.members with (security_invoker = true) as select id, email, raw_user_meta_data ->> 'name' as name, last_sign_in_at from auth.users;
revoke all on public.members from anon; grant execute on function public.handle_new_user to service_role;
select auth.role(), auth.jwt() ->> 'role', auth.email();`;

const FILES: Files = {
  'migrations/20260101000000_profiles.sql': PROFILES,
  'migrations/20260102000000_more.sql': 'create table public.u (id int);',
  'rollbacks/20260102000000_more.sql': 'drop table public.u;',
};

/** A server of its own, for roles are its own: `seed` as every Supabase project has it, in that database alone. */
async function server(): Promise<Ground> {
  return new Ground(scope, await borrowPostgres(scope));
}

async function verified(database: Database, shadowUrl?: Secret, user?: string): Promise<VerifyReport> {
  const folder = folderOf(scope, FILES);
  return verify(engineAs(database, user), { folder, shadowUrl });
}

function engineAs(database: Database, user?: string) {
  const url = new URL(database.url);
  url.username = user ?? url.username;
  return engineOn(database, { url: url.href });
}

const roles = async (ground: Ground) =>
  (await ground.postgres.query<{ n: number }>("select count(*)::int as n from pg_roles where rolname = 'anon'"))[0]?.n;

const rightDown = { baseProblem: undefined, files: [{ file: expect.stringMatching(/more\.sql$/), problems: [] }] };

describe('migrations that count on a Supabase project', () => {
  test('are tried on a shadow that has what every project has, also where only the target does', async () => {
    const ground = await server();
    const database = await ground.database();
    await database.run(supabaseRoles);
    await database.run('create schema storage; create schema realtime;');
    await database.run(
      "create extension pgcrypto with schema extensions; create table storage.buckets (id text primary key, name text, public boolean); create table storage.objects (bucket_id text, name text); create publication supabase_realtime; alter table auth.users add raw_user_meta_data jsonb, add last_sign_in_at timestamptz; create function storage.foldername(text) returns text[] language sql as 'select array[$1]'; create function auth.role() returns text language sql as 'select null::text'; create function auth.email() returns text language sql as 'select null::text'; create function auth.jwt() returns jsonb language sql as 'select null::jsonb'; alter database test_1 owner to migrator; grant all on schema storage to migrator; grant all on all tables in schema storage, auth to migrator; alter table auth.users owner to migrator; alter table storage.objects owner to migrator; alter publication supabase_realtime owner to migrator",
    );
    const folder = folderOf(scope, FILES);
    // As the login of a real project, which is no superuser; then as one.
    const engine = engineAs(database, 'migrator');
    const { failure } = await up(engine, { folder, phase: 'all', to: '20260101000000', allowOutOfOrder: false });
    expect(failure).toBeUndefined();
    expect(await verified(database)).toMatchObject({ base: 1, ...rightDown });
    expect(await verified(database, undefined, 'migrator')).toMatchObject({ base: 1, ...rightDown });
  });

  test('beside an empty database, as in a service container, roles are made and go with the shadow', async () => {
    const ground = await server();
    const report = await verified(await ground.database());
    expect(report.files.map((each) => each.problems.map((problem) => problem.kind))).toEqual([
      ['verify-no-down-migration'],
      [],
    ]);
    expect(await roles(ground)).toBe(0);
  });

  test('beside a database that is in use, no role is made', async () => {
    const ground = await server();
    const database = await ground.database();
    await database.run('create table precious (i int)');
    await expect(verified(database)).rejects.toThrow(
      /has no role anon, authenticated, service_role; .*set shadow-database-url/,
    );
    expect(await roles(ground)).toBe(0);
  });

  test('a database that was given gets them', async () => {
    const ground = await server();
    const database = await ground.database();
    await database.run('create table precious (i int)');
    const elsewhere = await server();
    const shadow = await elsewhere.database();
    const report = await verified(database, new Secret(shadow.url));
    expect(report.files[1]).toMatchObject({ problems: [] });
    expect([await roles(ground), await roles(elsewhere)]).toEqual([0, 1]);
  });
});

test('a base that fails beside the target says what can be done', async () => {
  const ground = await server();
  const database = await ground.database();
  const folder = folderOf(scope, {
    'migrations/1_a.sql': 'create table t (i int);',
    'migrations/2_b.sql': 'select 1;',
  });
  await up(engineOn(database), { folder, phase: 'all', to: '1', allowOutOfOrder: false });
  const broken = folderOf(scope, { 'migrations/1_a.sql': 'select by_hand();', 'migrations/2_b.sql': 'select 1;' });
  const report = await verify(engineOn(database), { folder: broken, shadowUrl: undefined });
  expect(report.baseProblem).toMatch(/by_hand\(\) does not exist.*set shadow-database-url/);
});
