import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { lintFolder, lintPending } from '../../src/lint/lint.ts';
import { engineOn, type Files, folderOf, type Ground, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const OURS = /^(policy-|auth-uid|no-data-api|extension-version)/;

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

function ours(findings: readonly Found[]): string[] {
  return findings.filter(({ rule }) => OURS.test(rule)).map(({ rule, severity }) => `${rule} ${severity}`);
}

/** Without a database. */
async function lint(files: Files, exposedSchemas: readonly string[] = ['public']) {
  const folder = folderOf(ground.scope, files);
  const pending = new Set(folder.migrations.map((each) => each.version));
  return lintFolder({ folder, exposedSchemas, pending });
}

const table =
  'create table n (id int primary key, owner uuid not null, name text, org int); grant select on n to anon;';
const indexes = 'create index on n (owner); create index on n (org);';

/** A policy on a table that the file makes, and all that these rules say to it. */
const policies: readonly (readonly [string, readonly string[]])[] = [
  ['using (true)', []],
  ['using (id = id)', ['policy-always-true warning']],
  ['using (id is not null)', ['policy-always-true warning']],
  ['using (name is not null)', []],
  ['using (owner = (select auth.uid()) or 1 = 1)', ['policy-always-true warning']],
  ['using (owner = (select auth.uid()) and 1 = 1)', []],
  ['using ((select auth.uid()) is not null)', ['policy-always-true warning']],
  ["for select using ((select auth.role()) = 'authenticated')", ['policy-always-true note']],
  ["using ((select auth.role()) = 'authenticated' and owner = (select auth.uid()))", []],
  ['to auditor using (1 = 1)', []],
  ['as restrictive using (1 = 1)', []],
  ['using (owner = (select auth.uid())) with check (true)', ['policy-always-true warning']],
  ['for insert with check (1 = 1)', ['policy-always-true note']],
  ['for insert with check (owner = (select auth.uid()))', []],

  ['using (owner = auth.uid())', ['policy-per-row warning']],
  ["using (owner::text = current_setting('app.user'))", ['policy-per-row warning']],
  ['using (exists (select from m where m.user_id = auth.uid() and m.org = n.org))', ['policy-per-row warning']],
  ['using (exists (select from m where m.user_id = (select auth.uid()) and m.org = n.org))', []],
  ['using (org in (select my_orgs(auth.uid())))', []],

  ['using (name = (select auth.uid()))', ['auth-uid-cast error', 'policy-without-index warning']],
  ['using (name = (select auth.uid()::text))', ['policy-without-index warning']],
  ['using (owner::text = (select auth.uid()::text))', ['auth-uid-cast warning']],

  ["using (((select auth.jwt()) #>> '{user_metadata,org}')::int = org)", ['policy-user-metadata error']],
  [
    "using (exists (select from auth.users u where u.id = (select auth.uid()) and u.raw_user_meta_data ->> 'a' = '1'))",
    ['policy-user-metadata error'],
  ],
  ["using (((select auth.jwt()) #>> '{app_metadata,org}')::int = org)", []],

  ['using (name = any (array(select my_names())))', ['policy-without-index warning']],
  ["using (name in ('a', 'b'))", ['policy-without-index warning']],
  ['using (name in (select my_names()))', []],
  ['using (id in (select my_ids()))', []],
  ['using (name = owner::text)', []],
  ['for insert with check (name = (select my_name()))', []],
];

test.each(policies)('create policy p on n %s', async (policy, expected) => {
  const files = { 'migrations/1_a.sql': `${table}\n${indexes}\ncreate policy p on n ${policy};` };
  expect(ours(await lint(files))).toEqual(expected);
});

test('a policy that is altered keeps what it does not say', async () => {
  const made = `${table} ${indexes} create policy p on n to auditor using (owner = (select auth.uid()));`;
  const on = async (sql: string) => ours(await lint({ 'migrations/1_a.sql': made, 'migrations/2_b.sql': sql }));
  expect(await on('alter policy p on n using (1 = 1);')).toEqual([]);
  expect(await on('alter policy p on n to authenticated using (1 = 1);')).toEqual(['policy-always-true warning']);
});

describe('an index', () => {
  const policy = 'create policy p on n using (org = (select my_org()));';

  test('may come in a later file', async () => {
    const files = {
      'migrations/1_a.sql': `${table} ${policy}`,
      'migrations/2_b.sql': 'create index on public.n (org);',
    };
    expect(ours(await lint(files))).toEqual([]);
  });

  test.each([
    'create index on n (org) where name is null;',
    'create index on n (lower(name));',
    'create index on n (name, org);',
    'create index on m (org);',
  ])('does not help: %s', async (index) => {
    const files = { 'migrations/1_a.sql': `${table} ${index} ${policy}` };
    expect(ours(await lint(files))).toEqual(['policy-without-index warning']);
  });

  test.each(['alter table n add unique (org, name);', 'alter table n add constraint k primary key (org);'])(
    'is also: %s',
    async (sql) => {
      const bare = table.replace(' primary key', '');
      expect(ours(await lint({ 'migrations/1_a.sql': `${bare} ${sql} ${policy}` }))).toEqual([]);
    },
  );

  test('of a table that no file makes is not known', async () => {
    expect(ours(await lint({ 'migrations/1_a.sql': policy }))).toEqual([]);
  });
});

describe('rights for the Data API', () => {
  const create = 'create table public.n (a int);';
  const asked = 'no-data-api-grant warning';

  test.each<[string, string[]]>([
    [create, [asked]],
    [`${create} grant select on table public.n to service_role;`, []],
    [`${create} revoke all on n from anon, authenticated;`, []],
    [`${create} grant select on m to authenticated;`, [asked]],
    [`${create} grant all on all tables in schema public to authenticated;`, []],
    [`grant all on all tables in schema public to authenticated; ${create}`, [asked]],
    [`alter default privileges in schema public grant select on tables to authenticated; ${create}`, []],
    [`alter default privileges grant select on tables to authenticated; ${create}`, []],
    [`${create} alter default privileges in schema public grant select on tables to authenticated;`, [asked]],
    [`alter default privileges in schema other grant select on tables to authenticated; ${create}`, [asked]],
    [`alter default privileges in schema public grant select on tables to backup; ${create}`, [asked]],
    ['create table private.n (a int);', []],
    ['create temp table n (a int);', []],
    [`${create} create table public.n1 partition of public.n for values in (1);`, [asked]],
  ])('%s', async (sql, expected) => {
    expect(ours(await lint({ 'migrations/1_a.sql': sql }))).toEqual(expected);
  });

  test('may come in a later file, and are no matter without Supabase', async () => {
    const files = { 'migrations/1_a.sql': create, 'migrations/2_b.sql': 'grant select on n to anon;' };
    expect(ours(await lint(files))).toEqual([]);
    expect(ours(await lint({ 'migrations/1_a.sql': create }, []))).toEqual([]);
  });
});

test.each<[string, readonly string[], string[]]>([
  ["create extension if not exists vector with schema extensions version '0.7.0';", ['public'], ['warning']],
  ["alter extension pg_graphql update to '1.5.9';", ['public'], ['warning']],
  ['alter extension pg_graphql update;', ['public'], []],
  ["create extension vector version '0.7.0';", [], []],
])('%s in %j', async (sql, exposed, weights) => {
  expect(ours(await lint({ 'migrations/1_a.sql': sql }, exposed))).toEqual(
    weights.map((weight) => `extension-version-ignored ${weight}`),
  );
});

describe('with a database', () => {
  async function lintOn(before: string, sql: string) {
    const database = await ground.database();
    await database.run(before);
    const folder = folderOf(ground.scope, { 'migrations/1_a.sql': sql, 'rollbacks/1_a.sql': '-- nothing' });
    return lintPending(engineOn(database), { folder, exposedSchemas: ['public'] });
  }
  const policy = "create policy p on t using (org::text = current_setting('a') or org = 3);";
  const large = "analyze t; update pg_class set reltuples = 5000000 where oid = 't'::regclass;";

  test('the size of the table is said, and a small one makes a note', async () => {
    const small = await lintOn('create table t (org int); analyze t;', policy);
    expect(ours(small)).toEqual(['policy-per-row note', 'policy-without-index note']);
    const findings = await lintOn(`create table t (org int); ${large}`, policy);
    expect(ours(findings)).toEqual(['policy-per-row warning', 'policy-without-index warning']);
    expect(findings.filter(({ rule }) => rule === 'policy-without-index')[0]?.message).toContain(
      'about 5,000,000 rows',
    );
  });

  test('its indexes are known', async () => {
    const findings = await lintOn(`create table t (org int, a int); create index on t (org, a); ${large}`, policy);
    expect(ours(findings)).toEqual(['policy-per-row warning']);
    const partial = await lintOn(`create table t (org int, a int); create index on t (org) where a = 1;`, policy);
    expect(ours(partial)).toContain('policy-without-index note');
  });

  test('and the rights that its tables begin with', async () => {
    const create = 'create table n (a int);';
    expect(ours(await lintOn('select 1', create))).toEqual(['no-data-api-grant warning']);
    const defaults = 'alter default privileges in schema public grant select on tables to public;';
    expect(ours(await lintOn(defaults, create))).toEqual([]);
  });
});
