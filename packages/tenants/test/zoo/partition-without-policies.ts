import { type Animal, everyone, MINE, member } from './animal.ts';

const tables = `create table public.event (id uuid not null default gen_random_uuid(), tenant_id uuid not null references public.tenant, kind text not null) partition by list (kind);
    create table public.event_in partition of public.event for values in ('in');
    create table public.event_out partition of public.event for values in ('out', 'off');
    alter table public.event enable row level security; create policy own on public.event to authenticated using (${MINE});
    alter table public.event_in enable row level security;`;

export const partitionWithoutPolicies: Animal = {
  name: 'row-level security is off on one partition',
  schema: tables,
  leak: 'select 1',
  twin: 'alter table public.event_out enable row level security',
  finds: [
    ...everyone(
      'tenant/read public.event_out',
      'tenant/change public.event_out',
      'tenant/delete public.event_out',
      'tenant/plant public.event_out',
    ),
    ...member('tenant/move public.event_out'),
  ],
};
