import { afterEach, beforeEach, expect } from '@jest/globals';
import { openEvidence, Secret, systemClock } from '@lockstep/base';
import {
  approveRequest,
  createGitHubClient,
  denyRequest,
  findRequest,
  type GitHub,
  openRequest,
} from '@lockstep/github';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aWorld, type World } from './world.ts';

const CREATOR = 'github-actions[bot]';
const ID = '20261122T040000Z-a1b2c3';
const key = { environment: 'production', service: 'web' };

let world: World;
let github: GitHub;
beforeEach(async () => {
  world = await aWorld();
  await world.goLive();
  const token = world.github.token({ repository: 'acme/shop', permissions: { deployments: 'write' } });
  github = createGitHubClient({
    token: new Secret(token),
    apiUrl: world.github.url,
    repository: { owner: 'acme', repo: 'shop' },
    clock: systemClock,
    log: { info: () => undefined, warning: () => undefined, debug: () => undefined },
    signal: new AbortController().signal,
  });
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
  world.github.expectNoViolations();
});

/** By whom, in a run of their own. */
async function asked(actor = 'dana'): Promise<void> {
  const runId = world.repo.run({ actor, jobs: ['Promote / Ask'] });
  await openRequest(github, CREATOR, 'production', {
    kind: 'lockstep-request/1',
    id: ID,
    service: 'web',
    author: { runId, runAttempt: 1, url: 'https://github.example/run' },
    actor: 'dana',
    mode: 'same-build',
    deployment: 'dpl_next',
    commit: world.sha,
    evidence: openEvidence(world.evidence('dpl_next')),
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  });
}

/** Approves it in the run of this job, as its own job does. */
async function approve({ runId }: { readonly runId: number }): Promise<void> {
  const request = await findRequest(github, CREATOR, key, ID);
  if (request === undefined) throw new Error('not written');
  const runUrl = `https://github.example/acme/shop/actions/runs/${runId}/attempts/1`;
  await approveRequest(github, CREATOR, request, { by: 'olga', runUrl });
}

const hers = () => world.job({ actor: 'olga' });
const begin = (job = hers(), deployment = 'dpl_next') =>
  job.begin({ evidence: world.evidence(deployment), request: ID });

test('a release by an approved request says who approved, and uses it up', async () => {
  await asked();
  const job = hers();
  await approve(job);
  const begun = await begin(job);
  expect(begun.outputs).toMatchObject({ reason: 'begun', 'approved-by': 'olga' });
  expect(begun.summary).toContain(`olga, requested by dana (${ID})`);
  expect(world.repo.deployments('lockstep').at(-1)?.payload).toMatchObject({
    approval: { by: 'olga', requestedBy: 'dana', request: ID },
    evidence: { deployment: 'dpl_next' },
  });
  expect(await findRequest(github, CREATOR, key, ID)).toMatchObject({ state: 'used' });
  await job.tellEnd('failure');
  job.over('failure');
  expect((await begin()).outputs['reason']).toBe('request-used');
});

test('a request that nobody approved, that nobody made, or that is for something else begins nothing', async () => {
  expect((await begin()).outputs['reason']).toBe('no-such-request');
  await asked();
  expect((await begin()).outputs['reason']).toBe('request-not-approved');
  const job = hers();
  await approve(job);
  expect((await begin(job, 'dpl_other')).outputs['reason']).toBe('request-for-other');
  expect((await begin()).outputs['reason']).toBe('request-not-approved');
  expect(world.repo.deployments('lockstep')).toEqual([]);
  expect((await begin(job)).outputs['reason']).toBe('begun');
});

test('a request that was denied begins nothing, also once it was approved', async () => {
  await asked();
  const job = hers();
  await approve(job);
  const request = await findRequest(github, CREATOR, key, ID);
  if (request !== undefined)
    await denyRequest(github, request, { by: 'ines', reason: 'not on a Friday', runUrl: 'https://x.example' });
  const denied = await begin(job);
  expect(denied.outputs['reason']).toBe('request-denied');
  expect(denied.log).toContain(`request ${ID} was denied by ines: not on a Friday`);
});

test('four eyes are two accounts by GitHub’s word, whatever the ledger’s texts say', async () => {
  await asked('mallory');
  const own = world.job({ actor: 'mallory' });
  // Any workflow that may write deployments can write this text, and this page.
  await approve(own);
  expect((await begin(own)).outputs['reason']).toBe('self-approval');
  const bot = world.job({ actor: 'helper[bot]' });
  await approve(bot);
  expect(world.repo.deployments('lockstep')).toEqual([]);
});

test('who let the run into its environment is written down; not knowing it holds nothing back', async () => {
  const job = world.job();
  world.repo.reviewRun(job.runId, 'approvals', 'olga', 'approved');
  const begun = await job.begin({ evidence: world.evidence('dpl_next'), 'approval-environment': 'approvals' });
  expect(begun.outputs).toMatchObject({ reason: 'begun', 'approved-by': 'olga' });
  await job.tellEnd('failure');
  job.over('failure');
  world.faults.plant({ service: 'github', path: /approvals/, times: 9, effect: { kind: 'status', status: 403 } });
  const unknown = await world
    .job()
    .begin({ evidence: world.evidence('dpl_next'), 'approval-environment': 'approvals' });
  expect(unknown.outputs).toMatchObject({ reason: 'begun', 'approved-by': '' });
  expect(unknown.annotations.map(({ level }) => level)).toContain('warning');
});

test('what is superseded is refused before anything begins, unless that is allowed', async () => {
  await world.goLive(world.repo.commit());
  const older = { evidence: world.evidence('dpl_next') };
  expect((await world.job().begin(older)).outputs['reason']).toBe('superseded');
  expect(world.repo.deployments('lockstep')).toEqual([]);
  expect((await world.job().begin({ ...older, 'require-newer-commit': 'false' })).outputs['reason']).toBe('begun');
});
