-- Recorded from node-pg-migrate 9.0.0 by LOCKSTEP_RECORD=1 bash .ci/judges import
create table public.pgmigrations (id integer, name character varying(255), run_on timestamp without time zone);
-- name
-- ('1700000000000_users')
-- ('1700000000001_notes')
-- rows
insert into public.pgmigrations (id, name, run_on) values
('1', '1700000000000_users', '2026-11-30 08:53:45.611646'),
('2', '1700000000001_notes', '2026-11-30 08:53:45.611646');
