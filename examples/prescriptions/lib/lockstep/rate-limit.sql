-- Put this into a migration; its down migration is: drop table lockstep_rate_limit;
-- Unlogged: after a crash of the server counting begins again, and no release waits for these writes.
create unlogged table lockstep_rate_limit (key text primary key, began timestamptz not null, calls integer not null);
-- On Supabase: neither a browser nor a signed-in user may see or reset it.
alter table lockstep_rate_limit enable row level security;
-- Now and then (pg_cron): delete from lockstep_rate_limit where began < now() - interval '1 day';
