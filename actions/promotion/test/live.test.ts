import { afterEach, beforeEach, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { release } from '../../release/test/whole-release.ts';
import { aWorld, type World } from '../../release/test/world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
  expect(world.vercel.unmodelled).toEqual([]);
  world.github.expectNoViolations();
});

const live = () => world.job().live();

test('names the release that users have, and writes nothing', async () => {
  const { id, deployment } = await release(world);
  const before = world.ledger();
  expect((await live()).outputs).toMatchObject({
    ...{ verdict: 'pass', reason: 'live', 'release-id': id, 'deployment-id': deployment, 'commit-sha': world.sha },
  });
  expect(world.ledger()).toEqual(before);
});

test('fails where there is none', async () => {
  expect((await live()).outputs).toMatchObject({ verdict: 'fail', reason: 'nothing-released' });
});

test('fails where one is under way, since users may have either', async () => {
  await release(world);
  await world.job().begin();
  expect((await live()).outputs).toMatchObject({ verdict: 'fail', reason: 'release-unsettled' });
});

test('holds it to what was asked for: which one, how long, and that Vercel serves it', async () => {
  const { id } = await release(world);
  const asked = async (inputs: Record<string, string>) => (await world.job().live(inputs)).outputs['reason'];
  expect(await asked({ 'committed-for': '24h' })).toBe('committed-too-recently');
  expect(await asked({ 'committed-for': '0s', 'expect-release': id })).toBe('live');
  expect(await asked({ 'expect-release': '20261122T041300Z-3f9a2c' })).toBe('release-changed');
  await world.goLive();
  expect(await asked({})).toBe('candidate-not-live');
});
