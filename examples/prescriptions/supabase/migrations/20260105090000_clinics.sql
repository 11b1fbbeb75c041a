-- Who may see what: a clinic is a tenant, and a user sees the clinics of which he or she is a member.
create schema private;
grant usage on schema private to authenticated;

create table public.clinics (
  id uuid primary key default gen_random_uuid(),
  name text not null check (name <> '')
);

create table public.members (
  clinic_id uuid not null references public.clinics (id),
  user_id uuid not null references auth.users (id),
  role text not null check (role in ('assistant', 'practitioner', 'auditor')),
  primary key (clinic_id, user_id)
);
create index members_by_user on public.members (user_id);

-- As its owner, because the policy of members would otherwise ask itself.
create function private.clinics_of_user() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$ select clinic_id from public.members where user_id = (select auth.uid()) $$;

create function private.clinics_of_user(wanted text) returns setof uuid
  language sql stable security definer set search_path = ''
  as $$ select clinic_id from public.members where user_id = (select auth.uid()) and role = wanted $$;

revoke all on function private.clinics_of_user(), private.clinics_of_user(text) from public;
grant execute on function private.clinics_of_user(), private.clinics_of_user(text) to authenticated;

alter table public.clinics enable row level security;
alter table public.members enable row level security;
create policy "clinics of the user" on public.clinics for select to authenticated
  using (id in (select private.clinics_of_user()));
create policy "members of those clinics" on public.members for select to authenticated
  using (clinic_id in (select private.clinics_of_user()));

-- Explicit: a project of Supabase may grant everything by default, or nothing.
revoke all on public.clinics, public.members from anon, authenticated;
grant select on public.clinics, public.members to authenticated;
