-- For lib/lockstep/rate-limit.ts.
create unlogged table public.lockstep_rate_limit (key text primary key, began timestamptz not null, calls integer not null);
alter table public.lockstep_rate_limit enable row level security;
revoke all on public.lockstep_rate_limit from anon, authenticated;
