import { type Animal, everyone } from './animal.ts';

export const notDeclaredPublic: Animal = {
  name: 'a table without a tenant that was never meant to be public',
  leak: 'create table public.api_key (secret text)',
  twin: 'create table public.api_key (secret text); alter table public.api_key enable row level security',
  finds: everyone('tenant/read public.api_key', 'tenant/change public.api_key', 'tenant/delete public.api_key'),
};
