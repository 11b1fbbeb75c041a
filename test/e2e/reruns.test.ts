import { describe, expect, jest } from '@jest/globals';
import type { Fault } from '@lockstep/proving-ground/faults';
import { dispatch } from '@lockstep/proving-ground/ground';
import type { Rerun, RunResult, Strike } from '@lockstep/workflow-runner';
import type { Site } from './consumers.ts';
import { workflowOf } from './consumers.ts';
import { live, schema } from './ends.ts';
import { press } from './press.ts';
import { recover } from './recovery.ts';
import { commitVersion, type End, releaseCommit, type Wish } from './release.ts';
import { chains } from './sampled.ts';
import { useStage } from './stage.ts';
import { expectTruth } from './truth.ts';

const stage = useStage();
// A chain of ten releases, on a machine with other work to do.
jest.setTimeout(600_000);
const { test, short } = chains(6);
const RELEASE = { id: 'release / release' };
const found = 'released: found live';
const done = expect.stringMatching(/^released: dpl_\w+ is live$/);

/** A release, and then its run again as somebody asks for it; after each the world is held to the truth. */
async function play(shop: Site, wish: Wish) {
  const sha = await commitVersion(shop, wish);
  let last = await releaseCommit(shop, sha, wish);
  await stage.ground.vercel.settled();
  return {
    first: last,
    again: async (jobs: Rerun['jobs'], circumstances: Partial<Wish> = {}): Promise<End> => {
      last = await releaseCommit(shop, sha, { ...circumstances, rerun: { of: last.run, jobs } });
      await stage.ground.vercel.settled();
      await expectTruth(shop);
      return last;
    },
  };
}

const deployments = (shop: Site) =>
  [...stage.ground.vercel.state.deployments.values()].filter(({ projectId }) => projectId === shop.project.id).length;

describe('the run of a release that went through', () => {
  test('has nothing to release again, alone or twice; all of it releases another build, which goes back to this one', async () => {
    const shop = await stage.liveShop();
    const { first, again } = await play(shop, { version: 2 });
    expect(first).toMatchObject({ conclusion: 'success', ledger: [found, done] });
    const asked = [shop.messages().map(({ history }) => history.length), deployments(shop)];
    for (const _ of [2, 3]) {
      const end = await again(RELEASE);
      expect(end).toMatchObject({
        ...{ conclusion: 'success', ...live('v2'), ...schema('prescriptions', 'dosage') },
        ...{ served: ['v2'], ledger: [found, done], swaps: first.swaps, messages: ['production / web: released'] },
      });
      expect(end.run.jobs.find(({ id }) => id === RELEASE.id)?.outputs).toMatchObject({ verdict: 'pass' });
    }
    // Not even an edit of what people were told.
    expect([shop.messages().map(({ history }) => history.length), deployments(shop)]).toEqual(asked);
    expect(await again('all')).toMatchObject({
      ...{ conclusion: 'success', ...live('v2'), ledger: [found, done, done] },
      messages: ['production / web: released', 'production / web: released'],
    });
    // One release back is the same version by another build; two back is what was there before.
    expect((await press(shop)).conclusion).toBe('success');
    await expectTruth(shop);
    expect((await press(shop)).conclusion).toBe('success');
    expect(await expectTruth(shop)).toMatchObject({ ...live('v1'), ...schema('prescriptions') });
  });

  test('that was taken back by hand since is released again where somebody asks for it', async () => {
    const shop = await stage.liveShop();
    const { again } = await play(shop, { version: 2 });
    expect((await press(shop)).conclusion).toBe('success');
    expect(await expectTruth(shop)).toMatchObject(live('v1'));
    expect(await again(RELEASE)).toMatchObject({ conclusion: 'success', ...live('v2') });
    expect((await press(shop)).conclusion).toBe('success');
    expect(await expectTruth(shop)).toMatchObject({ ...live('v1'), ...schema('prescriptions') });
  });

  test('that another one overtook is not brought back by a job of its run', async () => {
    const shop = await stage.liveShop();
    const { first } = await play(shop, { version: 2 });
    const sha = first.run.jobs.length > 0 ? shop.consumer.github.state.refs.get('heads/main') : undefined;
    await play(shop, { version: 3, folders: ['v3'] });
    const end = await releaseCommit(shop, sha ?? '', { rerun: { of: first.run, jobs: RELEASE } });
    expect(end).toMatchObject({ conclusion: 'failure', ...live('v3'), ledger: [found, done, done] });
    expect(end.told).toContain('web was not released: superseded. Nothing was changed.');
    await expectTruth(shop);
  });
});

