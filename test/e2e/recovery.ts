import { dispatch } from '@lockstep/proving-ground/ground';
import type { RunResult } from '@lockstep/workflow-runner';
import { type Site, seat, workflowOf } from './consumers.ts';
import { look, type World } from './look.ts';

/** What GitHub starts once the run of the release is over; `undo` in place of what its own workflow says. */
export async function recover(
  shop: Site,
  undo?: 'nothing' | 'dead' | 'all',
): Promise<World & Pick<RunResult, 'conclusion'>> {
  const { consumer, ground, runner, secrets, environments } = shop;
  seat(shop, undo === undefined ? {} : { undo });
  const sha = consumer.commit('Look after releases');
  const event = { name: 'workflow_run', payload: { action: 'completed' } } as const;
  const workflow = workflowOf(shop, 'recover');
  const run = await dispatch(ground, runner, consumer, { sha, workflow, event, secrets, environments, debug: true });
  const { conclusion } = await run.result;
  await ground.vercel.settled();
  return { conclusion, ...(await look(shop)) };
}
