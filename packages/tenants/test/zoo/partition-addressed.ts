import { type Animal, everyone, MINE, member } from './animal.ts';

export const partitionAddressed: Animal = {
  name: 'a partition that is reached by its own name',
  leak: `create table public.event (tenant_id uuid not null references public.tenant, at date not null) partition by range (at);
      create table public.event_all partition of public.event default;
      alter table public.event enable row level security; create policy own on public.event to authenticated using (${MINE})`,
  twin: `create table public.event (tenant_id uuid not null references public.tenant, at date not null) partition by range (at);
      create table public.event_all partition of public.event default; alter table public.event_all enable row level security;
      alter table public.event enable row level security; create policy own on public.event to authenticated using (${MINE})`,
  finds: [
    ...everyone(
      'tenant/read public.event_all',
      'tenant/change public.event_all',
      'tenant/delete public.event_all',
      'tenant/plant public.event_all',
    ),
    ...member('tenant/move public.event_all'),
  ],
};
