/**
 * What migrations use of extensions that the PostgreSQL of npm does not have, by name: enough that they are applied.
 * `create extension` itself finds nothing, so the runner takes that statement out.
 */
export const standIns = {
  http: `create type extensions.http_header as (field varchar, value varchar);
    create type extensions.http_request as (method varchar, uri varchar, headers extensions.http_header[], content_type varchar, content varchar);
    create type extensions.http_response as (status integer, content_type varchar, headers extensions.http_header[], content varchar);
    create function extensions.http(request extensions.http_request) returns extensions.http_response language sql as 'select null::extensions.http_response';
    create function extensions.http_header(field varchar, value varchar) returns extensions.http_header language sql as 'select row(field, value)::extensions.http_header';`,
  vector: `create type extensions.vector;
    create function extensions.vector_in(cstring) returns extensions.vector language internal immutable strict as 'textin';
    create function extensions.vector_out(extensions.vector) returns cstring language internal immutable strict as 'textout';
    create function extensions.vector_typmod_in(cstring[]) returns integer language internal immutable strict as 'varchartypmodin';
    create type extensions.vector (input = extensions.vector_in, output = extensions.vector_out, typmod_in = extensions.vector_typmod_in, like = text);
    create function extensions.vector_distance(extensions.vector, extensions.vector) returns float8 language sql immutable as 'select 0.0::float8';
    create operator extensions.<=> (leftarg = extensions.vector, rightarg = extensions.vector, function = extensions.vector_distance);`,
  pg_cron: `create schema cron;
    create table cron.job (jobid bigint generated always as identity, schedule text, command text, jobname text, active boolean);
    create function cron.schedule(text, text, text) returns bigint language sql as 'select 1::bigint';
    create function cron.unschedule(text) returns boolean language sql as 'select true';
    create function cron.unschedule(bigint) returns boolean language sql as 'select true';`,
  pg_net: `create schema net;
    create function net.http_post(url text, body jsonb default '{}', params jsonb default '{}', headers jsonb default '{}', timeout_milliseconds integer default 5000) returns bigint language sql as 'select 1::bigint';
    create function net.http_get(url text, params jsonb default '{}', headers jsonb default '{}', timeout_milliseconds integer default 5000) returns bigint language sql as 'select 1::bigint';`,
};

/** Extensions that every Supabase project has, and that npm's PostgreSQL has too. */
export const usual = ['uuid-ossp', 'pgcrypto'];

const NAMES =
  '(?:http|vector|pg_cron|pg_net|pgmq|pgjwt|pgsodium|supabase_vault|pg_graphql|pgaudit|plv8|pg_jsonschema|wrappers|hypopg|index_advisor)';

/** A file without what creates an extension that is not installed. */
export function withoutExtensions(sql) {
  return sql.replace(new RegExp(`^\\s*(?:create|drop) extension[^;]*?"?\\b${NAMES}\\b"?[^;]*;`, 'gim'), (found) =>
    found.replace(/[^\n]/g, ''),
  );
}
