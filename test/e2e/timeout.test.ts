import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { live, schema } from './ends.ts';
import { look } from './look.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks, commitChange, installStarters, runWorkflowOf } from './team.ts';

const stage = useStage();
const RELEASE = '.github/workflows/lockstep-release.yml';

test('a job that outlives its timeout-minutes is a cancelled one: it unwinds, and says so', async () => {
  const shop = await stage.liveShop();
  installStarters(shop, ['release'], { plain: true, inputs: { 'bake-time': '10m' } });
  const file = join(shop.consumer.root, RELEASE);
  // With the patience of a test: three minutes are eighteen seconds, and the bake comes long before.
  writeFileSync(file, readFileSync(file, 'utf8').replace('timeout-minutes: 60', 'timeout-minutes: 3'));
  const sha = await commitChange(shop, { version: 2, folders: ['v1', 'v2'] });
  const run = await runWorkflowOf(shop, { sha, workflow: RELEASE });
  const said = run.jobs.flatMap(({ annotations }) => annotations.map(({ message }) => message));
  expect(said.join('\n')).toContain('exceeded the maximum execution time of 3 minutes');
  expect(checks(run)).toContain('Release / Release: cancelled');
  expect(await look(shop)).toMatchObject({
    ...live('v1'),
    ...schema('prescriptions', 'dosage'),
    ledger: [
      'released: found live',
      expect.stringMatching(
        /^partly-rolled-back: remaining: migrate \(20260112090000 dosage\); health-gate: cancelled: /,
      ),
    ],
    swaps: ['put-back: swap-undone'],
    messages: ['production / web: partly rolled back'],
  });
});
