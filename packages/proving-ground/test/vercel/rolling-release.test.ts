import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { deployHello } from './client.ts';
import { aRollingShop, HOST, type RollingShop } from './rolling-shop.ts';

let shop: RollingShop;
beforeEach(async () => {
  shop = await aRollingShop();
});
afterEach(async () => {
  expect(shop.ground.vercel.unmodelled).toEqual([]);
  await shop.ground.end();
});

describe('a rolling release', () => {
  test('goes from stage to stage by approval, and ends with the canary live', async () => {
    expect(await shop.start()).toMatchObject({ status: 200, body: { rollingRelease: { state: 'ACTIVE' } } });
    expect(await shop.read()).toMatchObject({
      ...{ state: 'ACTIVE', substate: null, advancementType: 'manual-approval', currentCanaryPercentage: 10 },
      ...{ currentDeployment: { id: shop.base }, canaryDeployment: { id: shop.canary }, queuedDeploymentId: null },
      activeStage: { index: 0, targetPercentage: 10, requireApproval: true, duration: null, isFinalStage: false },
      nextStage: { index: 1, targetPercentage: 50 },
    });
    expect(shop.ground.vercel.deployment(shop.canary).readySubstate).toBe('ROLLING');
    expect(await shop.projectNow()).toMatchObject({
      targets: { production: { id: shop.base } },
      lastAliasRequest: null,
    });
    expect((await shop.approve(1)).status).toBe(200);
    expect(await shop.read()).toMatchObject({ currentCanaryPercentage: 50, activeStage: { index: 1 } });
    expect((await shop.approve(2)).status).toBe(200);
    expect(await shop.met(20)).toEqual({ [shop.canary]: 20 });
    await shop.ground.vercel.settled();
    expect(await shop.read()).toMatchObject({
      ...{ state: 'COMPLETE', currentCanaryPercentage: 100, nextStage: null, activeStage: { isFinalStage: true } },
      ...{ currentDeployment: { id: shop.base }, canaryDeployment: { id: shop.canary } },
    });
    expect(await shop.projectNow()).toMatchObject({
      targets: { production: { id: shop.canary } },
      lastAliasRequest: { type: 'promote', toDeploymentId: shop.canary, jobStatus: 'succeeded' },
      crons: { deploymentId: shop.canary },
    });
    expect(shop.ground.vercel.holder(HOST)).toBe(shop.canary);
  });

  test('is started once, however often that is asked', async () => {
    const first = await shop.start();
    await shop.approve(1);
    const again = await shop.start();
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ rollingRelease: { activeStage: { index: 1 } } });
    expect(first.body).toMatchObject({ rollingRelease: { activeStage: { index: 0 } } });
  });

  test.each(['complete', 'promote'])('jumps to all of the traffic by %s, asked twice as well', async (how) => {
    await shop.start();
    const go = shop.heldJob();
    expect((await (how === 'complete' ? shop.complete() : shop.promote(shop.canary))).status).toBe(
      how === 'complete' ? 200 : 201,
    );
    expect(await shop.met(10)).toEqual({ [shop.canary]: 10 });
    expect(await shop.read()).toMatchObject({ state: 'ACTIVE', activeStage: { isFinalStage: true }, nextStage: null });
    expect((await shop.complete()).status).toBe(200);
    go();
    await shop.ground.vercel.settled();
    expect(await shop.read()).toMatchObject({ state: 'COMPLETE' });
    expect(shop.ground.vercel.holder(HOST)).toBe(shop.canary);
  });

  test('whose end fails for a name stays active at all of the traffic, and can be ended again or aborted', async () => {
    await shop.start();
    shop.ground.vercel.jobs.plan({ failAliases: [HOST] }, { end: 'failed' });
    await shop.complete();
    await shop.ground.vercel.settled();
    expect(await shop.read()).toMatchObject({ state: 'ACTIVE', activeStage: { isFinalStage: true } });
    expect(await shop.met(5)).toEqual({ [shop.canary]: 5 });
    await shop.complete();
    await shop.ground.vercel.settled();
    expect(await shop.projectNow()).toMatchObject({ lastAliasRequest: { jobStatus: 'failed' } });
    await shop.rollback(shop.base);
    await shop.ground.vercel.settled();
    expect(await shop.met(5)).toEqual({ [shop.base]: 5 });
    expect(shop.ground.vercel.holder(`web.vercel.localhost`)).toBe(shop.base);
  });

  test('is aborted by a rollback to its base, at once', async () => {
    await shop.start();
    await shop.approve(1);
    const go = shop.heldJob();
    expect((await shop.rollback(shop.base)).status).toBe(201);
    expect(await shop.met(20)).toEqual({ [shop.base]: 20 });
    go();
    await shop.ground.vercel.settled();
    expect(await shop.read()).toMatchObject({ state: 'ABORTED', activeStage: null, nextStage: null });
    expect(await shop.projectNow()).toMatchObject({
      targets: { production: { id: shop.base } },
      lastAliasRequest: {
        type: 'rollback',
        toDeploymentId: shop.base,
        fromRollingReleaseId: shop.canary,
        jobStatus: 'succeeded',
      },
      autoAssignCustomDomains: false,
    });
    expect((await shop.start()).status).toBe(200);
  });

  test('is begun by a push, and not by one that comes while it is under way', async () => {
    const git = shop.ground.vercel.actAs('git');
    const pushed = await git.push({ project: { id: shop.project }, like: shop.base });
    await shop.ground.vercel.settled();
    expect(await shop.read()).toMatchObject({ state: 'ACTIVE', canaryDeployment: { id: pushed.id } });
    await git.push({ project: { id: shop.project }, like: shop.base });
    await shop.ground.vercel.settled();
    expect(await shop.read()).toMatchObject({ canaryDeployment: { id: pushed.id }, queuedDeploymentId: null });
  });
});

