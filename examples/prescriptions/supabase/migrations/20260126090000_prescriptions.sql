create table public.prescriptions (
  id uuid primary key default gen_random_uuid(),
  clinic_id uuid not null,
  patient_id uuid not null,
  medicine_id bigint not null references public.medicines (id),
  dosage text not null,
  issued_by uuid not null default auth.uid() references auth.users (id),
  issued_at timestamptz not null default now(),
  -- A prescription of one clinic cannot name a patient of another.
  foreign key (clinic_id, patient_id) references public.patients (clinic_id, id)
);
create index prescriptions_by_patient on public.prescriptions (clinic_id, patient_id, issued_at desc);

alter table public.prescriptions enable row level security;
create policy "read in own clinics" on public.prescriptions for select to authenticated
  using (clinic_id in (select private.clinics_of_user()));
create policy "practitioners issue in their own name" on public.prescriptions for insert to authenticated
  with check (clinic_id in (select private.clinics_of_user('practitioner')) and issued_by = (select auth.uid()));

-- Issued is issued: neither changed nor deleted.
revoke all on public.prescriptions from anon, authenticated;
grant select, insert on public.prescriptions to authenticated;
