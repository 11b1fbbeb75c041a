import { afterAll, beforeAll, expect } from '@jest/globals';
import fc from 'fast-check';
import { together as test } from '../../../../test/e2e/sampled.ts';
import { restoreArchives } from '../../src/archive/restore.ts';
import { up } from '../../src/up/up.ts';
import { engineOn, folderOf, type Ground, startGround } from '../ground.ts';
import { archiveDown } from './archives.ts';
import { type GeneratedArchive, generatedArchive } from './generated-archives.ts';
import { begin, conflictsOf, stock, words, wordsLeftInArchives } from './stock.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const faults = process.env['LOCKSTEP_FAULTS'];
const isDeep = faults === 'deep';
/** The same every time, and others each time where the judges ask. `LOCKSTEP_SEED` repeats one. */
const seed = Number(process.env['LOCKSTEP_SEED'] ?? (isDeep ? Date.now() % 2 ** 31 : 20_260_130));
const runs = Number(process.env['LOCKSTEP_RUNS'] ?? (isDeep ? 300 : faults === 'all' ? 40 : 6));

const ends = { equal: 0, conflicts: 0, refused: 0, written: 0 };

async function check(generated: GeneratedArchive): Promise<void> {
  const { database, url } = await begin(ground);
  const files = { 'migrations/1_g.sql': generated.up, 'rollbacks/1_g.sql': generated.down };
  const apply = async () => {
    const report = await up(engineOn(database, { url }), {
      folder: folderOf(ground.scope, files),
      phase: 'all',
      allowOutOfOrder: false,
    });
    expect(report.failure).toBeUndefined();
  };
  await apply();
  await database.run(generated.users);
  const before = await stock(database);
  const report = await archiveDown(database, { url });
  expect(report.failure).toBeUndefined();
  if (report.refused !== undefined) {
    expect(await stock(database)).toEqual(before);
    expect(report.refused.unarchived.map(({ kind }) => kind)).toEqual(
      report.refused.unarchived.map(() => 'not-possible'),
    );
    ends.refused++;
    return;
  }
  for (const sql of generated.between) await database.run(sql).catch(() => undefined);
  await apply();
  for (const sql of generated.after) await database.run(sql).catch(() => undefined);
  const written = words(await stock(database), 'w');
  const dry = await restoreArchives(engineOn(database, { url }), { dryRun: true, triggersOff: false });
  const restored = await restoreArchives(engineOn(database, { url }), { dryRun: false, triggersOff: false });
  const conflicts = conflictsOf(restored);
  expect(restored.tables.map(({ notRestored }) => notRestored)).toEqual(restored.tables.map(() => undefined));
  for (const table of restored.tables) {
    const left = Object.values(table.conflicts).reduce((sum, count) => sum + count, 0);
    expect(table.inserted + table.set + table.already + left).toBe(table.rows);
    const foreseen = dry.tables.find(({ id }) => id === table.id);
    if (foreseen?.notRestored === undefined && (table.conflicts.server ?? 0) === 0) {
      // What the migration put there again is recognized only where it has a key.
      expect(foreseen).toMatchObject({
        set: table.set,
        inserted: table.inserted + (foreseen?.already === 0 ? table.already : 0),
      });
    }
  }
  const now = await stock(database);
  if (generated.isQuiet && conflicts === 0) {
    expect(now).toEqual(before);
    ends.equal++;
  }
  // What users wrote since is there, and what they had is there too, or listed as a conflict, or overwritten by them.
  expect([...written].filter((word) => !words(now, 'w').has(word))).toEqual([]);
  const left = await wordsLeftInArchives(database);
  const overwritten = /^u_(a_[36]|c_[12])$/;
  const lost = [...words(before, 'u')].filter(
    (word) => !words(now, 'u').has(word) && !left.has(word) && !(overwritten.test(word) && !generated.isQuiet),
  );
  expect(lost).toEqual([]);
  if (conflicts > 0) ends.conflicts++;
  if (!generated.isQuiet) ends.written++;
  // Nothing comes back twice.
  const again = await restoreArchives(engineOn(database, { url }), { dryRun: false, triggersOff: false });
  expect(again.tables.map(({ inserted, set }) => inserted + set).reduce((sum, count) => sum + count, 0)).toBe(0);
  expect(await stock(database)).toEqual(now);
}

test(`down with archive, up, restore: what was there and what was written since, or a listed conflict (seed ${seed})`, async () => {
  await fc.assert(fc.asyncProperty(generatedArchive, check), { seed, numRuns: runs, endOnFailure: true });
  if (process.env['LOCKSTEP_RUNS'] !== undefined) process.stderr.write(`${JSON.stringify(ends)}\n`);
  expect(Math.min(ends.equal, ends.written)).toBeGreaterThan(0);
}, 1_800_000);
