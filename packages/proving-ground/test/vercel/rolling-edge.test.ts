import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { byApproval, byTime } from '../../src/vercel/index.ts';
import { aRollingShop, HOST, type RollingShop } from './rolling-shop.ts';
import { visit } from './visitor.ts';

let shop: RollingShop;
beforeEach(async () => {
  shop = await aRollingShop();
});
afterEach(async () => {
  expect(shop.ground.vercel.unmodelled).toEqual([]);
  await shop.ground.end();
});

describe('its time', () => {
  const minutes = (n: number) => shop.ground.vercel.rolloutTime.advance(n * 60_000);
  beforeEach(() => shop.configure({ rollingConfig: byTime([10, 5], [50, 10]) }));

  test('is that of the proving ground: stages pass when it does, and the last completes it', async () => {
    await shop.start();
    expect(await shop.read()).toMatchObject({ activeStage: { index: 0, duration: 300, requireApproval: false } });
    minutes(4.99);
    expect(await shop.read()).toMatchObject({ activeStage: { index: 0 } });
    minutes(0.01);
    expect(await shop.read()).toMatchObject({ activeStage: { index: 1, duration: 600 }, currentCanaryPercentage: 50 });
    minutes(10);
    expect(await shop.met(5)).toEqual({ [shop.canary]: 5 });
    await shop.ground.vercel.settled();
    expect(await shop.read()).toMatchObject({ state: 'COMPLETE' });
  });

  test('goes through several stages at once where nobody looked', async () => {
    await shop.start();
    minutes(60);
    await shop.ground.vercel.settled();
    expect(shop.ground.vercel.holder(HOST)).toBe(shop.canary);
  });

  test('follows the clock of the test', async () => {
    let now = 1_000;
    shop.ground.vercel.rolloutTime.follow(() => now);
    await shop.start();
    now += 5 * 60_000;
    expect(await shop.read()).toMatchObject({ activeStage: { index: 1 } });
  });

  test('moves a linear stage little by little', async () => {
    const stages = [{ targetPercentage: 40, duration: 10, linearShift: true }, { targetPercentage: 100 }];
    shop.configure({ rollingConfig: { ...byTime(), stages } });
    await shop.start();
    expect(await shop.read()).toMatchObject({ currentCanaryPercentage: 0 });
    minutes(5);
    expect(await shop.read()).toMatchObject({ currentCanaryPercentage: 20 });
  });

  test('can be cut short by an approval', async () => {
    await shop.start();
    expect((await shop.approve(1)).status).toBe(200);
    minutes(9);
    expect(await shop.read()).toMatchObject({ activeStage: { index: 1 } });
  });
});

