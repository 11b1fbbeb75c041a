import { anon, member as user } from '../sound.ts';
import { type Animal, as } from './animal.ts';
import { CLINIC, MEMBERS } from './clinic.ts';

const READ = `create policy p on public.prescription for select to authenticated using (patient_id = (select auth.uid()));
    create policy staff on public.prescription for select to authenticated using (public.has_role(tenant_id, '{practitioner,pharmacist,admin}'));`;

export const patientWritesForOthers: Animal = {
  name: 'a patient requests a prescription in the name of another one',
  intent: { ...MEMBERS, identities: [anon, ...CLINIC.roles.map((name) => ({ ...user, name, memberRole: name }))] },
  schema: CLINIC.schema + READ,
  leak: 'create policy i on public.prescription for insert to authenticated with check (tenant_id in (select public.my_tenants()))',
  twin: 'create policy i on public.prescription for insert to authenticated with check (tenant_id in (select public.my_tenants()) and patient_id = (select auth.uid()))',
  finds: as('patient', ['own-rows/plant public.prescription']),
};
