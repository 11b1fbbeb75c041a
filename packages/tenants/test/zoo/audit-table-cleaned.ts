import { type Animal, MINE, member } from './animal.ts';

export const auditTableCleaned: Animal = {
  name: 'an audit table that its tenant may clean',
  intent: { auditTables: ['public.audit_*'] },
  leak: `create table public.audit_log (tenant_id uuid not null references public.tenant, what text); alter table public.audit_log enable row level security; create policy a on public.audit_log to authenticated using (${MINE})`,
  twin: `create table public.audit_log (tenant_id uuid not null references public.tenant, what text); alter table public.audit_log enable row level security; create policy a on public.audit_log for select to authenticated using (${MINE})`,
  after: {
    leak: 'revoke truncate on public.audit_log from anon, authenticated',
    twin: 'revoke truncate on public.audit_log from anon, authenticated',
  },
  finds: member('audit-table/unchangeable public.audit_log'),
};
