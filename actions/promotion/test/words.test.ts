import { afterEach, beforeEach, expect } from '@jest/globals';
import { type SpawnedAction, wordsOf } from '@lockstep/proving-ground/action';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aWorld, type World } from '../../release/test/world.ts';

/** The one place that holds sentences of this action: all other tests ask for reasons, outputs and states. */
let world: World;
beforeEach(async () => {
  world = await aWorld();
  await world.goLive();
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
});

const words = (run: SpawnedAction, next: string) =>
  wordsOf(run, { [next]: '<next commit>', [world.sha]: '<commit>' })
    .replace(/dpl\\?_\w{20,}/g, '<deployment>')
    .replace(/\b\d{8}T\d{6}Z-[0-9a-f]{6}\b/g, '<release>')
    .replace(/runs\/\d+/g, 'runs/<run>');

test('a deployment is staged, and chosen', async () => {
  const next = world.repo.commit();
  const id = await world.standReady(next);
  const evidence = world.evidence(id, { commit: next });
  const staged = await world.job({ name: 'Stage / Stage' }).stage({ evidence, 'commit-sha': next });
  expect(words(staged, next)).toMatchSnapshot('staged');
  expect(words(await world.job().choose(), next)).toMatchSnapshot('chosen');
  expect(words(await world.job().choose({ freeze: '2020-01-01..2090-01-01 audit' }), next)).toMatchSnapshot('frozen');
});

test('nothing is staged, and nothing is released', async () => {
  expect(words(await world.job().choose(), 'none')).toMatchSnapshot('nothing staged');
  expect(words(await world.job().live(), 'none')).toMatchSnapshot('nothing released');
});
