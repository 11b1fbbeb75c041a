import { afterAll, beforeAll, expect } from '@jest/globals';
import fc from 'fast-check';
import { together as test } from '../../../../test/e2e/sampled.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, folderOf, type Ground, startGround } from '../ground.ts';
import { type GeneratedHistory, generatedHistory } from './generated-histories.ts';
import { takeDown } from './histories.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const faults = process.env['LOCKSTEP_FAULTS'];
const isDeep = faults === 'deep';
/** The same histories every time, and others each time where the judges ask. `LOCKSTEP_SEED` repeats one. */
const seed = Number(process.env['LOCKSTEP_SEED'] ?? (isDeep ? Date.now() % 2 ** 31 : 20_260_102));
const runs = Number(process.env['LOCKSTEP_RUNS'] ?? (isDeep ? 500 : faults === 'all' ? 60 : 15));

/** Applies what applies; a migration that does not fit what the ones before it left is left out. */
async function apply(database: Database, { before, migrations }: GeneratedHistory): Promise<number> {
  await database.run(before);
  const files: Record<string, string> = {};
  let applied = 0;
  for (const [nth, each] of migrations.entries()) {
    const [upFile, downFile] = [`migrations/${nth + 1}_g.sql`, `rollbacks/${nth + 1}_g.sql`];
    files[upFile] = each.up;
    files[downFile] = each.down;
    const folder = folderOf(ground.scope, files);
    const report = await up(engineOn(database), { folder, phase: 'all', allowOutOfOrder: false });
    if (report.failure !== undefined) {
      delete files[upFile];
      delete files[downFile];
      continue;
    }
    applied++;
    await database.run(each.meanwhile).catch(() => undefined);
  }
  return applied;
}

/** Every value that a user wrote and that is still somewhere in a row of its own id, in whatever table. */
async function usersValues(database: Database): Promise<ReadonlySet<string>> {
  const tables = await database.rows(
    "select oid::regclass::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
  );
  const found = new Set<string>();
  for (const [table] of tables) {
    for (const [id, row] of await database.rows(`select id, to_jsonb(t)::text from ${String(table)} t`)) {
      for (const [value, of] of String(row).matchAll(/\bu(\d+)_\d+\b/g)) if (of === String(id)) found.add(value);
    }
  }
  return found;
}

test(`whatever migrations move, copy, touch and destroy: a down migration takes no user's value along without leave (seed ${seed})`, async () => {
  const ends = { down: 0, refused: 0, failed: 0, lostWithLeave: 0, innocent: 0 };
  const run = fc.asyncProperty(generatedHistory, async (history) => {
    await ground.postgres.dropDatabase('generated').catch(() => undefined);
    const database = await ground.database('generated');
    const applied = await apply(database, history);
    fc.pre(applied > 0);
    const before = await usersValues(database);
    const report = await takeDown(database, applied);
    const after = await usersValues(database);
    expect([...before].filter((each) => !after.has(each))).toEqual([]);
    if (history.isInnocent && applied === history.migrations.length && report.failure === undefined) {
      expect(report.refused).toBeUndefined();
      ends.innocent++;
    }
    ends[report.refused === undefined ? (report.failure === undefined ? 'down' : 'failed') : 'refused']++;
    const left = (await database.versions()).length;
    if (report.refused === undefined || left === 0) return;
    // With leave it may go, and what goes is told.
    const allowed = await takeDown(database, left, 'allow');
    const end = await usersValues(database);
    if ([...after].every((each) => end.has(each))) return;
    expect(allowed.reverted.flatMap(({ losses }) => losses)).not.toEqual([]);
    ends.lostWithLeave++;
  });
  await fc.assert(run, { seed, numRuns: runs, endOnFailure: true });
  if (process.env['LOCKSTEP_RUNS'] !== undefined) process.stderr.write(`${JSON.stringify(ends)}\n`);
  // Histories that all end the same way prove nothing.
  expect(Math.min(ends.down, ends.refused, ends.lostWithLeave, ends.innocent)).toBeGreaterThan(0);
}, 1_800_000);
