import { afterAll, beforeAll, expect } from '@jest/globals';
import fc from 'fast-check';
import { together as test } from '../../../../test/e2e/sampled.ts';
import { readContractData } from '../../src/archive/contract-data.ts';
import { restoreArchives } from '../../src/archive/restore.ts';
import { engineOn, type Ground, startGround } from '../ground.ts';
import { archiveDown } from './archives.ts';
import { applyContract } from './contracts.ts';
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
const provenance = { release: 'r1' };

/** What is there, a contract migration that deletes some of it, later writes, and a rollback past it with its archive. */
async function check(generated: GeneratedArchive): Promise<void> {
  const { database, url } = await begin(ground);
  await database.run(`set role keeper; ${generated.up}`);
  await database.run(generated.users);
  const before = await stock(database);
  const contract = { contract: generated.down, down: generated.up };
  const report = await applyContract(ground, database, contract, { url, mode: 'always', provenance });
  expect(report.failure).toBeUndefined();
  if (report.refused !== undefined) {
    expect(await stock(database)).toEqual(before);
    expect(new Set(report.refused.unarchived.map(({ kind }) => kind))).toEqual(new Set(['not-possible']));
    ends.refused++;
    return;
  }
  const archived = report.applied.flatMap((each) => each.archived);
  const [data] = await readContractData(engineOn(database, { url }), ['r1']);
  expect(data).toMatchObject({ isApplied: true, state: 'complete' });
  expect(data?.archives.map(({ id }) => id)).toEqual(archived.map(({ id }) => id));
  for (const sql of generated.between) await database.run(sql).catch(() => undefined);
  // As the action does it: what the down migration itself would delete is archived too.
  expect(await archiveDown(database, { url })).toMatchObject({ failure: undefined, refused: undefined });
  for (const sql of generated.after) await database.run(sql).catch(() => undefined);
  const written = words(await stock(database), 'w');
  const options = { dryRun: false, triggersOff: false, only: { version: '5', direction: 'up' as const } };
  const restored = await restoreArchives(engineOn(database, { url }), options);
  const conflicts = conflictsOf(restored);
  expect(restored.tables.map(({ notRestored }) => notRestored)).toEqual(restored.tables.map(() => undefined));
  for (const table of restored.tables) {
    const left = Object.values(table.conflicts).reduce((sum, count) => sum + count, 0);
    expect(table.inserted + table.set + table.already + left).toBe(table.rows);
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
  const again = await restoreArchives(engineOn(database, { url }), options);
  expect(again.tables.map(({ inserted, set }) => inserted + set).reduce((sum, count) => sum + count, 0)).toBe(0);
  expect(await stock(database)).toEqual(now);
}

test(`contract with archive, writes, rollback past it: what was there and what was written since, or a listed conflict (seed ${seed})`, async () => {
  await fc.assert(fc.asyncProperty(generatedArchive, check), { seed, numRuns: runs, endOnFailure: true });
  if (process.env['LOCKSTEP_RUNS'] !== undefined) process.stderr.write(`${JSON.stringify(ends)}\n`);
  expect(Math.min(ends.equal, ends.written)).toBeGreaterThan(0);
}, 1_800_000);