const bakeCut = (shop: Site): Fault => ({
  service: 'edge',
  path: new RegExp(`^${shop.host.replace(/:.*/, '')}\\S*/api/health`),
  after: 2,
  times: Number.POSITIVE_INFINITY,
  effect: { kind: 'reset-before' },
});

describe('the run of a release that did not go through', () => {
  test('since it turned sick is taken back each time that it runs again, and each end is told as it was', async () => {
    const shop = await stage.liveShop();
    const { first, again } = await play(shop, { version: 2, behaviour: 'sick-after-traffic' });
    expect(first).toMatchObject({ conclusion: 'failure', ...live('v1') });
    for (const jobs of ['failed', RELEASE, 'all'] as const) {
      const end = await again(jobs);
      expect(end).toMatchObject({ conclusion: 'failure', ...live('v1') });
      expect(end.ledger.at(-1)).toMatch(/^(partly-)?rolled-back: /);
    }
  });

  short('in prepare changes nothing, however often its jobs run again', async () => {
    const shop = await stage.liveShop();
    const { first, again } = await play(shop, { version: 2, behaviour: 'build-fails' });
    expect(first).toMatchObject({ conclusion: 'failure', ...live('v1'), ledger: [] });
    for (const jobs of ['failed', { id: 'release / prepare' }, 'all'] as const)
      expect(await again(jobs)).toMatchObject({ conclusion: 'failure', ...live('v1'), ledger: [], messages: [] });
  });

  test('since a person cancelled it goes through when the cancelled job runs again', async () => {
    const shop = await stage.liveShop();
    const strikes: Strike[] = [{ do: 'cancel', step: 'bake', afterMs: 300 }];
    const { first, again } = await play(shop, { version: 2, strikes });
    expect(first).toMatchObject({ conclusion: 'cancelled', ...live('v1') });
    expect(await again('failed')).toMatchObject({
      ...{ conclusion: 'success', ...live('v2'), ...schema('prescriptions', 'dosage') },
      messages: ['production / web: partly rolled back', 'production / web: released'],
    });
    expect(await again(RELEASE)).toMatchObject({ conclusion: 'success', ...live('v2') });
  });

  test('since nobody could see it well is held, and no re-run decides that', async () => {
    const shop = await stage.liveShop();
    const { first, again } = await play(shop, { version: 2, faults: [bakeCut(shop)] });
    expect(first).toMatchObject({ conclusion: 'failure', ...live('v2') });
    expect(first.ledger.at(-1)).toMatch(/^held/);
    for (const jobs of ['failed', 'all'] as const) {
      const end = await again(jobs);
      expect(end).toMatchObject({ conclusion: 'failure', ...live('v2'), ledger: first.ledger });
      expect(end.told).toContain('web was not released: release-held. Nothing was changed.');
    }
    expect(await recover(shop, 'all')).toMatchObject({ conclusion: 'success', ...live('v1') });
    await expectTruth(shop);
  });

  test('since its runner died waits for its end, and goes through after it', async () => {
    const shop = await stage.liveShop();
    const strikes: Strike[] = [{ do: 'lose', step: 'bake', afterMs: 300 }];
    const { first, again } = await play(shop, { version: 2, strikes });
    expect(first).toMatchObject({ ledger: [found, 'begun'] });
    const dead = await again('failed');
    expect(dead).toMatchObject({ conclusion: 'failure', ...live('v2'), ledger: [found, 'begun'] });
    expect(dead.errors.join('\n')).toContain('the rollback action, "to: finish"');
    expect(await recover(shop, 'dead')).toMatchObject({ conclusion: 'success', ...live('v1') });
    expect((await expectTruth(shop)).messages[0]).toBe('production / web: rolled back');
    expect(await again('failed')).toMatchObject({ conclusion: 'success', ...live('v2') });
  });
});

describe('the approval of a release', () => {
  const APPROVE = { id: 'release / approve' };
  const asks = { version: 2, with: { 'approval-environment': 'production-approval' } };
  const v2 = { ...live('v2'), ...schema('prescriptions', 'dosage') };

  test('that was given is asked for again with its job, and what follows it has nothing to do', async () => {
    const shop = await stage.liveShop();
    const { first, again } = await play(shop, asks);
    expect(first).toMatchObject({ conclusion: 'success', ...v2 });
    let asked = 0;
    const approve = () => {
      asked++;
      return 'approved' as const;
    };
    expect(await again(APPROVE, { approve })).toMatchObject({ conclusion: 'success', ...v2, ledger: [found, done] });
    expect(asked).toBe(1);
    const no = await again(APPROVE, { approve: () => 'rejected' });
    expect(no).toMatchObject({ conclusion: 'failure', ...v2, ledger: [found, done] });
    expect(no.messages).toEqual(first.messages);
  });

  test('that was refused changes nothing, and the release goes through once somebody says yes', async () => {
    const shop = await stage.liveShop();
    const { first, again } = await play(shop, { ...asks, approve: () => 'rejected' });
    const nothing = { conclusion: 'failure', ...live('v1'), ledger: [], messages: [] };
    expect(first).toMatchObject(nothing);
    for (const jobs of ['failed', APPROVE] as const)
      expect(await again(jobs, { approve: () => 'rejected' })).toMatchObject(nothing);
    expect(await again(APPROVE, { approve: () => 'approved' })).toMatchObject({
      ...{ conclusion: 'success', ...v2, ledger: [found, done], messages: ['production / web: released'] },
    });
  });
});

