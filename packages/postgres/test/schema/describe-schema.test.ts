import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { silent } from '@lockstep/base';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { readDatabaseUrl } from '../../src/connection/database-url.ts';
import { openSession } from '../../src/connection/session.ts';
import { compareSchemas, readSchema, type Schema } from '../../src/schema/describe-schema.ts';
import { type Database, type Ground, startGround } from '../ground.ts';

async function schemaOf(database: Database, before = 'select 1', without: readonly string[] = []): Promise<Schema> {
  const session = await openSession(readDatabaseUrl(database.url), {
    log: silent,
    signal: undefined,
    applicationName: 'test',
  });
  try {
    await session.rows(before);
    return await readSchema(session, without);
  } finally {
    await session.close();
  }
}

/** One of everything that a migration may touch. */
const everything = `
create extension if not exists citext;
create schema shop; grant usage on schema shop to anon; comment on schema shop is 'the shop';
create type shop.colour as enum ('red', 'green');
create domain shop.email as text check (value ~ '@') not null default 'a@b';
create type shop.point as (x int, y int);
create type shop.span as range (subtype = int);
create sequence shop.numbers start 7;
create table shop.users (id bigint generated always as identity primary key, name text default 'x' not null,
  colour shop.colour, full_name text generated always as (name || '!') stored, mail citext);
create table shop.orders (id int, owner bigint references shop.users, at timestamptz default now()) partition by range (at);
create table shop.orders_1 partition of shop.orders for values from ('2024-01-01') to ('2025-01-01');
create index orders_owner on shop.orders (owner) where owner > 3;
alter table shop.users add constraint positive check (id > 0) not valid;
alter table shop.users enable row level security;
create policy own on shop.users for select to authenticated using (id = 1);
grant select (name) on shop.users to anon;
comment on column shop.users.name is 'the name';
create function shop.f(a int) returns int language sql as 'select a';
create procedure shop.p() language plpgsql as 'begin end';
create aggregate shop.total (int) (sfunc = int4pl, stype = int);
create function shop.t() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on shop.users for each row execute function shop.t();
create view shop.v as select id from shop.users;
create materialized view shop.m as select 1 as one;
create rule r as on delete to shop.v do instead nothing;
create statistics shop.s on id, name from shop.users;
create publication p for table shop.users;
create operator shop.=== (leftarg = int, rightarg = int, function = int4eq);
create cast (shop.colour as int) with inout;
alter default privileges in schema shop grant select on tables to anon;
`;

/** A change of each kind, and the object that must show it. */
const changes: readonly (readonly [string, string, string])[] = [
  ['a column', 'alter table shop.users drop column mail', 'table shop.users'],
  ['a default', "alter table shop.users alter name set default 'y'", 'table shop.users'],
  [
    'the order of columns',
    'alter table shop.users drop colour; alter table shop.users add colour shop.colour',
    'table shop.users',
  ],
  ['NOT NULL', 'alter table shop.users alter name drop not null', 'table shop.users'],
  ['a type', 'alter table shop.orders alter id type bigint', 'table shop.orders'],
  ['a comment on a column', 'comment on column shop.users.name is null', 'table shop.users'],
  ['a comment on a schema', "comment on schema shop is 'x'", 'schema shop'],
  ['a grant on a table', 'grant delete on shop.users to anon', 'table shop.users'],
  ['a grant on a column', 'revoke select (name) on shop.users from anon', 'table shop.users'],
  ['a grant on a schema', 'revoke usage on schema shop from anon', 'schema shop'],
  ['an enum label', "alter type shop.colour add value 'blue'", 'type shop.colour'],
  ['a domain', 'alter domain shop.email drop not null', 'type shop.email'],
  ['a policy', 'alter policy own on shop.users using (id = 2)', 'policy own on shop.users'],
  ['row level security', 'alter table shop.users disable row level security', 'table shop.users'],
  ['a trigger', 'alter table shop.users disable trigger t', 'trigger t on shop.users'],
  ['an index', 'drop index shop.orders_owner', 'index shop.orders_owner'],
  ['a constraint', 'alter table shop.users validate constraint positive', 'constraint positive on shop.users'],
  [
    'a routine',
    "create or replace function shop.f(a int) returns int language sql as 'select a + 1'",
    'function shop.f(integer)',
  ],
  ['a view', 'create or replace view shop.v as select id from shop.users where true', 'view shop.v'],
  ['a sequence', 'alter sequence shop.numbers increment 2', 'sequence shop.numbers'],
  ['a partition', 'alter table shop.orders detach partition shop.orders_1', 'table shop.orders_1'],
  ['replica identity', 'alter table shop.users replica identity full', 'table shop.users'],
  ['storage', 'alter table shop.users alter name set storage external', 'table shop.users'],
  ['an extension', 'drop extension citext cascade', 'extension citext'],
  ['a publication', 'alter publication p drop table shop.users', 'publication p'],
  [
    'default privileges',
    'alter default privileges in schema shop grant insert on tables to anon',
    'default privileges of postgres in shop',
  ],
  ['a rule', 'drop rule r on shop.v', 'rule r on shop.v'],
  ['an owner', 'alter view shop.v owner to migrator', 'view shop.v'],
  ['a type that is left over', 'create type shop.left as enum ()', 'type shop."left"'],
  ['a cast', 'drop cast (shop.colour as int)', 'cast shop.colour as integer'],
  ['an aggregate', 'drop aggregate shop.total (int)', 'aggregate shop.total(integer)'],
  ['statistics', 'drop statistics shop.s', 'statistics shop.s'],
];

