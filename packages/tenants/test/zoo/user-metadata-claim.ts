import { anon, member as user } from '../sound.ts';
import { type Animal, as } from './animal.ts';

const CLAIM = (of: string) => `create policy c on public.note for select to authenticated
    using (tenant_id::text = (nullif(current_setting('request.jwt.claims', true), '')::jsonb -> '${of}' ->> 'tenant_id'))`;
const claims = { app_metadata: { tenant_id: '{tenant}' }, user_metadata: { tenant_id: '{tenant}' } };

export const userMetadataClaim: Animal = {
  name: 'a claim that users edit themselves',
  intent: { identities: [anon, { ...user, claims }] },
  leak: CLAIM('user_metadata'),
  twin: CLAIM('app_metadata'),
  finds: as('member with edited user_metadata', ['tenant/read public.note']),
};
