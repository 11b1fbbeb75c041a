import type { Intent } from '../src/intent.ts';
import { anon, member } from './ground.ts';

/** One leak in a schema that is sound without it, and a twin that looks like it and is none. */
export interface Animal {
  readonly name: string;
  readonly leak: string;
  readonly twin: string;
  /** What must be found, and nothing else; for the twin nothing at all. */
  readonly finds: readonly string[];
  readonly intent?: Partial<Intent>;
  /** After everything was granted to everyone. */
  readonly after?: { readonly leak: string; readonly twin: string };
}

const MINE = 'tenant_id in (select public.my_tenants())';
const of = (...verbs: readonly string[]) =>
  verbs.flatMap((verb) => [`authenticated of no tenant ${verb}`, `member ${verb}`]);
const everyone = (...verbs: readonly string[]) => [...verbs.map((verb) => `anon ${verb}`), ...of(...verbs)];

export const zoo: readonly Animal[] = [
  {
    name: 'delete using (true)',
    leak: 'create policy d on public.note for delete to authenticated using (true)',
    twin: `create policy d on public.note for delete to authenticated using (${MINE})`,
    finds: of('delete public.note'),
  },
  {
    name: 'delete using (true), where a reference stops the delete of most rows',
    leak: 'alter table public.comment drop constraint comment_note_id_fkey, add foreign key (note_id) references public.note; create policy d on public.note for delete to authenticated using (true)',
    twin: `alter table public.comment drop constraint comment_note_id_fkey, add foreign key (note_id) references public.note; create policy d on public.note for delete to authenticated using (${MINE})`,
    finds: of('delete public.note'),
  },
  {
    name: 'insert with check (true)',
    leak: 'create policy i on public.note for insert to authenticated with check (true)',
    twin: `create policy i on public.note for insert to authenticated with check (${MINE})`,
    finds: of('plant public.note'),
  },
  {
    name: 'update of everything',
    leak: 'create policy u on public.note for update to authenticated using (true) with check (true)',
    twin: `create policy u on public.note for update to authenticated using (true) with check (${MINE})`,
    finds: [...of('change public.note'), 'member move public.note'],
  },
  {
    name: 'whoever is signed in joins any tenant',
    leak: 'create policy j on public.membership for insert to authenticated with check (user_id = (select auth.uid()))',
    twin: `create policy j on public.membership for insert to authenticated with check (user_id = (select auth.uid()) and ${MINE})`,
    finds: ['member plant public.membership'],
  },
  {
    name: 'a child that is planted under a parent of another tenant',
    leak: 'create policy i on public.comment for insert to authenticated with check (note_id is not null)',
    twin: `create policy i on public.comment for insert to authenticated with check (note_id in (select n.id from public.note n where n.${MINE}))`,
    finds: of('plant public.comment'),
  },
  {
    name: 'a materialized view',
    leak: 'create materialized view public.titles as select title from public.note',
    twin: 'create materialized view public.titles as select title from public.note',
    after: { leak: '', twin: 'revoke all on public.titles from anon, authenticated' },
    finds: everyone('read public.titles'),
  },
  {
    name: 'a view that shows a number only',
    leak: 'create view public.total as select count(*) from public.note',
    twin: 'create view public.total with (security_invoker) as select count(*) from public.note',
    finds: everyone('read public.total'),
  },
  {
    name: 'a view that can be written to',
    leak: 'create view public.titles as select id, title from public.note',
    twin: 'create view public.titles with (security_invoker) as select id, title from public.note',
    finds: everyone('read public.titles', 'change public.titles'),
  },
  {
    name: 'a function that finds by id',
    leak: "create function public.title_of(note_id uuid) returns text language sql stable security definer as 'select title from public.note where id = note_id'",
    twin: "create function public.title_of(note_id uuid) returns text language sql stable as 'select title from public.note where id = note_id'",
    finds: everyone('call public.title_of'),
  },
  {
    name: 'a function that says whether something is there',
    leak: "create function public.is_taken(title text) returns boolean language sql stable security definer as 'select exists (select from public.note n where n.title = is_taken.title)'",
    twin: "create function public.is_taken(title text) returns boolean language sql stable as 'select exists (select from public.note n where n.title = is_taken.title)'",
    finds: everyone('call public.is_taken'),
  },
  {
    name: 'a function that counts',
    leak: "create function public.how_many() returns bigint language sql stable security definer as 'select count(*) from public.note'",
    twin: `create function public.how_many() returns bigint language sql stable security definer as 'select count(*) from public.note where ${MINE}'`,
    finds: everyone('call public.how_many'),
  },
  {
    name: 'some columns of an open table',
    leak: 'alter table public.note disable row level security, add secret text',
    twin: 'alter table public.note add secret text',
    after: {
      leak: 'revoke all on public.note from anon, authenticated; grant select (id, tenant_id, title) on public.note to authenticated',
      twin: 'revoke all on public.note from anon, authenticated; grant select (id, tenant_id, title) on public.note to authenticated',
    },
    finds: of('read public.note'),
  },
  {
    name: 'a partition that is reached by its own name',
    leak: `create table public.event (tenant_id uuid not null references public.tenant, at date not null) partition by range (at);
      create table public.event_all partition of public.event default;
      alter table public.event enable row level security; create policy own on public.event to authenticated using (${MINE})`,
    twin: `create table public.event (tenant_id uuid not null references public.tenant, at date not null) partition by range (at);
      create table public.event_all partition of public.event default; alter table public.event_all enable row level security;
      alter table public.event enable row level security; create policy own on public.event to authenticated using (${MINE})`,
    finds: [
      ...everyone('read public.event_all', 'change public.event_all', 'delete public.event_all'),
      'member move public.event_all',
    ],
  },
  {
    name: 'a role that owns the table',
    leak: 'select 1',
    twin: 'alter table public.note force row level security',
    after: {
      leak: 'alter table public.note owner to authenticated',
      twin: 'alter table public.note owner to authenticated',
    },
    finds: [
      ...of('read public.note', 'change public.note', 'delete public.note', 'plant public.note'),
      'member move public.note',
    ],
  },
  {
    name: 'a setting that is open where it is empty',
    leak: "create policy s on public.note for select to authenticated using (coalesce(nullif(current_setting('app.tenant', true), ''), tenant_id::text) = tenant_id::text)",
    twin: "create policy s on public.note for select to authenticated using (nullif(current_setting('app.tenant', true), '') = tenant_id::text)",
    intent: { identities: [anon, { ...member, settings: { 'app.tenant': '{tenant}' } }] },
    finds: ['authenticated of no tenant read public.note'],
  },
  {
    name: 'a trigger that copies to where everyone reads',
    leak: `create table public.search (title text); create function public.copy() returns trigger language plpgsql security definer as 'begin insert into public.search values (new.title); return new; end';
      create trigger copy after insert on public.note for each row execute function public.copy()`,
    twin: `create table public.search (title text); alter table public.search enable row level security; create function public.copy() returns trigger language plpgsql security definer as 'begin insert into public.search values (new.title); return new; end';
      create trigger copy after insert on public.note for each row execute function public.copy()`,
    finds: everyone('read public.search', 'change public.search', 'delete public.search'),
  },
  {
    name: 'a table without a tenant that was never meant to be public',
    leak: 'create table public.api_key (secret text)',
    twin: 'create table public.api_key (secret text); alter table public.api_key enable row level security',
    finds: everyone('read public.api_key', 'change public.api_key', 'delete public.api_key'),
  },
  {
    name: 'a public table that everyone may change',
    leak: 'create table public.country (name text)',
    twin: 'create table public.country (name text); alter table public.country enable row level security; create policy r on public.country for select using (true)',
    intent: { publicObjects: ['public.country'] },
    finds: everyone('change public.country', 'delete public.country'),
  },
  {
    name: 'rows of another user of the same tenant',
    leak: `create table public.result (id uuid primary key default gen_random_uuid(), tenant_id uuid not null references public.tenant, patient uuid not null references auth.users, what text);
      alter table public.result enable row level security; create policy r on public.result for select to authenticated using (${MINE})`,
    twin: `create table public.result (id uuid primary key default gen_random_uuid(), tenant_id uuid not null references public.tenant, patient uuid not null references auth.users, what text);
      alter table public.result enable row level security; create policy r on public.result for select to authenticated using (patient = (select auth.uid()))`,
    intent: { ownRows: [{ identity: 'member', tables: ['public.result'] }] },
    finds: ['member read public.result of another user'],
  },
  {
    name: 'an audit table that its tenant may clean',
    leak: `create table public.audit_log (tenant_id uuid not null references public.tenant, what text); alter table public.audit_log enable row level security; create policy a on public.audit_log to authenticated using (${MINE})`,
    twin: `create table public.audit_log (tenant_id uuid not null references public.tenant, what text); alter table public.audit_log enable row level security; create policy a on public.audit_log for select to authenticated using (${MINE})`,
    intent: { auditTables: ['public.audit_*'] },
    after: {
      leak: 'revoke truncate on public.audit_log from anon, authenticated',
      twin: 'revoke truncate on public.audit_log from anon, authenticated',
    },
    finds: ['member audit public.audit_log'],
  },
  {
    name: 'an audit table that can be truncated',
    leak: `create table public.audit_log (tenant_id uuid not null references public.tenant, what text); alter table public.audit_log enable row level security; create policy a on public.audit_log for select to authenticated using (${MINE})`,
    twin: `create table public.audit_log (tenant_id uuid not null references public.tenant, what text); alter table public.audit_log enable row level security; create policy a on public.audit_log for select to authenticated using (${MINE})`,
    intent: { auditTables: ['public.audit_*'] },
    after: { leak: '', twin: 'revoke truncate on public.audit_log from anon, authenticated' },
    finds: everyone('audit public.audit_log'),
  },
  {
    name: 'a policy of a role that the users are members of',
    leak: 'create role staff_of_zoo; grant staff_of_zoo to authenticated with inherit true; create policy s on public.note for select to staff_of_zoo using (true)',
    twin: 'create role staff_of_zoo; create policy s on public.note for select to staff_of_zoo using (true)',
    finds: of('read public.note'),
  },
  {
    name: 'a restrictive policy that is meant to be the only one',
    leak: `create policy r on public.note as restrictive for select to authenticated using (title <> ''); create policy p on public.note for select to authenticated using (true)`,
    twin: `create policy r on public.note as restrictive for select to authenticated using (${MINE}); create policy p on public.note for select to authenticated using (true)`,
    finds: of('read public.note'),
  },
  {
    name: 'a member of the tenant that asks about itself instead of the row',
    leak: 'create policy m on public.note for select to authenticated using (exists (select from public.membership m where m.tenant_id = m.tenant_id))',
    twin: 'create policy m on public.note for select to authenticated using (exists (select from public.membership m where m.tenant_id = note.tenant_id))',
    finds: ['member read public.note'],
  },
  {
    name: 'a tenant that everyone may rename',
    leak: 'create policy u on public.tenant for update to authenticated using (true); create policy r on public.tenant for select to authenticated using (true)',
    twin: 'create policy u on public.tenant for update to authenticated using (id in (select public.my_tenants()))',
    finds: of('read public.tenant', 'change public.tenant'),
  },
  {
    name: 'a list of all members',
    leak: 'create policy all_of_it on public.membership for select to authenticated using (true)',
    twin: `create policy colleagues on public.membership for select to authenticated using (${MINE})`,
    finds: of('read public.membership'),
  },
  {
    name: 'a policy for everything and everyone',
    leak: 'create policy all_of_it on public.note for all using (true)',
    twin: `create policy all_of_it on public.note for all using (${MINE})`,
    finds: [
      ...everyone('read public.note', 'change public.note', 'delete public.note', 'plant public.note'),
      'member move public.note',
    ],
  },
  {
    name: 'a function that takes the tenant at its word',
    leak: "create function public.notes_of(tenant_id uuid) returns setof public.note language sql stable security definer as 'select * from public.note n where n.tenant_id = notes_of.tenant_id'",
    twin: "create function public.notes_of(tenant_id uuid) returns setof public.note language sql stable security definer as 'select * from public.note n where n.tenant_id = notes_of.tenant_id and n.tenant_id in (select public.my_tenants())'",
    finds: everyone('call public.notes_of'),
  },
  {
    name: 'a function that finds by number',
    leak: "create function public.body_of(comment_id bigint) returns text language plpgsql stable security definer as 'begin return (select c.body from public.comment c where c.id = comment_id); end'",
    twin: "create function public.body_of(comment_id bigint) returns text language plpgsql stable as 'begin return (select c.body from public.comment c where c.id = comment_id); end'",
    finds: everyone('call public.body_of'),
  },
  {
    name: 'a view on a view',
    leak: 'create view public.inner_titles as select title from public.note; create view public.titles with (security_invoker) as select title from public.inner_titles',
    twin: 'create view public.inner_titles with (security_invoker) as select title from public.note; create view public.titles with (security_invoker) as select title from public.inner_titles',
    finds: everyone(
      'read public.inner_titles',
      'change public.inner_titles',
      'read public.titles',
      'change public.titles',
    ),
  },
  {
    name: 'a grandchild that everyone who is signed in may read',
    leak: `create table public.reply (id uuid primary key default gen_random_uuid(), comment_id bigint not null references public.comment, body text not null);
      alter table public.reply enable row level security; create policy r on public.reply for select to authenticated using (true)`,
    twin: `create table public.reply (id uuid primary key default gen_random_uuid(), comment_id bigint not null references public.comment, body text not null);
      alter table public.reply enable row level security; create policy r on public.reply for select to authenticated using (exists (select from public.comment c where c.id = comment_id))`,
    finds: of('read public.reply'),
  },
  {
    name: 'a table that inherits, without its policies',
    leak: 'create table public.old_note () inherits (public.note)',
    twin: 'create table public.old_note () inherits (public.note); alter table public.old_note enable row level security',
    finds: [
      ...everyone('read public.old_note', 'change public.old_note', 'delete public.old_note', 'plant public.old_note'),
      'member move public.old_note',
    ],
  },
];
