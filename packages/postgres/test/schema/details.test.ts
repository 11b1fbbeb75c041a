import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { silent } from '@lockstep/base';
import { sampleOf } from '../../../../test/faults/matrix.ts';
import { readDatabaseUrl } from '../../src/connection/database-url.ts';
import { openSession } from '../../src/connection/session.ts';
import { compareSchemas, readSchema, type Schema } from '../../src/schema/describe-schema.ts';
import { type Database, type Ground, startGround } from '../ground.ts';

async function schemaAfter(database: Database, change: string, user?: string): Promise<Schema> {
  const url = new URL(database.url);
  url.username = user ?? url.username;
  const session = await openSession(readDatabaseUrl(url.href), {
    log: silent,
    signal: undefined,
    applicationName: 'test',
  });
  try {
    await session.rows(`begin; ${change}`);
    return await readSchema(session);
  } finally {
    await session.close();
  }
}

const base = `
create extension citext; create schema s; create role r1 nologin; create role r2 nologin;
create type s.comp as (x int, y text); create type s.rg as range (subtype = int4);
create collation s.col (provider = icu, locale = 'en-US');
create table s.t (id int primary key, a text); create index gi on s.t using gin (to_tsvector('english', a));
create table s.u (k int); create rule ru as on insert to s.u where new.k = 99 do instead nothing;
create materialized view s.m as select id from s.t;
create function s.et() returns event_trigger language plpgsql as 'begin end';
create event trigger evt on ddl_command_start execute function s.et();
create statistics s.st (ndistinct) on id, a from s.t;
create publication pub for table s.t (id, a) where (id > 3);
create foreign data wrapper fw; create server srv foreign data wrapper fw options (host 'h');
create user mapping for r1 server srv options (password 'secret');
create operator s.=== (leftarg = int, rightarg = int, function = int4eq, commutator = operator(s.===), restrict = eqsel);
create cast (s.comp as text) with inout;
create operator class s.oc for type int using btree as operator 1 <, operator 3 =, function 1 btint4cmp(int, int);
create text search configuration s.tsc (copy = simple);
create text search dictionary s.tsd (template = simple, stopwords = english);
create aggregate s.agg (int) (sfunc = int4pl, stype = int, parallel = safe);
create conversion s.conv for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
grant usage on foreign server srv to r1; grant usage on foreign data wrapper fw to r1; grant usage on language plpgsql to r1;
alter table s.t set (toast.autovacuum_enabled = off);
alter table s.u set (fillfactor = 70, autovacuum_enabled = off); alter index s.gi set (fastupdate = off, gin_pending_list_limit = 64);
alter table s.u add constraint to_t foreign key (k) references s.t (id);
`;

