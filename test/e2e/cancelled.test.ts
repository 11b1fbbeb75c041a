import { describe, expect } from '@jest/globals';
import { live, schema } from './ends.ts';
import { recover } from './recovery.ts';
import { release } from './release.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';

const stage = useStage();
const found = 'released: found live';
/** What the log says, in debug, once Vercel has accepted the promotion. */
const PROMOTED = /POST \S*promote\S*: 201/;
const back = { conclusion: 'cancelled', ...live('v1') };

describe('a release that a person cancels', () => {
  test('while it is built on Vercel: the build is cancelled there, and nothing was begun', async () => {
    const shop = await stage.liveShop();
    stage.ground.vercel.builds.plan({ buildingMs: Number.POSITIVE_INFINITY });
    const end = await release(shop, {
      version: 2,
      strikes: [{ do: 'cancel', step: 'deploy', logMatches: /^created dpl_/ }],
    });
    expect(end).toMatchObject({ ...back, ...schema('prescriptions'), ledger: [], messages: [] });
    const builds = [...stage.ground.vercel.state.deployments.values()];
    expect(builds.filter(({ projectId }) => projectId === shop.project.id).map(({ readyState }) => readyState)).toEqual(
      ['READY', 'CANCELED'],
    );
  });

  test('while it migrates: the statement is cancelled on the server, and what was applied goes down', async () => {
    const shop = await stage.liveShop();
    const files = {
      'supabase/migrations/20260113090000_slow.sql': 'select pg_sleep(60);\n',
      'supabase/rollbacks/20260113090000_slow.sql': 'select 1;\n',
    };
    const end = await release(shop, {
      version: 2,
      files,
      strikes: [{ do: 'cancel', step: 'expand', logMatches: /dosage\.sql: applied/, afterMs: 100 }],
    });
    expect(end).toMatchObject({
      ...back,
      ...schema('prescriptions'),
      served: ['v1'],
      ledger: [found, expect.stringMatching(/^rolled-back: migrate: cancelled: /)],
      swaps: [],
      messages: ['production / web: rolled back'],
      told: expect.stringContaining('migrate: pass, 1 migration rolled back'),
    });
    expect(end.told).not.toContain('raise statement-timeout');
    const running = await stage.ground.postgres.query(
      `select query from pg_stat_activity where datname = $1 and query like '%pg_sleep%' and pid <> pg_backend_pid()`,
      [shop.database],
    );
    expect(running).toEqual([]);
  });

  test('while Vercel swaps: the swap is waited for, and taken back', async () => {
    const shop = await stage.liveShop();
    stage.ground.vercel.jobs.plan({ pendingMs: 1_000 });
    const end = await release(shop, {
      version: 2,
      with: { 'on-failure': 'undo' },
      strikes: [{ do: 'cancel', step: 'swap', logMatches: PROMOTED }],
    });
    expect(end).toMatchObject({
      ...back,
      ...schema('prescriptions'),
      served: ['v1', 'v2', 'v1'],
      ledger: [found, expect.stringMatching(/^rolled-back: alias-swap: cancelled: /)],
      swaps: ['put-back: swap-undone'],
      messages: ['production / web: rolled back'],
    });
  });

  test('in its undo: the undo goes on to its end', async () => {
    const shop = await stage.liveShop();
    stage.ground.vercel.jobs.plan({}, { pendingMs: 600 });
    const end = await release(shop, {
      version: 2,
      behaviour: 'sick-after-traffic',
      with: { 'on-failure': 'undo' },
      strikes: [{ do: 'cancel', step: 'swap', phase: 'post', afterMs: 300 }],
    });
    expect(end).toMatchObject({
      ...back,
      ...schema('prescriptions'),
      served: ['v1', 'v2', 'v1'],
      ledger: [found, expect.stringMatching(/^rolled-back: health-gate: unhealthy: /)],
      swaps: ['put-back: swap-undone'],
      messages: ['production / web: rolled back'],
    });
  });

  test('and whose undo GitHub cuts off after five minutes is dead in the ledger, and is taken back by recovering', async () => {
    const shop = await stage.liveShop();
    const silent = { service: 'vercel', times: Number.POSITIVE_INFINITY, effect: { kind: 'hang' } } as const;
    const end = await release(shop, {
      version: 2,
      // Five minutes are five seconds.
      timeScale: 1 / 60,
      strikes: [{ do: 'cancel', step: 'bake', afterMs: 300 }],
      meanwhile: { step: 'Bake', act: () => stage.ground.faults.plant(silent) },
    });
    expect(end).toMatchObject({
      conclusion: 'cancelled',
      ...live('v2'),
      ...schema('prescriptions', 'dosage'),
      ledger: [found, 'begun'],
      swaps: ['swapped: swapped'],
      messages: ['production / web: release started'],
    });
    expect(await recover(shop, 'dead')).toMatchObject({
      conclusion: 'success',
      ...live('v1'),
      ...schema('prescriptions'),
      ledger: [found, expect.stringMatching(/^rolled-back: /)],
    });
  });
});
