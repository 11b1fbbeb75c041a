import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dispatch, type RunResult, type Shop } from '@lockstep/proving-ground';
import { look, type World } from './look.ts';

const CALLER = '.github/workflows/recover.yml';
const caller = (project: string, undo: string) => `name: Recover
on:
  workflow_run: { workflows: [Release], types: [completed] }
permissions: {}
jobs:
  recover:
    name: Recover
    uses: lockstep-ci/lockstep/.github/workflows/recover.yml@v1
    permissions: { actions: read, deployments: write }
    with:
      vercel-project: ${project}
      vercel-team: lockstep
      vercel-api-url: \${{ vars.VERCEL_API_URL }}
      slack-api-url: \${{ vars.SLACK_API_URL }}
      drain-time: 200ms
      undo: ${undo}
    secrets:
      VERCEL_TOKEN: \${{ secrets.VERCEL_TOKEN }}
      DATABASE_URL: \${{ secrets.DATABASE_URL }}
      NOTIFY_TARGETS: \${{ secrets.NOTIFY_TARGETS }}
`;

/** What GitHub starts once the run of the release is over. */
export async function recover(
  shop: Shop,
  undo: 'nothing' | 'dead' | 'all',
): Promise<World & Pick<RunResult, 'conclusion'>> {
  const { consumer, ground, runner } = shop;
  const path = join(consumer.root, CALLER);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, caller(shop.project.name, undo));
  const sha = consumer.commit('Look after releases');
  const { secrets, vars } = shop;
  const event = { name: 'workflow_run', payload: { action: 'completed' } } as const;
  const run = await dispatch(ground, runner, consumer, { sha, workflow: CALLER, event, secrets, vars, debug: true });
  const { conclusion } = await run.result;
  await ground.vercel.settled();
  return { conclusion, ...(await look(shop)) };
}
