import { type Animal, member } from './animal.ts';

const OWN = "(string_to_array(name, '/'))[2] = (select auth.uid())::text";
const FOLDER = "(string_to_array(name, '/'))[1]::uuid in (select public.my_tenants())";

export const storageFolderOfAUser: Animal = {
  name: 'a policy of Storage looks at the folder of the user alone',
  intent: { buckets: { documents: '{tenant}/{user}/report.pdf' } },
  schema: `create schema storage; grant usage on schema storage to anon, authenticated;
    create table storage.buckets (id text primary key, name text not null unique);
    create table storage.objects (id uuid primary key default gen_random_uuid(), bucket_id text references storage.buckets, name text, owner uuid, owner_id text, unique (bucket_id, name));
    alter table storage.objects enable row level security; grant all on storage.objects to anon, authenticated;
    create policy r on storage.objects for select to authenticated using (bucket_id = 'documents' and ${FOLDER})`,
  leak: `create policy w on storage.objects for insert to authenticated with check (bucket_id = 'documents' and ${OWN})`,
  twin: `create policy w on storage.objects for insert to authenticated with check (bucket_id = 'documents' and ${OWN} and ${FOLDER})`,
  finds: member('tenant/plant storage.objects in documents'),
};
