import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { expectedLockMs } from '../../src/archive/limits.ts';
import { readDownPlan } from '../../src/down/preview.ts';
import { defaultArchiveLimits } from '../../src/index.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, folderOf, type Ground, startGround } from '../ground.ts';
import { archiveDown } from './archives.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const ROWS = 500;

/** Two migrations, each with a table of users' rows. */
async function two(): Promise<Database> {
  const database = await ground.database();
  const files = [1, 2].flatMap((nth) => [
    [`migrations/${nth}_t.sql`, `create table t${nth} (id int primary key, a text);`],
    [`rollbacks/${nth}_t.sql`, `drop table t${nth};`],
  ]);
  const folder = folderOf(ground.scope, Object.fromEntries(files));
  await up(engineOn(database), { folder, phase: 'all', allowOutOfOrder: false });
  for (const name of ['t1', 't2']) {
    await database.run(`insert into ${name} select i, repeat('x', 200) from generate_series(1, ${ROWS}) i`);
  }
  return database;
}

/** How long each of them is expected to lock its table. */
async function eachMs(database: Database): Promise<number> {
  const archiveLimits = defaultArchiveLimits;
  const { revert } = await readDownPlan(engineOn(database), { range: { kind: 'steps', steps: 2 }, archiveLimits });
  const [first] = revert;
  expect(first?.archive).toMatchObject({ rows: ROWS, unarchived: [] });
  return expectedLockMs({ rows: ROWS, bytes: first?.archive?.bytes ?? 0 });
}

test('several migrations of one undo have together no longer than what is left of its budget', async () => {
  const database = await two();
  const ms = await eachMs(database);
  expect(ms).toBeGreaterThan(2);
  // Enough for each of them, and not for both.
  const archiveLimits = { ...defaultArchiveLimits, lockMs: ms + 1, leftMs: 2 * ms - 1 };
  const plan = await readDownPlan(engineOn(database), { range: { kind: 'steps', steps: 2 }, archiveLimits });
  expect(plan.revert.map(({ archive }) => archive?.unarchived.map(({ kind }) => kind))).toEqual([[], ['lock-time']]);
  const report = await archiveDown(database, { steps: 2 }, archiveLimits);
  expect(report).toMatchObject({ reverted: [], refused: { unarchived: [{ kind: 'lock-time' }] } });
  expect(await database.value('select count(*)::int from t2')).toBe(ROWS);
  // With time enough, both are archived.
  expect((await archiveDown(database, { steps: 2 }, { leftMs: 60_000 })).reverted).toHaveLength(2);
});
