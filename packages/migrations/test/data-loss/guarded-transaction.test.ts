import { afterAll, beforeAll, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { type Database, type Ground, startGround } from '../ground.ts';
import { applyCase, goDown, table, users } from './case.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

test('a row that is written between the look and the drop is not lost', async () => {
  const database = await applyCase(ground, table);
  const writer = await database.client();
  // The way down finds the table empty, but has to wait for its lock until this transaction ends.
  await writer.query('begin');
  await writer.query("insert into t values (1, 'late')");
  const going = goDown(database);
  await database.until('waits');
  await writer.query('commit');
  await writer.end();
  expect((await going).refused?.losses).toMatchObject([{ object: 'public.t', rows: 1 }]);
  expect(await database.value('select a from t')).toBe('late');
});

/** A way down that stops in its second run, which is the one behind its trial, until `go` is called. */
const stops = "set lock_timeout = 0; do $$ begin perform pg_advisory_xact_lock(nextval('runs')); end $$;";

async function holdSecondRun(database: Database): Promise<() => Promise<void>> {
  const holder = await database.client();
  await holder.query('select pg_advisory_lock(2)');
  return () => holder.end();
}

async function secondRun(database: Database): Promise<void> {
  const waits = "select count(*)::int from pg_locks where locktype = 'advisory' and objid = 2 and not granted";
  while ((await database.value(waits)) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('a row that only the second look meets is not lost', async () => {
  const database = await applyCase(ground, {
    before: `create sequence runs; ${users}`,
    up: 'select 1;',
    down: `${stops} do $$ begin if exists (select from users where name = 'late') then delete from users where name = 'late'; end if; end $$;`,
  });
  const go = await holdSecondRun(database);
  const going = goDown(database);
  await secondRun(database);
  await database.run("insert into users values (3, 'late')");
  await go();
  expect(await going).toMatchObject({
    failure: undefined,
    refused: { losses: [{ kind: 'rows', object: 'public.users', rows: 1 }] },
  });
  expect(await database.value("select count(*)::int from users where name = 'late'")).toBe(1);
});

test('no partition is made of what is about to go', async () => {
  const database = await applyCase(ground, {
    before: 'create sequence runs;',
    up: 'create table p (i int) partition by list (i); create table q partition of p for values in (1);',
    down: `${stops} do $$ begin drop table p; end $$;`,
  });
  const go = await holdSecondRun(database);
  const going = goDown(database);
  await secondRun(database);
  const late = "set lock_timeout = '100ms'; create table late partition of p for values in (2);";
  await expect(database.run(late)).rejects.toThrow('lock timeout');
  await go();
  expect((await going).reverted).toHaveLength(1);
});

test.each([
  'drop schema s cascade;',
  "if exists (select from pg_class where relname = 'late') then drop table s.a, s.late; end if;",
  "if exists (select from pg_class where relname = 'late') then delete from s.late; end if;",
])('what somebody makes after the last look is not lost: %s', async (downSql) => {
  const database = await applyCase(ground, {
    before: 'create sequence runs;',
    up: 'create schema s; create table s.a (i int);',
    down: `${stops} do $$ begin ${downSql} end $$;`,
  });
  const go = await holdSecondRun(database);
  const going = goDown(database);
  await secondRun(database);
  await database.run('create table s.late (i int); insert into s.late values (1), (2);');
  await go();
  expect((await going).refused?.losses).toMatchObject([{ object: 's.late', rows: 2 }]);
  expect(await database.value('select count(*)::int from s.late')).toBe(2);
});

test("a table that the down migration makes and drops itself is nobody else's", async () => {
  const database = await applyCase(ground, {
    ...table,
    down: 'create table scratch as select * from t; insert into scratch values (1); drop table t; drop table scratch;',
  });
  expect((await goDown(database)).reverted).toHaveLength(1);
});

test('writers that never stop lose no row, whichever way it ends', async () => {
  const database = await applyCase(ground, table);
  const writer = await database.client();
  let acknowledged = 0;
  let dropped = false;
  const writing = (async () => {
    while (!dropped) {
      await writer.query(`insert into t values (${acknowledged})`).then(
        () => acknowledged++,
        () => {
          dropped = true;
        },
      );
    }
  })();
  const report = await goDown(database);
  dropped = true;
  await writing;
  await writer.end();
  if (report.refused === undefined) expect(acknowledged).toBe(0);
  else expect(Number(await database.value('select count(*) from t'))).toBe(acknowledged);
});

test('a way down of several transactions is tried whole before its first part is committed', async () => {
  const database = await applyCase(ground, {
    up: 'create table t (i int); create index concurrently i on t (i);',
    down: 'drop index concurrently i; drop table t;',
    meanwhile: 'insert into t values (1);',
  });
  expect((await goDown(database)).refused?.losses).toMatchObject([{ object: 'public.t', rows: 1 }]);
  expect(await database.value("select to_regclass('i') is not null")).toBe(true);
  expect(await database.value('select state from lockstep.migrations')).toBe('applied');
  expect((await goDown(database, 'allow')).reverted).toHaveLength(1);
  expect(await database.value("select to_regclass('t')")).toBeNull();
});
