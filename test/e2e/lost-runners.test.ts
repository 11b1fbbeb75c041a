import { describe, expect } from '@jest/globals';
import type { Strike } from '@lockstep/workflow-runner';
import type { Site } from './consumers.ts';
import { live, schema } from './ends.ts';
import { look } from './look.ts';
import { recover } from './recovery.ts';
import { release } from './release.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';

const stage = useStage();
const found = 'released: found live';
const RELEASE = 'release / release';
const APPLIED = /dosage\.sql: applied/;
const PROMOTED = /POST \S*promote\S*: 201/;
/** Gives a strike the time to hit after the first of two migrations. */
const slow = {
  'supabase/migrations/20260113090000_slow.sql': 'select pg_sleep(2);\n',
  'supabase/rollbacks/20260113090000_slow.sql': 'select 1;\n',
};

describe('an action that is killed', () => {
  test('while it migrates: its post step takes down what it had applied', async () => {
    const shop = await stage.liveShop();
    const strikes: Strike[] = [{ do: 'kill', step: 'expand', logMatches: APPLIED, afterMs: 100 }];
    expect(await release(shop, { version: 2, files: slow, strikes })).toMatchObject({
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions'),
      served: ['v1'],
      ledger: [found, 'rolled-back: migrate: its process exited without reporting a result'],
      swaps: [],
      messages: ['production / web: rolled back'],
    });
  });

  test('while Vercel swaps: its post step waits for the swap and takes it back', async () => {
    const shop = await stage.liveShop();
    stage.ground.vercel.jobs.plan({ pendingMs: 600 });
    const strikes: Strike[] = [{ do: 'kill', step: 'swap', logMatches: PROMOTED }];
    expect(await release(shop, { version: 2, strikes, with: { 'on-failure': 'undo' } })).toMatchObject({
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions'),
      served: ['v1', 'v2', 'v1'],
      ledger: [found, 'rolled-back: alias-swap: its process exited without reporting a result'],
      swaps: ['put-back: swap-undone'],
      messages: ['production / web: rolled back'],
    });
  });

  test('while it bakes: traffic goes back', async () => {
    const shop = await stage.liveShop();
    const strikes: Strike[] = [{ do: 'kill', step: 'bake', afterMs: 300 }];
    expect(await release(shop, { version: 2, strikes, with: { 'on-failure': 'undo' } })).toMatchObject({
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions'),
      served: ['v1', 'v2', 'v1'],
      ledger: [found, expect.stringMatching(/^rolled-back: a step failed without reporting a result/)],
    });
  });
});

/** What a runner leaves that is gone in the middle of a release, where no post step runs. */
interface Left {
  readonly live: readonly string[];
  readonly migrations: readonly ('prescriptions' | 'dosage')[];
  readonly swaps: readonly string[];
}

describe('a runner that is gone', () => {
  test.each<[string, Strike, Left, Record<string, string>]>([
    [
      'while it migrates',
      { do: 'lose', step: 'expand', logMatches: APPLIED, afterMs: 100 },
      { live: ['v1'], migrations: ['prescriptions', 'dosage'], swaps: [] },
      slow,
    ],
    [
      'while Vercel swaps',
      { do: 'lose', step: 'swap', logMatches: PROMOTED },
      { live: ['v2'], migrations: ['prescriptions', 'dosage'], swaps: ['open'] },
      {},
    ],
    [
      'in the bake',
      { do: 'lose', step: 'bake', afterMs: 300 },
      { live: ['v2'], migrations: ['prescriptions', 'dosage'], swaps: ['swapped: swapped'] },
      {},
    ],
    [
      'in the bake, told to shut down',
      { do: 'shutdown', step: 'bake', afterMs: 300 },
      { live: ['v2'], migrations: ['prescriptions', 'dosage'], swaps: ['swapped: swapped'] },
      {},
    ],
  ])('%s leaves a dead release in the ledger, and recovering takes it back', async (_, strike, left, files) => {
    const shop = await stage.liveShop();
    await release(shop, { version: 2, files, strikes: [strike] });
    await stage.ground.vercel.settled();
    expect(await look(shop)).toMatchObject({
      live: left.live,
      healthy: true,
      ...schema(...left.migrations),
      ledger: [found, 'begun'],
      swaps: left.swaps,
      messages: ['production / web: release started'],
    });
    expect(await recover(shop, 'dead')).toMatchObject({
      conclusion: 'success',
      ...live('v1'),
      ...schema('prescriptions'),
      ledger: [found, expect.stringMatching(/^rolled-back: /)],
    });
  });

  test('stops the next release, which begins nothing and says how to go on', async () => {
    const shop = await stage.liveShop();
    await release(shop, { version: 2, strikes: [{ do: 'lose', step: 'bake', afterMs: 300 }] });
    expect(await release(shop, { version: 3 })).toMatchObject({
      conclusion: 'failure',
      ...live('v2'),
      ...schema('prescriptions', 'dosage'),
      ledger: [found, 'begun'],
      messages: ['production / web: release started', 'production / web: release failed'],
      told: expect.stringContaining('web was not released: release-found-dead. Nothing was changed.'),
      errors: [
        expect.stringMatching(
          /^release \S+ of production\/web did not finish: .*"to: finish", "environment: production", "service: web"\n.*#release-found-dead$/,
        ),
      ],
    });
  });

  test('before its release was written down: nothing stands in the way of the next one', async () => {
    const shop = await stage.liveShop();
    const strikes: Strike[] = [{ do: 'lose', job: RELEASE, step: 'begin' }];
    const lost = await release(shop, { version: 2, strikes });
    expect(lost).toMatchObject({ conclusion: 'failure', ...live('v1'), ...schema('prescriptions'), ledger: [] });
    await expectGood(shop);
  });

  test('after the commit: it is released', async () => {
    const shop = await stage.liveShop();
    const strikes: Strike[] = [{ do: 'lose', step: 'Notify (released)' }];
    const lost = await release(shop, { version: 2, strikes });
    expect(lost).toMatchObject({
      conclusion: 'failure',
      ...live('v2'),
      ledger: [found, expect.stringMatching(/^released: /)],
    });
    await expectGood(shop);
  });
});

async function expectGood(shop: Site): Promise<void> {
  expect(await release(shop, { version: 3 })).toMatchObject({
    conclusion: 'success',
    ...live('v3'),
    ...schema('prescriptions', 'dosage', 'refills'),
  });
}
