import { describe, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { useSwapping } from './swapping.ts';

const stage = useSwapping();

describe('an undo', () => {
  test('restores everything, switches auto-assignment on again, and every host says so', async () => {
    const { plan: made } = await stage.swap();
    const end = await stage.undo(made, {}, stage.ground.askEdge);
    expect(end).toMatchObject({ verdict: 'pass', reason: 'swap-undone', traffic: 'restored', autoAssign: 'restored' });
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
    expect(end).toMatchObject({ verdict: 'pass', traffic: 'restored', autoAssign: 'not-restored' });
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

  test('waits for its own promotion before it undoes it', async () => {
    const api = stage.ground.client();
    const made = await stage.plan(api);
    stage.ground.vercel.jobs.plan({ pendingMs: 300 });
    await stage.ground.vercel.actAs('releaser').promote(stage.v2.id);
    expect(await stage.undo(made)).toMatchObject({ verdict: 'pass', reason: 'swap-undone' });
    expect(stage.holders()).toEqual([stage.v1.id]);
  });

  test('changes nothing where another release came since', async () => {
    const { plan: made } = await stage.swap();
    const v3 = await stage.ground.deploy('v3');
    await stage.ground.vercel.actAs('ann').promote(v3.id);
    await stage.ground.vercel.settled();
    const before = stage.ground.vercel.exchanges.length;
    const end = await stage.undo(made);
    expect(end).toMatchObject({ verdict: 'fail', reason: 'conflict', traffic: 'unconfirmed' });
    expect(end.differs).toContainEqual(expect.objectContaining({ kind: 'production', now: v3.id }));
    expect(stage.ground.vercel.exchanges.slice(before).every(({ method }) => method === 'GET')).toBe(true);
    expect(stage.holders()).toEqual([v3.id]);
  });

  test('changes nothing where one domain was moved by hand', async () => {
    const { plan: made } = await stage.swap();
    const v3 = await stage.ground.deploy('v3');
    await stage.ground.vercel.actAs('ann').assignAlias(v3.id, 'shop.localhost');
    const end = await stage.undo(made);
    expect(end).toMatchObject({
      verdict: 'fail',
      reason: 'conflict',
      differs: [{ name: 'shop.localhost', now: v3.id }],
    });
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
      expect(end).toMatchObject({ verdict: 'unknown', reason: 'crons-pending', traffic: 'unconfirmed' });
      expect(end).toMatchObject({ cronsPending: true, differs: [{ kind: 'crons', now: stage.v2.id }] });
    }
    expect(stage.holders()).toEqual([stage.v1.id]);
  });

  test('says what is not restored where the rollback keeps failing', async () => {
    const { plan: made } = await stage.swap();
    stage.ground.vercel.jobs.usually({ failAliases: ['shop.localhost'] });
    const end = await stage.undo(made);
    expect(end).toMatchObject({ verdict: 'fail', reason: 'undo-incomplete', traffic: 'reached' });
    expect(end.differs).toContainEqual(
      expect.objectContaining({ kind: 'name', name: 'shop.localhost', now: stage.v2.id }),
    );
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
