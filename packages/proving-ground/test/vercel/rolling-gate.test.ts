import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { byApproval, byTime, type RollingGate } from '../../src/vercel/index.ts';
import { aRollingShop, HOST, type RollingShop } from './rolling-shop.ts';
import { visit } from './visitor.ts';

const CHECK = {
  ...{ type: 'error-rate-5xx' as const, minSampleSize: 5, excludePaths: ['/odd'], excludeStatusCodes: [503] },
  ingestWatermarkSeconds: 0,
};
const GATE: RollingGate = {
  ...{ enabled: true, dryRun: false, action: 'pause', failureThreshold: 2, windowSize: 3, checks: [CHECK] },
};

let shop: RollingShop;
beforeEach(async () => {
  shop = await aRollingShop();
});
afterEach(() => shop.ground.end());

const begin = async (gate: Partial<RollingGate>, config = byApproval(50)) => {
  shop.configure({ rollingConfig: { ...config, gate: { ...GATE, ...gate } } });
  await shop.start();
};
const minutes = (n: number) => shop.ground.vercel.rolloutTime.advance(n * 60_000);
const visits = async (count: number, arm: string, path = '/') => {
  for (let one = 0; one < count; one++) await visit(shop.ground, HOST, `${path}?vcrrForce${arm}=true`);
};
/** A minute in which the canary is dead, and is seen to be. */
const badMinute = async (path = '/') => {
  await visits(6, 'Canary', path);
  minutes(1);
};
const kill = async () => {
  await visits(1, 'Canary');
  await shop.ground.vercel.edge.kill(shop.canary);
};
const found = () => shop.ground.vercel.project(shop.project).rollingRelease?.evaluations;

describe("the platform's own gate", () => {
  test('stands still after so many failures among the newest, until somebody goes on', async () => {
    await begin({});
    await kill();
    await badMinute();
    expect(await shop.read()).toMatchObject({ state: 'ACTIVE', substate: null });
    await badMinute();
    expect(await shop.read()).toMatchObject({ state: 'ACTIVE', substate: 'PAUSED', currentCanaryPercentage: 50 });
    await badMinute();
    expect(found()).toEqual(['failed', 'failed']);
    expect((await shop.approve(1)).status).toBe(200);
    await shop.ground.vercel.settled();
    expect(await shop.read()).toMatchObject({ state: 'COMPLETE', substate: null });
  });

  test('goes back to the base', async () => {
    await begin({ action: 'rollback' });
    await kill();
    await badMinute();
    await badMinute();
    await shop.ground.vercel.settled();
    expect(await shop.read()).toMatchObject({ state: 'ABORTED' });
    expect(await shop.projectNow()).toMatchObject({ lastAliasRequest: { type: 'rollback', jobStatus: 'succeeded' } });
    expect(await shop.met(5)).toEqual({ [shop.base]: 5 });
  });

  test('changes nothing in a dry run', async () => {
    await begin({ dryRun: true });
    await kill();
    await badMinute();
    await badMinute();
    expect(found()).toEqual(['failed', 'failed']);
    expect(await shop.read()).toMatchObject({ state: 'ACTIVE', substate: null });
  });

  test('knows nothing of too few answers, of the other arm, or of what is left out', async () => {
    await begin({});
    await kill();
    await visits(3, 'Canary');
    minutes(1);
    await visits(9, 'Stable');
    minutes(1);
    await badMinute('/odd');
    expect(found()).toEqual(['inconclusive', 'inconclusive', 'inconclusive']);
  });

  test('passes a canary that answers', async () => {
    await begin({});
    await badMinute();
    expect(found()).toEqual(['passed']);
  });

  test('stands still before a stage whose time comes later', async () => {
    await begin({}, byTime([10, 2]));
    await kill();
    await badMinute();
    await visits(6, 'Canary');
    minutes(30);
    expect(await shop.read()).toMatchObject({ substate: 'PAUSED', currentCanaryPercentage: 10 });
  });
});
