-- Recorded from prisma 6.19.3 by LOCKSTEP_RECORD=1 bash .ci/judges import
create table public._prisma_migrations (id character varying(36), checksum character varying(64), finished_at timestamp with time zone, migration_name character varying(255), logs text, rolled_back_at timestamp with time zone, started_at timestamp with time zone, applied_steps_count integer);
-- checksum, finished_at is not null, migration_name, rolled_back_at is not null, applied_steps_count
-- ('388293271b963b9c8c5c7d4a7b9a123b9bc798e273a4a98e7fbf570bd4593208', 'true', '0_init', 'false', '1')
-- ('43cdcc566039349d5b70855107e3e098b457c7f671192201e46bbab73d71962a', 'true', '20240101000000_users', 'false', '1')
-- ('912ec04e6c8ba4a32364ab8031a270e857d80a3322b83f750b720ea097b2019e', 'true', '20240101000000_notes', 'false', '1')
-- rows
insert into public._prisma_migrations (id, checksum, finished_at, migration_name, logs, rolled_back_at, started_at, applied_steps_count) values
('7c151add-7e14-471f-a35c-99911e310219', '912ec04e6c8ba4a32364ab8031a270e857d80a3322b83f750b720ea097b2019e', '2026-11-30 15:12:20.728+00', '20240101000000_notes', NULL, NULL, '2026-11-30 15:12:20.716+00', '1'),
('be260295-923c-40c4-abda-179a565d10d6', '43cdcc566039349d5b70855107e3e098b457c7f671192201e46bbab73d71962a', '2026-11-30 15:12:20.757+00', '20240101000000_users', NULL, NULL, '2026-11-30 15:12:20.73+00', '1'),
('bfd0fb2c-fd86-4131-b086-48aec90c4cd0', '388293271b963b9c8c5c7d4a7b9a123b9bc798e273a4a98e7fbf570bd4593208', '2026-11-30 15:12:20.711+00', '0_init', NULL, NULL, '2026-11-30 15:12:20.701+00', '1');
