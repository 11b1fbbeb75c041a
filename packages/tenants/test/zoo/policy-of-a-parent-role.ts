import { anon, member as user } from '../sound.ts';
import { type Animal, as } from './animal.ts';

export const policyOfAParentRole: Animal = {
  name: 'a policy of a role that the users are members of',
  intent: { identities: [anon, { ...user, name: 'clerk', role: 'clerk_of_zoo' }] },
  schema: `create role staff_of_zoo; create role clerk_of_zoo; grant clerk_of_zoo to current_user;
    grant usage on schema public to clerk_of_zoo; grant usage on schema auth to clerk_of_zoo; grant select on public.note to clerk_of_zoo;
    create policy own_of_clerk on public.note to clerk_of_zoo using (tenant_id in (select public.my_tenants()));
    create policy s on public.note for select to staff_of_zoo using (true)`,
  leak: 'grant staff_of_zoo to clerk_of_zoo',
  twin: 'select 1',
  finds: [...as('clerk', ['tenant/read public.note']), ...as('clerk_of_zoo of no tenant', ['tenant/read public.note'])],
};
