import { type Animal, MINE, member } from './animal.ts';

const table = (unique: string) =>
  `create table public.device (id uuid primary key default gen_random_uuid(), tenant_id uuid not null references public.tenant, serial text not null, unique (${unique}));
    alter table public.device enable row level security; create policy own on public.device to authenticated using (${MINE})`;

export const uniqueOracle: Animal = {
  name: 'the error of a unique constraint, which is told and does not fail',
  leak: table('serial'),
  twin: table('tenant_id, serial'),
  finds: [],
  tells: member('oracle/unique public.device'),
};
