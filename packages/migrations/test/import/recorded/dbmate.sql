-- Recorded from dbmate 2.36.0 by LOCKSTEP_RECORD=1 bash .ci/judges import
create table public.schema_migrations (version character varying);
-- version
-- ('20240101000000')
-- ('20240102000000')
-- rows
insert into public.schema_migrations (version) values
('20240101000000'),
('20240102000000');
