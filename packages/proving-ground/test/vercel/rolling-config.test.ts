import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { byApproval } from '../../src/vercel/index.ts';
import { makeGround } from './client.ts';
import { aRollingShop, type RollingShop } from './rolling-shop.ts';

let shop: RollingShop;
beforeEach(async () => {
  shop = await aRollingShop();
});
afterEach(async () => {
  expect(shop.ground.vercel.unmodelled).toEqual([]);
  await shop.ground.end();
});

describe('its configuration', () => {
  const timed = {
    enabled: true,
    advancementType: 'automatic',
    stages: [{ targetPercentage: 5, duration: 2 }, { targetPercentage: 100 }],
  };
  const config = async () =>
    (await shop.ground.call('GET', `/v1/projects/${shop.project}/rolling-release/config`)).body;

  test('is kept, cloned by each release, and no concern of one under way', async () => {
    await shop.start();
    expect((await shop.settings(timed)).status).toBe(200);
    expect(await config()).toMatchObject({ rollingRelease: { target: 'production', ...timed } });
    expect(await shop.projectNow()).toMatchObject({ rollingRelease: { target: 'production' } });
    expect(await shop.read()).toMatchObject({
      advancementType: 'manual-approval',
      activeStage: { targetPercentage: 10 },
    });
    expect((await shop.settings({ enabled: false })).status).toBe(200);
    expect(await config()).toEqual({ rollingRelease: null });
    expect(await shop.read()).toMatchObject({ state: 'ACTIVE' });
  });

  test('brings skew protection with it', async () => {
    const other = shop.ground.vercel.addProject({ name: 'other' });
    shop.ground.vercel.settings.rolling.proSlots = 2;
    await shop.ground.call('PATCH', '/v1/projects/other/rolling-release/config', timed);
    expect(shop.ground.vercel.project(other.id).skewProtectionMaxAge).toBe(43_200);
  });

  test('can end what is under way where the account has it so', async () => {
    shop.ground.vercel.settings.rolling.endsOnDisable = true;
    await shop.start();
    await shop.settings({ enabled: false });
    await shop.ground.vercel.settled();
    expect(await shop.read()).toMatchObject({ state: 'ABORTED' });
  });

  test.each([
    ['no stages', { ...timed, stages: undefined }],
    ['one stage', { ...timed, stages: [{ targetPercentage: 100 }] }],
    [
      'a last stage that is not all',
      { ...timed, stages: [{ targetPercentage: 5, duration: 2 }, { targetPercentage: 90 }] },
    ],
    [
      'stages that go back',
      {
        ...timed,
        stages: [
          { targetPercentage: 50, duration: 1 },
          { targetPercentage: 5, duration: 1 },
          { targetPercentage: 100 },
        ],
      },
    ],
    ['a stage without its time', { ...timed, stages: [{ targetPercentage: 5 }, { targetPercentage: 100 }] }],
    ['a time of an approval', { ...timed, advancementType: 'manual-approval' }],
    ['seconds', { ...timed, stages: [{ targetPercentage: 5, duration: 0.5 }, { targetPercentage: 100 }] }],
    ['an unknown way', { ...timed, advancementType: 'by hand' }],
    ['a stranger', { ...timed, colour: 'green' }],
    ['a gate without a check', { ...timed, gate: { enabled: true, dryRun: false, action: 'pause', checks: [] } }],
  ])('is refused with %s', async (_what, body) => {
    expect((await shop.settings(body)).status).toBe(400);
    expect(shop.ground.vercel.project(shop.project).rollingConfig).toEqual(byApproval(10, 50));
  });

  test.each(['kept', 'dropped', 'refused'] as const)('has its gate %s', async (how) => {
    shop.ground.vercel.settings.rolling.gate = how;
    const gate = { enabled: true, dryRun: true, action: 'pause', checks: [{ type: 'error-rate-5xx' }] };
    expect((await shop.settings({ ...timed, gate })).status).toBe(how === 'refused' ? 400 : 200);
    const kept = (await config()) as { rollingRelease: { gate?: object } };
    if (how === 'kept')
      expect(kept.rollingRelease.gate).toEqual({
        ...{ ...gate, failureThreshold: 3, windowSize: 5 },
        checks: [
          {
            type: 'error-rate-5xx',
            minSampleSize: 100,
            excludePaths: [],
            excludeStatusCodes: [],
            ingestWatermarkSeconds: 30,
          },
        ],
      });
    else expect(kept.rollingRelease.gate).toBeUndefined();
  });

  test.each([
    ['hobby', 'plan_not_supported', 403],
    ['pro', 'no_available_slots', 403],
    ['enterprise', 'unlimited_slots', 200],
  ] as const)('of the plan %s: %s', async (plan, reason, status) => {
    const one = await makeGround({ team: { plan } });
    try {
      one.vercel.addProject({ name: 'first', rollingConfig: byApproval(10) });
      one.vercel.addProject({ name: 'second' });
      const path = '/v1/projects/second/rolling-release';
      expect((await one.call('GET', `${path}/billing`)).body).toMatchObject({ reason });
      expect((await one.call('PATCH', `${path}/config`, timed)).status).toBe(status);
    } finally {
      await one.end();
    }
  });
});
