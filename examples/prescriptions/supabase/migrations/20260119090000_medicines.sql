-- The catalogue is the same for every clinic, and only the service changes it.
create table public.medicines (
  id bigint generated always as identity primary key,
  name text not null unique,
  atc_code text not null check (atc_code ~ '^[A-Z]\d\d[A-Z]{2}\d\d$')
);

alter table public.medicines enable row level security;
create policy "everyone who is signed in reads it" on public.medicines for select to authenticated using (true);

revoke all on public.medicines from anon, authenticated;
grant select on public.medicines to authenticated;
grant select, insert, update on public.medicines to service_role;
