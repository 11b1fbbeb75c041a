import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Ground, startGround } from '../ground.ts';
import { applyCase, goDown, table } from './case.ts';

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
