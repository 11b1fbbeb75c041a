import { type Animal, signedIn } from './animal.ts';

export const columnGrants: Animal = {
  name: 'some columns of an open table',
  leak: 'alter table public.note disable row level security, add secret text',
  twin: 'alter table public.note add secret text',
  after: {
    leak: 'revoke all on public.note from anon, authenticated; grant select (id, tenant_id, title) on public.note to authenticated',
    twin: 'revoke all on public.note from anon, authenticated; grant select (id, tenant_id, title) on public.note to authenticated',
  },
  finds: signedIn('tenant/read public.note'),
};
