import { type Animal, MINE, member } from './animal.ts';

export const rowsOfAColleague: Animal = {
  name: 'rows of another user of the same tenant',
  intent: { ownRows: [{ identity: 'member', tables: ['public.result'] }] },
  leak: `create table public.result (id uuid primary key default gen_random_uuid(), tenant_id uuid not null references public.tenant, patient uuid not null references auth.users, what text);
      alter table public.result enable row level security; create policy r on public.result for select to authenticated using (${MINE})`,
  twin: `create table public.result (id uuid primary key default gen_random_uuid(), tenant_id uuid not null references public.tenant, patient uuid not null references auth.users, what text);
      alter table public.result enable row level security; create policy r on public.result for select to authenticated using (patient = (select auth.uid()))`,
  finds: member('own-rows/read public.result'),
};
