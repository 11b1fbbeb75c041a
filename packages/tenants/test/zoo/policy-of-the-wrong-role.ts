import { type Animal, everyone } from './animal.ts';

export const policyOfTheWrongRole: Animal = {
  name: 'a policy meant for the service role that names no role',
  leak: 'create policy "service role reads" on public.note for select using (true)',
  twin: 'create policy "service role reads" on public.note for select to service_role using (true)',
  finds: everyone('tenant/read public.note'),
};
