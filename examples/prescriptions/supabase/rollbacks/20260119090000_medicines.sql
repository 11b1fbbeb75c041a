drop table public.medicines;
