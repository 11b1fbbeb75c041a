drop table public.lockstep_rate_limit;
