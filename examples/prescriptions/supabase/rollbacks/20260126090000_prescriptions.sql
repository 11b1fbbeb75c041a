drop table public.prescriptions;
