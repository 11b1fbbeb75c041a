import { type Animal, noTenant } from './animal.ts';

const OWN = '(select m.tenant_id from public.membership m where m.user_id = (select auth.uid()) limit 1)';

export const missingClaim: Animal = {
  name: 'whoever belongs to no tenant belongs to every one',
  leak: `create policy c on public.note for select to authenticated using (tenant_id = coalesce(${OWN}, tenant_id))`,
  twin: `create policy c on public.note for select to authenticated using (tenant_id = coalesce(${OWN}, '00000000-0000-0000-0000-000000000000'))`,
  finds: noTenant('tenant/read public.note'),
};
