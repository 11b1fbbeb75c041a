import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { down } from '../../src/down/down.ts';
import type { Provenance } from '../../src/engine/engine.ts';
import { readUpPlan, up } from '../../src/up/up.ts';
import { describeWaiting, readWaiting } from '../../src/up/waiting.ts';
import { type Database, engineOn, folderOf, type Ground, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const expand = { 'migrations/1_a.sql': 'create table a (id int, old int, older int);' };
const drop = {
  'migrations/2_drop.sql': '-- lockstep: contract\nalter table a drop column old;',
  'rollbacks/2_drop.sql': 'alter table a add column old int;',
};
const more = { 'migrations/3_drop.sql': '-- lockstep: contract\nalter table a drop column older;' };
const by = (release: string): Partial<Provenance> => ({ release, step: `step of ${release}` });

function run(
  database: Database,
  release: string,
  files: Record<string, string>,
  phase: 'expand' | 'contract' = 'expand',
) {
  const folder = folderOf(ground.scope, files);
  return up(engineOn(database, { provenance: by(release) }), { folder, phase, allowOutOfOrder: false });
}

const names = (waiting: readonly { version: string; release: string }[]) =>
  waiting.map(({ release, version }) => `${version} ${release}`);

test('a contract migration waits since the first release that held it back, each since its own', async () => {
  const database = await ground.database();
  expect((await run(database, 'r1', expand)).waiting).toEqual([]);
  const second = await run(database, 'r2', { ...expand, ...drop });
  expect(second.waiting).toEqual([
    {
      version: '2',
      file: 'supabase/migrations/2_drop.sql',
      release: 'r2',
      since: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    },
  ]);
  const third = await run(database, 'r3', { ...expand, ...drop, ...more });
  expect(names(third.waiting)).toEqual(['2 r2', '3 r3']);
});

test('a look says the same and writes nothing; what no release held yet waits since nothing', async () => {
  const database = await ground.database();
  await run(database, 'r1', { ...expand, ...drop });
  const engine = engineOn(database, {});
  const options = {
    folder: folderOf(ground.scope, { ...expand, ...drop, ...more }),
    phase: 'contract',
    allowOutOfOrder: false,
  } as const;
  const events = () => database.value('select count(*)::int from lockstep.events');
  const before = await events();
  expect(names(await readWaiting(engine, await readUpPlan(engine, options)))).toEqual(['2 r1', '3 ']);
  expect(await events()).toBe(before);
});

test('nothing waits once it is applied, and what is taken down and held again waits since then', async () => {
  const database = await ground.database();
  const files = { ...expand, ...drop };
  await run(database, 'r1', files);
  const contract = await run(database, 'r1', files, 'contract');
  expect(contract).toMatchObject({ applied: [{ version: '2' }], waiting: [] });
  expect((await run(database, 'r2', files)).waiting).toEqual([]);
  const range = { kind: 'steps', steps: 1 } as const;
  const ours = { releases: ['r1', 'r2'], line: undefined };
  expect(await down(engineOn(database, { provenance: by('') }), { range, onDataLoss: 'allow', ours })).toMatchObject({
    reverted: [{ version: '2' }],
  });
  expect(names((await run(database, 'r3', files)).waiting)).toEqual(['2 r3']);
});

test('a run that is no release leaves no word of it', async () => {
  const database = await ground.database();
  expect(names((await run(database, '', { ...expand, ...drop })).waiting)).toEqual(['2 ']);
});

test('is told in one line', () => {
  const waits = (version: string, release = '', since = '') => ({
    ...{ version, release, since },
    file: `supabase/migrations/${version}_x.sql`,
  });
  expect(describeWaiting([])).toBe('');
  expect(describeWaiting([waits('1')])).toBe('1 contract migration waits: 1_x.sql');
  expect(
    describeWaiting([waits('1', 'r2', '2026-11-21T10:00:00Z'), waits('2', 'r1', '2026-11-20T10:00:00Z'), waits('3')]),
  ).toBe('3 contract migrations wait since 2026-11-20 (release r1): 1_x.sql, 2_x.sql, 3_x.sql');
});

test('a file that deletes all rows of a table in use waits, and keeps them until then', async () => {
  const database = await ground.database();
  await run(database, 'r1', expand);
  await database.run('insert into a (id) values (1), (2)');
  const empty = {
    ...expand,
    'migrations/2_empty.sql': 'delete from public.a where true;',
    'rollbacks/2_empty.sql': 'select 1;',
  };
  expect(names((await run(database, 'r2', empty)).waiting)).toEqual(['2 r2']);
  expect(await database.value('select count(*)::int from a')).toBe(2);
  expect((await run(database, 'r2', empty, 'contract')).applied).toMatchObject([{ version: '2' }]);
  expect(await database.value('select count(*)::int from a')).toBe(0);
});
