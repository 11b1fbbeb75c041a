import { anon, member as user } from '../sound.ts';
import { type Animal, as } from './animal.ts';
import { CLINIC, MEMBERS } from './clinic.ts';

export const patientSeesOthers: Animal = {
  name: 'a patient sees prescriptions of another patient',
  intent: { ...MEMBERS, identities: [anon, ...CLINIC.roles.map((name) => ({ ...user, name, memberRole: name }))] },
  schema: CLINIC.schema,
  leak: 'create policy r on public.prescription for select to authenticated using (tenant_id in (select public.my_tenants()))',
  twin: `create policy p on public.prescription for select to authenticated using (patient_id = (select auth.uid()));
    create policy staff on public.prescription for select to authenticated using (public.has_role(tenant_id, '{practitioner,pharmacist,admin}'))`,
  finds: as('patient', ['own-rows/read public.prescription']),
};
