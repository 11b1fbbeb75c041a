-- Expand: the dose gets columns of its own. The code before this release writes and reads `dosage`, the code after it the
-- two new columns; both run during a release, so each sees what the other wrote.
alter table public.prescriptions
  add column dose_amount numeric(10, 3),
  add column dose_unit text;
alter table public.prescriptions alter column dosage drop not null;

create function private.keep_dose() returns trigger
  language plpgsql set search_path = ''
  as $$
begin
  if new.dosage is null then
    new.dosage := trim_scale(new.dose_amount) || ' ' || new.dose_unit;
  elsif new.dose_amount is null and new.dosage ~ '^\d{1,7}(\.\d{1,3})? \S+$' then
    new.dose_amount := split_part(new.dosage, ' ', 1)::numeric;
    new.dose_unit := split_part(new.dosage, ' ', 2);
  end if;
  return new;
end $$;
create trigger keep_dose before insert or update on public.prescriptions
  for each row execute function private.keep_dose();

-- The rows that are there: the trigger reads what it can, and texts that are no dose stay with null.
update public.prescriptions set dosage = dosage where dose_amount is null;
