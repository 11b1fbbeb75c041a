-- Recorded from flyway 13.12.1 by LOCKSTEP_RECORD=1 bash .ci/judges import
create table public.flyway_schema_history (installed_rank integer, version character varying(50), description character varying(200), type character varying(20), script character varying(1000), checksum integer, installed_by character varying(100), installed_on timestamp without time zone, execution_time integer, success boolean);
-- installed_rank, version, description, type, script, checksum, success
-- ('1', '1.1', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', NULL, 'true')
-- ('2', '1.2', 'notes', 'SQL', 'V1_2__notes.sql', '772549506', 'true')
-- rows
insert into public.flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) values
('1', '1.1', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', NULL, 'postgres', '2026-11-30 08:54:52.284207', '0', 'true'),
('2', '1.2', 'notes', 'SQL', 'V1_2__notes.sql', '772549506', 'postgres', '2026-11-30 08:54:53.954928', '52', 'true');
