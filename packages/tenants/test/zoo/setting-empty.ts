import { anon, member as user } from '../sound.ts';
import { type Animal, noTenant } from './animal.ts';

export const settingEmpty: Animal = {
  name: 'a setting that is open where it is empty',
  intent: { identities: [anon, { ...user, settings: { 'app.tenant': '{tenant}' } }] },
  leak: "create policy s on public.note for select to authenticated using (coalesce(nullif(current_setting('app.tenant', true), ''), tenant_id::text) = tenant_id::text)",
  twin: "create policy s on public.note for select to authenticated using (nullif(current_setting('app.tenant', true), '') = tenant_id::text)",
  finds: noTenant('tenant/read public.note'),
};
