import { identifier, literal, type Session, textArray } from '@lockstep/postgres';

/**
 * What every Supabase project has before its first migration, as far as migrations refer to it: roles, the schemas of
 * Auth, Storage, Realtime and Vault with the columns that Supabase documents, and the publication. Enough to run
 * migrations on a database that is thrown away, and nothing more.
 */

/** Logins are none of them: nobody needs to come in. */
const ROLES: Readonly<Record<string, string>> = {
  anon: 'noinherit',
  authenticated: 'noinherit',
  service_role: 'noinherit bypassrls',
  authenticator: 'noinherit',
  dashboard_user: '',
  supabase_admin: '',
  supabase_auth_admin: 'noinherit',
  supabase_storage_admin: 'noinherit',
  supabase_realtime_admin: 'noinherit',
};

/** Whether a database is one of Supabase, or was made like one. */
export async function isSupabase(session: Session): Promise<boolean> {
  const [row] = await session.rows("select exists (select from pg_catalog.pg_roles where rolname = 'anon')");
  return row?.[0] === 't';
}

/** The roles of a Supabase project that the server does not have. */
export async function missingRoles(session: Session): Promise<string[]> {
  const names = textArray(Object.keys(ROLES));
  const rows = await session.rows(
    `select name from pg_catalog.unnest(${names}) name where not exists (select from pg_catalog.pg_roles where rolname = name)`,
  );
  return rows.map(([name]) => name ?? '');
}

/** SQL that makes roles; run it where a whole server may change. BYPASSRLS takes a superuser: it goes without. */
export function makeRoles(names: readonly string[]): string {
  const made = names.map((name) => {
    const create = `create role ${identifier(name)} nologin`;
    return `begin execute ${literal(`${create} ${ROLES[name] ?? ''}`)}; exception when insufficient_privilege then execute ${literal(create)}; end;`;
  });
  return `do $seed$ begin ${made.join(' ')} end $seed$`;
}

/** What is there already stays as it is: a server's own template may hold some of it. */
const unless = (exists: string, ...statements: readonly string[]) =>
  `if not (${exists}) then ${statements.map((sql) => `execute ${literal(sql)};`).join(' ')} end if;`;
const table = (name: string, columns: string) =>
  unless(`to_regclass(${literal(name)}) is not null`, `create table ${name} (${columns})`);
const routine = (name: string, args: string, rest: string) =>
  unless(
    `exists (select from pg_catalog.pg_proc where oid::regproc::text = ${literal(name)} or pronamespace::regnamespace || '.' || proname = ${literal(name)})`,
    `create function ${name}(${args}) ${rest}`,
  );
const claim = (name: string) =>
  `coalesce(nullif(current_setting('request.jwt.claim.${name}', true), ''), nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> '${name}')`;

const SCHEMAS = ['auth', 'storage', 'extensions', 'realtime', 'vault', 'graphql', 'graphql_public'];
const TIMES = 'created_at timestamptz default now(), updated_at timestamptz default now()';

