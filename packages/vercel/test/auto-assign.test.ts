import { describe, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { useSwapping } from './swapping.ts';

const stage = useSwapping();
const isOn = () => stage.ground.vercel.project(stage.ground.project.id).autoAssign;
const switchTo = (autoAssign: boolean) => stage.ground.vercel.configure(stage.ground.project, { autoAssign });
const patches = () => stage.ground.vercel.exchanges.filter(({ method }) => method === 'PATCH').length;

describe('a promote that changes auto-assignment', () => {
  test.each([
    ['on', false],
    ['off', true],
  ] as const)('switches it %s: it is restored, and said', async (turnsAutoAssign, before) => {
    switchTo(before);
    stage.ground.vercel.jobs.plan({ turnsAutoAssign });
    const end = await stage.swap();
    expect(end).toMatchObject({ verdict: 'pass', reason: 'swapped', autoAssign: 'restored' });
    expect(isOn()).toBe(before);
  });

  test('although the job went wrong: it is restored as well, and a push stays without traffic', async () => {
    switchTo(false);
    stage.ground.vercel.jobs.plan({ turnsAutoAssign: 'on', cronsStay: true });
    const end = await stage.swap({}, { timeoutMs: 2_000 });
    expect(end).toMatchObject({ verdict: 'fail', reason: 'swap-incomplete' });
    expect(isOn()).toBe(false);
    await stage.ground.vercel.actAs('git').push({ project: stage.ground.project, like: stage.v1.id });
    await stage.ground.vercel.settled();
    expect(stage.pointers()[0]).toBe(stage.v2.id);
  });

  test('and is cancelled before it is seen: the undo restores it', async () => {
    switchTo(false);
    const made = await stage.plan();
    stage.ground.vercel.jobs.plan({ turnsAutoAssign: 'on' });
    await stage.ground.vercel.actAs('releaser').promote(stage.v2.id);
    await stage.ground.vercel.settled();
    expect(isOn()).toBe(true);
    expect(await stage.undo(made)).toMatchObject({ verdict: 'pass', reason: 'swap-undone', traffic: 'restored' });
    expect(isOn()).toBe(false);
  });

  test('and cannot be restored: the swap stays, and it says what the next push would do', async () => {
    switchTo(false);
    stage.ground.vercel.jobs.plan({ turnsAutoAssign: 'on' });
    const effect = { kind: 'status', status: 403 } as const;
    stage.ground.faults.plant({ service: 'vercel', method: 'PATCH', times: 9, effect });
    const end = await stage.swap();
    expect(end).toMatchObject({ verdict: 'pass', reason: 'swapped', autoAssign: 'not-restored' });
  });

  test.each([true, false])('and does not: nothing is set (it is %s)', async (before) => {
    switchTo(before);
    expect((await stage.swap()).autoAssign).toBe('unchanged');
    expect(patches()).toBe(0);
    expect(isOn()).toBe(before);
  });

  test('since it ends a rollback, which had switched it off where it was off before: it stays off', async () => {
    stage.ground.vercel.configure(stage.ground.project, { autoAssign: false, rolledBack: true });
    const end = await stage.swap();
    expect(end.autoAssign).toBe('restored');
    expect(isOn()).toBe(false);
  });
});
