create table public.patients (
  id uuid primary key default gen_random_uuid(),
  clinic_id uuid not null references public.clinics (id),
  name text not null check (name <> ''),
  born_on date not null,
  -- For foreign keys that keep what belongs together in one clinic.
  unique (clinic_id, id)
);

alter table public.patients enable row level security;
create policy "read in own clinics" on public.patients for select to authenticated
  using (clinic_id in (select private.clinics_of_user()));
create policy "add in own clinics" on public.patients for insert to authenticated
  with check (clinic_id in (select private.clinics_of_user('practitioner')) or clinic_id in (select private.clinics_of_user('assistant')));

revoke all on public.patients from anon, authenticated;
grant select, insert on public.patients to authenticated;
