-- Recorded from prisma 6.19.3 by LOCKSTEP_RECORD=1 bash .ci/judges import
create table public._prisma_migrations (id character varying(36), checksum character varying(64), finished_at timestamp with time zone, migration_name character varying(255), logs text, rolled_back_at timestamp with time zone, started_at timestamp with time zone, applied_steps_count integer);
-- checksum, finished_at is not null, migration_name, rolled_back_at is not null, applied_steps_count
-- ('7f06a2817da55af1c23786696242be5ffc0c6ff0358c316df47c34bf4fbb2bb8', 'true', '20240102000000_notes', 'false', '1')
-- ('80cfa948b3d7bae86c6e67f670919933748a2c95798c893e29d54cbd88d2d071', 'true', '0_users', 'false', '1')
-- rows
insert into public._prisma_migrations (id, checksum, finished_at, migration_name, logs, rolled_back_at, started_at, applied_steps_count) values
('86058561-8e35-4a17-9fb2-368aaef47ae5', '7f06a2817da55af1c23786696242be5ffc0c6ff0358c316df47c34bf4fbb2bb8', '2026-11-30 08:53:58.178+00', '20240102000000_notes', NULL, NULL, '2026-11-30 08:53:58.168+00', '1'),
('afb4d4f9-8728-409b-b321-7798782076e9', '80cfa948b3d7bae86c6e67f670919933748a2c95798c893e29d54cbd88d2d071', '2026-11-30 08:53:58.164+00', '0_users', NULL, NULL, '2026-11-30 08:53:58.142+00', '1');
