drop trigger keep_dose on public.prescriptions;
drop function private.keep_dose();
alter table public.prescriptions alter column dosage set not null;
alter table public.prescriptions drop column dose_unit, drop column dose_amount;
