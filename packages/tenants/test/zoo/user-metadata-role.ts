import { type Animal, as } from './animal.ts';

const ROLE = (of: string) => `create policy c on public.note for select to authenticated
    using ((nullif(current_setting('request.jwt.claims', true), '')::jsonb -> '${of}' ->> 'role') = 'admin')`;

export const userMetadataRole: Animal = {
  name: 'a role that users give themselves in their metadata',
  leak: ROLE('user_metadata'),
  twin: ROLE('app_metadata'),
  finds: as('member with edited user_metadata', ['tenant/read public.note']),
};
