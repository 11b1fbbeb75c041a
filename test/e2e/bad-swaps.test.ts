import { describe, expect } from '@jest/globals';
import type { Shop } from '@lockstep/proving-ground/ground';
import { rateLimited } from '@lockstep/proving-ground/vercel';
import { live, schema } from './ends.ts';
import { release } from './release.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';

const stage = useStage();
const found = 'released: found live';
const promote = { service: 'vercel', method: 'POST', path: /promote/ } as const;
const unavailable = { kind: 'status', status: 503 } as const;
const released = {
  conclusion: 'success',
  ...live('v2'),
  ...schema('prescriptions', 'dosage'),
  served: ['v1', 'v2'],
  swaps: ['swapped: swapped'],
  messages: ['production / web: released'],
};

describe('a swap', () => {
  test('that moves some of the hosts is taken back whole', async () => {
    const shop = await stage.liveShop();
    const www = `www.${shop.host}`;
    stage.ground.vercel.addDomain(shop.project, www);
    stage.ground.vercel.jobs.plan({ failAliases: [www] });
    expect(await release(shop, { version: 2 })).toMatchObject({
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions', 'dosage'),
      served: ['v1', 'v2', 'v1'],
      ledger: [
        found,
        expect.stringMatching(
          /^partly-rolled-back: remaining: migrate \(20260112090000 dosage\); alias-swap: promote-failed: /,
        ),
      ],
      swaps: ['put-back: swap-undone'],
      messages: ['production / web: partly rolled back'],
      told: expect.stringContaining(`${www} shows`),
    });
  });

  test('that Vercel fails to make leaves users where they were', async () => {
    const shop = await stage.liveShop();
    stage.ground.vercel.jobs.plan({ end: 'failed' });
    expect(await release(shop, { version: 2, with: { 'on-failure': 'undo' } })).toMatchObject({
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions'),
      served: ['v1'],
      ledger: [found, expect.stringMatching(/^rolled-back: alias-swap: promote-failed: /)],
      swaps: ['unchanged: nothing-to-undo'],
      messages: ['production / web: rolled back'],
    });
  });

  test('whose answer is lost is looked for, and not made twice', async () => {
    const shop = await stage.liveShop();
    const before = stage.ground.vercel.exchanges.length;
    const faults = [{ ...promote, effect: { kind: 'reset-after' } }] as const;
    expect(await release(shop, { version: 2, faults })).toMatchObject(released);
    const promotes = stage.ground.vercel.exchanges.slice(before).filter(({ path }) => /promote/.test(path));
    expect(promotes).toHaveLength(1);
  });

  test('that Vercel asks to wait for waits', async () => {
    const shop = await stage.liveShop();
    expect(await release(shop, { version: 2, faults: [{ ...promote, effect: rateLimited('1') }] })).toMatchObject(
      released,
    );
  });
});

describe("somebody else's promotion", () => {
  /** A build of somebody's, ready to be promoted by hand. */
  const foreign = async (shop: Shop) => {
    const { vercel } = stage.ground;
    const dashboard = vercel.actAs('dashboard');
    const { id } = await dashboard.push({ project: shop.project, like: vercel.holder(shop.host) ?? '', staged: true });
    return { id, promote: () => dashboard.promote(id) };
  };

  test('between begin and swap stops the release, and stays', async () => {
    const shop = await stage.liveShop();
    const theirs = await foreign(shop);
    const meanwhile = { step: 'Expand the schema', act: theirs.promote };
    expect(await release(shop, { version: 2, meanwhile })).toMatchObject({
      conclusion: 'failure',
      live: ['v1', theirs.id],
      healthy: true,
      ...schema('prescriptions'),
      served: ['v1'],
      ledger: [found, expect.stringMatching(/^rolled-back: alias-swap: current-differs: /)],
      swaps: [],
      messages: ['production / web: rolled back'],
    });
  });

  test('in the bake stops the release, is not fought, and people are told', async () => {
    const shop = await stage.liveShop();
    const theirs = await foreign(shop);
    const end = await release(shop, { version: 2, meanwhile: { step: 'Bake', act: theirs.promote } });
    expect(end).toMatchObject({
      conclusion: 'failure',
      live: ['v1', theirs.id],
      healthy: true,
      autoAssign: true,
      ...schema('prescriptions', 'dosage'),
      served: ['v1', 'v2', 'v1'],
      ledger: [
        found,
        expect.stringMatching(
          /^unknown: remaining: traffic, migrate \(20260112090000 dosage\), alias-swap; health-gate: wrong-identity: /,
        ),
      ],
      swaps: ['unresolved: conflict'],
      messages: ['production / web: outcome unknown'],
    });
    expect(end.told).toContain(`the production pointer shows ${theirs.id}`);
    expect(end.told).toContain('to: finish');
  });
});

describe('an undo', () => {
  test('that cannot reach Vercel in its time leaves the schema alone, and says how to go on', async () => {
    const shop = await stage.liveShop();
    const down = { service: 'vercel', times: Number.POSITIVE_INFINITY, effect: unavailable };
    const end = await release(shop, {
      version: 2,
      behaviour: 'sick-after-traffic',
      with: { 'on-failure': 'undo', 'undo-deadline': '1s' },
      meanwhile: { step: 'Bake', act: () => stage.ground.faults.plant(down) },
    });
    expect(end).toMatchObject({
      conclusion: 'failure',
      live: ['v2'],
      ...schema('prescriptions', 'dosage'),
      ledger: [
        found,
        expect.stringMatching(/^unknown: remaining: traffic, migrate \(20260112090000 dosage\), alias-swap; /),
      ],
      messages: ['production / web: outcome unknown'],
      told: expect.stringMatching(/alias-swap: unknown, .*to: finish/),
    });
    // Out of time too, or soon enough to see that the traffic is not known to be back.
    expect(end.told).toContain('migrate: unknown, ');
    expect(end.told).toContain('to: finish');
  });
});
