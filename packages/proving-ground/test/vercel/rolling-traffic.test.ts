import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import {
  askOnce,
  clientsByBuild,
  sentWithin,
  staleReads,
  startTraffic,
  summarise,
  thrownBack,
} from '../../src/traffic/index.ts';
import { aRollingShop, HOST, type RollingShop } from './rolling-shop.ts';

const CLIENTS = 120;

let shop: RollingShop;
beforeEach(async () => {
  shop = await aRollingShop();
});
afterEach(() => shop.ground.end());

const users = () => ({ port: shop.ground.vercel.edge.port, host: HOST, clients: CLIENTS });

describe('under traffic of many clients', () => {
  test('every stage of a rolling release serves both arms by their share, and nothing fails', async () => {
    const traffic = startTraffic({ ...users(), pauseMs: 0 });
    /** Every client has come by since, so that its last answer is of now. */
    const round = async () => {
      const from = Date.now();
      while (sentWithin(traffic.visits, { from }).length < 2 * CLIENTS) await new Promise((ok) => setTimeout(ok, 10));
      return clientsByBuild(traffic.visits, { from });
    };
    await round();
    await shop.start();
    const few = await round();
    await shop.approve(1);
    const half = await round();
    await shop.complete();
    const acknowledgedAt = Date.now();
    await shop.ground.vercel.settled();
    const all = await round();
    const { visits, summary } = await traffic.stop();
    expect(summary).toMatchObject({ failed: 0, firstFailures: [] });
    expect(thrownBack(visits, shop.canary)).toEqual([]);
    expect(staleReads(visits, { build: shop.canary, acknowledgedAt })).toEqual([]);
    expect(few[shop.canary] ?? 0).toBeLessThan(half[shop.canary] ?? 0);
    expect(few[shop.base]).toBeGreaterThan(CLIENTS / 2);
    expect(all).toEqual({ [shop.canary]: CLIENTS });
  });

  test('an abort takes the canary from all of them at once', async () => {
    await shop.start();
    await shop.approve(1);
    const traffic = startTraffic({ ...users(), pauseMs: 0 });
    while (traffic.visits.length < 2 * CLIENTS) await new Promise((ok) => setTimeout(ok, 10));
    await shop.rollback(shop.base);
    const acknowledgedAt = Date.now();
    const from = traffic.visits.length;
    while (traffic.visits.length < from + 2 * CLIENTS) await new Promise((ok) => setTimeout(ok, 10));
    const { visits } = await traffic.stop();
    expect(summarise(visits)).toMatchObject({ failed: 0 });
    expect(staleReads(visits, { build: shop.base, acknowledgedAt })).toEqual([]);
    expect(thrownBack(visits, shop.canary).length).toBeGreaterThan(0);
    expect(await askOnce(users())).toEqual({ [shop.base]: CLIENTS });
  });
});
