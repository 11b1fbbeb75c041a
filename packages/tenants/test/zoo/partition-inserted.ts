import { type Animal, MINE, member } from './animal.ts';

const tables = `create table public.event (id uuid not null default gen_random_uuid(), tenant_id uuid not null references public.tenant, at date not null) partition by range (at);
    create table public.event_2026 partition of public.event for values from ('2026-01-01') to ('2027-01-01');
    create table public.event_2027 partition of public.event for values from ('2027-01-01') to ('2028-01-01');
    alter table public.event enable row level security; create policy own on public.event to authenticated using (${MINE});
    alter table public.event_2026 enable row level security; create policy own on public.event_2026 to authenticated using (${MINE});
    alter table public.event_2027 enable row level security; create policy own on public.event_2027 for select to authenticated using (${MINE});`;

export const partitionInserted: Animal = {
  name: 'one partition takes inserts and moves of everything',
  schema: tables,
  leak: `create policy w on public.event_2027 for insert to authenticated with check (true);
    create policy m on public.event_2027 for update to authenticated using (${MINE}) with check (true)`,
  twin: `create policy w on public.event_2027 for insert to authenticated with check (${MINE});
    create policy m on public.event_2027 for update to authenticated using (${MINE})`,
  finds: member('tenant/move public.event_2027', 'tenant/plant public.event_2027').concat(
    'tenant/plant public.event_2027 as authenticated of no tenant',
  ),
};
