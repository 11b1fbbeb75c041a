import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { down } from '../../src/down/down.ts';
import { readDownPlan } from '../../src/down/preview.ts';
import type { Provenance } from '../../src/engine/engine.ts';
import { describeReleases } from '../../src/records/releases.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, folderOf, type Ground, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const files = { 'migrations/1_a.sql': 'create table a (id int);', 'rollbacks/1_a.sql': 'drop table a;' };
const line = (service: string, repository = 'acme/shop') => ({ repository, environment: 'production', service });
const web = line('web');
const of = (release: string, more: Partial<Provenance> = {}) => ({ release, step: `step of ${release}`, ...more });

/** A release runs `up`, with the files of the shop or with none. */
function pass(database: Database, provenance: Partial<Provenance>, folder = folderOf(ground.scope, files)) {
  return up(engineOn(database, { provenance }), { folder, phase: 'all', allowOutOfOrder: false });
}
const none = () => folderOf(ground.scope, { 'migrations/README.txt': '' });
const range = { kind: 'release', release: 'w1' } as const;
const takeDown = (database: Database, ours = { releases: ['w1'], line: web }) =>
  down(engineOn(database, { provenance: of('r') }), { range, onDataLoss: 'refuse', ours });
const hasTable = (database: Database) => database.value("select to_regclass('a') is not null");

test('a release that has nothing to apply leaves a trace, with what it releases', async () => {
  const database = await ground.database();
  await pass(database, of('w1', { line: web, commit: 'c0ffee', actor: 'ada' }), none());
  expect(
    await database.rows(
      'select kind, version, release, commit_sha, actor, detail, at is not null from lockstep.events',
    ),
  ).toEqual([['release', '', 'w1', 'c0ffee', 'ada', { pending: 0, ...web }, true]]);
});

test('what is no release leaves none', async () => {
  const database = await ground.database();
  await pass(database, {}, none());
  expect(await database.value('select count(*)::int from lockstep.events')).toBe(0);
});

describe('a way down', () => {
  test.each([
    ['another service of the repository', line('billing'), 'billing in production of acme/shop (release b1, '],
    [
      'the same service of another repository',
      line('web', 'acme/portal'),
      'web in production of acme/portal (release b1, ',
    ],
    ['the same service in another environment', { ...web, environment: 'staging' }, 'web in staging of acme/shop'],
    ['a release that does not say of what', undefined, 'release b1 ('],
  ])('is left alone since %s released, which is named', async (_name, other, words) => {
    const database = await ground.database();
    await pass(database, of('w1', { line: web }));
    await pass(database, of('b1', other === undefined ? {} : { line: other }), none());
    const report = await takeDown(database);
    expect(report).toMatchObject({ reverted: [], plan: { chosen: [{ version: '1' }] } });
    expect(describeReleases(report.releasedSince)).toContain(words);
    expect(await hasTable(database)).toBe(true);
    const preview = await readDownPlan(engineOn(database), { range, ours: { releases: ['w1'], line: web } });
    expect(preview.releasedSince).toEqual(report.releasedSince);
  });

  test.each([
    [
      'another service released before',
      async (database: Database) => {
        await pass(database, of('b1', { line: line('billing') }), none());
        await pass(database, of('w1', { line: web }));
      },
    ],
    [
      'its own line released since',
      async (database: Database) => {
        await pass(database, of('w1', { line: web }));
        await pass(database, of('w2', { line: web }));
      },
    ],
    [
      'only a rollback came by since',
      async (database: Database) => {
        await pass(database, of('w1', { line: web }));
        await down(engineOn(database, { provenance: of('back', { line: line('billing') }) }), {
          range: { kind: 'release', release: 'nothing' },
          onDataLoss: 'refuse',
        });
      },
    ],
  ])('goes where %s', async (_name, before) => {
    const database = await ground.database();
    await before(database);
    expect(await takeDown(database)).toMatchObject({ releasedSince: [], reverted: [{ version: '1' }] });
    expect(await hasTable(database)).toBe(false);
  });

  test('goes, whoever released since, where a person asks for it by name', async () => {
    const database = await ground.database();
    await pass(database, of('w1', { line: web }));
    await pass(database, of('b1', { line: line('billing') }), none());
    await down(engineOn(database), { range, onDataLoss: 'refuse' });
    expect(await hasTable(database)).toBe(false);
  });

  test('is left alone, not refused, where the other release applied something newer', async () => {
    const database = await ground.database();
    await pass(database, of('w1', { line: web }));
    const more = folderOf(ground.scope, { ...files, 'migrations/2_b.sql': 'create table b (id int);' });
    await pass(database, of('b1', { line: line('billing') }), more);
    expect((await takeDown(database)).releasedSince).toMatchObject([{ release: 'b1', line: { service: 'billing' } }]);
  });
});

test('tables from before traces named what they release serve as they are, and lose nothing', async () => {
  const database = await ground.database();
  await pass(database, of('w1', { line: web }));
  // As it was written then: by its id alone, or not at all where it applied nothing.
  await database.run("update lockstep.events set detail = detail - 'repository' - 'environment' - 'service'");
  const before = await database.rows('select id, release from lockstep.events order by id');
  await pass(database, of('b1', { line: line('billing') }));
  const after = await database.rows('select id, release from lockstep.events order by id');
  expect(after.slice(0, before.length)).toEqual(before);
  expect((await takeDown(database)).releasedSince).toMatchObject([{ release: 'b1' }]);
});
