import { afterEach, beforeEach, expect } from '@jest/globals';
import { type SpawnedAction, wordsOf } from '@lockstep/proving-ground/action';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { Step } from '../../../test/faults/in-process.ts';
import { aReleaseWorld, type ReleaseWorld } from '../../../test/faults/release-world.ts';
import { action } from '../src/run.ts';
import { aWorld, type World } from './world.ts';

/** The one place that holds sentences of this action: all other tests ask for reasons, outputs and states. */
let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
});

const words = (run: SpawnedAction, more: Readonly<Record<string, string>> = {}) =>
  wordsOf(run, {
    ...more,
    [world.live.id]: 'dpl_LIVE',
    [world.next.id]: 'dpl_NEXT',
    [world.commits.live]: '<commit of live>',
    [world.commits.next]: '<commit of next>',
    [world.commits.old]: '<commit of old>',
    [world.commits.live.slice(0, 7)]: '<live>',
    [world.commits.next.slice(0, 7)]: '<next>',
    [world.commits.old.slice(0, 7)]: '<old>',
    [world.ground.project.id]: 'prj_ID',
  });
const namesOf = ({ vercel }: ReleaseWorld, live: string, next: string) => {
  const commits = [live, next].map((id) => (vercel.deployment(id).commit ?? '').slice(0, 7));
  return { [live]: 'dpl_LIVE', [next]: 'dpl_NEXT', [String(commits[0])]: '<live>', [String(commits[1])]: '<next>' };
};
const failed = { jobStatus: 'failure' } as const;

test('a good swap, and its undo', async () => {
  const inputs = { 'on-failure': 'undo' };
  const swap = await world.swap(inputs);
  expect(words(swap)).toMatchSnapshot('swapped');
  expect(words(await world.swap())).toMatchSnapshot('already live');
  expect(words(await world.post(swap, inputs, failed))).toMatchSnapshot('undone');
});

test('a dry run', async () => {
  expect(words(await world.swap({ 'dry-run': 'true' }))).toMatchSnapshot();
});

test('a refusal with several reasons', async () => {
  const old = await world.deploy(world.commits.old);
  world.ground.vercel.configure(world.ground.project, {
    link: { org: 'acme', repo: 'shop', productionBranch: 'main' },
  });
  const swap = await world.swap({ 'deployment-id': old.id, 'max-evidence-age': '1h' });
  expect(words(swap, { [old.id]: 'dpl_OLD' })).toMatchSnapshot();
});

test('a promote that moves some names only, and its undo', async () => {
  world.ground.vercel.jobs.plan({ failAliases: ['shop.localhost'] });
  const swap = await world.swap();
  expect(words(swap)).toMatchSnapshot('failed');
  expect(words(await world.post(swap, {}, failed))).toMatchSnapshot('undone');
});

test('a swap that cannot be confirmed', async () => {
  world.ground.vercel.jobs.plan({ pendingMs: Number.POSITIVE_INFINITY });
  expect(words(await world.swap({ 'swap-timeout': '1s' }))).toMatchSnapshot();
});

test('an undo after another release', async () => {
  const inputs = { 'on-failure': 'undo' };
  const swap = await world.swap(inputs);
  const foreign = await world.deploy(world.commits.diverged);
  await world.ground.vercel.actAs('ann').promote(foreign.id);
  await world.ground.vercel.settled();
  const undo = await world.post(swap, inputs, failed);
  expect(words(undo, { [foreign.id]: 'dpl_FOREIGN' })).toMatchSnapshot();
});

test('an undo that leaves the cron jobs', async () => {
  // In this process: it waits half a minute for them, which passes faster by the clock of this world.
  await using releases = await aReleaseWorld();
  const { env, inputs, live, next } = await releases.shop();
  const given = { ...inputs, 'deployment-id': next, 'on-failure': 'undo' };
  const step = new Step(action, given, { env, clock: releases.clock, journal: undefined });
  const swap = await step.main();
  expect(`${swap.verdict}, ${swap.message}`).toMatch(/^pass/);
  releases.vercel.jobs.plan({ cronsStay: true });
  const { message, reason, summary, verdict } = (await step.post('failure')) ?? swap;
  const log = `alias-swap: ${verdict} (${reason}): ${message}`;
  expect(wordsOf({ log, annotations: [], summary }, namesOf(releases, live, next))).toMatchSnapshot();
});

test('inputs that do not fit together', async () => {
  expect(words(await world.swap({ strategy: 'alias', 'swap-timeout': 'soon', 'dry-run': 'yes' }))).toMatchSnapshot();
  expect(words(await world.swap({ aliases: 'qa.example.com' }))).toMatchSnapshot();
});

test('single aliases', async () => {
  const aliases = ['qa', 'next'].map((name) => `${name}.shop.localhost:${world.ground.vercel.edge.port}`);
  const inputs = { strategy: 'alias', aliases: aliases.join('\n'), 'identity-path': 'none' };
  expect(words(await world.swap({ ...inputs, 'dry-run': 'true' }))).toMatchSnapshot('dry run');
  const swap = await world.swap({ ...inputs, 'on-failure': 'undo' });
  expect(words(swap)).toMatchSnapshot('moved');
  expect(words(await world.post(swap, { ...inputs, 'on-failure': 'undo' }, failed))).toMatchSnapshot('undone');
});

test('many domains are a few rows', async () => {
  const { vercel, project } = world.ground;
  for (let at = 0; at < 12; at++) vercel.addDomain(project, { name: `tenant-${at}.shop.example`, verified: true });
  expect(words(await world.swap({ 'identity-path': 'none' }))).toMatchSnapshot();
});
