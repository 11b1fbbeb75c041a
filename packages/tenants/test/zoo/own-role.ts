import { anon, member as user } from '../sound.ts';
import { type Animal, as } from './animal.ts';
import { CLINIC, MEMBERS } from './clinic.ts';

const OWN = 'user_id = (select auth.uid())';
const ADMIN = "public.has_role(tenant_id, '{admin}')";

export const ownRole: Animal = {
  name: 'whoever may change their own membership changes its role, where no role sees less',
  intent: {
    ...MEMBERS,
    ownRows: [],
    identities: [anon, ...['practitioner', 'admin'].map((name) => ({ ...user, name, memberRole: name }))],
  },
  schema: `${CLINIC.schema} create policy s on public.membership for select to authenticated using (tenant_id in (select public.my_tenants()))`,
  leak: `create policy u on public.membership for update to authenticated using (${OWN} or ${ADMIN}) with check (tenant_id in (select public.my_tenants()))`,
  twin: `create policy u on public.membership for update to authenticated using (${ADMIN}) with check (tenant_id in (select public.my_tenants()))`,
  finds: as('practitioner', ['own-rows/role public.membership']),
};
