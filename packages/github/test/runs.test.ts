import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type GitHub, readRerunJobs, readRunTimes } from '../src/index.ts';
import { openWorld, type TestWorld } from './world.ts';

let world: TestWorld;
let github: GitHub;
beforeEach(async () => {
  world = await openWorld();
  github = world.client();
});
afterEach(async () => {
  world.server.expectNoViolations();
  await world.close();
});

test('when a run was started, and when people had let its job begin', async () => {
  const run = world.repo.run();
  world.repo.job(run, 'Release / Approve', 'completed', 'success');
  const author = { runId: run, runAttempt: 1 };
  const times = await readRunTimes(github, author, 'Approve');
  expect([typeof times.startedAt, typeof times.jobStartedAt]).toEqual(['number', 'number']);
  expect((await readRunTimes(github, author, undefined)).jobStartedAt).toBeNull();
  expect((await readRunTimes(github, author, 'Deny')).jobStartedAt).toBeNull();
  expect(await readRunTimes(github, { runId: 1, runAttempt: 1 }, 'Approve')).toEqual({
    startedAt: null,
    jobStartedAt: null,
  });
});

test('of runs that were run again, how each job ended in each attempt', async () => {
  const path = '.github/workflows/lockstep-pull-request.yml';
  const once = world.repo.run({ path });
  world.repo.job(once, 'Tests', 'completed', 'failure');
  const again = world.repo.run({ path });
  world.repo.job(again, 'Tests', 'completed', 'failure');
  world.repo.job(again, 'Types', 'completed', 'cancelled');
  world.repo.rerun(again);
  world.repo.job(again, 'Tests', 'completed', 'success');
  const options = { fromMs: 0, most: 10 };
  const jobs = await readRerunJobs(github, 'lockstep-pull-request.yml', options);
  expect(jobs.map(({ attempt, hasPassed, job }) => [job, hasPassed, attempt.slice(-1)])).toEqual([
    ['Tests', false, '1'],
    ['Tests', true, '2'],
  ]);
  expect(await readRerunJobs(github, 'other.yml', options)).toEqual([]);
  expect(
    await readRerunJobs(github, 'lockstep-pull-request.yml', { ...options, fromMs: Number.MAX_SAFE_INTEGER }),
  ).toEqual([]);
});
