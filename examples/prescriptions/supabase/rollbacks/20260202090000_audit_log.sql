drop trigger audited on public.prescriptions;
drop trigger audited on public.patients;
drop table public.audit_log;
drop function private.write_audit();
drop function private.refuse_change();
