import { afterAll, beforeAll, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { readUpPlan, up } from '../../src/up/up.ts';
import { engineOn, type Files, folderOf, type Ground, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const all = { phase: 'all', allowOutOfOrder: false } as const;

const one = { 'migrations/1_a.sql': 'create table a (id int);', 'rollbacks/1_a.sql': 'drop table a;' };
const two = { 'migrations/2_b.sql': 'create table b (id int);', 'rollbacks/2_b.sql': 'drop table b;' };
const three = { 'migrations/3_c.sql': 'create table c (id int);', 'rollbacks/3_c.sql': 'drop table c;' };
const rest = 'the approved migrations 2 and 3';

/** 1 is applied, 2 and 3 were approved; then somebody applies `meanwhile`, and the approved release comes. */
async function approvedThen(meanwhile: Files | undefined, files: Files = { ...one, ...two, ...three }) {
  const database = await ground.database();
  const apply = (these: Files, expectDigest?: string) =>
    up(engineOn(database), { ...all, folder: folderOf(ground.scope, these), expectDigest });
  await apply(one);
  const approved = await readUpPlan(engineOn(database), {
    ...all,
    folder: folderOf(ground.scope, { ...one, ...two, ...three }),
  });
  if (meanwhile !== undefined) await apply({ ...one, ...meanwhile });
  const { applied } = await apply(files, approved.digest);
  return applied.map(({ version }) => version);
}

test(`${rest} are applied where nothing came in between`, async () => {
  expect(await approvedThen(undefined)).toEqual(['2', '3']);
});

test('an approved plan is approved too where another release applied the first of it', async () => {
  expect(await approvedThen(two)).toEqual(['3']);
});

test('or all of it: nothing is left to do', async () => {
  expect(await approvedThen({ ...two, ...three })).toEqual([]);
});

const other = { 'migrations/2_b.sql': 'create table b (id bigint);', 'rollbacks/2_b.sql': 'drop table b;' };
const otherWayDown = { ...two, 'rollbacks/2_b.sql': 'drop table b cascade;' };

test.each<[string, Files, Files]>([
  ['a migration of another text was applied in its place', other, { ...one, ...other, ...three }],
  ['one with another way down was', otherWayDown, { ...one, ...two, ...three }],
  ['a migration came that nobody approved', { 'migrations/4_d.sql': 'create table d (id int);' }, { ...one }],
])('nothing is applied where %s', async (_name, meanwhile, files) => {
  await expect(approvedThen(meanwhile, files)).rejects.toMatchObject({ reason: 'plan-changed' });
});

test('nothing is applied where the files are not the approved ones', async () => {
  const edited = { ...three, 'migrations/3_c.sql': 'create table c (id bigint);' };
  await expect(approvedThen(two, { ...one, ...two, ...edited })).rejects.toMatchObject({ reason: 'plan-changed' });
  await expect(approvedThen(undefined, { ...one, ...three })).rejects.toMatchObject({ reason: 'plan-changed' });
});

test('a plan of nothing can be approved, and is no approval of anything else', async () => {
  const database = await ground.database();
  const options = (files: Files) => ({ ...all, folder: folderOf(ground.scope, files) });
  await up(engineOn(database), options(one));
  const { digest } = await readUpPlan(engineOn(database), options(one));
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect((await up(engineOn(database), { ...options(one), expectDigest: digest })).applied).toEqual([]);
  const more = up(engineOn(database), { ...options({ ...one, ...two }), expectDigest: digest });
  await expect(more).rejects.toMatchObject({ reason: 'plan-changed' });
});
