import { type Animal, MINE, member } from './animal.ts';

export const joinAnyTenant: Animal = {
  name: 'whoever is signed in joins any tenant',
  leak: 'create policy j on public.membership for insert to authenticated with check (user_id = (select auth.uid()))',
  twin: `create policy j on public.membership for insert to authenticated with check (user_id = (select auth.uid()) and ${MINE})`,
  finds: member('tenant/plant public.membership'),
};
