import { type Animal, everyone } from './animal.ts';

export const publicButWritable: Animal = {
  name: 'a public table that everyone may change',
  intent: { publicObjects: ['public.country'] },
  leak: 'create table public.country (name text)',
  twin: 'create table public.country (name text); alter table public.country enable row level security; create policy r on public.country for select using (true)',
  finds: everyone('tenant/change public.country', 'tenant/delete public.country'),
};
