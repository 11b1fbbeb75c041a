import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
  expect(world.vercel.unmodelled).toEqual([]);
  world.github.expectNoViolations();
});

describe('a release that a person keeps after its rollback did not finish', () => {
  async function unresolved(run: 'failure' | undefined) {
    const before = await world.goLive();
    const deployment = await world.standReady(world.sha);
    const job = world.job();
    const begun = await job.begin({ evidence: world.evidence(deployment) });
    await world.promote(deployment);
    job.step('alias-swap').traffic('unconfirmed');
    await job.tellEnd('failure');
    job.over('failure');
    const takesBack = [begun.outputs['release-id'] ?? ''];
    return { deployment, rollback: await world.openSwap({ from: deployment, to: before, takesBack }, run) };
  }
  const kept = (live: string) => [
    `lockstep success released: ${live} is live; committed by octocat`,
    'lockstep:swap failure put-back: the release is kept: committed by octocat',
  ];

  test('takes that rollback out of the way, so that neither the next begin nor finish meets it', async () => {
    const { deployment } = await unresolved('failure');
    expect((await world.job().commit()).outputs).toMatchObject({ verdict: 'pass', reason: 'committed' });
    expect(world.ledger().slice(-2)).toEqual(kept(deployment));
    expect((await world.job().begin()).outputs['reason']).toBe('begun');
  });

  test('is kept by the next commit, where one was cut off between the two', async () => {
    const { deployment } = await unresolved('failure');
    const [, release] = world.repo.deployments();
    const path = new RegExp(`/deployments/${release?.id}/statuses`);
    world.faults.plant({ service: 'github', method: 'POST', path, times: 9, effect: { kind: 'status', status: 403 } });
    expect((await world.job().commit()).outputs['reason']).toBe('remote-error');
    expect(world.ledger().at(-1)).toContain('put-back');
    world.faults.clear();
    expect((await world.job().commit()).outputs).toMatchObject({ verdict: 'pass', reason: 'committed' });
    expect(world.ledger().slice(-2)).toEqual(kept(deployment));
  });

  test('is not kept while the rollback is at work', async () => {
    const { rollback } = await unresolved(undefined);
    const refused = await world.job().commit();
    expect(refused.outputs).toMatchObject({ verdict: 'fail', reason: 'release-in-progress' });
    expect(refused.log).toContain(`/runs/${rollback.author.runId}/`);
    expect(world.ledger().at(-1)).toBe('lockstep:swap in_progress open');
  });
});
