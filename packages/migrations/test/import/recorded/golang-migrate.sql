-- Recorded from golang-migrate 4.20.1 by LOCKSTEP_RECORD=1 bash .ci/judges import
create table public.schema_migrations (version bigint, dirty boolean);
-- version, dirty
-- ('10', 'false')
-- rows
insert into public.schema_migrations (version, dirty) values
('10', 'false');
