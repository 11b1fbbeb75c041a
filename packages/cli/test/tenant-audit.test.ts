import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { borrowPostgres, type Postgres, supabaseRoles } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const bundle = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli', 'index.js');
const scope = new Scope();
let postgres: Postgres;
beforeAll(async () => {
  postgres = await borrowPostgres(scope, { seed: supabaseRoles });
});
afterAll(() => scope[Symbol.asyncDispose]());

const schema = `create table public.todo (id uuid primary key default gen_random_uuid(), user_id uuid not null references auth.users, what text not null);
alter table public.todo enable row level security; grant all on public.todo to anon, authenticated;`;
const own = 'create policy own on public.todo to authenticated using (user_id = (select auth.uid()));';
const open = 'create policy open on public.todo for select using (true);';

test.each([
  ['sound', own, 0],
  ['open', own + open, 1],
])('a schema that is %s ends with its code', async (name, policies, code) => {
  const url = await postgres.createDatabase(`cli_${name}`);
  await postgres.query(schema + policies, [], `cli_${name}`);
  const file = join(scope.folder('lockstep-cli-'), 'tenants.yml');
  writeFileSync(file, 'tenant-table: auth.users\n');
  const env = { PATH: process.env['PATH'], LOCKSTEP_SCRATCH_URL: url };
  const { status, stdout } = spawnSync(process.execPath, [bundle, 'tenant-audit', file, '--json'], {
    env,
    encoding: 'utf8',
  });
  expect(status).toBe(code);
  expect(stdout).toContain('tenant/read');
});

test('without the URL, or with an unknown input, it is wrong usage', () => {
  const file = join(scope.folder('lockstep-cli-'), 'tenants.yml');
  writeFileSync(file, 'tenant-table: auth.users\nmembers: x\n');
  const run = (env: Record<string, string>) =>
    spawnSync(process.execPath, [bundle, 'tenant-audit', file], {
      env: { PATH: process.env['PATH'], ...env },
      encoding: 'utf8',
    });
  expect(run({})).toMatchObject({ status: 64 });
  const wrong = run({ LOCKSTEP_SCRATCH_URL: 'postgresql://localhost/none' });
  expect(wrong.status).toBe(64);
  expect(wrong.stderr).toContain('members');
});

test('an access review is written, and a changed right is a line of the diff', async () => {
  const url = await postgres.createDatabase('cli_review');
  await postgres.query(schema + own, [], 'cli_review');
  const file = join(scope.folder('lockstep-cli-'), 'access.md');
  const review = (...more: readonly string[]) =>
    spawnSync(process.execPath, [bundle, 'access-review', file, ...more], {
      env: { PATH: process.env['PATH'], LOCKSTEP_SCRATCH_URL: url },
      encoding: 'utf8',
    });
  expect(review().status).toBe(2);
  expect(review('--write').status).toBe(0);
  expect(review().status).toBe(0);
  await postgres.query(open, [], 'cli_review');
  const changed = review();
  expect(changed.status).toBe(1);
  expect(changed.stdout).toContain('+ | `public.todo` | open | select | everyone | using true |');
  expect(JSON.parse(review('--json').stdout)).toMatchObject({ added: expect.any(Array), removed: expect.any(Array) });
});
