import { afterAll, beforeAll, expect } from '@jest/globals';
import { silent, systemClock } from '@lockstep/base';
import { readDatabaseUrl } from '@lockstep/postgres';
import { borrowPostgres, type Postgres, supabaseProject } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { opening } from '../../../test/e2e/sampled.ts';
import { restoreTables } from '../src/restore/tables.ts';
import { targetName } from '../src/restore/target-name.ts';
import { restoreWhole, type WholeRestored } from '../src/restore/whole.ts';
import { directoryTarget } from '../src/targets/directory.ts';
import { Ground, onlyBackup } from './ground.ts';

/** What a team puts into its project: as `postgres`, with the help of supautils where it touches Supabase's own tables. */
const team = `
set role migrator;
create role app_worker nologin;
create table public.profiles (id uuid primary key references auth.users on delete cascade, name text, seen int generated always as identity);
alter table public.profiles enable row level security;
create policy own on public.profiles for select to authenticated using (id = auth.uid());
create table public.secrets (id int primary key, value text);
revoke all on public.secrets from anon, authenticated;
grant select on public.secrets to app_worker;
create function public.handle_new_user() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  insert into public.profiles (id, name) values (new.id, 'made by the trigger'); return new; end $$;
create view public.emails as select u.email from auth.users u;
alter publication supabase_realtime add table public.profiles;
reset role;
insert into auth.users (id, aud, email, email_confirmed_at, raw_user_meta_data) select
  ('00000000-0000-0000-0000-' || lpad(g::text, 12, '0'))::uuid, 'authenticated', 'p' || g || '@example.com', '2026-01-01', '{"a": 1}'
  from generate_series(1, 50) g;
insert into auth.identities (provider_id, user_id, identity_data, provider) select id::text, id, jsonb_build_object('email', upper(email)), 'email' from auth.users;
insert into auth.sessions select gen_random_uuid(), id, 'aal2' from auth.users limit 3;
insert into auth.refresh_tokens (token, user_id, session_id) select 't' || row_number() over (), user_id::text, id from auth.sessions;
insert into storage.buckets (id, name, public) values ('scans', 'scans', false);
insert into storage.objects (bucket_id, name, metadata, updated_at) values ('scans', 'a/b.pdf', '{"size": 3}', '2026-01-01');
insert into public.profiles (id, name) select id, 'Name of ' || email from auth.users;
insert into public.secrets values (1, 'x');
create trigger on_auth_user_created after insert on auth.users for each row execute function public.handle_new_user();
create policy "own scans" on storage.objects for select to authenticated using (bucket_id = 'scans' and owner = auth.uid());
`;

const test = opening(3);

let ground: Ground;
let folder: string;
beforeAll(async () => {
  const scope = new Scope();
  const seed = { seed: supabaseProject };
  const servers: [Postgres, Postgres] = await Promise.all([borrowPostgres(scope, seed), borrowPostgres(scope, seed)]);
  const identity = await generateIdentity();
  ground = new Ground(scope, servers, [identity, await identityToRecipient(identity)]);
  const url = await ground.source.createDatabase('production', { owner: 'migrator' });
  await ground.source.query(team, [], 'production');
  folder = ground.folder();
  const made = await ground.create(asMigrator(url), folder);
  // As `postgres` of a project: no superuser, and not the owner of the services' tables.
  expect(made).toMatchObject({
    kind: 'backed-up',
    notContained: [{ what: 'table storage.migrations' }],
    manifest: { totals: { tables: 9 } },
  });
});
afterAll(() => ground.end());

function asMigrator(url: string): string {
  const address = new URL(url);
  address.username = 'migrator';
  return address.href;
}

/** A new project on the other server, after `change`. */
async function project(name: string, change = 'select 1'): Promise<string> {
  const url = asMigrator(await ground.scratch.createDatabase(name, { owner: 'migrator' }));
  await ground.scratch.query(change, [], name);
  return url;
}

async function options(url: string) {
  return {
    place: await directoryTarget(folder),
    prefix: `${onlyBackup(folder)}/`,
    identities: [ground.identity],
    target: readDatabaseUrl(url),
    parallel: 2,
    clock: systemClock,
    log: silent,
    signal: undefined,
  };
}

const restore = async (url: string) => restoreWhole(await options(url));

function trouble(restored: WholeRestored) {
  if (restored.kind !== 'restored') return [restored.kind];
  const checks = restored.checks.filter(({ verdict }) => verdict !== 'pass');
  return checks.map(({ id, what, reason }) => `${id} ${reason} ${what}`);
}

const OBJECTS = "select count(*)::int as many from pg_class where relnamespace = 'public'::regnamespace";
const BY_SUPAUTILS = 'grant supabase_storage_admin to migrator with inherit true';

test('a project that refuses a part is left as it was, and the part is named', async () => {
  const url = await project('refusing');
  const restored = await restore(url);
  expect(restored).toMatchObject({ kind: 'restored', begun: false, rolledBack: true, rows: 0 });
  expect(trouble(restored)).toEqual([
    'backup-restores statement-refused policy storage.objects own scans (owner supabase_storage_admin)',
  ]);
  expect(await ground.scratch.query(OBJECTS, [], 'refusing')).toEqual([{ many: 0 }]);
  expect(await ground.scratch.query('select count(*)::int as many from auth.users', [], 'refusing')).toEqual([
    { many: 0 },
  ]);
});

