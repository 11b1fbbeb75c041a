import { type Animal, as } from './animal.ts';

export const anonReads: Animal = {
  name: 'someone who is not signed in reads',
  leak: 'create policy shared on public.note for select to anon using (auth.uid() is null)',
  twin: 'create policy shared on public.note for select to anon using (tenant_id in (select public.my_tenants()))',
  finds: as('anon', ['tenant/read public.note']),
};
