import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

const schema = `create table public.todo (id uuid primary key default gen_random_uuid(), user_id uuid not null references auth.users, what text not null);
alter table public.todo enable row level security; grant select on public.todo to anon; grant select, insert on public.todo to authenticated;
create policy own on public.todo to authenticated using (user_id = (select auth.uid()));`;
const open = 'create policy open on public.todo for select using (true);';

/** What differs from run to run, by what it is. */
function steady(text: string): string {
  return text
    .replace(/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/g, 'ID')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replace(/\b\d{4}-\d\d-\d\d\b/g, 'DAY')
    .replace(/\/[^\s`]*lockstep-[^\s`]*/g, 'PATH');
}

/** What people read of a step. All sentences of this action are asserted here, and only here. */
async function wordsOf(inputs: Readonly<Record<string, string>>, cwd: string) {
  const step = await spawnAction('tenant-audit', inputs, { cwd, temp: scope.folder('lockstep-temp-') });
  return {
    end: steady(step.log.split('\n').findLast((line) => line.startsWith('tenant-audit: ')) ?? ''),
    annotations: step.annotations.map(({ level, title, message }) =>
      steady(`${level}${title === undefined ? '' : ` ${title}`}: ${message.split('\n')[0]}`),
    ),
    summary: steady(step.summary),
  };
}

const audit = { 'tenant-table': 'auth.users' };
const review = { command: 'review', 'review-path': 'access.md' };

test.each<[string, string, Readonly<Record<string, string>>]>([
  ['the tenants are apart', schema, audit],
  ['a policy lets everyone read', schema + open, audit],
  ['there is nothing to compare with', schema, { ...audit, 'compare-with': 'none.json' }],
  ['there are rows', `${schema} insert into auth.users (id) values (gen_random_uuid());`, audit],
  ['nothing is to be inserted', schema, { ...audit, 'dry-run': 'true' }],
  ['a right differs from the document', schema, review],
  ['there is no document', schema, { ...review, 'review-path': 'none.md' }],
  ['the document is written', schema, { ...review, 'review-path': 'new.md', 'write-review': 'true' }],
  ['inputs are wrong', 'select 1', { 'tenant-table': 'users', blocks: 'worse' }],
])('%s', async (name, sql, inputs) => {
  const database = name.replaceAll(' ', '_');
  const url = await postgres.createDatabase(database);
  await postgres.query(sql, [], database);
  const cwd = scope.folder('lockstep-tenants-');
  writeFileSync(join(cwd, 'access.md'), '# Who may do what in the database\n\n| `public.todo` | anon | insert | x |\n');
  expect(await wordsOf({ 'scratch-database-url': url, ...inputs }, cwd)).toMatchSnapshot();
});
