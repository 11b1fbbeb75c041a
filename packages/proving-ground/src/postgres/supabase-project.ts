import { supabaseRoles } from './supabase-roles.ts';

/**
 * The schemas that the services of a Supabase project make, reduced to what a backup and a restore meet there: owners that
 * the login is none of, generated columns, triggers of their own, lists of versions, row-level security. After
 * supabase/auth (migrations), supabase/storage (migrations/tenant 0001 to 0062) and supabase/postgres (migrations/db),
 * whose extension supautils lets `postgres` set session_replication_role and put policies on tables of storage: here
 * `migrator` is granted the first, and the second is for a test to grant.
 */
export const supabaseProject = `${supabaseRoles}
create role supabase_admin superuser createdb createrole replication bypassrls nologin;
create role supabase_auth_admin noinherit createrole nologin;
create role supabase_storage_admin noinherit createrole nologin;
grant set on parameter session_replication_role to migrator;

drop table auth.users;
alter schema auth owner to supabase_auth_admin;
create type auth.aal_level as enum ('aal1', 'aal2', 'aal3');
create table auth.users (instance_id uuid, id uuid primary key, aud varchar(255), role varchar(255), email varchar(255),
  encrypted_password varchar(255), email_confirmed_at timestamptz, phone text unique, phone_confirmed_at timestamptz,
  confirmed_at timestamptz generated always as (least(email_confirmed_at, phone_confirmed_at)) stored,
  raw_app_meta_data jsonb, raw_user_meta_data jsonb, is_anonymous boolean not null default false,
  created_at timestamptz, updated_at timestamptz);
create table auth.identities (provider_id text not null, user_id uuid not null references auth.users on delete cascade,
  identity_data jsonb not null, provider text not null,
  email text generated always as (lower(identity_data ->> 'email')) stored, id uuid primary key default gen_random_uuid(),
  unique (provider_id, provider));
create table auth.sessions (id uuid primary key, user_id uuid not null references auth.users on delete cascade, aal auth.aal_level);
create table auth.refresh_tokens (instance_id uuid, id bigserial primary key, token varchar(255) unique, user_id varchar(255),
  revoked boolean, session_id uuid references auth.sessions on delete cascade);
create table auth.schema_migrations (version varchar(255) primary key);
insert into auth.schema_migrations values ('20240729123726'), ('20250804100000');
alter table auth.users enable row level security;
alter table auth.identities enable row level security;
alter table auth.sessions enable row level security;
alter table auth.refresh_tokens enable row level security;
grant usage on schema auth to migrator;
grant all on all tables in schema auth to migrator with grant option;
grant all on all sequences in schema auth to migrator;
revoke all on auth.schema_migrations from migrator;
grant select on auth.schema_migrations to migrator;

create schema storage authorization supabase_storage_admin;
grant usage on schema storage to migrator, anon, authenticated, service_role;
create table storage.buckets (id text primary key, name text not null unique, owner uuid, public boolean default false,
  file_size_limit bigint, allowed_mime_types text[], owner_id text, created_at timestamptz default now(), updated_at timestamptz default now());
create table storage.objects (id uuid primary key default gen_random_uuid(), bucket_id text references storage.buckets,
  name text, owner uuid, created_at timestamptz default now(), updated_at timestamptz default now(),
  last_accessed_at timestamptz default now(), metadata jsonb,
  path_tokens text[] generated always as (string_to_array(name, '/')) stored, version text, owner_id text, user_metadata jsonb,
  unique (bucket_id, name));
create table storage.migrations (id integer primary key, name varchar(100) unique not null, hash varchar(40) not null);
insert into storage.migrations values (0, 'create-migrations-table', 'e18db593bcde2aca2a408c4d1100f6abba2195df');
alter table storage.buckets enable row level security;
alter table storage.objects enable row level security;
create function storage.enforce_bucket_name_length() returns trigger language plpgsql as $$ begin
  if length(new.name) > 100 then raise exception 'bucket name "%" is too long', new.name; end if; return new; end $$;
create trigger enforce_bucket_name_length_trigger before insert or update of name on storage.buckets
  for each row execute function storage.enforce_bucket_name_length();
create function storage.update_updated_at_column() returns trigger language plpgsql as $$ begin
  new.updated_at = now(); return new; end $$;
create trigger update_objects_updated_at before update on storage.objects
  for each row execute function storage.update_updated_at_column();
create function storage.protect_delete() returns trigger language plpgsql as $$ begin
  raise exception 'Direct deletion from storage tables is not allowed. Use the Storage API instead.' using errcode = '42501'; end $$;
create trigger protect_objects_delete before delete on storage.objects for each statement execute function storage.protect_delete();
grant all on storage.buckets, storage.objects to migrator with grant option;
grant all on storage.buckets, storage.objects to anon, authenticated, service_role;

do $$ declare t record; begin
  for t in select format('%s %s.%I', case relkind when 'S' then 'sequence' else 'table' end, relnamespace::regnamespace, relname) as name,
      case relnamespace::regnamespace::text when 'auth' then 'supabase_auth_admin' else 'supabase_storage_admin' end as owner
    from pg_class c where relkind = 'r' and relnamespace in ('auth'::regnamespace, 'storage'::regnamespace) loop
    execute 'alter ' || t.name || ' owner to ' || t.owner;
  end loop; end $$;
alter type auth.aal_level owner to supabase_auth_admin;
alter function auth.uid() owner to supabase_auth_admin;
alter function storage.protect_delete() owner to supabase_storage_admin;
alter function storage.update_updated_at_column() owner to supabase_storage_admin;
alter function storage.enforce_bucket_name_length() owner to supabase_storage_admin;

create extension pgcrypto with schema extensions;
create function extensions.grant_access() returns event_trigger language plpgsql as $$ begin return; end $$;
alter function extensions.grant_access() owner to supabase_admin;
create event trigger issue_access on ddl_command_end when tag in ('CREATE EXTENSION') execute function extensions.grant_access();
alter event trigger issue_access owner to supabase_admin;
create publication supabase_realtime;
alter publication supabase_realtime owner to migrator;
alter default privileges for role supabase_admin in schema public grant all on tables to migrator, anon, authenticated, service_role;
`;