/** The site's own workflow of that name, and then its run again. */
async function pressed(shop: Site, name: 'rollback' | 'recover', inputs: Readonly<Record<string, string>> = {}) {
  const { ground, runner, consumer, secrets, environments } = shop;
  const sha = consumer.github.state.refs.get('heads/main') ?? '';
  const common = { sha, workflow: workflowOf(shop, name), secrets, environments, timeScale: 0.1 };
  let last: RunResult | undefined;
  return async (jobs?: Rerun['jobs']): Promise<RunResult> => {
    const rerun = last === undefined || jobs === undefined ? {} : { rerun: { of: last, jobs } };
    const run = await dispatch(ground, runner, consumer, { ...common, inputs, actor: 'olga', ...rerun });
    last = await run.result;
    await ground.vercel.settled();
    await expectTruth(shop);
    return last;
  };
}

describe('the run of a rollback', () => {
  test('goes back once, however often its jobs run again, and says so; all of it looks anew', async () => {
    const shop = await stage.liveShop();
    await play(shop, { version: 2 });
    await play(shop, { version: 3, folders: ['v3'] });
    const run = await pressed(shop, 'rollback', { to: 'previous' });
    expect((await run()).conclusion).toBe('success');
    const back = await expectTruth(shop);
    expect(back).toMatchObject({ ...live('v2'), ...schema('prescriptions', 'dosage') });
    const again = await run({ id: 'rollback / rollback' });
    expect(again.conclusion).toBe('success');
    expect(again.jobs.flatMap(({ steps }) => steps.map(({ outputs }) => outputs['reason']))).toContain('already-there');
    expect(await expectTruth(shop)).toEqual({ ...back, swaps: [...back.swaps, 'unchanged: already-there'] });
    await run('all');
    expect(await expectTruth(shop)).toMatchObject({ ...live('v1'), ...schema('prescriptions') });
    await play(shop, { version: 4, folders: ['v2', 'v3', 'v4'] });
    const stale = await run({ id: 'rollback / rollback' });
    // It went to version 1 alone when it was looked at; version 4 came since.
    expect(stale.conclusion).toBe('failure');
    expect(stale.jobs.flatMap(({ steps }) => steps.map(({ outputs }) => outputs['reason']))).toContain('newer-release');
    expect(await expectTruth(shop)).toMatchObject(live('v4'));
    expect((await run('all')).conclusion).toBe('success');
    expect(await expectTruth(shop)).toMatchObject(live('v1'));
    // Nothing lies before what was found live.
    const refused = await run('all');
    expect(refused.conclusion).toBe('failure');
    expect((await run('failed')).conclusion).toBe('failure');
    expect(await expectTruth(shop)).toMatchObject(live('v1'));
  });

  test('that was cut off goes on where it was when its job runs again', async () => {
    const shop = await stage.liveShop();
    await play(shop, { version: 2 });
    const run = await pressed(shop, 'rollback', { to: 'previous' });
    const forbidden = { kind: 'status', status: 403 } as const;
    stage.ground.faults.plant({ service: 'vercel', method: 'POST', path: /rollback/, times: 9, effect: forbidden });
    expect((await run()).conclusion).toBe('failure');
    expect((await expectTruth(shop)).ledger.at(-1)).toMatch(/^unknown/);
    stage.ground.faults.clear();
    expect((await run('failed')).conclusion).toBe('success');
    expect(await expectTruth(shop)).toMatchObject({
      ...live('v1'),
      ledger: [found, expect.stringMatching(/^rolled-back/)],
    });
  });

  test('of a look after releases has nothing left to do once it ended one', async () => {
    const shop = await stage.liveShop();
    await play(shop, { version: 2, strikes: [{ do: 'lose', step: 'bake', afterMs: 300 }] });
    expect((await recover(shop, 'dead')).conclusion).toBe('success');
    const run = await pressed(shop, 'recover');
    expect((await run()).conclusion).toBe('success');
    expect((await run('all')).conclusion).toBe('success');
    expect(await expectTruth(shop)).toMatchObject(live('v1'));
  });
});
