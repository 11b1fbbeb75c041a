import { type Animal, everyone, MINE } from './animal.ts';

export const functionTakesTenant: Animal = {
  name: 'a function that takes the tenant at its word',
  leak: "create function public.notes_of(tenant_id uuid) returns setof public.note language sql stable security definer as 'select * from public.note n where n.tenant_id = notes_of.tenant_id'",
  twin: `create function public.notes_of(tenant_id uuid) returns setof public.note language sql stable security definer as 'select * from public.note n where n.tenant_id = notes_of.tenant_id and n.${MINE}'`,
  finds: everyone('function/call public.notes_of'),
};
