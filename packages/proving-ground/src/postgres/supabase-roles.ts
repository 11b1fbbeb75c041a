/**
 * The roles, grants and schemas that every Supabase project has and that migrations refer to, for `seed` of
 * startPostgres. After supabase/postgres, migrations/db/init-scripts/00000000000000-initial-schema.sql and
 * migrations/db/migrations/10000000000000_demote-postgres.sql, with one difference: there `postgres` is the login
 * without superuser rights; here it is the superuser of the server, and `migrator` is that login.
 */
export const supabaseRoles = `
create role anon nologin noinherit;
create role authenticated nologin noinherit;
create role service_role nologin noinherit bypassrls;
create role authenticator login noinherit;
grant anon, authenticated, service_role to authenticator;
create role migrator login createdb createrole replication bypassrls;
grant anon, authenticated, service_role to migrator with admin option;
alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '8s';

grant usage on schema public to anon, authenticated, service_role;
grant all on schema public to migrator with grant option;
alter default privileges for role migrator in schema public
  grant all on tables to migrator, anon, authenticated, service_role;
alter default privileges for role migrator in schema public
  grant all on functions to migrator, anon, authenticated, service_role;
alter default privileges for role migrator in schema public
  grant all on sequences to migrator, anon, authenticated, service_role;
create schema extensions authorization migrator;
grant usage on schema extensions to anon, authenticated, service_role;
create schema auth;
create table auth.users (id uuid primary key default gen_random_uuid(), email text unique);
create function auth.uid() returns uuid language sql stable
  as $$ select nullif(current_setting('request.jwt.claim.sub', true), '')::uuid $$;
grant usage on schema auth to migrator, anon, authenticated, service_role;
grant select, references on auth.users to migrator;
`;
