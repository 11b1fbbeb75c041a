drop table public.patients;
