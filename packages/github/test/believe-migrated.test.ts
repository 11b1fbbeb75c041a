import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  believeMigrated,
  type MigratedPayload,
  type MigratedRecord,
  readMigrated,
  recordMigrated,
} from '../src/index.ts';
import { author } from './records.ts';
import { openWorld, type TestWorld } from './world.ts';

const digests = (version: string, of = 'a') => ({ version, up: of.repeat(64), down: null });
const payload = (changes: Partial<MigratedPayload> = {}): MigratedPayload => ({
  ...{ kind: 'lockstep-migrated/1', id: 'r1-migrated', service: 'web', author: author(7, 2), release: 'r1' },
  ...{ commit: 'c', applied: [digests('11')], ...changes },
});
const record = (nth: number, changes: Partial<MigratedPayload> = {}, at = '08:05:01'): MigratedRecord => ({
  ...{ record: nth, createdAt: `2026-11-01T${at}Z`, payload: payload(changes) },
});
const committed = {
  ...{ id: 'r1', author: author(7, 2) },
  said: [
    { state: 'begun', at: '2026-11-01T08:00:00Z' },
    { state: 'released', at: '2026-11-01T08:05:00Z' },
    // It stays what it applied.
    { state: 'rolled-back', at: '2026-11-01T09:00:00Z' },
  ],
};
const forged = { id: 'other', applied: [digests('11', 'f')] };

test.each<[string, readonly MigratedRecord[], string | undefined, string | undefined]>([
  ['what the release wrote', [record(3)], 'a', undefined],
  ['what it wrote twice, as its first answer was lost', [record(4), record(3)], 'a', undefined],
  ['a newer one under its id', [record(4, { ...forged, id: 'r1-migrated' }), record(3)], 'a', 'another one before'],
  ['a newer one under another id', [record(4, forged), record(3)], 'a', 'another one before'],
  ['one from before its commit', [record(3), record(2, forged, '08:04:00')], 'a', 'before its release was committed'],
  ['another run', [record(3, { author: author(8, 2) })], undefined, 'another run'],
  ['another attempt', [record(3, { author: author(7, 1) })], undefined, 'another run'],
  ['a release that is not there', [record(3, { release: 'r9' })], undefined, 'no such release'],
  ['what cannot be read', [{ ...record(3), payload: undefined }, record(2)], 'a', 'cannot be read'],
])('%s', (_, records, digest, why) => {
  const { migrated, refused } = believeMigrated(records, [committed]);
  expect(migrated.map(({ applied }) => applied[0]?.up)).toEqual(digest === undefined ? [] : [digest.repeat(64)]);
  expect(refused).toEqual(why === undefined ? [] : [expect.objectContaining({ why: expect.stringContaining(why) })]);
});

test('a release that was not committed wrote nothing', () => {
  const open = { ...committed, said: committed.said.slice(0, 1) };
  expect(believeMigrated([record(3)], [open])).toEqual({
    migrated: [],
    refused: [{ record: 3, why: 'its release was not committed' }],
  });
});

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

test('records are read since a time, of one service, with those that cannot be read', async () => {
  const creator = 'github-actions[bot]';
  const source = { github: world.client(), creator };
  const write = (changes: object) =>
    recordMigrated(source.github, creator, 'production', { ...payload({ commit: world.sha }), ...changes });
  await write({ id: 'first' });
  await write({ id: 'api', service: 'api' });
  await write({ id: 'bad', author: { runId: 7 } });
  const key = { environment: 'production', service: 'web' };
  const ids = ({ records }: Awaited<ReturnType<typeof readMigrated>>) => records.map((one) => one.payload?.id);
  const all = await readMigrated(source, key, { fromMs: 0 });
  expect([all.isWhole, ids(all)]).toEqual([true, [undefined, 'first']]);
  const cut = await readMigrated(source, key, { fromMs: 0, most: 1 });
  expect([cut.isWhole, ids(cut)]).toEqual([false, [undefined]]);
  expect(await readMigrated(source, key, { fromMs: Number.MAX_SAFE_INTEGER })).toEqual({ records: [], isWhole: true });
});
