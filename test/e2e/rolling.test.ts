import { describe, expect } from '@jest/globals';
import { visitPage } from '@lockstep/proving-ground/ground';
import { byApproval, byTime } from '@lockstep/proving-ground/vercel';
import type { Site } from './consumers.ts';
import { live, schema } from './ends.ts';
import { look } from './look.ts';
import { press } from './press.ts';
import { recover } from './recovery.ts';
import { type End, release } from './release.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';
import { logs } from './team.ts';

const stage = useStage();
const found = 'released: found live';
const done = expect.stringMatching(/^released: dpl_\w+ is live$/);
/** Whether the machine is busy is no property of the candidate. */
const rolling = { strategy: 'rolling', 'stage-time': '1500ms', 'max-latency-ratio': '100' };
/** Stays unknown: nothing answers at that address. */
const undecided = `
providers: { json: { url: "http://127.0.0.1:1" } }
metrics: [{ name: errors, provider: json, query: /errors, path: rate, interval: 1s, error-limit: 0, success: "[VALUE] < 1" }]`;

async function rollingShop(config = byApproval(10, 50)): Promise<Site> {
  const shop = await stage.liveShop();
  stage.ground.vercel.configure(stage.ground.vercel.project(shop.project.id), { rollingConfig: config });
  return shop;
}

const rolloutOf = (shop: Site) => stage.ground.vercel.project(shop.project.id).rollingRelease;

