-- For the drill and for a restore (`after-restore`): patients whose erasure was asked for after the backup. Their
-- prescriptions have to be kept by law, their names not.
update public.patients set name = 'erased', born_on = '1900-01-01' where false;
