import { type Animal, member } from './animal.ts';

export const policyComparesItself: Animal = {
  name: 'a member of the tenant that asks about itself instead of the row',
  leak: 'create policy m on public.note for select to authenticated using (exists (select from public.membership m where m.tenant_id = m.tenant_id))',
  twin: 'create policy m on public.note for select to authenticated using (exists (select from public.membership m where m.tenant_id = note.tenant_id))',
  finds: member('tenant/read public.note'),
};
