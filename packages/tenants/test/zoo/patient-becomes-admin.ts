import { anon, member as user } from '../sound.ts';
import { type Animal, as } from './animal.ts';
import { CLINIC, MEMBERS } from './clinic.ts';

const OWN = 'user_id = (select auth.uid())';

export const patientBecomesAdmin: Animal = {
  name: 'a patient makes themselves the admin',
  intent: { ...MEMBERS, identities: [anon, ...CLINIC.roles.map((name) => ({ ...user, name, memberRole: name }))] },
  schema: CLINIC.schema,
  leak: `create policy u on public.membership for update to authenticated using (${OWN}) with check (${OWN} and tenant_id in (select public.my_tenants()))`,
  twin: `create policy u on public.membership for update to authenticated using (${OWN}) with check (${OWN} and tenant_id in (select public.my_tenants()) and role = 'patient')`,
  finds: as('patient', ['own-rows/role public.membership']),
};