/** A change, and the object that must show it. */
const changes: readonly (readonly [string, string])[] = [
  ['alter index s.gi alter column 1 set statistics 200', 'index s.gi'],
  ['refresh materialized view s.m with no data', 'materialized view s.m'],
  ['alter event trigger evt disable', 'event trigger evt'],
  [
    "drop event trigger evt; create event trigger evt on ddl_command_start when tag in ('DROP TABLE') execute function s.et()",
    'event trigger evt',
  ],
  ['alter statistics s.st set statistics 60', 'statistics s.st'],
  ['alter statistics s.st owner to r1', 'statistics s.st'],
  ['alter publication pub set table s.t (id) where (id > 3)', 'publication pub'],
  ['alter publication pub set table s.t (id, a)', 'publication pub'],
  ['alter publication pub set (publish_via_partition_root)', 'publication pub'],
  ["alter server srv options (set host 'i')", 'server srv'],
  ['alter server srv owner to r1', 'server srv'],
  ['revoke usage on foreign server srv from r1', 'server srv'],
  ['revoke usage on foreign data wrapper fw from r1', 'foreign-data wrapper fw'],
  ["alter foreign data wrapper fw options (add a 'b')", 'foreign-data wrapper fw'],
  ["alter user mapping for r1 server srv options (set password 'other')", 'user mapping of r1 at srv'],
  ['alter operator s.=== (int, int) set (restrict = none)', 'operator s.===(integer,integer)'],
  ['alter operator family s.oc using btree add operator 5 >(int, int)', 'operator family s.oc using btree'],
  [
    'alter text search configuration s.tsc alter mapping for asciiword with english_stem',
    'text search configuration s.tsc',
  ],
  ['alter text search dictionary s.tsd (stopwords = german)', 'text search dictionary s.tsd'],
  ['drop aggregate s.agg(int); create aggregate s.agg (int) (sfunc = int4pl, stype = int)', 'aggregate s.agg(integer)'],
  ['revoke usage on language plpgsql from r1', 'language plpgsql'],
  ['alter table s.t reset (toast.autovacuum_enabled)', 'table s.t'],
  ['drop type s.rg; create type s.rg as range (subtype = int4, subtype_diff = int4range_subdiff)', 'type s.rg'],
  ["drop collation s.col; create collation s.col (provider = icu, locale = 'de-DE')", 'collation s.col'],
  [
    "drop conversion s.conv; create default conversion s.conv for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8",
    'conversion s.conv',
  ],
  [
    'create transform for int language sql (from sql with function prsd_lextype(internal))',
    'transform for integer language sql',
  ],
  ['create access method h2 type table handler heap_tableam_handler', 'access method h2'],
  ["create subscription sb connection 'host=x' publication y with (connect = false)", 'subscription sb'],
  ['create role r3', 'role r3'],
  ['alter role r1 createdb', 'role r1'],
  ['grant r1 to r2', 'role r2'],
  ["alter role r1 set statement_timeout = '5s'", 'role r1'],
  ["alter database DATABASE set work_mem = '5MB'", 'the database'],
  ['grant create on database DATABASE to r1', 'the database'],
  ["comment on statistics s.st is 'x'", 'statistics s.st'],
  ["comment on rule ru on s.u is 'x'", 'rule ru on s.u'],
  ["comment on publication pub is 'x'", 'publication pub'],
  ["comment on extension citext is 'x'", 'extension citext'],
  ["comment on operator s.=== (int, int) is 'x'", 'operator s.===(integer,integer)'],
  ["comment on cast (s.comp as text) is 'x'", 'cast s.comp as text'],
  ["comment on type s.comp is 'x'", 'composite type s.comp'],
  ['grant usage on type s.comp to r1', 'composite type s.comp'],
  ["comment on language plpgsql is 'x'", 'language plpgsql'],
  ["comment on database DATABASE is 'x'", 'the database'],
];

/** What leaves nothing behind, whatever PostgreSQL itself keeps of it. */
const same: readonly string[] = [
  'grant select on s.u to r1; revoke select on s.u from r1',
  'grant usage on schema s to r1; revoke usage on schema s from r1',
  'grant execute on function s.et to r1; revoke execute on function s.et from r1',
  'grant select (a) on s.t to r1; revoke select (a) on s.t from r1',
  'grant usage on type s.rg to r1; revoke usage on type s.rg from r1',
  'alter default privileges in schema s grant select on tables to r1; alter default privileges in schema s revoke select on tables from r1',
  'alter table s.u add x int; alter table s.u drop x',
  'create temp table u (i int)',
  'alter table s.u reset (fillfactor); alter table s.u set (fillfactor = 70)',
  'alter index s.gi reset (fastupdate); alter index s.gi set (fastupdate = off)',
  'alter table s.u disable trigger all; alter table s.u enable trigger all',
];

describe.each([17, 15] as const)('PostgreSQL %d', (version) => {
  let ground: Ground;
  let database: Database;
  let before: Schema;
  beforeAll(async () => {
    ground = await startGround(version);
    database = await ground.database();
    await database.run(base);
    before = await schemaAfter(database, 'select 1');
  });
  afterAll(() => ground.end());

  // readSchema takes everything back at its end: one database serves all.
  test.each(sampleOf(`details of a schema, PostgreSQL ${version}`, changes, 16))('sees: %s', async (change, object) => {
    const after = await schemaAfter(database, change.replace('DATABASE', database.name));
    expect(compareSchemas(before, after).map((each) => each.object)).toContain(object);
  });

  test.each(['s.u', 's.t'])('sees the triggers of a foreign key that %s has no longer', async (table) => {
    const after = await schemaAfter(database, `alter table ${table} disable trigger all`);
    expect(compareSchemas(before, after).map((each) => each.object)).toEqual(['constraint to_t on s.u']);
  });

  test.each(same)('sees no difference: %s', async (change) => {
    expect(compareSchemas(before, await schemaAfter(database, change))).toEqual([]);
  });

  test('a role without rights of its own sees the same, but for options that are hidden from it', async () => {
    const seen = compareSchemas(before, await schemaAfter(database, 'select 1', 'migrator'));
    expect(seen.map((each) => each.object)).toEqual(['user mapping of r1 at srv']);
  });

  test('tells no secret', () => {
    expect(JSON.stringify([...before])).not.toContain('secret');
  });
});