/** Once so many stages were approved: what somebody does then. */
async function atStage(shop: Site, stageIndex: number, act: () => unknown): Promise<void> {
  for (;;) {
    const { activeStage, state } = rolloutOf(shop) ?? {};
    if (state === 'ACTIVE' && activeStage === stageIndex) break;
    // Real time: the release is in processes of its own, which only go on while this one waits.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await act();
}

/** What the ledger's record of the newest change of traffic says, oldest word first. */
const stagesOf = (shop: Site) =>
  shop.consumer.github
    .deployments('lockstep:swap')
    .filter(({ environment }) => environment === shop.environment)
    .at(-1)
    ?.statuses.map(({ description }) => description) ?? [];

describe('a rolling release', () => {
  test('of a good version goes from stage to stage, and ends with it live', async () => {
    const shop = await rollingShop();
    const end = await release(shop, { version: 2, with: rolling });
    expect(end).toMatchObject({
      errors: [],
      conclusion: 'success',
      ...live('v2'),
      ...schema('prescriptions', 'dosage'),
      ledger: [found, done],
      swaps: ['swapped: swapped'],
      messages: ['production / web: released'],
    });
    expect(rolloutOf(shop)).toMatchObject({ state: 'COMPLETE', currentDeploymentId: expect.any(String) });
    expect(stagesOf(shop)).toEqual([
      'open',
      'open: stage 1 of 3, 10 %',
      'open: stage 2 of 3, 50 %',
      'open: stage 3 of 3, 100 %',
      'swapped: swapped',
    ]);
    // Vercel's own gate was set up, and is there.
    expect(stage.ground.vercel.project(shop.project.id).rollingConfig?.gate).toMatchObject({
      ...{ enabled: true, dryRun: false, action: 'rollback' },
    });
  });

  test('by its own stages writes them to the project first', async () => {
    const shop = await rollingShop(byTime([5, 10]));
    const stages = '20% 800ms\n60% 800ms';
    expect(await release(shop, { version: 2, with: { ...rolling, stages } })).toMatchObject({
      conclusion: 'success',
      ...live('v2'),
    });
    const { rollingConfig } = stage.ground.vercel.project(shop.project.id);
    expect(rollingConfig).toMatchObject({
      advancementType: 'manual-approval',
      stages: [{ targetPercentage: 20 }, { targetPercentage: 60 }, { targetPercentage: 100 }],
    });
  });

  test('of a version that turns sick in its second stage is aborted, and users have the one before', async () => {
    const shop = await rollingShop();
    const sicken = () => atStage(shop, 1, () => visitPage(shop, '/turn-sick?vcrrForceCanary=true'));
    const end = await release(shop, {
      ...{ version: 2, behaviour: 'sick-after-traffic', app: { sickAfter: { path: '/turn-sick' } } },
      ...{ with: rolling, meanwhile: { step: 'Swap', act: sicken } },
    });
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
    expect(end.told).toContain('at stage 2 of 3 (50 %) is not healthy');
    expect(logs(end.run)).toContain('at stage 2 of 3 (50 %) is not healthy');
  });

  test('that is aborted keeps its schema even where it is to be undone: clients may be pinned to its code', async () => {
    const shop = await rollingShop();
    const sicken = () => atStage(shop, 0, () => visitPage(shop, '/turn-sick?vcrrForceCanary=true'));
    const end = await release(shop, {
      ...{ version: 2, behaviour: 'sick-after-traffic', app: { sickAfter: { path: '/turn-sick' } } },
      ...{ with: { ...rolling, 'on-failure': 'undo' }, meanwhile: { step: 'Swap', act: sicken } },
    });
    expect(end).toMatchObject({
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions', 'dosage'),
      swaps: ['put-back: swap-undone'],
    });
    expect(rolloutOf(shop)).toMatchObject({ state: 'ABORTED', activeStage: 0 });
    expect(logs(end.run)).toContain('traffic-not-confirmed');
  });

  test('of a version that turns sick in the bake, once all users have it, is rolled back', async () => {
    const shop = await rollingShop();
    const end = await release(shop, {
      ...{ version: 2, behaviour: 'sick-after-traffic', app: { sickAfter: { path: '/turn-sick' } } },
      ...{ with: rolling, meanwhile: { step: 'Bake', act: () => visitPage(shop, '/turn-sick') } },
    });
    expect(end).toMatchObject({
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions', 'dosage'),
      swaps: ['put-back: swap-undone'],
    });
    expect(rolloutOf(shop)).toMatchObject({ state: 'COMPLETE' });
  });

  test('that nobody can judge is held at its stage, until a person rolls it back', async () => {
    const shop = await rollingShop();
    const held = await release(shop, { version: 2, with: { ...rolling, metrics: undecided } });
    expect(held).toMatchObject({
      conclusion: 'failure',
      ledger: [found, expect.stringMatching(/^held: /)],
      messages: ['production / web: held until a person decides, at stage 1 of 3 (10 %)'],
    });
    expect(rolloutOf(shop)).toMatchObject({ state: 'ACTIVE', activeStage: 0 });
    const ended = await press(shop, { to: 'finish' });
    expect(ended.conclusion).toBe('success');
    expect(logs(ended)).toMatch(/- traffic: the rolling release of dpl_\w+ is aborted at stage 1 of 3 \(10 %\): /);
    expect(await look(shop)).toMatchObject({
      ...live('v1'),
      ...schema('prescriptions', 'dosage'),
      ledger: [found, expect.stringMatching(/^partly-rolled-back: /)],
      messages: [expect.stringMatching(/^production \/ web: partly rolled back, at stage 1 of 3 \(10 %\)/)],
    });
    expect(rolloutOf(shop)).toMatchObject({ state: 'ABORTED' });
    // What is rolled back is no obstacle.
    expect(await release(shop, { version: 3, folders: ['v2', 'v3'], with: rolling })).toMatchObject({
      conclusion: 'success',
      ...live('v3'),
    });
  });

  test.each(['recover', 'rollback'] as const)('whose runner is lost at its second stage is ended by %s', async (by) => {
    const shop = await rollingShop();
    const strikes = [{ do: 'lose', step: 'swap', logMatches: /Watching stage 2/ }] as const;
    await release(shop, { version: 2, strikes: [...strikes], with: rolling });
    expect(rolloutOf(shop)).toMatchObject({ state: 'ACTIVE', activeStage: 1 });
    expect(stagesOf(shop)).toEqual(['open', 'open: stage 1 of 3, 10 %', 'open: stage 2 of 3, 50 %']);
    if (by === 'recover') await recover(shop, 'dead');
    else expect((await press(shop, { to: 'finish' })).conclusion).toBe('success');
    expect(await look(shop)).toMatchObject({
      ...live('v1'),
      ...schema('prescriptions', 'dosage'),
      ledger: [found, expect.stringMatching(/^partly-rolled-back: /)],
      messages: [expect.stringMatching(/^production \/ web: partly rolled back, at stage 2 of 3 \(50 %\)/)],
    });
    expect(rolloutOf(shop)).toMatchObject({ state: 'ABORTED' });
  });

  test('that is cancelled at a stage is aborted', async () => {
    const shop = await rollingShop();
    const strikes = [{ do: 'cancel', logMatches: /Watching stage 1/, step: 'swap' }] as const;
    expect(
      await release(shop, { version: 2, strikes: [...strikes], with: { ...rolling, 'stage-time': '60s' } }),
    ).toMatchObject({
      conclusion: 'cancelled',
      ...live('v1'),
      swaps: ['put-back: swap-undone'],
    });
    expect(rolloutOf(shop)).toMatchObject({ state: 'ABORTED' });
  });

  test('of which another one comes waits for its end, and then goes its own way', async () => {
    const shop = await rollingShop();
    const ends: Promise<End>[] = [];
    const second = () => ends.push(release(shop, { version: 3, with: rolling }));
    const first = await release(shop, { version: 2, meanwhile: { step: 'Begin', act: second }, with: rolling });
    expect(first).toMatchObject({ conclusion: 'success', ...live('v2') });
    expect(await ends[0]).toMatchObject({
      conclusion: 'success',
      ...live('v3'),
      ...schema('prescriptions', 'dosage', 'refills'),
      ledger: [found, done, done],
    });
  });
});

describe('meanwhile', () => {
  const dashboard = () => stage.ground.vercel.actAs('dashboard');

  test("Vercel's own gate or a person takes it back: the release ends, and fights nobody", async () => {
    const shop = await rollingShop();
    const base = stage.ground.vercel.holder(shop.host) ?? '';
    const act = () => atStage(shop, 1, () => dashboard().rollback(base));
    expect(await release(shop, { version: 2, with: rolling, meanwhile: { step: 'Swap', act } })).toMatchObject({
      conclusion: 'failure',
      live: ['v1'],
      healthy: true,
      ledger: [found, expect.stringMatching(/rolled-back: .*alias-swap: rollout-aborted: /)],
    });
  });

  test('somebody promotes another build: it is queued, and the release is held before it would follow', async () => {
    const shop = await rollingShop();
    const like = stage.ground.vercel.holder(shop.host) ?? '';
    const { id } = await dashboard().push({ project: shop.project, like, staged: true });
    const act = () => atStage(shop, 0, () => dashboard().promote(id));
    expect(await release(shop, { version: 2, with: rolling, meanwhile: { step: 'Swap', act } })).toMatchObject({
      conclusion: 'failure',
      ledger: [found, expect.stringMatching(/^held: /)],
    });
    expect(rolloutOf(shop)).toMatchObject({ state: 'ACTIVE', activeStage: 1, queuedDeploymentId: id });
    expect((await press(shop, { to: 'finish' })).conclusion).toBe('success');
    expect(await look(shop)).toMatchObject(live('v1'));
  });

  test('somebody promotes the candidate itself: all users have it, and the bake decides', async () => {
    const shop = await rollingShop();
    const act = () => atStage(shop, 0, () => dashboard().promote(rolloutOf(shop)?.canaryDeploymentId ?? ''));
    expect(await release(shop, { version: 2, with: rolling, meanwhile: { step: 'Swap', act } })).toMatchObject({
      conclusion: 'success',
      ...live('v2'),
      ledger: [found, done],
    });
  });
});

describe('a rolling release that cannot be is refused before users get anything', () => {
  test.each([
    ['rolling-not-enabled', null],
    ['rolling-automatic', byTime([10, 5])],
  ])('%s', async (reason, config) => {
    const shop = await stage.liveShop();
    stage.ground.vercel.configure(stage.ground.vercel.project(shop.project.id), { rollingConfig: config });
    const end = await release(shop, { version: 2, with: rolling });
    expect(end).toMatchObject({
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions'),
      ledger: [found, expect.stringContaining(`rolled-back: alias-swap: ${reason}: `)],
      swaps: [],
    });
    expect(rolloutOf(shop)).toBeUndefined();
  });

  test('with inputs that are not understood, before anything is built', async () => {
    const shop = await rollingShop();
    const end = await release(shop, { version: 2, with: { strategy: 'slowly', stages: 'ten percent' } });
    expect(end).toMatchObject({ conclusion: 'failure', ...live('v1'), ledger: [] });
    expect(end.errors.join('\n')).toContain('strategy is slowly: set promote or rolling.');
    expect(end.errors.join('\n')).toContain('stages has a line that is not PERCENT TIME, such as 10% 5m: ten percent');
  });
});

test('a rollback to an earlier release is refused while another one is rolled out', async () => {
  const shop = await rollingShop();
  expect(await release(shop, { version: 2, with: rolling })).toMatchObject({ conclusion: 'success', ...live('v2') });
  const like = stage.ground.vercel.holder(shop.host) ?? '';
  const { id } = await stage.ground.vercel.actAs('dashboard').push({ project: shop.project, like, staged: true });
  await stage.ground.vercel.settled();
  await stage.ground.vercel.actAs('dashboard').startRollout(id);
  const run = await press(shop);
  expect(run.conclusion).toBe('failure');
  expect(logs(run)).toContain(`a rolling release to ${id} is under way`);
  expect(rolloutOf(shop)).toMatchObject({ state: 'ACTIVE', canaryDeploymentId: id });
});
