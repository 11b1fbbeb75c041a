import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Ground, startGround } from '../ground.ts';
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
  await new Promise((resolve) => setTimeout(resolve, 300));
  await writer.query('commit');
  await writer.end();
  expect((await going).refused?.losses).toMatchObject([{ object: 'public.t', rows: 1 }]);
  expect(await database.value('select a from t')).toBe('late');
});

test('a row that only the second look meets is not lost', async () => {
  const database = await applyCase(ground, {
    before: users,
    up: 'select 1;',
    down: "do $$ begin perform pg_sleep(0.5); delete from users where name = 'late'; end $$;",
  });
  const going = goDown(database);
  // Behind the trial, which finds nothing to delete, and before the delete that would meet it.
  const asleep = async () =>
    (await database.value("select count(*)::int from pg_stat_activity where wait_event = 'PgSleep'")) === 1;
  while (!(await asleep()));
  while (await asleep());
  while (!(await asleep()));
  await database.run("insert into users values (3, 'late')");
  expect(await going).toMatchObject({
    failure: undefined,
    refused: { losses: [{ kind: 'rows', object: 'public.users', rows: 1 }] },
  });
  expect(await database.value("select count(*)::int from users where name = 'late'")).toBe(1);
});

test('no partition is made of what is about to go', async () => {
  const database = await applyCase(ground, {
    up: 'create table p (i int) partition by list (i); create table q partition of p for values in (1);',
    down: 'do $$ begin perform pg_sleep(0.5); drop table p; end $$;',
  });
  const going = goDown(database);
  const asleep = async () =>
    (await database.value("select count(*)::int from pg_stat_activity where wait_event = 'PgSleep'")) === 1;
  while (!(await asleep()));
  while (await asleep());
  while (!(await asleep()));
  await expect(
    database.run(
      "set lock_timeout = '100ms'; create table late partition of p for values in (2); insert into late values (2)",
    ),
  ).rejects.toThrow('lock timeout');
  expect((await going).reverted).toHaveLength(1);
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
