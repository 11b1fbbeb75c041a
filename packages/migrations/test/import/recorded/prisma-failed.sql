-- Recorded from prisma 6.19.3 by LOCKSTEP_RECORD=1 bash .ci/judges import
create table public._prisma_migrations (id character varying(36), checksum character varying(64), finished_at timestamp with time zone, migration_name character varying(255), logs text, rolled_back_at timestamp with time zone, started_at timestamp with time zone, applied_steps_count integer);
-- checksum, finished_at is not null, migration_name, rolled_back_at is not null, applied_steps_count
-- ('7bd876ff4a14c1ac6e295cfafbef9b4b3c31ed37005606366256c9bc450da7de', 'false', '20240103000000_half', 'false', '0')
-- ('7f06a2817da55af1c23786696242be5ffc0c6ff0358c316df47c34bf4fbb2bb8', 'true', '20240102000000_notes', 'false', '1')
-- ('80cfa948b3d7bae86c6e67f670919933748a2c95798c893e29d54cbd88d2d071', 'true', '0_users', 'false', '1')
-- rows
insert into public._prisma_migrations (id, checksum, finished_at, migration_name, logs, rolled_back_at, started_at, applied_steps_count) values
('040f2ac2-a586-4a34-9847-ebd891ca65d0', '80cfa948b3d7bae86c6e67f670919933748a2c95798c893e29d54cbd88d2d071', '2026-11-30 08:54:37.305+00', '0_users', NULL, NULL, '2026-11-30 08:54:37.298+00', '1'),
('17f39a52-677d-439b-8372-a32645f312ae', '7bd876ff4a14c1ac6e295cfafbef9b4b3c31ed37005606366256c9bc450da7de', NULL, '20240103000000_half', 'external connector error
Error querying the database: ERROR: division by zero
   0: sql_schema_connector::apply_migration::apply_script
           with migration_name="20240103000000_half"
             at schema-engine/connectors/sql-schema-connector/src/apply_migration.rs:113
   1: schema_commands::commands::apply_migrations::Applying migration
           with migration_name="20240103000000_half"
             at schema-engine/commands/src/commands/apply_migrations.rs:95
   2: schema_engine_wasm::wasm::engine::ApplyMigrations
             at schema-engine/schema-engine-wasm/src/wasm/engine.rs:167', NULL, '2026-11-30 08:54:50.404+00', '0'),
('a0438782-d05d-4168-bd74-402c1f4b63d6', '7f06a2817da55af1c23786696242be5ffc0c6ff0358c316df47c34bf4fbb2bb8', '2026-11-30 08:54:37.319+00', '20240102000000_notes', NULL, NULL, '2026-11-30 08:54:37.309+00', '1');