describe('a second promotion waits', () => {
  test('until the first is complete, and then begins by itself', async () => {
    await shop.start();
    const third = await shop.staged('three');
    expect((await shop.promote(third)).status).toBe(202);
    expect(await shop.read()).toMatchObject({ canaryDeployment: { id: shop.canary }, queuedDeploymentId: third });
    await shop.complete();
    await shop.ground.vercel.settled();
    expect(await shop.projectNow()).toMatchObject({ targets: { production: { id: shop.canary } } });
    expect(await shop.read()).toMatchObject({
      ...{ state: 'ACTIVE', activeStage: { index: 0 }, queuedDeploymentId: null },
      ...{ currentDeployment: { id: shop.canary }, canaryDeployment: { id: third } },
    });
  });

  test('and does not begin where the first is aborted', async () => {
    await shop.start();
    await shop.promote(await shop.staged('three'));
    await shop.rollback(shop.base);
    await shop.ground.vercel.settled();
    expect(await shop.read()).toMatchObject({ state: 'ABORTED' });
    expect(await shop.met(5)).toEqual({ [shop.base]: 5 });
  });
});

describe('what is refused', () => {
  const cannot = { status: 422, body: { error: { code: 'unprocessable' } } };

  test('a start of what cannot be a canary, or without the feature', async () => {
    const preview = await deployHello(shop.ground, shop.project, 'preview', { target: 'preview' });
    expect(await shop.start(preview)).toMatchObject(cannot);
    expect(await shop.start(shop.base)).toMatchObject(cannot);
    expect((await shop.start('dpl_none')).status).toBe(404);
    expect((await shop.post('start', {})).status).toBe(400);
    await shop.ground.call('DELETE', `/v1/projects/${shop.project}/rolling-release/config`);
    expect(await shop.start()).toMatchObject(cannot);
    expect(await shop.read()).toBeNull();
  });

  test('a start while another one is under way', async () => {
    await shop.start();
    expect((await shop.start(await shop.staged('three'))).status).toBe(409);
    expect(await shop.read()).toMatchObject({ canaryDeployment: { id: shop.canary } });
  });

  test('an approval of a stage that is not the next one, of another canary, or of nothing', async () => {
    expect((await shop.approve(1)).status).toBe(404);
    expect((await shop.complete()).status).toBe(404);
    await shop.start();
    expect((await shop.approve(0)).status).toBe(400);
    expect((await shop.approve(2)).status).toBe(400);
    expect((await shop.approve(1, shop.base)).status).toBe(400);
    expect((await shop.complete(shop.base)).status).toBe(400);
    await shop.approve(1);
    expect((await shop.approve(1)).status).toBe(400);
    expect(await shop.read()).toMatchObject({ activeStage: { index: 1 } });
  });

  test('a rollback while its end is on the way', async () => {
    await shop.start();
    const go = shop.heldJob();
    await shop.complete();
    expect((await shop.rollback(shop.base)).status).toBe(409);
    go();
  });
});

describe('with a fault', () => {
  test('a stale read does not know of the start', async () => {
    await shop.start();
    shop.ground.faults.plant({ service: 'vercel', path: /rolling-release/, effect: { kind: 'stale' } });
    expect(await shop.read()).toBeNull();
    expect(await shop.read()).toMatchObject({ state: 'ACTIVE' });
  });

  test('a lost answer leaves the stage entered', async () => {
    await shop.start();
    shop.ground.faults.plant({ service: 'vercel', path: /approve-stage/, effect: { kind: 'reset-after' } });
    await expect(shop.approve(1)).rejects.toThrow();
    expect(await shop.read()).toMatchObject({ activeStage: { index: 1 } });
  });

  test('somebody else ends it between a read and a change', async () => {
    await shop.start();
    const act = () => shop.ground.vercel.actAs('ann').rollback(shop.base);
    shop.ground.faults.plant({ service: 'vercel', path: /approve-stage/, effect: { kind: 'actor', act } });
    expect((await shop.approve(1)).status).toBe(404);
  });
});
