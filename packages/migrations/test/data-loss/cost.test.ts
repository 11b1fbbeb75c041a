import { afterAll, beforeAll, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { down } from '../../src/down/down.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, folderOf, type Ground, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround(undefined, { autovacuum: 'off' });
});
afterAll(() => ground.end());

const FILES = 10;

/** A database that has so many tables, and files that make some more, one each. */
async function databaseOf(tables: number): Promise<Database> {
  const database = await ground.database();
  await database.run(
    `do $$ begin for i in 1..${tables} loop execute format('create table old%s (id int primary key, a text, b text)', i); end loop; end $$;`,
  );
  return database;
}

const folder = (nth: number) =>
  folderOf(
    ground.scope,
    Object.fromEntries(
      Array.from({ length: FILES }, (_, i) => [
        [
          `migrations/${nth}${i}_a.sql`,
          `create table new${nth}${i} (id int references old1, a text); alter table old2 add n${nth}${i} int;`,
        ],
        [`rollbacks/${nth}${i}_a.sql`, `alter table old2 drop n${nth}${i}; drop table new${nth}${i};`],
      ]).flat(),
    ),
  );

/** Rows and blocks that the server read for some work, as it counts them itself: no clock is asked. */
async function workOf(database: Database, work: () => Promise<unknown>): Promise<{ rows: number; blocks: number }> {
  const read = async () => {
    // Whoever has disconnected has told all that he read.
    for (;;) {
      const others =
        'select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
      if ((await database.value(others)) === 0) break;
    }
    const [row] = await database.rows(
      'select tup_returned::float, (blks_hit + blks_read)::float from pg_stat_database where datname = current_database()',
    );
    return { rows: Number(row?.[0]), blocks: Number(row?.[1]) };
  };
  const before = await read();
  await work();
  const after = await read();
  return { rows: after.rows - before.rows, blocks: after.blocks - before.blocks };
}

async function measure(tables: number) {
  const database = await databaseOf(tables);
  const applies = (nth: number) =>
    up(engineOn(database), { folder: folder(nth), phase: 'all', allowOutOfOrder: false });
  const reverts = () => down(engineOn(database), { range: { kind: 'steps', steps: FILES }, onDataLoss: 'refuse' });
  // The first time makes the tables of the history.
  expect((await applies(1)).applied).toHaveLength(FILES);
  expect((await reverts()).reverted).toHaveLength(FILES);
  const upward = await workOf(database, () => applies(2));
  const nothing = await workOf(database, () => applies(2));
  const downward = await workOf(database, reverts);
  expect(await database.versions()).toEqual([]);
  return { upward, nothing, downward };
}

test('up, down and nothing to apply read no more in a database with fifteen times as many tables', async () => {
  const [small, large] = [await measure(40), await measure(600)];
  for (const each of ['upward', 'nothing', 'downward'] as const) {
    for (const what of ['rows', 'blocks'] as const) {
      const [little, much] = [small[each][what], large[each][what]];
      expect([each, what, little, much, much < 2 * little + 2_000]).toEqual([each, what, little, much, true]);
    }
  }
});