describe('PostgreSQL 17', () => {
  let ground: Ground;
  let base: Schema;
  let database: Database;
  beforeAll(async () => {
    ground = await startGround(17);
    database = await ground.database();
    await database.run(everything);
    base = await schemaOf(database);
  });
  afterAll(() => ground.end());

  test('the same statements make the same schema', async () => {
    const again = await ground.database();
    await again.run(everything);
    expect(compareSchemas(base, await schemaOf(again))).toEqual([]);
  });

  test.each(changes)('sees a change of %s', async (_name, change, object) => {
    // readSchema takes everything back at its end: one database serves all.
    const changed = await schemaOf(database, `begin; ${change}`);
    expect(compareSchemas(base, changed).map((each) => each.object)).toContain(object);
  });

  test('what is in a schema that is left out is not there', async () => {
    const tables = ['table shop.users', 'view shop.v', 'schema shop'];
    expect([...base.keys()]).toEqual(expect.arrayContaining(tables));
    const left = await schemaOf(database, 'begin; create schema other', ['shop']);
    expect([...left.keys()].filter((object) => tables.includes(object))).toEqual([]);
    expect([...left.keys()]).toContain('schema other');
  });

  test('stamps of the server itself, which pg_dump leaves out, are no difference', async () => {
    const own = await ground.database();
    await own.run('create table t (a int, b int); create view v as select 1 as x; create type c as (x int);');
    const stamp = (by: number, more = '') =>
      `set allow_system_table_mods = on; update pg_attribute set attoptions = '{pg_attver=${by}${more}}'
        where attrelid in ('t'::regclass, 'v'::regclass, 'c'::regclass)`;
    const plain = await schemaOf(own);
    expect(compareSchemas(plain, await schemaOf(own, stamp(1)))).toEqual([]);
    expect(compareSchemas(plain, await schemaOf(own, stamp(22)))).toEqual([]);
    expect(compareSchemas(plain, await schemaOf(own, stamp(3, ',n_distinct=5')))).toHaveLength(3);
  });
});

test('PostgreSQL 15 describes itself no worse', async () => {
  const ground = await startGround(15);
  try {
    const [a, b] = [await ground.database(), await ground.database()];
    await a.run(everything);
    await b.run(everything);
    const base = await schemaOf(a);
    expect(compareSchemas(base, await schemaOf(b))).toEqual([]);
    for (const [, change] of changes) await b.run(change);
    const seen = compareSchemas(base, await schemaOf(b)).map((each) => each.object);
    expect(changes.map(([, , object]) => object).filter((object) => !seen.includes(object))).toEqual([]);
  } finally {
    await ground.end();
  }
});
