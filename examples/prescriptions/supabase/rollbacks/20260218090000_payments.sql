drop table private.stripe_events;
drop table public.payments;
alter table public.prescriptions drop constraint prescriptions_in_clinic;
