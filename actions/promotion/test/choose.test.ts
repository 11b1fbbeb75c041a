import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import type { Evidence } from '@lockstep/base';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aWorld, type World } from '../../release/test/world.ts';

let world: World;
let next: string;
beforeEach(async () => {
  world = await aWorld();
  await world.goLive();
  next = world.repo.commit();
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
  expect(world.vercel.unmodelled).toEqual([]);
  world.github.expectNoViolations();
});

/** A deployment of `next` that stands ready and is written down; gives its id. */
async function staged({ commit = next, target = 'production', more = {} as Partial<Evidence> } = {}): Promise<string> {
  const id = await world.standReady(commit, target);
  const evidence = world.evidence(id, { commit: next, ...more });
  const step = await world.job({ name: 'Stage / Stage' }).stage({ evidence, 'commit-sha': next });
  expect(step.outputs).toMatchObject({ reason: 'staged', 'deployment-id': id, 'commit-sha': next });
  return id;
}

async function refused(inputs = {}): Promise<string> {
  const before = JSON.stringify(world.repo.state.deployments);
  const step = await world.job().choose(inputs);
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail' } });
  expect(step.summary).toMatch(/^### ❌ .*\n\nNothing was changed\./);
  expect(JSON.stringify(world.repo.state.deployments)).toBe(before);
  return step.outputs['reason'] ?? '';
}

describe('what is staged', () => {
  test('is chosen with its commit from the deployment, and with what was seen', async () => {
    const [planDigest, folderDigest] = ['a'.repeat(64), 'b'.repeat(64)];
    const id = await staged({ more: { planDigest, folderDigest } });
    const chosen = await world
      .job({ permissions: { deployments: 'read', actions: 'read', contents: 'read' } })
      .choose();
    expect(chosen).toMatchObject({
      status: 0,
      outputs: {
        reason: 'chosen',
        'deployment-id': id,
        'commit-sha': next,
        'plan-digest': planDigest,
        'folder-digest': folderDigest,
      },
    });
    expect(chosen.outputs['deployment-url']).toMatch(/^http:\/\//);
    expect(chosen.summary).toContain(`| Commit | \`${next}\` |`);
  });

  test('must have passed, and be of the commit', async () => {
    const id = await world.standReady(next);
    const stage = (more: Partial<Evidence>) =>
      world.job().stage({ evidence: world.evidence(id, more), 'commit-sha': next });
    expect((await stage({})).outputs['reason']).toBe('evidence-of-other-commit');
    const failed = { commit: next, verdicts: { 'health-gate:pre': 'fail' } } as const;
    expect((await stage(failed)).outputs['reason']).toBe('evidence-not-passed');
    expect((await stage({ commit: next, deployment: null })).outputs['reason']).toBe('deployment-unknown');
    expect(world.repo.deployments('lockstep:candidate')).toEqual([]);
  });

  test.each([
    ['a preview', { target: 'preview' }, 'candidate-not-production'],
    ['built from something else', { commit: 'f'.repeat(40) }, 'evidence-of-other-commit'],
  ])('and is %s is refused', async (_what, how, reason) => {
    await staged(how);
    expect(await refused()).toBe(reason);
  });

  test('and is gone is refused', async () => {
    const evidence = world.evidence('dpl_gone', { commit: next });
    await world.job({ name: 'Stage' }).stage({ evidence, 'commit-sha': next });
    expect(await refused()).toBe('candidate-gone');
  });

  test('is refused with every reason there is', async () => {
    const id = await staged();
    await world.goLive(world.repo.commit());
    const step = await world.job().choose({ freeze: 'Mon..Sun', 'max-evidence-age': '1h' });
    expect(step.outputs['reason']).toBe('frozen');
    for (const reason of ['frozen', 'evidence-stale', 'superseded']) expect(step.summary).toContain(`\`${reason}\``);
    expect(await refused({ 'require-newer-commit': 'true' })).toBe('superseded');
    const allowed = await world.job().choose({ 'require-newer-commit': 'false', 'deployment-id': id });
    expect(allowed.outputs['reason']).toBe('chosen');
  });

  test('is not what was approved where the evidence is another', async () => {
    const id = await staged();
    const same = world.evidence(id, { commit: next });
    expect((await world.job().choose({ evidence: same })).outputs['reason']).toBe('chosen');
    const other = world.evidence(id, { commit: next, at: '2026-11-22T04:00:01Z' });
    expect(await refused({ evidence: other })).toBe('evidence-changed');
  });

  test('waits while a release is under way', async () => {
    const id = await staged();
    const job = world.job();
    await job.begin({ 'commit-sha': next, evidence: world.evidence(id, { commit: next }) });
    expect(await refused()).toBe('release-in-progress');
    job.over('failure');
    expect(await refused()).toBe('release-found-dead');
  });
});

describe('what somebody else wrote down', () => {
  /** Any workflow of any branch, that may write deployments, writes this. */
  async function forged(runId: number, more = {}): Promise<void> {
    const deployment = await world.standReady(next);
    await write('lockstep:candidate', {
      ...{ kind: 'lockstep-candidate/1', id: 'c1', service: 'web', actor: 'dana', deployment, commit: next },
      evidence: JSON.parse(world.evidence(deployment, { commit: next })),
      author: { runId, runAttempt: 1, url: 'https://github.example/x' },
      ...more,
    });
  }
  async function write(task: string, payload: object, environment = 'production'): Promise<void> {
    const token = world.github.token({ repository: 'acme/shop', permissions: { deployments: 'write' } });
    const answer = await fetch(`${world.github.url}/repos/acme/shop/deployments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ref: next, task, environment, payload, auto_merge: false, required_contexts: [] }),
    });
    expect([answer.status, await answer.text()]).toEqual([201, expect.any(String)]);
  }

  test.each<[string, () => number]>([
    ['of a branch of their own', () => world.repo.run({ branch: 'evil', jobs: ['Stage'] })],
    ['of a pull request', () => world.repo.run({ event: 'pull_request', jobs: ['Stage'] })],
    ['that stages nothing', () => world.repo.run({ jobs: ['CI'] })],
    ['that never was', () => 999],
  ])('as staged by a run %s is not promoted', async (_what, run) => {
    await forged(run());
    expect(await refused()).toBe('candidate-not-trusted');
  });

  test('beside what a run really staged: neither is promoted', async () => {
    const job = world.job({ name: 'Stage' });
    const id = await world.standReady(next);
    await job.stage({ evidence: world.evidence(id, { commit: next }), 'commit-sha': next });
    await forged(job.runId);
    expect(await refused()).toBe('candidate-not-trusted');
  });

  test.each<[string, () => { runId: number; commit: string }, string]>([
    [
      'by a run of a branch of their own',
      () => ({ runId: world.repo.run({ branch: 'evil', jobs: ['Release'] }), commit: next }),
      'release-not-trusted',
    ],
    [
      'with a commit that nobody merged',
      () => ({
        runId: world.repo.run({ jobs: ['Release'] }),
        commit: world.repo.commit({ branch: 'evil', parents: [next] }),
      }),
      'commit-not-trusted',
    ],
  ])('as released in staging %s is not promoted', async (_what, how, reason) => {
    const { runId, commit } = how();
    const payload = {
      ...{ kind: 'lockstep-release/1', id: 'r1', service: 'web', actor: 'dana', adopted: false, databaseVersion: null },
      author: { runId, runAttempt: 1, url: 'https://github.example/x' },
      candidate: { deployment: 'dpl_staging', commit },
      before: { deployment: null, commit: null, release: null },
      evidence: JSON.parse(world.evidence('dpl_staging', { commit })),
    };
    await write('lockstep', payload, 'staging');
    const [record] = world.repo.deployments('lockstep');
    const token = world.github.token({ repository: 'acme/shop', permissions: { deployments: 'write' } });
    const said = await fetch(`${world.github.url}/repos/acme/shop/deployments/${record?.id}/statuses`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ state: 'success', description: 'released: dpl_staging is live', auto_inactive: false }),
    });
    expect([said.status, await said.text()]).toEqual([201, expect.any(String)]);
    expect(await refused({ mode: 'same-commit', 'from-environment': 'staging' })).toBe(reason);
  });
});

describe('the commit of another environment', () => {
  const mode = { mode: 'same-commit', 'from-environment': 'staging' };

  async function releasedInStaging(evidence: Record<string, string>): Promise<void> {
    const inputs = { environment: 'staging', 'vercel-token': '', 'vercel-project': '', 'commit-sha': next };
    const job = world.job();
    expect((await job.begin({ ...inputs, ...evidence })).outputs['reason']).toBe('begun');
    expect((await job.commit({ environment: 'staging' })).outputs['reason']).toBe('committed');
    expect((await job.tellEnd('success')).status).toBe(0);
    job.over('success');
  }

  test('is what its release was begun with, and its plan says nothing here', async () => {
    const digests = { planDigest: 'a'.repeat(64), folderDigest: 'b'.repeat(64) };
    await releasedInStaging({ evidence: world.evidence('dpl_staging', { commit: next, ...digests }) });
    expect((await world.job().choose(mode)).outputs).toMatchObject({
      reason: 'chosen',
      'commit-sha': next,
      'deployment-id': '',
      'plan-digest': '',
      'folder-digest': digests.folderDigest,
    });
  });

  test('is refused without evidence, and where nothing was released', async () => {
    expect(await refused(mode)).toBe('nothing-released');
    await releasedInStaging({});
    expect(await refused(mode)).toBe('evidence-missing');
  });
});
