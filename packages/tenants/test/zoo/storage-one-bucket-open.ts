import { type Animal, signedIn } from './animal.ts';

const FOLDER = "(string_to_array(name, '/'))[1]::uuid in (select public.my_tenants())";

export const storageOneBucketOpen: Animal = {
  name: 'one of several buckets is open',
  intent: {
    buckets: { documents: '{tenant}/{user}/report.pdf', avatars: '{tenant}/{user}.png', invoices: '{tenant}/1' },
  },
  schema: `create schema storage; grant usage on schema storage to anon, authenticated;
    create table storage.buckets (id text primary key, name text not null unique);
    create table storage.objects (id uuid primary key default gen_random_uuid(), bucket_id text references storage.buckets, name text, owner uuid, owner_id text, unique (bucket_id, name));
    alter table storage.objects enable row level security; grant all on storage.objects to anon, authenticated;
    create policy d on storage.objects to authenticated using (bucket_id in ('documents', 'invoices') and ${FOLDER})`,
  leak: "create policy a on storage.objects for select to authenticated using (bucket_id = 'avatars')",
  twin: `create policy a on storage.objects for select to authenticated using (bucket_id = 'avatars' and ${FOLDER})`,
  finds: signedIn('tenant/read storage.objects in avatars'),
};
