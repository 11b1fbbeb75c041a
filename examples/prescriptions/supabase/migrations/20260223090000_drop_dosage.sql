-- lockstep: contract
-- Once no code writes or reads `dosage` any more. What was no dose as a number is lost: back up before.
drop trigger keep_dose on public.prescriptions;
drop function private.keep_dose();
alter table public.prescriptions drop column dosage;