describe('the edge', () => {
  test('divides clients by the share of the stage, and whoever has the canary keeps it', async () => {
    await shop.start();
    const few = await shop.met(300);
    expect((few[shop.canary] ?? 0) / 300).toBeGreaterThan(0.02);
    expect((few[shop.canary] ?? 0) / 300).toBeLessThan(0.22);
    const early = await clientsOf(shop.canary, 60);
    await shop.approve(1);
    expect(await clientsOf(shop.canary, 60)).toEqual(expect.arrayContaining(early));
    const half = await shop.met(300);
    expect((half[shop.canary] ?? 0) / 300).toBeGreaterThan(0.35);
    expect((half[shop.canary] ?? 0) / 300).toBeLessThan(0.65);
  });

  async function clientsOf(build: string, of: number): Promise<number[]> {
    const theirs: number[] = [];
    for (let one = 0; one < of; one++) {
      const { headers } = await visit(shop.ground, HOST, '/', { 'user-agent': `browser ${one}` });
      if (headers['x-lockstep-build'] === build) theirs.push(one);
    }
    return theirs;
  }

  const cookieOf = (headers: NodeJS.Dict<string | string[]>) => [headers['set-cookie']].flat()[0]?.split(';')[0] ?? '';

  test('gives a cookie once, and goes by it rather than by the client', async () => {
    expect((await visit(shop.ground, HOST)).headers['set-cookie']).toBeUndefined();
    await shop.start();
    const first = await visit(shop.ground, HOST, '/', { 'user-agent': 'one' });
    const cookie = cookieOf(first.headers);
    expect(cookie).toMatch(new RegExp(`^_vcrr_\\w+=${shop.canary}\\|[\\d.]+$`));
    const again = await visit(shop.ground, HOST, '/', { 'user-agent': 'another', cookie });
    expect(again.headers['set-cookie']).toBeUndefined();
    const stranger = cookie.replace(shop.canary, 'dpl_other');
    expect(cookieOf((await visit(shop.ground, HOST, '/', { cookie: stranger })).headers)).toContain(shop.canary);
  });

  test('is forced to either arm by the URL, and stays there by the cookie', async () => {
    shop.configure({ rollingConfig: byApproval(0, 50) });
    await shop.start();
    expect(await shop.met(20)).toEqual({ [shop.base]: 20 });
    for (const [query, build] of [
      ['vcrrForceCanary=true', shop.canary],
      ['vcrrForceStable=true', shop.base],
    ] as const) {
      const shown = await visit(shop.ground, HOST, `/?${query}`);
      expect(shown.headers['x-lockstep-build']).toBe(build);
      const { headers } = await visit(shop.ground, HOST, '/', { cookie: cookieOf(shown.headers) });
      expect(headers['x-lockstep-build']).toBe(build);
    }
    await shop.rollback(shop.base);
    expect((await visit(shop.ground, HOST, '/?vcrrForceCanary=true')).headers['x-lockstep-build']).toBe(shop.base);
  });

  test('leaves a client with the deployment that it began with', async () => {
    shop.configure({ skewProtectionMaxAge: 3_600 });
    await shop.start();
    await shop.complete();
    await shop.ground.vercel.settled();
    const { headers } = await visit(shop.ground, HOST, '/', { 'x-deployment-id': shop.base });
    expect(headers['x-lockstep-build']).toBe(shop.base);
  });

  test('leaves a client with an aborted canary that it began with', async () => {
    shop.configure({ skewProtectionMaxAge: 3_600 });
    await shop.start();
    await shop.rollback(shop.base);
    await shop.ground.vercel.settled();
    const pinned = await visit(shop.ground, HOST, '/', { cookie: `__vdpl=${shop.canary}` });
    expect(pinned.headers['x-lockstep-build']).toBe(shop.canary);
    const forced = await visit(shop.ground, HOST, '/?vcrrForceCanary=true');
    expect(forced.headers['x-lockstep-build']).toBe(shop.base);
  });

  test('says in a header that the canary answered, where that is asked for', async () => {
    const rollingConfig = { ...byApproval(50), canaryResponseHeader: true };
    shop.configure({ rollingConfig });
    await shop.start();
    expect((await visit(shop.ground, HOST, '/?vcrrForceCanary=true')).headers['x-vercel-canary-id']).toBe(shop.canary);
    expect((await visit(shop.ground, HOST, '/?vcrrForceStable=true')).headers['x-vercel-canary-id']).toBeUndefined();
  });

  test('goes on by the share before, as long as a switch is on its way to it', async () => {
    shop.ground.vercel.setPropagation(60_000);
    await shop.start();
    expect(await shop.met(20)).toEqual({ [shop.base]: 20 });
    await shop.complete();
    expect((await shop.met(20))[shop.base]).toBeGreaterThan(10);
    await shop.ground.vercel.settled();
    expect((await shop.met(20))[shop.base]).toBeGreaterThan(10);
    shop.ground.vercel.setPropagation(0);
    expect(await shop.met(5)).toEqual({ [shop.canary]: 5 });
  });

  test('gives everybody the base again where a rollback follows the end', async () => {
    await shop.start();
    await shop.complete();
    await shop.ground.vercel.settled();
    await shop.rollback(shop.base);
    await shop.ground.vercel.settled();
    expect(await shop.met(5)).toEqual({ [shop.base]: 5 });
  });

  test('answers at another name, and at the host of a deployment, as ever', async () => {
    await shop.ground.call('POST', `/v2/deployments/${shop.base}/aliases`, { alias: `beta.${HOST}` });
    await shop.start();
    await shop.complete();
    const { headers } = await visit(shop.ground, `beta.${HOST}`);
    expect(headers['x-lockstep-build']).toBe(shop.base);
    expect((await visit(shop.ground, shop.ground.vercel.deployment(shop.base).url)).headers['x-lockstep-build']).toBe(
      shop.base,
    );
  });
});
