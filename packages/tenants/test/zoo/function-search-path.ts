import { type Animal, as } from './animal.ts';

const USES = 'create policy c on public.note for select to authenticated using (public.belongs(tenant_id))';

export const functionSearchPath: Animal = {
  name: 'a policy calls a function with a mutable search_path',
  leak: `create function public.belongs(t uuid) returns boolean language sql stable security definer as 'select exists (select from membership m where m.user_id = auth.uid() and m.tenant_id = t)'; ${USES}`,
  twin: `create function public.belongs(t uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as 'select exists (select from membership m where m.user_id = auth.uid() and m.tenant_id = t)'; ${USES}`,
  finds: as('member with a temporary membership', ['tenant/read public.note']),
};
