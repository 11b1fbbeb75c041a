import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sampleOf } from '../../../../test/faults/matrix.ts';
import { readDownPlan } from '../../src/down/preview.ts';
import { type Database, engineOn, type Ground, startGround } from '../ground.ts';
import { applyHistory, applyTo, takeDown, takeDownForeseen } from './histories.ts';
import { losingHistories } from './losing-histories.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

describe('a down migration stops before it takes away what is nowhere else', () => {
  test.each(sampleOf('histories that lose data', losingHistories, 24).map((each) => [each.name, each] as const))(
    '%s',
    async (_name, { history, stays }) => {
      const database = await applyHistory(ground, history);
      const before = await database.rows(stays);
      const report = await takeDownForeseen(database, history.migrations.length);
      expect(await database.rows(stays)).toEqual(before);
      expect(report.failure).toBeUndefined();
      expect(report.refused?.losses).not.toHaveLength(0);
    },
  );
});

/** A foreign table `others` that leads back to the table `users` of the same database. */
async function withForeign(up: string, down: string): Promise<Database> {
  const database = await ground.database();
  await database.run(`create table users (id int); insert into users values (1), (2); create extension postgres_fdw;
    create server s foreign data wrapper postgres_fdw options (host '127.0.0.1', port '${ground.postgres.port}', dbname '${database.name}');
    create user mapping for public server s options (user 'postgres', password '${new URL(database.url).password}');
    create foreign table others (id int) server s options (table_name 'users');`);
  await applyTo(ground, database, [[up, down]]);
  return database;
}

const view = 'create materialized view m as select id from users;';
/** What a text says by itself: the rows that its words take away are counted before anything runs. */
test.each<[string, string, string, number]>([
  ['a materialized view', 'drop materialized view m;', 'public.m', 2],
  ['one that is refreshed', 'refresh materialized view m;', 'public.m', 2],
  ['a table that a crash will empty', 'alter table users set unlogged;', 'public.users', 3],
  ['a partition', 'drop table parts;', 'public.one', 2],
  ['rows of a partition', 'delete from parts;', 'public.one', 2],
  ['a column of a partition', 'alter table parts drop column n;', 'public.one.n', 2],
  ['a sequence', 'drop sequence numbers;', 'public.numbers', 1],
])('a preview judges as the run does: %s', async (_name, downSql, object, rows) => {
  const database = await ground.database();
  await database.run(`create table users (id int); insert into users values (1), (2), (3); ${view}
    delete from users; insert into users values (3), (4), (5); create sequence numbers; select nextval('numbers');
    create table parts (id int, n int) partition by list (id); create table one partition of parts for values in (1);
    insert into parts values (1, 1), (1, 2);`);
  await applyTo(ground, database, [['select 1;', downSql]]);
  const losses = [expect.objectContaining({ object, rows })];
  const [planned] = (await readDownPlan(engineOn(database), { range: { kind: 'steps', steps: 1 } })).revert;
  expect(planned).toMatchObject({ opaque: false, losses });
  await applyTo(ground, database, [
    ['select 1;', downSql],
    ['select 2;', `do $do$ begin execute $sql$ ${downSql} $sql$; end $do$;`],
  ]);
  expect((await takeDown(database, 1)).refused?.losses).toEqual(losses);
});

test.each([
  'delete from others;',
  'update others set id = 0 where id = 1;',
  'truncate others;',
  'truncate others; drop foreign table others;',
  'delete from others; drop foreign table others;',
  "do $$ begin execute 'delete from others'; end $$;",
])('rows behind a foreign table cannot be counted: it is named, and needs leave: %s', async (downSql) => {
  const database = await withForeign('create table a (id int);', downSql);
  expect((await takeDown(database, 1)).refused?.losses).toMatchObject([{ kind: 'foreign', object: 'public.others' }]);
  expect(await database.rows('select id from users order by id')).toEqual([[1], [2]]);
  expect((await takeDown(database, 1, 'allow')).reverted).toHaveLength(1);
});

test('a foreign table that goes takes no rows along', async () => {
  const database = await withForeign(
    "create foreign table more (id int) server s options (table_name 'users');",
    'drop foreign table more;',
  );
  expect((await takeDown(database, 1)).reverted).toHaveLength(1);
});

const remote = "dblink_exec('host=127.0.0.1 port=PORT dbname=NAME user=postgres password=WORD', 'delete from users')";
test.each([
  [`select ${remote};`, 'line 1 (dblink)'],
  [`do $$ begin perform ${remote}; end $$;`, 'line 1 (dblink)'],
  ['select away();', 'the function away()'],
  ['do $$ begin perform away(); end $$;', 'the function away()'],
  ["copy (select 1) to program 'true';", 'line 1 (COPY … PROGRAM)'],
])('what leaves the database is not tried, and needs leave: %s', async (downSql, object) => {
  const database = await ground.database();
  const at = (sql: string) =>
    sql
      .replaceAll('PORT', String(ground.postgres.port))
      .replaceAll('NAME', database.name)
      .replaceAll('WORD', new URL(database.url).password);
  await database.run(
    at(`create table users (id int); insert into users values (1), (2); create extension dblink;
      create function away() returns void language sql as $$ select ${remote} $$;`),
  );
  await applyTo(ground, database, [['select 1;', at(downSql)]]);
  expect((await takeDown(database, 1)).refused?.losses).toEqual([{ kind: 'untestable', object, rows: 0, more: true }]);
  expect(await database.value('select count(*)::int from users')).toBe(2);
});
