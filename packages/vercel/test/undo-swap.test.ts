import { describe, expect, test } from '@jest/globals';
import { useSwapping } from './swapping.ts';

const stage = useSwapping();

describe('an undo', () => {
  test('takes all back, switches auto-assignment on again, and every host says so', async () => {
    const { plan: made } = await stage.swap();
    const end = await stage.undo(made, {}, stage.ground.askEdge);
    expect(end).toMatchObject({ verdict: 'pass', reason: 'swap-undone', traffic: 'restored' });
    expect(end.message).toContain('it is on again');
    expect(stage.holders()).toEqual([stage.v1.id]);
    expect(stage.pointers()).toEqual([stage.v1.id, stage.v1.id]);
    expect(stage.ground.vercel.project(stage.ground.project.id).autoAssign).toBe(true);
  });

  test('says what stays, and how to end it, where auto-assignment cannot be switched on', async () => {
    const { plan: made } = await stage.swap();
    stage.ground.faults.plant({
      service: 'vercel',
      method: 'PATCH',
      times: 9,
      effect: { kind: 'status', status: 403 },
    });
    const end = await stage.undo(made);
    expect(end).toMatchObject({ verdict: 'pass', traffic: 'restored' });
    expect(end.message).toContain('later production builds stay staged until one is promoted');
  });

  test('leaves auto-assignment off where it was off', async () => {
    stage.ground.vercel.configure(stage.ground.project, { autoAssign: false });
    const { plan: made } = await stage.swap();
    await stage.undo(made);
    expect(stage.ground.vercel.project(stage.ground.project.id).autoAssign).toBe(false);
    expect(stage.ground.vercel.exchanges.filter(({ method }) => method === 'PATCH')).toHaveLength(0);
  });

  test('can be run twice', async () => {
    const { plan: made } = await stage.swap();
    await stage.undo(made);
    expect(await stage.undo(made)).toMatchObject({ verdict: 'pass', reason: 'nothing-to-undo', traffic: 'restored' });
  });

  test('waits for its own promotion before it takes it back', async () => {
    const api = stage.ground.client();
    const made = await stage.plan(api);
    stage.ground.vercel.jobs.plan({ pendingMs: 300 });
    await stage.ground.vercel.actAs('releaser').promote(stage.v2.id);
    expect(await stage.undo(made)).toMatchObject({ verdict: 'pass', reason: 'swap-undone' });
    expect(stage.holders()).toEqual([stage.v1.id]);
  });

  test('changes nothing where somebody else released since', async () => {
    const { plan: made } = await stage.swap();
    const v3 = await stage.ground.deploy('v3');
    await stage.ground.vercel.actAs('ann').promote(v3.id);
    await stage.ground.vercel.settled();
    const before = stage.ground.vercel.exchanges.length;
    const end = await stage.undo(made);
    expect(end).toMatchObject({ verdict: 'fail', reason: 'conflict', traffic: 'unconfirmed' });
    expect(end.message).toContain(`targets.production shows ${v3.id}`);
    expect(stage.ground.vercel.exchanges.slice(before).every(({ method }) => method === 'GET')).toBe(true);
    expect(stage.holders()).toEqual([v3.id]);
  });

  test('changes nothing where one domain was moved by hand', async () => {
    const { plan: made } = await stage.swap();
    const v3 = await stage.ground.deploy('v3');
    await stage.ground.vercel.actAs('ann').assignAlias(v3.id, 'shop.localhost');
    const end = await stage.undo(made);
    expect(end).toMatchObject({ verdict: 'fail', reason: 'conflict' });
    expect(end.message).toContain(`shop.localhost shows ${v3.id}`);
    expect(stage.ground.vercel.holder('www.shop.localhost')).toBe(stage.v2.id);
  });

  test('asks once more where the rollback failed for one name', async () => {
    const { plan: made } = await stage.swap();
    stage.ground.vercel.jobs.plan({ failAliases: ['shop.localhost'] });
    expect(await stage.undo(made)).toMatchObject({ verdict: 'pass', traffic: 'restored' });
    expect(stage.holders()).toEqual([stage.v1.id]);
  });

  test('that leaves the cron jobs behind says so, and what moves them', async () => {
    const { plan: made } = await stage.swap();
    stage.ground.vercel.jobs.plan({ cronsStay: true });
    for (const _ of ['at once', 'and ever after']) {
      const end = await stage.undo(made);
      expect(end).toMatchObject({ verdict: 'unknown', reason: 'crons-stayed', traffic: 'unconfirmed' });
      expect(end.message).toContain(`hosts serve ${stage.v1.id}`);
      expect(end.message).toContain(`crons shows ${stage.v2.id}`);
      expect(end.message).toContain('so release again');
    }
    expect(stage.holders()).toEqual([stage.v1.id]);
  });

  test('says what is not back where the rollback goes on failing', async () => {
    const { plan: made } = await stage.swap();
    stage.ground.vercel.jobs.usually({ failAliases: ['shop.localhost'] });
    const end = await stage.undo(made);
    expect(end).toMatchObject({ verdict: 'fail', reason: 'undo-incomplete', traffic: 'reached' });
    expect(end.message).toContain(`shop.localhost shows ${stage.v2.id}`);
    stage.ground.vercel.jobs.usually({});
    expect(await stage.undo(made)).toMatchObject({ verdict: 'pass', traffic: 'restored' });
  });

  test.each(['reset-after', 'reset-before'] as const)('survives an answer lost by %s', async (kind) => {
    const { plan: made } = await stage.swap();
    stage.ground.faults.plant({ service: 'vercel', method: 'POST', path: /\/rollback\//, effect: { kind } });
    expect(await stage.undo(made)).toMatchObject({ verdict: 'pass', traffic: 'restored' });
    expect(stage.holders()).toEqual([stage.v1.id]);
  });
});
