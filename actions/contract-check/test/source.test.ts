import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const scope = new Scope();
let postgres: Postgres;
beforeAll(async () => {
  postgres = await borrowPostgres(scope);
});
afterAll(() => scope[Symbol.asyncDispose]());

const MIGRATIONS = {
  '20260101000000_patients.sql': `
    create table public.clinics (id bigint primary key, name text);
    create table public.patients (id bigint primary key, fullname text, clinic_id bigint references public.clinics);
    create view public.names as select id, fullname from public.patients;
    create function public.search(term text, most integer default 10) returns setof public.patients language sql as 'select * from public.patients';
    create function public.initials(public.patients) returns text language sql as 'select left($1.fullname, 1)';`,
  '20260201000000_rename.sql': `
    -- lockstep: contract
    drop view public.names;
    alter table public.patients rename column fullname to name;
    create or replace function public.initials(public.patients) returns text language sql as 'select left($1.name, 1)';`,
};

const CODE = `import { createClient } from '@supabase/supabase-js';
const supabase = createClient(url, key);
export const list = () => supabase.from('patients').select('id, name, initials, clinic:clinics(name)').eq('clinic.name', 'x');
export const find = (term: string) => supabase.rpc('search', { term });
`;

async function step(code: string, inputs: Readonly<Record<string, string>> = {}) {
  const cwd = scope.folder('lockstep-source-');
  mkdirSync(join(cwd, 'supabase/migrations'), { recursive: true });
  mkdirSync(join(cwd, 'app'));
  for (const [name, sql] of Object.entries(MIGRATIONS)) writeFileSync(join(cwd, 'supabase/migrations', name), sql);
  writeFileSync(join(cwd, 'app/data.ts'), code);
  const given = { source: 'app', 'scratch-database-url': postgres.url(), 'missing-in-schema': 'fail', ...inputs };
  const ended = await spawnAction('contract-check', given, { cwd, temp: scope.folder('lockstep-temp-') });
  const path = ended.outputs['report-path'] ?? '';
  const report = path === '' ? undefined : JSON.parse(readFileSync(path, 'utf8'));
  return { ...ended, report };
}

test('code that the migrations serve passes, and nothing stays on the server', async () => {
  const { outputs, status } = await step(CODE);
  expect({ status, outputs }).toMatchObject({ status: 0, outputs: { verdict: 'pass', passed: '1', failed: '0' } });
  const left = await postgres.query("select datname from pg_database where datname like 'lockstep_shadow%'");
  expect(left).toEqual([]);
});

test('a renamed column that the code uses is red at its line, and names the migration; the migration names the code', async () => {
  const { report, status } = await step(CODE.replace('id, name,', 'id, fullname,'));
  expect(status).toBe(1);
  const migration = 'supabase/migrations/20260201000000_rename.sql';
  expect(report.checks).toMatchObject([
    {
      id: 'source/column',
      what: 'public.patients.fullname',
      where: { file: 'app/data.ts', line: 3 },
      measured: `dropped or renamed by ${migration}`,
    },
    {
      id: 'source/drop',
      what: migration,
      where: { file: migration },
      measured: 'public.patients.fullname at app/data.ts:3',
    },
  ]);
});

test('advisory by default: what is missing is reported, and passes', async () => {
  const { outputs, status } = await step(CODE.replace("'patients'", "'names'"), { 'missing-in-schema': '' });
  expect({ status, outputs }).toMatchObject({ status: 0, outputs: { verdict: 'pass' } });
});

test('a migration that cannot be applied leaves it unknown', async () => {
  const { outputs, status } = await step(CODE, { directory: 'app2' });
  expect({ status, outputs }).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
});

test('a source without a server is refused', async () => {
  const { outputs } = await step(CODE, { 'scratch-database-url': '' });
  expect(outputs['reason']).toBe('invalid-input');
});