test('a project gets all that its team made, and of the services the rows alone', async () => {
  await ground.scratch.query(BY_SUPAUTILS);
  const url = await project('standby', "insert into auth.schema_migrations values ('20260101000000')");
  const restored = await restore(url);
  expect(trouble(restored)).toEqual([]);
  expect(restored).toMatchObject({ kind: 'restored', begun: true, rolledBack: false, rows: 159 });
  const left = restored.kind === 'restored' ? restored.notVerified.map(({ what }) => what) : [];
  expect(left).toEqual(expect.arrayContaining(['rows of auth.schema_migrations', 'table storage.migrations']));
  const read = async (sql: string) => ground.scratch.query(sql, [], 'standby');
  // The trigger on new users was not run for old ones, and is there for new ones.
  expect(
    await read(
      "select count(*)::int as many, count(*) filter (where name ~ '^Name of')::int as kept from public.profiles",
    ),
  ).toEqual([{ many: 50, kept: 50 }]);
  await read("insert into auth.users (id, email) values ('99999999-0000-0000-0000-000000000000', 'new@example.com')");
  expect(await read("select name from public.profiles where id = '99999999-0000-0000-0000-000000000000'")).toEqual([
    { name: 'made by the trigger' },
  ]);
  expect(await read('select count(*)::int as many from auth.schema_migrations')).toEqual([{ many: 3 }]);
  expect(await read("select nextval('auth.refresh_tokens_id_seq')::int as id")).toEqual([{ id: 4 }]);
  expect(await read("select has_table_privilege('anon', 'public.secrets', 'select') as open")).toEqual([
    { open: false },
  ]);
  expect(await read("select has_table_privilege('anon', 'public.profiles', 'select') as open")).toEqual([
    { open: true },
  ]);
  expect(await read('select updated_at::date::text as at from storage.objects')).toEqual([{ at: '2026-01-01' }]);
  // A second time there is something in it.
  expect(await restore(url)).toMatchObject({ kind: 'not-empty' });
});

test('users that are there already are not mixed with those of the backup', async () => {
  const user = "insert into auth.users (id, email) values (gen_random_uuid(), 'someone@example.com')";
  expect(await restore(await project('used', user))).toEqual({ kind: 'not-empty', tables: ['auth.users'] });
});

test('where triggers may not be switched off, rows come in the order of their references', async () => {
  await ground.scratch.query('revoke set on parameter session_replication_role from migrator');
  try {
    expect(trouble(await restore(await project('watched')))).toEqual([]);
  } finally {
    await ground.scratch.query('grant set on parameter session_replication_role to migrator');
  }
});

test.each([
  [
    'a column that is gone',
    'alter table auth.users drop column is_anonymous',
    ['auth.users.is_anonymous: the project does not have it'],
  ],
  [
    'a column of another type',
    'alter table auth.sessions alter column aal type text',
    ['auth.sessions.aal: it was auth.aal_level, and is text'],
  ],
  [
    'a column that needs a value',
    'alter table auth.identities add column issuer text not null',
    ['auth.identities.issuer: it needs a value, and the backup has none'],
  ],
  ['a table that is gone', 'drop table auth.refresh_tokens', ['auth.refresh_tokens: the project does not have it']],
  [
    'no right to write',
    'revoke insert on auth.identities from migrator',
    ['auth.identities: this role may not write it'],
  ],
])('another version of the services: %s', async (what, change, differences) => {
  const url = await project(what, change);
  expect(await restore(url)).toEqual({ kind: 'project-differs', differences });
  expect(await ground.scratch.query(OBJECTS, [], what)).toEqual([{ many: 0 }]);
});

test('a newer version that has more is fitted, and what it adds is named', async () => {
  const restored = await restore(await project('newer', 'alter table auth.users add column banned_until timestamptz'));
  expect(trouble(restored)).toEqual([]);
  expect(restored.kind === 'restored' && restored.notVerified.map(({ what }) => what)).toContain(
    'auth.users.banned_until',
  );
});

test('rows of a single table of the services come back', async () => {
  const url = await project('single');
  const back = await restoreTables(await options(url), ['auth.users', 'auth.identities']);
  expect(back).toEqual({
    kind: 'restored',
    tables: [
      { name: 'auth.users', rows: 50 },
      { name: 'auth.identities', rows: 50 },
    ],
  });
});

test('rows of the services are compared when a drill restores them', async () => {
  const drilled = await ground.drill(folder);
  expect(drilled).toMatchObject({ kind: 'drilled' });
  const checks = drilled.kind === 'drilled' ? drilled.checks.filter(({ verdict }) => verdict !== 'pass') : [];
  expect(checks).toEqual([]);
});

test.each([
  [
    'aws-0-eu-central-1.pooler.supabase.com',
    'postgres.abcdefghijklmnopqrst',
    'db.abcdefghijklmnopqrst.supabase.co/postgres',
  ],
  ['db.abcdefghijklmnopqrst.supabase.co', 'postgres', 'db.abcdefghijklmnopqrst.supabase.co/postgres'],
  ['db.example.com', 'app', 'db.example.com/postgres'],
])('a target on %s as %s is confirmed by %s', (host, user, name) => {
  expect(targetName({ host, user, database: 'postgres' })).toBe(name);
});
