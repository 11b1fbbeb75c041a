-- What patients pay for a prescription. Stripe reports it; the app only reads it.
alter table public.prescriptions add constraint prescriptions_in_clinic unique (clinic_id, id);

create table public.payments (
  id uuid primary key default gen_random_uuid(),
  clinic_id uuid not null,
  prescription_id uuid not null,
  stripe_session text not null unique,
  amount_minor bigint not null check (amount_minor >= 0),
  currency text not null check (currency ~ '^[a-z]{3}$'),
  paid_at timestamptz not null default now(),
  foreign key (clinic_id, prescription_id) references public.prescriptions (clinic_id, id)
);
create index payments_by_prescription on public.payments (clinic_id, prescription_id);

alter table public.payments enable row level security;
create policy "read in own clinics" on public.payments for select to authenticated
  using (clinic_id in (select private.clinics_of_user()));
revoke all on public.payments from anon, authenticated;
grant select on public.payments to authenticated;

-- Stripe sends an event again until it is answered, and sometimes twice: each is worked on once.
create table private.stripe_events (
  id text primary key,
  type text not null,
  received_at timestamptz not null default now()
);
