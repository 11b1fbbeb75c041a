import { type Animal, as } from './animal.ts';

const FUNCTION = (condition: string) =>
  `create or replace function public.my_tenants() returns setof uuid language sql stable security definer set search_path = '' as 'select m.tenant_id from public.membership m where m.user_id = (select auth.uid())${condition}'`;
const WHO = 'member with an ended membership (deleted_at 2001-01-01)';

export const membershipEnded: Animal = {
  name: 'whoever left a tenant still reaches it',
  schema: 'alter table public.membership add deleted_at timestamptz',
  leak: FUNCTION(''),
  twin: FUNCTION(' and m.deleted_at is null'),
  finds: as(WHO, [
    'tenant/read public.tenant',
    ...['read', 'change', 'delete', 'move'].flatMap((verb) => [
      `tenant/${verb} public.note`,
      `tenant/${verb} public.comment`,
    ]),
  ]),
};
