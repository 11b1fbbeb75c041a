import { type Animal, everyone, MINE } from './animal.ts';

export const auditTableTruncated: Animal = {
  name: 'an audit table that can be truncated',
  intent: { auditTables: ['public.audit_*'] },
  leak: `create table public.audit_log (tenant_id uuid not null references public.tenant, what text); alter table public.audit_log enable row level security; create policy a on public.audit_log for select to authenticated using (${MINE})`,
  twin: `create table public.audit_log (tenant_id uuid not null references public.tenant, what text); alter table public.audit_log enable row level security; create policy a on public.audit_log for select to authenticated using (${MINE})`,
  after: { leak: '', twin: 'revoke truncate on public.audit_log from anon, authenticated' },
  finds: everyone('audit-table/unchangeable public.audit_log'),
};
