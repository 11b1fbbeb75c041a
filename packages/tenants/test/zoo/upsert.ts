import { type Animal, MINE, member, signedIn } from './animal.ts';

export const upsert: Animal = {
  name: 'an upsert over a row of another tenant',
  schema: `create table public.setting (id uuid primary key default gen_random_uuid(), tenant_id uuid not null references public.tenant, value text not null);
    alter table public.setting enable row level security;
    create policy r on public.setting for select to authenticated using (true);
    create policy i on public.setting for insert to authenticated with check (true)`,
  intent: { publicObjects: ['public.setting'] },
  leak: 'create policy u on public.setting for update to authenticated using (true) with check (true)',
  twin: `drop policy i on public.setting; create policy i on public.setting for insert to authenticated with check (${MINE}); create policy u on public.setting for update to authenticated using (${MINE})`,
  finds: [
    ...signedIn('tenant/change public.setting', 'tenant/plant public.setting'),
    ...member('tenant/move public.setting'),
  ],
};
