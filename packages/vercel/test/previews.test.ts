import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { PREVIEW_META, planRemoval, previewOwners, readPreviews, removeDeployment } from '@lockstep/vercel';
import { aGround, type Ground } from './ground.ts';

const OURS = 'acme/shop#12';
let ground: Ground;

beforeEach(async () => {
  ground = await aGround();
});
afterEach(async () => {
  expect(ground.vercel.unmodelled).toEqual([]);
  await ground[Symbol.asyncDispose]();
});

const preview = (owner: string, target = 'preview') =>
  ground.deploy(owner, { target, staged: target === 'production', meta: { [PREVIEW_META]: owner } });
const left = () => [...ground.vercel.state.deployments.keys()];

test('the previews of one pull request are found and removed, all others stay', async () => {
  const [first, second] = [await preview(OURS), await preview(OURS)];
  const others = [await preview('acme/shop#1'), await ground.deploy('another', { target: 'preview' })];
  const api = ground.client();
  const state = await readPreviews(api, 'web', { owner: OURS });
  expect(previewOwners(state)).toEqual([OURS]);
  const plan = planRemoval(state, [OURS]);
  expect(plan.kept).toEqual([]);
  expect(plan.remove.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
  for (const { id } of plan.remove) expect(await removeDeployment(api, id)).toBe(true);
  expect(left().sort()).toEqual(others.map(({ id }) => id).sort());
  expect(await removeDeployment(api, first.id)).toBe(false);
});

test('without an owner all are found that are young enough', async () => {
  await preview(OURS);
  await preview('acme/shop#13');
  await ground.deploy('another');
  expect([...previewOwners(await readPreviews(ground.client(), 'web', { sinceMs: 0 }))].sort()).toEqual([
    OURS,
    'acme/shop#13',
  ]);
  expect(previewOwners(await readPreviews(ground.client(), 'web', { sinceMs: Date.now() + 60_000 }))).toEqual([]);
});

test('what was built for production stays, whatever it says of itself', async () => {
  const staged = await preview(OURS, 'production');
  const plan = planRemoval(await readPreviews(ground.client(), 'web', { owner: OURS }), [OURS]);
  expect(plan).toEqual({ remove: [], kept: [expect.stringContaining(staged.id)] });
});

test('what a domain of the project leads to stays', async () => {
  const { id } = await preview(OURS);
  await ground.vercel.actAs('dashboard').assignAlias(id, 'www.shop.localhost');
  const plan = planRemoval(await readPreviews(ground.client(), 'web', { owner: OURS }), [OURS]);
  expect(plan).toEqual({ remove: [], kept: [expect.stringMatching(`${id}.*www.shop.localhost`)] });
});

test('a removal whose answer is lost is read back', async () => {
  const { id } = await preview(OURS);
  ground.faults.plant({ service: 'vercel', method: 'DELETE', effect: { kind: 'reset-after' } });
  expect(await removeDeployment(ground.client(), id)).toBe(true);
  expect(left()).toEqual([]);
});

test('a removal that did not happen is an error', async () => {
  const { id } = await preview(OURS);
  ground.faults.plant({ service: 'vercel', method: 'DELETE', effect: { kind: 'reset-before' } });
  await expect(removeDeployment(ground.client(), id)).rejects.toThrow(/DELETE/);
  expect(left()).toEqual([id]);
});
