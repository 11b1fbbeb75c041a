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
};
