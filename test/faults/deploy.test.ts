import { afterAll, afterEach, expect, test } from '@jest/globals';
import { action } from '../../actions/vercel-deploy/src/run.ts';
import { Step } from './in-process.ts';
import { callsOf, crossed, drawn, plant } from './matrix.ts';
import { aReleaseWorld, type Shop } from './release-world.ts';

const world = await aReleaseWorld();
const { faults, vercel, github, clock } = world;
afterEach(() => faults.clear());
afterAll(async () => {
  expect(vercel.unmodelled).toEqual([]);
  github.expectNoViolations();
  await world[Symbol.asyncDispose]();
});

/** A staged deployment is built into a world where others are live; a preview is shown on GitHub. */
function deployOf(shop: Shop, target: 'production' | 'preview') {
  return new Step(action, { ...shop.inputs, target }, { env: shop.env, clock, journal: undefined });
}

const attempts = (shop: Shop) =>
  [...vercel.state.deployments.values()]
    .filter(({ projectId, meta }) => projectId === shop.project.id && meta['lockstepAttempt'] !== undefined)
    .map(({ meta, readyState }) => ({ attempt: meta['lockstepAttempt'], readyState }));

async function record(target: 'production' | 'preview') {
  const shop = await world.shop();
  const from = [vercel.exchanges.length, github.exchanges.length];
  const end = await deployOf(shop, target).main();
  expect(end.verdict).toBe('pass');
  return [...callsOf('vercel', vercel.exchanges.slice(from[0])), ...callsOf('github', github.exchanges.slice(from[1]))];
}

// What was uploaded before is not uploaded again: the first of all deployments shows every call.
const calls = [
  ...(await record('production')),
  ...(await record('preview')).filter(({ service }) => service === 'github'),
];

test('the scenario makes every kind of call', () => {
  expect(calls.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['POST /v13/deployments', 'POST /v2/files', 'POST /repos/acme/shop/deployments']),
  );
});

test.each(drawn('the deploy', crossed(calls), 8).map((one) => [one.name, one] as const))('%s', async (_name, one) => {
  const shop = await world.shop();
  const seen = shop.seen();
  const step = deployOf(shop, one.call.service === 'github' ? 'preview' : 'production');
  plant(faults, one);
  const end = await step.main();
  faults.clear();
  await vercel.settled();

  // Whatever happened, no user was sent anywhere, and one attempt is one deployment.
  expect(shop.seen()).toEqual(seen);
  const made = attempts(shop);
  if (one.trouble.times === undefined || one.trouble.times < 3) expect(made.length).toBeLessThanOrEqual(1);
  if (end.verdict === 'pass') {
    expect(made.map(({ readyState }) => readyState)).toContain('READY');
    expect(vercel.deployment(String(end.outputs?.['deployment-id'])).readyState).toBe('READY');
  } else {
    expect(end.verdict).toBe('unknown');
    expect((await step.post('failure'))?.verdict ?? 'pass').toBe('pass');
  }
  expect((await deployOf(shop, 'production').main()).verdict).toBe('pass');
  expect(shop.seen()).toEqual(seen);
});
