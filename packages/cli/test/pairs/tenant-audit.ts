import type { Scope } from '@lockstep/proving-ground/scope';
import { stringify } from 'yaml';
import { checkout, databaseOn, NOWHERE, serverIn } from './ground.ts';
import { type Asked, type Pair, WRONG } from './pair.ts';

const SCHEMA = `create table public.todo (id uuid primary key default gen_random_uuid(), user_id uuid not null references auth.users, what text not null);
alter table public.todo enable row level security; grant all on public.todo to anon, authenticated;`;
const OWN = 'create policy own on public.todo to authenticated using (user_id = (select auth.uid()));';
const OPEN = 'create policy open on public.todo for select using (true);';
const INTENT = { 'tenant-table': 'auth.users' };

function audit(scope: Scope, url: string, intent: Asked['inputs'] = INTENT): Asked {
  const files = { 'tenants.yml': stringify(intent), 'supabase/migrations/1_todo.sql': `${SCHEMA}\n${OWN}\n${OPEN}\n` };
  return {
    cwd: checkout(scope, files),
    inputs: { 'scratch-database-url': url, ...intent },
    args: ['tenants.yml'],
    env: { LOCKSTEP_SCRATCH_URL: url },
  };
}

async function withSchema(scope: Scope, sql: string, intent?: Asked['inputs']): Promise<Asked> {
  const { url } = await databaseOn(await serverIn(scope), sql);
  return audit(scope, url, intent);
}

export const pair: Pair = {
  command: 'tenant-audit',
  action: 'tenant-audit',
  cases: {
    'users are apart': {
      ...{ verdict: 'pass', reason: 'checks-passed' },
      ask: (scope) => withSchema(scope, SCHEMA + OWN),
    },
    'everyone reads, and the migration says where': {
      ...{ verdict: 'fail', reason: 'checks-failed' },
      ask: (scope) => withSchema(scope, SCHEMA + OWN + OPEN),
    },
    'a database with rows of tenants': {
      ...{ verdict: 'fail', reason: 'has-rows' },
      ask: (scope) => withSchema(scope, `${SCHEMA + OWN} insert into auth.users (id) values (gen_random_uuid());`),
    },
    'a table that takes no row': {
      ...{ verdict: 'unknown', reason: 'checks-unknown' },
      ask: (scope) =>
        withSchema(scope, `${SCHEMA + OWN} alter table public.todo add check (what ~ '^never$' and what = '');`),
    },
    'a table of tenants that takes no row': {
      ...{ verdict: 'unknown', reason: 'cannot-seed' },
      ask: (scope) =>
        withSchema(
          scope,
          `${SCHEMA + OWN} create table public.clinic (id int primary key check (id > 1 and id < 1)); create table public.member (user_id uuid references auth.users, clinic_id int references public.clinic);`,
          { 'tenant-table': 'public.clinic', membership: 'public.member(user_id, clinic_id)' },
        ),
    },
    'a database that does not answer': {
      ...{ verdict: 'unknown', reason: 'remote-error' },
      ask: (scope) => audit(scope, NOWHERE),
    },
    'a table of tenants without its members': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) => audit(scope, NOWHERE, { 'tenant-table': 'public.clinic' }),
    },
  },
};
