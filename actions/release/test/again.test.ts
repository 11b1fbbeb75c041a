import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aWorld, type Job, type World } from './world.ts';

/** The release job of a run, run again: GitHub keeps the outputs of the jobs before it, and with them the evidence. */
let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
  expect(world.vercel.unmodelled).toEqual([]);
  world.github.expectNoViolations();
});

/** Swaps to the deployment and ends as `how` says; the run is over then. */
async function end(job: Job, deployment: string, how: 'released' | 'rolled-back' | 'held' | 'ledger-late') {
  job.step('alias-swap').began('alias-swap');
  job.step('alias-swap').traffic('reached', { to: deployment });
  await world.promote(deployment);
  if (how === 'rolled-back') {
    job.step('alias-swap').undone('alias-swap', { verdict: 'pass', reason: 'swap-undone', message: '' });
    job.step('alias-swap').traffic('restored');
    await world.goLive();
  } else job.step('alias-swap').finished('alias-swap');
  if (how === 'held') job.step('health-gate').held('bake-unknown');
  if (how === 'released') await job.commit();
  if (how === 'ledger-late') job.step('release').committed();
  else await job.tellEnd(how === 'released' ? 'success' : 'failure');
  job.over(how === 'released' || how === 'ledger-late' ? 'success' : 'failure');
}

async function first(how: Parameters<typeof end>[2]) {
  await world.goLive();
  const deployment = await world.standReady(world.sha);
  const evidence = world.evidence(deployment);
  const job = world.job();
  const begun = await job.begin({ evidence });
  expect(begun.outputs).toMatchObject({ reason: 'begun', begun: 'true' });
  await end(job, deployment, how);
  const again = world.job({ runId: job.runId, attempt: 2 });
  return { deployment, evidence, id: begun.outputs['release-id'] ?? '', again };
}

describe('a release job that is run again', () => {
  test('after it released: there is nothing to release, and nothing is written', async () => {
    const { again, evidence, deployment, id } = await first('released');
    const before = world.ledger();
    const begun = await again.begin({ evidence });
    expect(begun).toMatchObject({
      status: 0,
      outputs: { verdict: 'pass', reason: 'already-released', begun: 'false', 'release-id': id },
    });
    // Steps that do not ask whether it began: the release is committed, so that nothing is undone.
    expect(again.step('x').read()).toMatchObject({ state: 'committed', release: { id } });
    expect((await again.commit()).outputs).toMatchObject({ verdict: 'pass', reason: 'committed' });
    expect((await again.tellEnd('failure')).status).toBe(0);
    expect(world.ledger()).toEqual(before);
    const next = await world.job().begin();
    expect(next.outputs).toMatchObject({ 'previous-release-id': id, 'previous-deployment-id': deployment });
  });

  test('neither by a freeze nor by old evidence is what is over kept back', async () => {
    const { again, evidence } = await first('released');
    const begun = await again.begin({ evidence, freeze: '2020-01-01..2999-12-31 always', 'max-evidence-age': '1s' });
    expect(begun.outputs).toMatchObject({ verdict: 'pass', reason: 'already-released' });
  });

  test('in a dry run says so, and writes nothing', async () => {
    const { again, evidence } = await first('released');
    const begun = await again.begin({ evidence, 'dry-run': 'true' });
    expect(begun).toMatchObject({ env: {}, outputs: { verdict: 'pass', reason: 'dry-run', begun: 'false' } });
    expect(begun.log).toContain('would begin nothing');
  });

  test('after it released, and only the ledger did not know: that is told, and no more', async () => {
    const { again, evidence, deployment, id } = await first('ledger-late');
    const begun = await again.begin({ evidence });
    expect(begun.outputs).toMatchObject({ reason: 'already-released', 'release-id': id });
    expect(world.ledger()).toEqual([
      'lockstep success released: found live',
      `lockstep success released: ${deployment} is live`,
    ]);
  });

  test('after it was rolled back: it is tried again, and goes back to what is live', async () => {
    const { again, evidence, deployment } = await first('rolled-back');
    const begun = await again.begin({ evidence });
    expect(begun.outputs).toMatchObject({ verdict: 'pass', reason: 'begun' });
    expect(begun.outputs['previous-deployment-id']).not.toBe(deployment);
  });

  test('after it was held: a person ends it first', async () => {
    const { again, evidence } = await first('held');
    expect((await again.begin({ evidence })).outputs).toMatchObject({ verdict: 'fail', reason: 'release-held' });
  });

  test('is no excuse for evidence that does not speak for it', async () => {
    const { again, deployment } = await first('released');
    const other = world.evidence(deployment, { commit: 'd'.repeat(40) });
    expect((await again.begin({ evidence: other })).outputs['reason']).toBe('evidence-of-other-commit');
  });
});

test('what somebody put live outside of any release is not released: nobody could go back from it', async () => {
  await world.goLive();
  const deployment = await world.standReady(world.sha);
  await world.promote(deployment);
  const begun = await world.job().begin({ evidence: world.evidence(deployment) });
  expect(begun.outputs).toMatchObject({ verdict: 'fail', reason: 'candidate-live' });
  expect(begun.log).toContain('build another deployment');
  expect(world.ledger()).toEqual([]);
});
