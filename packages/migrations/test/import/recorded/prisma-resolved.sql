-- Recorded from prisma 6.19.3 by LOCKSTEP_RECORD=1 bash .ci/judges import
create table public._prisma_migrations (id character varying(36), checksum character varying(64), finished_at timestamp with time zone, migration_name character varying(255), logs text, rolled_back_at timestamp with time zone, started_at timestamp with time zone, applied_steps_count integer);
-- checksum, finished_at is not null, migration_name, rolled_back_at is not null, applied_steps_count
-- ('427f1276f4dadaab9e9cd0a79b2512521994b1d023387fe932c1d1a318a19987', 'true', '20240103000000_age', 'false', '1')
-- ('7f06a2817da55af1c23786696242be5ffc0c6ff0358c316df47c34bf4fbb2bb8', 'true', '20240102000000_notes', 'false', '1')
-- ('80cfa948b3d7bae86c6e67f670919933748a2c95798c893e29d54cbd88d2d071', 'true', '0_users', 'false', '1')
-- ('a08539a9edaccb7078ada803f61f51df3359f97e328bf12398341bb22b8cc839', 'false', '20240103000000_age', 'true', '0')
-- rows
insert into public._prisma_migrations (id, checksum, finished_at, migration_name, logs, rolled_back_at, started_at, applied_steps_count) values
('0238bfe5-a2ca-4692-97fb-2cfc6ffe41c2', '427f1276f4dadaab9e9cd0a79b2512521994b1d023387fe932c1d1a318a19987', '2026-11-30 08:55:13.465+00', '20240103000000_age', NULL, NULL, '2026-11-30 08:55:13.451+00', '1'),
('3eac7a22-ac9d-40ae-bdd5-e9a2adb858e7', 'a08539a9edaccb7078ada803f61f51df3359f97e328bf12398341bb22b8cc839', NULL, '20240103000000_age', 'external connector error
Error querying the database: ERROR: division by zero
   0: sql_schema_connector::apply_migration::apply_script
           with migration_name="20240103000000_age"
             at schema-engine/connectors/sql-schema-connector/src/apply_migration.rs:113
   1: schema_commands::commands::apply_migrations::Applying migration
           with migration_name="20240103000000_age"
             at schema-engine/commands/src/commands/apply_migrations.rs:95
   2: schema_engine_wasm::wasm::engine::ApplyMigrations
             at schema-engine/schema-engine-wasm/src/wasm/engine.rs:167', '2026-11-30 08:55:01.973+00', '2026-11-30 08:55:00.67+00', '0'),
('dcfa629d-e58f-437d-a59d-d0dca824f908', '7f06a2817da55af1c23786696242be5ffc0c6ff0358c316df47c34bf4fbb2bb8', '2026-11-30 08:55:00.666+00', '20240102000000_notes', NULL, NULL, '2026-11-30 08:55:00.652+00', '1'),
('f433fd73-adbc-4318-ba85-e2ce97b11524', '80cfa948b3d7bae86c6e67f670919933748a2c95798c893e29d54cbd88d2d071', '2026-11-30 08:55:00.651+00', '0_users', NULL, NULL, '2026-11-30 08:55:00.637+00', '1');
