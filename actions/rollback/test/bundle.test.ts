import { afterAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { withDnsHook } from '@lockstep/proving-ground/edge';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aHistory } from '../../../test/faults/history.ts';
import { aReleaseWorld } from '../../../test/faults/release-world.ts';

const world = await aReleaseWorld();
afterAll(async () => {
  await world[Symbol.asyncDispose]();
});

test('the bundle goes back as a runner runs it, from no checkout, and keeps its secrets to itself', async () => {
  const line = await aHistory(world, await borrowPostgres(world.scope, { password: 'correct horse' }));
  await line.release({ state: 'released', live: true });
  const { shop } = line;
  const { 'deployment-id': _, ...inputs } = { ...shop.inputs } as Record<string, string>;
  const run = await spawnAction(
    'rollback',
    { ...inputs, environment: shop.environment, 'database-url': line.databaseUrl, 'drain-time': '50ms' },
    {
      env: { NODE_OPTIONS: withDnsHook() },
      github: { api_url: shop.env.apiUrl, repository: 'acme/shop', sha: shop.env.sha },
    },
  );
  expect(run.outputs).toMatchObject({ verdict: 'pass', reason: 'rolled-back', 'rolled-back-to': shop.live });
  expect(run.outputs['migrations']).toContain('t2');
  expect(run.summary).toMatch(/^### ✅ Users have dpl_/);
  expect(await line.tables()).toEqual([]);
  expect(run.log + run.summary + JSON.stringify(run.outputs)).not.toContain(world.vercel.token);
  expect(run.log).not.toContain('horse');
});
