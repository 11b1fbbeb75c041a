import { anon, member as user } from '../sound.ts';
import { type Animal, as } from './animal.ts';

const ROLE = (attribute: string) => `reset role; create role clerk_of_zoo ${attribute}; grant clerk_of_zoo to migrator;
    grant usage on schema public to clerk_of_zoo; grant usage on schema auth to clerk_of_zoo; grant select on public.note to clerk_of_zoo;
    create policy own_of_clerk on public.note to clerk_of_zoo using (tenant_id in (select public.my_tenants()))`;

export const bypassrlsRole: Animal = {
  name: 'a role with BYPASSRLS',
  intent: { identities: [anon, { ...user, name: 'clerk', role: 'clerk_of_zoo' }] },
  leak: ROLE('bypassrls'),
  twin: ROLE('nobypassrls'),
  finds: [
    'role/bypass clerk_of_zoo',
    ...as('clerk', ['tenant/read public.note']),
    ...as('clerk_of_zoo of no tenant', ['tenant/read public.note']),
  ],
};
