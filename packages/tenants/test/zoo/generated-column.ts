import { type Animal, MINE, signedIn } from './animal.ts';

const GRANT =
  'revoke all on public.letter from anon, authenticated; grant select (shout) on public.letter to authenticated';

export const generatedColumn: Animal = {
  name: 'a generated column of an open table',
  schema: `create table public.letter (id uuid primary key default gen_random_uuid(), tenant_id uuid not null references public.tenant, body text not null, shout text generated always as (upper(body)) stored);
    alter table public.letter enable row level security; create policy own on public.letter for select to authenticated using (${MINE})`,
  leak: 'alter table public.letter disable row level security',
  twin: 'select 1',
  after: { leak: GRANT, twin: GRANT },
  finds: signedIn('tenant/read public.letter'),
};
