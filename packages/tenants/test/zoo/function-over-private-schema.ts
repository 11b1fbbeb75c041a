import { type Animal, signedIn } from './animal.ts';

const READS = (condition: string) =>
  `create function public.letters_of(tenant uuid) returns setof private.letter language sql stable security definer set search_path = '' as 'select l.* from private.letter l where l.tenant_id = tenant${condition}'; revoke execute on function public.letters_of(uuid) from public`;

export const functionOverPrivateSchema: Animal = {
  name: 'a function gives out a table of a schema that is closed',
  schema:
    'create schema private; create table private.letter (id uuid primary key default gen_random_uuid(), tenant_id uuid not null references public.tenant, body text not null)',
  leak: READS(''),
  twin: READS(' and tenant in (select public.my_tenants())'),
  after: {
    leak: 'revoke execute on function public.letters_of(uuid) from anon',
    twin: 'revoke execute on function public.letters_of(uuid) from anon',
  },
  finds: signedIn('function/call public.letters_of'),
};
