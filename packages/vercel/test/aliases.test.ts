import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import {
  applySwap,
  type Deployment,
  planSwap,
  readAlias,
  readSwapSnapshot,
  type SwapPlan,
  undoSwap,
} from '@lockstep/vercel';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aGround, aStagedRelease, type Ground } from './ground.ts';
import { aRequest } from './states.ts';

let ground: Ground;
let v1: Deployment;
let v2: Deployment;
const names = ['staging.shop.localhost', 'next.shop.localhost'];

beforeEach(async () => {
  ground = await aGround();
  ({ v1, v2 } = await aStagedRelease(ground));
  await ground.vercel.actAs('ann').assignAlias(v1.id, 'staging.shop.localhost');
});
afterEach(async () => {
  expect(ground.vercel.unmodelled).toEqual([]);
  await ground[Symbol.asyncDispose]();
});

const holders = () => names.map((name) => ground.vercel.holder(name));

async function plan(aliases = names) {
  const api = ground.client();
  const state = await readSwapSnapshot(api, 'web', v2.id);
  const foreignAliases = (await Promise.all(aliases.map((name) => readAlias(api, name)))).filter(
    (row) => row !== undefined,
  );
  return planSwap(state, aRequest({ strategy: 'alias', aliases, foreignAliases }), api.clock.now());
}

async function planned(): Promise<SwapPlan> {
  return (await plan()).plan;
}

const apply = (made: SwapPlan) => applySwap(ground.client(), made, { probe: ground.askTable, timeoutMs: 5_000 });
const undo = (made: SwapPlan) => {
  const api = ground.client();
  return undoSwap(api, made, { probe: ground.askTable, until: api.clock.now() + 5_000 });
};

describe('single aliases', () => {
  test('move, and production does not', async () => {
    expect(await apply(await planned())).toMatchObject({ verdict: 'pass', reason: 'swapped' });
    expect(holders()).toEqual([v2.id, v2.id]);
    expect(ground.vercel.project(ground.project.id).productionId).toBe(v1.id);
  });

  test('are restored to their previous deployments, and a new one is removed', async () => {
    const made = await planned();
    await apply(made);
    expect(await undo(made)).toMatchObject({ verdict: 'pass', traffic: 'restored' });
    expect(holders()).toEqual([v1.id, null]);
  });

  test('that another user moved in between are restored to theirs', async () => {
    const made = await planned();
    const v3 = await ground.deploy('v3');
    await ground.vercel.actAs('ann').assignAlias(v3.id, 'staging.shop.localhost');
    const end = await apply(made);
    expect(end).toMatchObject({ verdict: 'fail', reason: 'alias-conflict' });
    expect(holders()).toEqual([v3.id, null]);
  });

  test('are undone one by one: one that another user moved since stays theirs', async () => {
    const made = await planned();
    await apply(made);
    const v3 = await ground.deploy('v3');
    await ground.vercel.actAs('ann').assignAlias(v3.id, 'next.shop.localhost');
    const end = await undo(made);
    expect(end).toMatchObject({
      verdict: 'fail',
      reason: 'conflict',
      differs: [{ name: 'next.shop.localhost', now: v3.id }],
    });
    expect(holders()).toEqual([v1.id, v3.id]);
  });

  test.each(['reset-after', 'reset-before'] as const)(
    'whose answer is lost by %s are read, not believed',
    async (kind) => {
      const made = await planned();
      ground.faults.plant({ service: 'vercel', method: 'POST', path: /\/aliases/, effect: { kind } });
      const end = await apply(made);
      expect(end.verdict).toBe(kind === 'reset-after' ? 'pass' : 'fail');
      expect(await undo(made)).toMatchObject({ verdict: 'pass', traffic: 'restored' });
      expect(holders()).toEqual([v1.id, null]);
    },
  );

  test('of which one is forbidden leave the others to the undo', async () => {
    const made = await planned();
    ground.vercel.forbid('next.shop.localhost');
    const end = await apply(made);
    expect(end).toMatchObject({ verdict: 'fail', reason: 'alias-refused' });
    expect(holders()).toEqual([v2.id, null]);
    expect(await undo(made)).toMatchObject({ verdict: 'pass', traffic: 'restored' });
    expect(holders()).toEqual([v1.id, null]);
  });

  test('are refused for production domains and for names of other projects', async () => {
    const other = ground.vercel.addProject({ name: 'other' });
    const theirs = await ground.deploy('theirs', { projectId: other.id, projectName: 'other' });
    await ground.vercel.actAs('ann').assignAlias(theirs.id, 'theirs.vercel.localhost');
    const made = await plan(['shop.localhost', 'theirs.vercel.localhost']);
    if (made.kind === 'plan') throw new Error('it was planned');
    expect(made.refusals.map(({ code }) => code)).toEqual(['alias-is-production-domain', 'alias-of-other-project']);
  });
});

test('a production domain that strayed is moved to what is live, alone', async () => {
  await ground.vercel.actAs('ann').assignAlias(v2.id, 'shop.localhost');
  const api = ground.client();
  const made = planSwap(
    await readSwapSnapshot(api, 'web', v1.id),
    aRequest({ commitOrder: 'identical' }),
    api.clock.now(),
  );
  expect(await apply(made.plan)).toMatchObject({ verdict: 'pass', reason: 'swapped' });
  expect(ground.vercel.holder('shop.localhost')).toBe(v1.id);
});
