import { describe, expect } from '@jest/globals';
import { type Shop, visitPage } from '@lockstep/proving-ground/ground';
import { byApproval } from '@lockstep/proving-ground/vercel';
import type { RunEvent } from '@lockstep/workflow-runner';
import { live, schema } from './ends.ts';
import { look } from './look.ts';
import { approve, promote, requests, shopThatStages, stageVersion } from './promotion.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';
import { logs } from './team.ts';

const stage = useStage();
const found = 'released: found live';
const done = expect.stringMatching(/^released: dpl_\w+ is live$/);
/** Whether the machine is busy is no property of the candidate. */
const rolling = { strategy: 'rolling', 'stage-time': '1500ms', 'max-latency-ratio': '100' };

/** A shop whose promotions go by stages: 10 %, 50 %, all. */
async function rollingShop(inputs: Readonly<Record<string, string>> = {}, plain = false): Promise<Shop> {
  const shop = await shopThatStages(stage, { ...rolling, ...inputs }, { plain });
  stage.ground.vercel.configure(stage.ground.vercel.project(shop.project.id), { rollingConfig: byApproval(10, 50) });
  return shop;
}

const rolloutOf = (shop: Shop) => stage.ground.vercel.project(shop.project.id).rollingRelease;

/** Once the second stage has begun: what somebody does then. */
function atSecondStage(shop: Shop, act: () => Promise<unknown>) {
  const acts: Promise<unknown>[] = [];
  const watch = async () => {
    // Real time: the release is in processes of its own, which only go on while this one waits.
    while (rolloutOf(shop)?.activeStage !== 1) await new Promise((resolve) => setTimeout(resolve, 20));
    await act();
  };
  const onEvent = (event: RunEvent) => {
    const begins = event.type === 'step-started' && event.phase === 'main' && event.step === 'Swap';
    if (begins && acts.length === 0) acts.push(watch());
  };
  return { acts, onEvent };
}

describe('what is promoted by a rolling release', () => {
  test.each([false, true])('goes from stage to stage, and ends with it live (plain steps: %s)', async (plain) => {
    const shop = await rollingShop({}, plain);
    const { deployment } = await stageVersion(shop, { version: 2, folders: ['v1', 'v2'] });
    // A deployment that is only staged begins no rolling release.
    expect(rolloutOf(shop)).toBeUndefined();
    const end = await promote(shop);
    expect(end).toMatchObject({
      errors: '',
      conclusion: 'success',
      ...live('v2'),
      ...schema('prescriptions', 'dosage'),
      ledger: [found, done],
      swaps: ['swapped: swapped'],
      messages: ['production / web: released'],
    });
    expect(rolloutOf(shop)).toMatchObject({ state: 'COMPLETE', canaryDeploymentId: deployment });
    for (const words of ['stage 1 of 3 (10 %): pass', 'stage 2 of 3 (50 %): pass'])
      expect(logs(end.run)).toContain(words);
  });

  test('and turns sick in its second stage is aborted, and users have the one before', async () => {
    const shop = await rollingShop();
    const app = { behaviour: 'sick-after-traffic', sickAfter: { path: '/turn-sick' } } as const;
    await stageVersion(shop, { version: 2, folders: ['v1', 'v2'], app });
    const { acts, onEvent } = atSecondStage(shop, () => visitPage(shop, '/turn-sick?vcrrForceCanary=true'));
    const end = await promote(shop, { onEvent });
    await Promise.all(acts);
    expect(acts).toHaveLength(1);
    expect(end).toMatchObject({
      conclusion: 'failure',
      ...live('v1'),
      // Users may have written by its code already.
      ...schema('prescriptions', 'dosage'),
      ledger: [found, expect.stringMatching(/^partly-rolled-back: .*alias-swap: stage-failed: /)],
      swaps: ['put-back: swap-undone'],
      messages: ['production / web: partly rolled back, at stage 2 of 3 (50 %)'],
    });
    expect(rolloutOf(shop)).toMatchObject({ state: 'ABORTED', activeStage: 1 });
  });

  test('with two people begins once the second one approves', async () => {
    const shop = await rollingShop({ 'four-eyes': 'true' });
    await stageVersion(shop, { version: 2, folders: ['v1', 'v2'] });
    expect(await promote(shop)).toMatchObject({ conclusion: 'success', ...live('v1') });
    expect(rolloutOf(shop)).toBeUndefined();
    const [request] = requests(shop);
    expect(await approve(shop, request?.id ?? '')).toMatchObject({ conclusion: 'success', ...live('v2') });
    expect(rolloutOf(shop)).toMatchObject({ state: 'COMPLETE' });
  });
});

test('a promotion of all users at once is refused where Vercel would begin a rolling release by itself', async () => {
  const shop = await rollingShop({ strategy: 'promote' });
  await stageVersion(shop, { version: 2, folders: ['v1', 'v2'] });
  // A promote would begin a rolling release that no gate watches.
  const end = await promote(shop);
  expect(end.errors).toContain('rolling-release');
  expect(await look(shop)).toMatchObject({ ...live('v1'), ...schema('prescriptions') });
  expect(rolloutOf(shop)).toBeUndefined();
});
