import { afterAll, expect } from '@jest/globals';
import { type SpawnedAction, spawnAction, wordsOf } from '@lockstep/proving-ground/action';
import { withDnsHook } from '@lockstep/proving-ground/edge';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aHistory, type History } from '../../../test/faults/history.ts';
import { aReleaseWorld } from '../../../test/faults/release-world.ts';

/** The one place that holds sentences of this action: all other tests ask for reasons, outputs and states. */
const world = await aReleaseWorld();
const postgres = await borrowPostgres(world.scope);
afterAll(async () => {
  await world[Symbol.asyncDispose]();
});

function rollback({ databaseUrl, shop }: History, more: Readonly<Record<string, string>> = {}): Promise<SpawnedAction> {
  const { 'deployment-id': _, ...inputs } = { ...shop.inputs } as Record<string, string>;
  return spawnAction(
    'rollback',
    { ...inputs, environment: shop.environment, 'database-url': databaseUrl, 'drain-time': '50ms', ...more },
    {
      env: { NODE_OPTIONS: withDnsHook() },
      github: { api_url: shop.env.apiUrl, repository: 'acme/shop', sha: shop.env.sha },
    },
  );
}

const words = (run: SpawnedAction, { shop }: History) =>
  wordsOf(run, { [shop.live]: '<live before>', [shop.environment]: '<environment>', [shop.project.name]: '<project>' })
    .replace(/dpl\\?_\w{20,}/g, '<deployment>')
    .replace(/\([0-9a-f]{7}\)/g, '(<commit>)')
    .replace(/runs\/\d+/g, 'runs/<run>')
    .replace(/\| [\d.]+ (?:ms|s) \|/g, '| <ms> |');

test('a dry run, the rollback, and one to what users have', async () => {
  const line = await aHistory(world, postgres);
  await line.release({ state: 'released', live: true });
  expect(words(await rollback(line, { 'dry-run': 'true' }), line)).toMatchSnapshot('dry run');
  expect(words(await rollback(line), line)).toMatchSnapshot('rolled back');
  expect(words(await rollback(line, { to: line.shop.live }), line)).toMatchSnapshot('already there');
});

test('a rollback whose schema stays', async () => {
  const line = await aHistory(world, postgres);
  await line.release({ state: 'released', live: true, up: 'create table t2 (id int); ' });
  await postgres.query('insert into t2 values (1)', [], new URL(line.databaseUrl).pathname.slice(1));
  expect(words(await rollback(line), line)).toMatchSnapshot();
});

test('a rollback past another deployment, and while a release is running', async () => {
  const line = await aHistory(world, postgres);
  await line.release({ state: 'released', live: true });
  await line.shop.goLive(line.shop.foreign);
  expect(words(await rollback(line), line)).toMatchSnapshot('foreign');
  await line.release({ state: 'begun', live: true, run: 'running' });
  expect(words(await rollback(line), line)).toMatchSnapshot('running');
});
