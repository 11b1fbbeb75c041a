import type { Intent } from '../../src/intent.ts';

/** A clinic with roles within: what animals of roles have in common. */
export const CLINIC = {
  roles: ['patient', 'practitioner', 'pharmacist', 'admin'],
  schema: `alter table public.membership add role text not null check (role in ('patient', 'practitioner', 'pharmacist', 'admin'));
    create function public.has_role(t uuid, roles text[]) returns boolean language sql stable security definer set search_path = '' as
      'select exists (select from public.membership m where m.user_id = auth.uid() and m.tenant_id = t and m.role = any (roles))';
    create table public.prescription (id uuid primary key default gen_random_uuid(), tenant_id uuid not null references public.tenant, patient_id uuid not null references auth.users, what text not null);
    alter table public.prescription enable row level security;`,
} as const;

export const MEMBERS: Partial<Intent> = {
  membership: { table: 'public.membership', userColumn: 'user_id', tenantColumn: 'tenant_id', roleColumn: 'role' },
  ownRows: [{ identity: 'patient', tables: ['public.prescription'] }],
};
