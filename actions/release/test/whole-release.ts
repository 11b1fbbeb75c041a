import { expect } from '@jest/globals';
import type { World } from './world.ts';

/** A release that goes through: begin, traffic, commit, post. Gives its id, and what users have then. */
export async function release(
  world: World,
): Promise<{ readonly id: string; readonly deployment: string; readonly runId: number }> {
  const deployment = await world.standReady(world.sha);
  const job = world.job();
  const begun = await job.begin({ evidence: world.evidence(deployment) });
  expect(begun.outputs).toMatchObject({ verdict: 'pass', reason: 'begun', begun: 'true' });
  await world.promote(deployment);
  job.step('alias-swap').began('alias-swap');
  job.step('alias-swap').traffic('reached', { to: deployment });
  job.step('alias-swap').finished('alias-swap');
  expect((await job.commit()).outputs).toMatchObject({ verdict: 'pass', reason: 'committed' });
  expect((await job.tellEnd('success')).status).toBe(0);
  job.over('success');
  return { id: begun.outputs['release-id'] ?? '', deployment, runId: job.runId };
}
