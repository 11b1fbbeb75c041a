import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { down } from '../../src/down/down.ts';
import { readStatus } from '../../src/up/status.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, folderOf, type Ground, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const first = {
  'migrations/1_a.sql': 'create table a (id int); insert into a values (1); create table b (id int);',
  'rollbacks/1_a.sql': 'drop table a; drop table b;',
};
const both = { ...first, 'migrations/2_c.sql': 'create table c (id int);', 'rollbacks/2_c.sql': 'drop table c;' };
const apply = (database: Database, files: Record<string, string>) =>
  up(engineOn(database), { folder: folderOf(ground.scope, files), phase: 'all', allowOutOfOrder: false });

/** As a version of the toolkit left it that did not write down yet what a migration did. */
async function olderDatabase(): Promise<Database> {
  const database = await ground.database();
  await apply(database, first);
  await database.rows('alter table lockstep.migrations drop column facts');
  return database;
}

test('a side table of an earlier version is read as it is, and changed by no look at it', async () => {
  const database = await olderDatabase();
  const { versions: found } = await readStatus(engineOn(database), folderOf(ground.scope, both));
  expect(found.map(({ state }) => state)).toEqual(['applied', 'pending']);
  expect(
    await database.value(
      'select count(*)::int from pg_attribute where attrelid = $$lockstep.migrations$$::regclass and attname = $$facts$$',
    ),
  ).toBe(0);
});

test('it gets its columns with the next up, and keeps its rows', async () => {
  const database = await olderDatabase();
  expect((await apply(database, both)).applied).toHaveLength(1);
  expect(await database.rows('select version, facts is null from lockstep.migrations order by version')).toEqual([
    ['1', true],
    ['2', false],
  ]);
});

test("what it does not know is not taken for nothing: rows that may be a user's stay", async () => {
  const database = await olderDatabase();
  const range = { kind: 'steps', steps: 1 } as const;
  await database.rows('insert into a values (2)');
  const report = await down(engineOn(database), { range, onDataLoss: 'refuse' });
  expect(report).toMatchObject({ reverted: [], refused: { version: '1' } });
  expect(await database.value('select count(*)::int from a')).toBe(2);
});
