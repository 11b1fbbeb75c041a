-- Recorded from drizzle 0.31.11 by LOCKSTEP_RECORD=1 bash .ci/judges import
create schema drizzle;
create table drizzle.__drizzle_migrations (id integer, hash text, created_at bigint);
-- hash, created_at
-- ('80cfa948b3d7bae86c6e67f670919933748a2c95798c893e29d54cbd88d2d071', '1700000000000')
-- ('8180f5b1c713e25214fd85cace07fc4569978d70aeb89ca3ef4bb3ffd8c2eb36', '1700000000001')
-- rows
insert into drizzle.__drizzle_migrations (id, hash, created_at) values
('1', '80cfa948b3d7bae86c6e67f670919933748a2c95798c893e29d54cbd88d2d071', '1700000000000'),
('2', '8180f5b1c713e25214fd85cace07fc4569978d70aeb89ca3ef4bb3ffd8c2eb36', '1700000000001');
