alter table public.prescriptions add column dosage text;

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

update public.prescriptions set dosage = null;
