import { afterEach, beforeEach, expect } from '@jest/globals';
import { type SpawnedAction, wordsOf } from '@lockstep/proving-ground/action';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aWorld, type World } from './world.ts';

/** The one place that holds sentences of this action: all other tests ask for reasons, outputs and states. */
let world: World;
let live: string;
beforeEach(async () => {
  world = await aWorld();
  live = await world.goLive();
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
});

const words = (run: SpawnedAction) =>
  wordsOf(run, { [live]: 'dpl_LIVE', [world.sha]: '<commit>' })
    .replace(/\b\d{8}T\d{6}Z-[0-9a-f]{6}\b/g, '<release>')
    .replace(/runs\/\d+/g, 'runs/<run>')
    .replace(/\| [\d.]+ (?:ms|s) \|/g, '| <ms> |')
    .replace(/\/\S*\/(release-<release>\.jsonl)/g, '<folder>/$1');
const evidence = () => world.evidence('dpl_next');

test('a release that is committed', async () => {
  const job = world.job();
  expect(words(await job.begin({ evidence: evidence() }))).toMatchSnapshot('begun');
  const journal = job.step('migrate');
  journal.began('migrate');
  journal.finished('migrate');
  expect(words(await job.commit())).toMatchSnapshot('committed');
  expect(words(await job.tellEnd('success'))).toMatchSnapshot('released');
});

test('a release that fails, with nothing changed', async () => {
  const job = world.job();
  await job.begin({ evidence: evidence() });
  expect(words(await job.tellEnd('failure'))).toMatchSnapshot();
});

test('a release whose migration stays', async () => {
  const job = world.job();
  await job.begin({ evidence: evidence() });
  const journal = job.step('migrate');
  journal.began('migrate');
  journal.note('failure', { reason: 'statement-failed', message: 'column "dose" does not exist' });
  const kept = { verdict: 'pass', reason: 'kept-data', message: 'rows would be lost', kept: true } as const;
  journal.undone('migrate', { ...kept, left: ['20260112090000 dosage'] });
  expect(words(await job.tellEnd('failure'))).toMatchSnapshot('partly rolled back');
});

test('a release that a person must decide about, and the next one', async () => {
  const job = world.job();
  await job.begin({ evidence: evidence() });
  const journal = job.step('health-gate');
  journal.traffic('reached', { to: 'dpl_next' });
  journal.held('the bake saw nothing');
  expect(words(await job.tellEnd('failure'))).toMatchSnapshot('held');
  expect(words(await world.job().begin({ evidence: world.evidence('dpl_later') }))).toMatchSnapshot('refused');
});

test('a check while a freeze applies', async () => {
  const frozen = { command: 'check', freeze: '2020-01-01..2090-01-01 audit' };
  expect(words(await world.job().begin(frozen))).toMatchSnapshot();
});
