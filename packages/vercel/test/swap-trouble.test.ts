import { describe, expect } from '@jest/globals';
import type { JobPlan } from '@lockstep/proving-ground/vercel';
import { applySwap, recheck } from '@lockstep/vercel';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { useSwapping } from './swapping.ts';

const stage = useSwapping();

describe('another release', () => {
  test('right after the promote replaces it, is recognised, and stays', async () => {
    const v3 = await stage.ground.deploy('v3');
    stage.ground.faults.plant({
      service: 'vercel',
      path: /rollbackInfo/,
      after: 1,
      effect: {
        kind: 'actor',
        act: async () => {
          await stage.ground.vercel.settled();
          await stage.ground.vercel.actAs('ann').promote(v3.id);
          await stage.ground.vercel.settled();
        },
      },
    });
    const end = await stage.swap();
    expect(end).toMatchObject({ verdict: 'fail', reason: 'superseded-by-other-promotion' });
    expect(await stage.undo(end.plan)).toMatchObject({ verdict: 'fail', reason: 'conflict' });
    expect(stage.holders()).toEqual([v3.id]);
  });

  test('since the plan was made is seen, and the swap not begun', async () => {
    const api = stage.ground.client();
    const made = await stage.plan(api);
    const v3 = await stage.ground.deploy('v3');
    let begin = () => {};
    stage.ground.vercel.jobs.plan({ begins: new Promise((resolve) => (begin = resolve)) });
    await stage.ground.vercel.actAs('ann').promote(v3.id);
    expect((await recheck(api, made))?.code).toBe('promotion-in-flight');
    begin();
    await stage.ground.vercel.settled();
    expect((await recheck(api, made))?.code).toBe('current-differs');
  });
  test('that came in right before the promote is seen, and restored', async () => {
    const v3 = await stage.ground.deploy('v3');
    stage.ground.faults.plant({
      service: 'vercel',
      method: 'POST',
      path: /promote/,
      effect: {
        kind: 'actor',
        act: async () => {
          await stage.ground.vercel.actAs('ann').promote(v3.id);
          await stage.ground.vercel.settled();
        },
      },
    });
    const end = await stage.swap();
    expect(end).toMatchObject({ verdict: 'fail', reason: 'displaced-other-release' });
    expect(await stage.undo(end.plan)).toMatchObject({ verdict: 'pass', reason: 'swap-undone', traffic: 'restored' });
    expect(stage.holders()).toEqual([v3.id]);
    expect(await stage.undo(end.plan)).toMatchObject({ verdict: 'fail', reason: 'conflict' });
    expect(stage.holders()).toEqual([v3.id]);
  });
});

describe('a swap whose answer is lost', () => {
  test.each(['reset-after', 'reset-before', 'hang'] as const)('by %s is carried out once', async (kind) => {
    stage.ground.faults.plant({ service: 'vercel', method: 'POST', path: /\/promote\//, effect: { kind } });
    const end = await stage.swap(kind === 'hang' ? { requestTimeoutMs: 200 } : {});
    expect(end).toMatchObject({ verdict: 'pass', reason: 'swapped' });
    expect(stage.ground.faults.hits()).toEqual([1]);
    expect(stage.promotes()).toBe(kind === 'reset-after' ? 1 : 2);
    expect(stage.holders()).toEqual([stage.v2.id]);
  });

  test('for good leaves all as it was, and says so', async () => {
    stage.ground.faults.plant({
      service: 'vercel',
      method: 'POST',
      path: /\/promote\//,
      times: 9,
      effect: { kind: 'html', status: 502 },
    });
    const end = await stage.swap();
    expect(end).toMatchObject({ verdict: 'fail', reason: 'promote-not-seen' });
    expect(stage.holders()).toEqual([stage.v1.id]);
    expect(await stage.undo(end.plan)).toMatchObject({
      verdict: 'pass',
      reason: 'nothing-to-undo',
      traffic: 'restored',
    });
  });

  test('that is only queued is not a success', async () => {
    stage.ground.faults.plant({
      service: 'vercel',
      method: 'POST',
      path: /\/promote\//,
      effect: { kind: 'status', status: 202, body: {} },
    });
    const end = await stage.swap({}, { timeoutMs: 3_000 });
    expect(end).toMatchObject({ verdict: 'unknown', reason: 'swap-unconfirmed' });
    expect(stage.holders()).toEqual([stage.v1.id]);
  });

  test('and is refused for what is live already, passes', async () => {
    const api = stage.ground.client();
    const made = await stage.plan(api);
    await stage.ground.vercel.actAs('ann').promote(stage.v2.id);
    await stage.ground.vercel.settled();
    expect(await applySwap(api, made, { probe: stage.ground.askTable, timeoutMs: 5_000 })).toMatchObject({
      verdict: 'pass',
    });
  });
});

describe('a job that goes wrong', () => {
  const cases: [string, JobPlan, string, string][] = [
    ['fails for one name', { failAliases: ['shop.localhost'] }, 'fail', 'promote-failed'],
    ['fails at once', { end: 'failed' }, 'fail', 'promote-failed'],
    ['is skipped', { end: 'skipped' }, 'fail', 'promote-skipped'],
    ['never begins', { pendingMs: Number.POSITIVE_INFINITY }, 'unknown', 'swap-unconfirmed'],
  ];
  test.each(cases)('%s: told apart, and undone', async (_name, job, verdict, reason) => {
    stage.ground.vercel.jobs.plan(job);
    const end = await stage.swap({}, { timeoutMs: 3_000 });
    expect(end).toMatchObject({ verdict, reason });
    if (reason === 'swap-unconfirmed') return;
    expect(await stage.undo(end.plan)).toMatchObject({ verdict: 'pass', traffic: 'restored' });
    expect(stage.holders()).toEqual([stage.v1.id]);
    expect(stage.pointers()[0]).toBe(stage.v1.id);
  });
});
