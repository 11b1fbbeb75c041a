#!/usr/bin/env node
/**
 * What the toolkit adds to a release: a whole one on the proving ground, by the starter as installed, with a migration, a
 * message and a bake. Every step of every job is counted with its start, its work and its waits; left out is the time in
 * which Vercel builds and in which a gate watches the app.
 *
 * Most of it is processes that start. How much the machine was held up by others meanwhile is told by bare node, started
 * before and after each release: its fastest start in this run is what a start costs here.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeConsumerApp } from '@lockstep/proving-ground/app';
import { dispatch, openShop, startProvingGround } from '@lockstep/proving-ground/ground';
import { Scope } from '@lockstep/proving-ground/scope';
import { planFiles, sourcesIn, writeFiles } from '@lockstep/starters';

const RELEASES = fileURLToPath(new URL('../fixtures/consumer/releases', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUDGET_MS = 5_000;
/** In milliseconds: how long a gate is told to watch. Before the swap, three looks. */
const INTERVAL = 50;
const BAKE = 1_000;
const WATCHED = { pre: 2 * INTERVAL, post: BAKE };

export async function* bench() {
  const scope = new Scope();
  try {
    yield await measure(scope);
  } finally {
    await scope[Symbol.asyncDispose]();
  }
}

async function measure(scope) {
  const ground = await startProvingGround(scope);
  const shop = await openShop(ground);
  const inputs = {
    'vercel-project': shop.project.name,
    'vercel-team': ground.vercel.team.slug,
    'vercel-api-url': ground.vercel.url,
    'slack-api-url': ground.slack.apiUrl,
    'production-url': `http://${shop.host}`,
    'build-command': 'node build.mjs',
    'gate-interval': `${INTERVAL}ms`,
    'bake-interval': `${INTERVAL}ms`,
    'bake-time': `${BAKE}ms`,
  };
  writeFiles(shop.consumer.root, planFiles(['release'], sourcesIn(ROOT), { inputs }).files);
  // The first one finds cold files.
  await release(shop, 1);
  const runs = [];
  let before = bareStarts();
  for (const version of [2, 3, 4, 5]) {
    const run = await release(shop, version);
    const after = bareStarts();
    runs.push({ ...run, starts: [...before, ...after] });
    before = after;
  }
  const fastest = Math.min(...runs.flatMap(({ starts }) => starts));
  const undisturbed = runs.map((run) => ({ ...run, ms: (run.total * fastest) / mean(run.starts) }));
  const best = undisturbed.reduce((a, b) => (b.ms < a.ms ? b : a));
  const most = [...best.steps].sort((a, b) => b.ms - a.ms).slice(0, 4);
  return {
    what: 'a whole release, without builds and probes',
    measured: `${best.ms.toFixed(0)} ms in ${best.steps.length} steps (${best.total.toFixed(0)} ms while bare node took ${mean(best.starts).toFixed(0)} ms in place of ${fastest.toFixed(0)}); most in ${most.map(({ name, ms }) => `${name} ${ms.toFixed(0)}`).join(', ')}`,
    budget: `≤ ${BUDGET_MS} ms`,
    ok: best.ms <= BUDGET_MS,
  };
}

function bareStarts() {
  return Array.from({ length: 8 }, () => {
    const began = performance.now();
    spawnSync(process.execPath, ['-e', '']);
    return performance.now() - began;
  });
}

function mean(numbers) {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

async function release(shop, version) {
  const { consumer, ground, runner } = shop;
  await writeConsumerApp(consumer.root, { version, behaviour: 'healthy' });
  const sha = consumer.commit(`Version ${version}`, join(RELEASES, `v${version}`));
  const workflow = '.github/workflows/lockstep-release.yml';
  const run = await dispatch(ground, runner, consumer, { sha, workflow, secrets: shop.secrets, vars: shop.vars });
  const { conclusion, jobs } = await run.result;
  if (conclusion !== 'success')
    throw new Error(
      `version ${version}: ${conclusion}\n${jobs.flatMap((job) => job.steps.map(({ log }) => log)).join('\n')}`,
    );
  const steps = jobs
    .flatMap((job) => job.steps)
    .filter(({ conclusion: how, name }) => how !== 'skipped' && name !== 'Build')
    .map((step) => ({ name: step.name, ms: step.durationMs - elsewhere(ground, step) }));
  return { steps, total: steps.reduce((sum, { ms }) => sum + ms, 0) };
}

/** The time of a step that is not ours. */
function elsewhere(ground, { name, outputs, phase }) {
  if (phase !== 'main') return 0;
  if (name === 'Bake') return WATCHED.post;
  if (outputs['first-failure'] !== undefined || /^(Gate|Look)/.test(name)) return WATCHED.pre;
  const built = ground.vercel.state.deployments.get(outputs['deployment-id'] ?? '');
  return name.startsWith('Deploy') && built !== undefined ? (built.readyAt ?? 0) - (built.buildingAt ?? 0) : 0;
}
