import { type Animal, MINE, member } from './animal.ts';

const TABLES = (
  action: string,
) => `create table public.doctor (id uuid primary key default gen_random_uuid(), tenant_id uuid not null references public.tenant, name text not null);
    create table public.visit (id uuid primary key default gen_random_uuid(), tenant_id uuid not null references public.tenant, doctor_id uuid not null references public.doctor ${action});
    alter table public.doctor enable row level security; alter table public.visit enable row level security;
    create policy r on public.doctor for select using (true); create policy d on public.doctor for delete to authenticated using (${MINE});
    create policy own on public.visit to authenticated using (${MINE})`;

export const cascadeAcross: Animal = {
  name: 'a delete that cascades to rows of another tenant',
  intent: { publicObjects: ['public.doctor'] },
  leak: TABLES('on delete cascade'),
  twin: TABLES('on delete restrict'),
  finds: member('tenant/cascade public.visit'),
};
