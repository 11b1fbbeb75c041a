-- Recorded from supabase 3.1.0 by LOCKSTEP_RECORD=1 bash .ci/judges import
create schema supabase_migrations;
create table supabase_migrations.schema_migrations (version text, statements text[], name text);
-- version, statements, name
-- ('20240101000000', '{"-- people\ncreate table users (id int primary key, name text)"}', 'users')
-- ('20240102000000', '{"create table notes (id int, note text default ''é'')","comment on table notes is ''a;b''"}', 'notes')
-- rows
insert into supabase_migrations.schema_migrations (version, statements, name) values
('20240101000000', '{"-- people
create table users (id int primary key, name text)"}', 'users'),
('20240102000000', '{"create table notes (id int, note text default ''é'')","comment on table notes is ''a;b''"}', 'notes');
