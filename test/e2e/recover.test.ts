import { describe, expect } from '@jest/globals';
import type { Strike } from '@lockstep/workflow-runner';
import type { Site } from './consumers.ts';
import { live, schema } from './ends.ts';
import { recover } from './recovery.ts';
import { release } from './release.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';

const stage = useStage();
const found = 'released: found live';
const PROMOTED = /POST \S*promote\S*: 201/;

/** A release whose runner is gone in the midst of the swap. */
async function lost(shop: Site): Promise<void> {
  const strikes: Strike[] = [{ do: 'lose', step: 'swap', logMatches: PROMOTED }];
  await release(shop, { version: 2, strikes });
  await stage.ground.vercel.settled();
}

describe('once the run of a release is over', () => {
  test('a dead release is told at once, and left to a person', async () => {
    const shop = await stage.liveShop();
    await lost(shop);
    expect(await recover(shop, 'nothing')).toMatchObject({
      conclusion: 'failure',
      ...live('v2'),
      ledger: [found, 'begun'],
      told: expect.stringContaining('"to: finish"'),
    });
  });

  test('a dead release is taken back where that is wanted: traffic, then schema', async () => {
    const shop = await stage.liveShop();
    await lost(shop);
    expect(await recover(shop, 'dead')).toMatchObject({
      conclusion: 'success',
      ...live('v1'),
      ...schema('prescriptions'),
      ledger: [found, expect.stringMatching(/^rolled-back: /)],
    });
    expect(await release(shop, { version: 3, folders: ['v2', 'v3'] })).toMatchObject({
      conclusion: 'success',
      ...live('v3'),
    });
  });

  test('a held release stays with the person who decides, and is taken back only with all', async () => {
    const shop = await stage.liveShop();
    // Where the swap had asked the hosts already, the bake meets nothing but cut connections.
    const path = new RegExp(`^${shop.host.replace(/:.*/, '')}\\S*/api/health`);
    const cut = { service: 'edge', path, after: 2, times: Number.POSITIVE_INFINITY } as const;
    await release(shop, { version: 2, faults: [{ ...cut, effect: { kind: 'reset-before' } }] });
    const held = await recover(shop, 'dead');
    expect(held).toMatchObject({
      conclusion: 'failure',
      ...live('v2'),
      ledger: [found, expect.stringMatching(/^held/)],
    });
    expect(await recover(shop, 'all')).toMatchObject({
      conclusion: 'success',
      ...live('v1'),
      ...schema('prescriptions'),
    });
  });

  test('a good one leaves nothing to do', async () => {
    const shop = await stage.liveShop();
    await release(shop, { version: 2 });
    expect(await recover(shop, 'all')).toMatchObject({
      conclusion: 'success',
      ...live('v2'),
      messages: ['production / web: released'],
    });
  });
});
