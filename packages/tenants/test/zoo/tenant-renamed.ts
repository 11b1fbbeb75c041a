import { type Animal, signedIn } from './animal.ts';

export const tenantRenamed: Animal = {
  name: 'a tenant that everyone may rename',
  leak: 'create policy u on public.tenant for update to authenticated using (true); create policy r on public.tenant for select to authenticated using (true)',
  twin: 'create policy u on public.tenant for update to authenticated using (id in (select public.my_tenants()))',
  finds: signedIn('tenant/read public.tenant', 'tenant/change public.tenant'),
};
