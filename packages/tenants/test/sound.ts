import type { Identity, Intent } from '../src/intent.ts';

export const anon: Identity = {
  name: 'anon',
  role: 'anon',
  isUser: false,
  claims: {},
  settings: {},
  memberRole: undefined,
};
export const member: Identity = { ...anon, name: 'member', role: 'authenticated', isUser: true };

export const intent: Intent = {
  tenantTable: 'public.tenant',
  userTable: 'auth.users',
  membership: { table: 'public.membership', userColumn: 'user_id', tenantColumn: 'tenant_id', roleColumn: undefined },
  identities: [anon, member],
  schemas: ['public'],
  publicObjects: [],
  auditTables: [],
  callable: [],
  channels: [],
  ownRows: [],
  ownerColumns: {},
  buckets: {},
  fixtures: {},
};

/** A sound schema: what every leak is planted in. */
export const sound = `
create table public.tenant (id uuid primary key default gen_random_uuid(), name text not null);
create table public.membership (user_id uuid not null references auth.users on delete cascade, tenant_id uuid not null references public.tenant on delete cascade, primary key (user_id, tenant_id));
create function public.my_tenants() returns setof uuid language sql stable security definer set search_path = '' as 'select m.tenant_id from public.membership m where m.user_id = (select auth.uid())';
create table public.note (id uuid primary key default gen_random_uuid(), tenant_id uuid not null references public.tenant on delete cascade, title text not null);
create table public.comment (id bigint generated always as identity primary key, note_id uuid not null references public.note on delete cascade, body text not null);
alter table public.tenant enable row level security;
alter table public.membership enable row level security;
alter table public.note enable row level security;
alter table public.comment enable row level security;
create policy own on public.tenant for select to authenticated using (id in (select public.my_tenants()));
create policy own on public.membership for select to authenticated using (user_id = (select auth.uid()));
create policy own on public.note to authenticated using (tenant_id in (select public.my_tenants())) with check (tenant_id in (select public.my_tenants()));
create policy own on public.comment to authenticated
  using (exists (select from public.note n where n.id = note_id and n.tenant_id in (select public.my_tenants())))
  with check (exists (select from public.note n where n.id = note_id and n.tenant_id in (select public.my_tenants())));
`;
/** What Supabase grants for everything in public, but for sequences: what those betray is told of its own. */
export const grants = `
revoke all on all sequences in schema public from anon, authenticated;
grant all on all tables in schema public to anon, authenticated;
grant execute on all functions in schema public to anon, authenticated;
`;
