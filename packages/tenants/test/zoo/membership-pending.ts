import { type Animal, as } from './animal.ts';

const FUNCTION = (condition: string) =>
  `create or replace function public.my_tenants() returns setof uuid language sql stable security definer set search_path = '' as $f$ select m.tenant_id from public.membership m where m.user_id = (select auth.uid())${condition} $f$`;
const WHO = 'member with an ended membership (status invited)';

export const membershipPending: Animal = {
  name: 'whoever was only invited reaches the tenant',
  schema:
    "alter table public.membership add status text not null default 'active' check (status in ('active', 'invited'))",
  leak: FUNCTION(''),
  twin: FUNCTION(" and m.status = 'active'"),
  finds: as(WHO, [
    'tenant/read public.tenant',
    ...['read', 'change', 'delete', 'move'].flatMap((verb) => [
      `tenant/${verb} public.note`,
      `tenant/${verb} public.comment`,
    ]),
  ]),
};
