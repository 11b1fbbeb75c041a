create table public.audit_log (
  id bigint generated always as identity primary key,
  clinic_id uuid not null,
  at timestamptz not null default now(),
  actor uuid,
  action text not null,
  record uuid not null
);
create index audit_log_by_clinic on public.audit_log (clinic_id, at desc);

alter table public.audit_log enable row level security;
create policy "auditors read the log of their clinics" on public.audit_log for select to authenticated
  using (clinic_id in (select private.clinics_of_user('auditor')));
revoke all on public.audit_log from anon, authenticated, service_role;
grant select on public.audit_log to authenticated;

create function private.write_audit() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  insert into public.audit_log (clinic_id, actor, action, record)
    values (new.clinic_id, auth.uid(), lower(tg_op) || ' ' || tg_table_name, new.id);
  return new;
end $$;
revoke all on function private.write_audit() from public;
create trigger audited after insert or update on public.patients
  for each row execute function private.write_audit();
create trigger audited after insert or update on public.prescriptions
  for each row execute function private.write_audit();

-- Not even the owner of the table changes what was written.
create function private.refuse_change() returns trigger
  language plpgsql set search_path = ''
  as $$ begin raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege'; end $$;
create trigger append_only before update or delete or truncate on public.audit_log
  for each statement execute function private.refuse_change();