/** SQL that gives a database what a Supabase project has; the roles must be there. */
export const SEED = `do $seed$ begin
${SCHEMAS.map((name) => unless(`exists (select from pg_catalog.pg_namespace where nspname = '${name}')`, `create schema ${name}`, `grant usage on schema ${name} to anon, authenticated, service_role`)).join('\n')}
${['pgcrypto', 'uuid-ossp']
  .map((name) =>
    unless(
      `exists (select from pg_catalog.pg_extension where extname = '${name}') or not exists (select from pg_catalog.pg_available_extensions where name = '${name}')`,
      `create extension "${name}" with schema extensions`,
    ),
  )
  .join('\n')}
${table(
  'auth.users',
  `instance_id uuid, id uuid primary key, aud varchar(255), role varchar(255), email varchar(255), encrypted_password varchar(255),
   email_confirmed_at timestamptz, invited_at timestamptz, confirmation_token varchar(255), confirmation_sent_at timestamptz, recovery_token varchar(255),
   recovery_sent_at timestamptz, email_change_token_new varchar(255), email_change varchar(255), email_change_sent_at timestamptz, last_sign_in_at timestamptz,
   raw_app_meta_data jsonb, raw_user_meta_data jsonb, is_super_admin boolean, created_at timestamptz, updated_at timestamptz, phone text unique default null,
   phone_confirmed_at timestamptz, phone_change text default '', phone_change_token varchar(255) default '', phone_change_sent_at timestamptz,
   confirmed_at timestamptz generated always as (least(email_confirmed_at, phone_confirmed_at)) stored, email_change_token_current varchar(255) default '',
   email_change_confirm_status smallint default 0, banned_until timestamptz, reauthentication_token varchar(255) default '', reauthentication_sent_at timestamptz,
   is_sso_user boolean not null default false, deleted_at timestamptz, is_anonymous boolean not null default false`,
)}
${table(
  'auth.identities',
  `provider_id text not null, user_id uuid not null references auth.users on delete cascade, identity_data jsonb not null, provider text not null,
   last_sign_in_at timestamptz, ${TIMES}, email text generated always as (lower(identity_data ->> 'email')) stored, id uuid primary key default gen_random_uuid(), unique (provider_id, provider)`,
)}
${table('auth.sessions', `id uuid primary key, user_id uuid not null references auth.users on delete cascade, ${TIMES}, factor_id uuid, aal text, not_after timestamptz, refreshed_at timestamp, user_agent text, ip inet, tag text`)}
${table('auth.mfa_factors', `id uuid primary key, user_id uuid not null references auth.users on delete cascade, friendly_name text, factor_type text not null, status text not null, ${TIMES}`)}
${routine('auth.uid', '', `returns uuid language sql stable as $f$ select ${claim('sub')}::uuid $f$`)}
${routine('auth.role', '', `returns text language sql stable as $f$ select ${claim('role')} $f$`)}
${routine('auth.email', '', `returns text language sql stable as $f$ select ${claim('email')} $f$`)}
${routine('auth.jwt', '', `returns jsonb language sql stable as $f$ select coalesce(nullif(current_setting('request.jwt.claim', true), ''), nullif(current_setting('request.jwt.claims', true), ''))::jsonb $f$`)}
${table('storage.buckets', `id text primary key, name text not null unique, owner uuid, ${TIMES}, public boolean default false, avif_autodetection boolean default false, file_size_limit bigint, allowed_mime_types text[], owner_id text`)}
${table(
  'storage.objects',
  `id uuid primary key default gen_random_uuid(), bucket_id text references storage.buckets, name text, owner uuid, ${TIMES}, last_accessed_at timestamptz default now(),
   metadata jsonb, path_tokens text[] generated always as (string_to_array(name, '/')) stored, version text, owner_id text, user_metadata jsonb, unique (bucket_id, name)`,
)}
alter table storage.objects enable row level security;
alter table storage.buckets enable row level security;
${routine('storage.foldername', 'name text', `returns text[] language sql immutable as $f$ select (string_to_array(name, '/'))[1:array_length(string_to_array(name, '/'), 1) - 1] $f$`)}
${routine('storage.filename', 'name text', `returns text language sql immutable as $f$ select (string_to_array(name, '/'))[array_length(string_to_array(name, '/'), 1)] $f$`)}
${routine('storage.extension', 'name text', `returns text language sql immutable as $f$ select substring(name from '\\.([^./]*)$') $f$`)}
${table('realtime.messages', 'topic text not null, extension text not null, payload jsonb, event text, private boolean default false, updated_at timestamp not null default now(), inserted_at timestamp not null default now(), id uuid not null default gen_random_uuid()')}
${routine('realtime.topic', '', `returns text language sql stable as $f$ select nullif(current_setting('realtime.topic', true), '') $f$`)}
${routine('realtime.send', 'payload jsonb, event text, topic text, private boolean default true', `returns void language sql as $f$ select $f$`)}
${routine('realtime.broadcast_changes', 'topic_name text, event_name text, operation text, table_name text, table_schema text, new record, old record, level text default $d$ROW$d$', `returns void language plpgsql as $f$ begin end $f$`)}
${table('vault.secrets', `id uuid primary key default gen_random_uuid(), name text, description text not null default '', secret text not null, key_id uuid, nonce bytea, ${TIMES}`)}
${unless("to_regclass('vault.decrypted_secrets') is not null", 'create view vault.decrypted_secrets as select *, secret as decrypted_secret from vault.secrets')}
${routine('vault.create_secret', `new_secret text, new_name text default null, new_description text default '', new_key_id uuid default null`, `returns uuid language sql as $f$ insert into vault.secrets (secret, name, description) values (new_secret, new_name, new_description) returning id $f$`)}
${unless("exists (select from pg_catalog.pg_publication where pubname = 'supabase_realtime')", 'create publication supabase_realtime')}
grant usage on schema public to anon, authenticated, service_role;
end $seed$`;

/**
 * SQL that gives the session's role the default rights in public that it has in this database: projects differ in them,
 * and whether a grant changes anything hangs on them.
 */
export async function defaultRights(session: Session): Promise<string> {
  const rows = await session.rows(
    `select pg_catalog.format('alter default privileges in schema public grant %s on %s to %s%s', pg_catalog.string_agg(e.privilege_type, ', '),
            case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' else 'types' end,
            case e.grantee when 0 then 'public' else pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(e.grantee)) end,
            case when e.is_grantable then ' with grant option' else '' end)
       from pg_catalog.pg_default_acl d cross join lateral pg_catalog.aclexplode(d.defaclacl) e
      where d.defaclrole = (select r.oid from pg_catalog.pg_roles r where r.rolname = current_user)
        and d.defaclnamespace = (select n.oid from pg_catalog.pg_namespace n where n.nspname = 'public') and d.defaclobjtype in ('r', 'S', 'f', 'T')
      group by d.defaclobjtype, e.grantee, e.is_grantable`,
  );
  return rows.map(([sql]) => `${sql};`).join(' ');
}
