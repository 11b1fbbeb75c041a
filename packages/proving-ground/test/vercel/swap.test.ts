import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { byApproval } from '../../src/vercel/index.ts';
import { deployHello, type Ground, makeGround } from './client.ts';

let ground: Ground;
let project: string;
let first: string;
let second: string;

beforeEach(async () => {
  ground = await makeGround();
  project = ground.vercel.addProject({ name: 'web', domains: ['shop.localhost', 'www.localhost'] }).id;
  first = await deployHello(ground, project, 'one');
  second = await deployHello(ground, project, 'two', { autoAssignCustomDomains: false });
});
afterEach(() => ground.end());

const promote = (id: string) => ground.call('POST', `/v10/projects/${project}/promote/${id}`, {});
const rollback = (id: string, version = 'v1') => ground.call('POST', `/${version}/projects/${project}/rollback/${id}`);
const read = async (query = '?rollbackInfo=true') => (await ground.call('GET', `/v9/projects/${project}${query}`)).body;
const statuses = async (type: string, query = '') => {
  const { body } = await ground.call('GET', `/v9/projects/${project}/${type}/aliases${query}`);
  const { aliases = [] } = body as { aliases?: { alias: string; status: string }[] };
  return Object.fromEntries(aliases.map(({ alias, status }) => [alias, status]));
};
const holders = () => [ground.vercel.holder('shop.localhost'), ground.vercel.holder('www.localhost')];

describe('a promotion', () => {
  const request = () => ({ type: 'promote', fromDeploymentId: first, toDeploymentId: second });

  test('is accepted at once, and not done yet', async () => {
    ground.vercel.jobs.plan({ pendingMs: Number.POSITIVE_INFINITY });
    expect((await promote(second)).status).toBe(201);
    expect(await read()).toMatchObject({ lastAliasRequest: { ...request(), jobStatus: 'pending' } });
    expect(holders()).toEqual([first, first]);
  });

  test('is done later', async () => {
    expect((await promote(second)).status).toBe(201);
    await ground.vercel.settled();
    expect(await read()).toMatchObject({
      lastAliasRequest: { ...request(), jobStatus: 'succeeded' },
      targets: { production: { id: second, readySubstate: 'PROMOTED' } },
      crons: { deploymentId: second },
      autoAssignCustomDomains: true,
    });
    expect(holders()).toEqual([second, second]);
    expect(await statuses('promote')).toMatchObject({ 'shop.localhost': 'completed', 'www.localhost': 'completed' });
  });

  test('is not to be seen without rollbackInfo', async () => {
    await promote(second);
    await ground.vercel.settled();
    expect(await read('')).toMatchObject({ lastAliasRequest: null, targets: { production: { id: second } } });
  });

  test('can fail for some names, which leaves the pointer and those names behind', async () => {
    ground.vercel.jobs.plan({ failAliases: ['www.localhost'] });
    await promote(second);
    await ground.vercel.settled();
    expect(await read()).toMatchObject({
      lastAliasRequest: { jobStatus: 'failed' },
      targets: { production: { id: first } },
    });
    expect(holders()).toEqual([second, first]);
    expect(await statuses('promote', '?failedOnly=true')).toEqual({ 'www.localhost': 'failed' });
  });

  test.each(['skipped', 'failed'] as const)('can be %s as a whole', async (end) => {
    ground.vercel.jobs.plan({ end });
    await promote(second);
    await ground.vercel.settled();
    expect(await read()).toMatchObject({ lastAliasRequest: { jobStatus: end } });
    expect(holders()).toEqual([first, first]);
  });

  test('can leave the crons behind', async () => {
    ground.vercel.jobs.plan({ cronsStay: true });
    await promote(second);
    await ground.vercel.settled();
    expect(await read()).toMatchObject({ targets: { production: { id: second } }, crons: { deploymentId: first } });
  });

  test('to what is live already is 409, in the words of the platform', async () => {
    const message = `The provided deploymentId (${first}) is already the current production deployment.`;
    expect(await promote(first)).toMatchObject({ status: 409, body: { error: { message } } });
  });

  test('is 409 while another is under way', async () => {
    ground.vercel.jobs.plan({ pendingMs: 60 });
    await promote(second);
    const third = await deployHello(ground, project, 'three', { autoAssignCustomDomains: false });
    ground.vercel.jobs.plan({ pendingMs: Number.POSITIVE_INFINITY });
    expect((await promote(third)).status).toBe(201);
    expect((await promote(second)).status).toBe(409);
    expect((await rollback(first)).status).toBe(409);
  });

  test('of a preview is refused: the API does not build again', async () => {
    const preview = await deployHello(ground, project, 'three', { target: 'preview' });
    expect((await promote(preview)).status).toBe(422);
  });

  test('waits for a rolling release, and of the canary ends it', async () => {
    ground.vercel.configure(ground.vercel.project(project), { rollingConfig: byApproval(10) });
    expect((await promote(second)).status).toBe(201);
    const third = await deployHello(ground, project, 'three', { autoAssignCustomDomains: false });
    expect((await promote(third)).status).toBe(202);
    expect(holders()).toEqual([first, first]);
    expect((await promote(second)).status).toBe(201);
    await ground.vercel.settled();
    expect(holders()).toEqual([second, second]);
    expect(await ground.call('GET', `/v1/projects/${project}/rolling-release`)).toMatchObject({
      body: { rollingRelease: { state: 'ACTIVE', canaryDeployment: { id: third } } },
    });
  });
});

test('a rollback ends a rolling release, also to what was live before it', async () => {
  ground.vercel.configure(ground.vercel.project(project), { rollingConfig: byApproval(10) });
  await promote(second);
  expect((await rollback(first)).status).toBe(201);
  await ground.vercel.settled();
  expect(holders()).toEqual([first, first]);
  expect(await ground.call('GET', `/v1/projects/${project}/rolling-release`)).toMatchObject({
    body: { rollingRelease: { state: 'ABORTED', canaryDeployment: { id: second } } },
  });
});

describe('a rollback', () => {
  beforeEach(async () => {
    await promote(second);
    await ground.vercel.settled();
  });

  test.each(['v1', 'v9'])('turns auto-assignment off until the next promotion (%s)', async (version) => {
    expect((await rollback(first, version)).status).toBe(201);
    await ground.vercel.settled();
    expect(await read()).toMatchObject({
      lastAliasRequest: { type: 'rollback', fromDeploymentId: second, toDeploymentId: first, jobStatus: 'succeeded' },
      autoAssignCustomDomains: false,
      crons: { deploymentId: first },
    });
    const third = await deployHello(ground, project, 'three');
    expect(holders()).toEqual([first, first]);
    await promote(third);
    await ground.vercel.settled();
    expect(await read()).toMatchObject({ autoAssignCustomDomains: true });
  });

  test('leaves auto-assignment as it was where a setting had turned it off', async () => {
    await ground.call('PATCH', `/v9/projects/${project}`, { autoAssignCustomDomains: false });
    await rollback(first);
    await ground.vercel.settled();
    const third = await deployHello(ground, project, 'three');
    await promote(third);
    await ground.vercel.settled();
    expect(await read()).toMatchObject({ autoAssignCustomDomains: false });
  });

  test('keeps a push that was being built meanwhile from the domains', async () => {
    ground.vercel.builds.plan({ buildingMs: 120 });
    await ground.vercel.actAs('git').push({ project: { id: project }, like: second });
    await rollback(first);
    await ground.vercel.settled();
    expect(holders()).toEqual([first, first]);
  });

  test('keeps the reason', async () => {
    await ground.call('POST', `/v1/projects/${project}/rollback/${first}?description=sick`);
    expect(await read()).toMatchObject({ rollbackDescription: { description: 'sick' } });
  });

  test('does not move a domain that an alias call had moved', async () => {
    const third = await deployHello(ground, project, 'three', { autoAssignCustomDomains: false });
    await ground.call('POST', `/v2/deployments/${third}/aliases`, { alias: 'www.localhost' });
    await rollback(first);
    await ground.vercel.settled();
    expect(await read()).toMatchObject({ lastAliasRequest: { jobStatus: 'succeeded' } });
    expect(holders()).toEqual([first, third]);
  });

  test('to what is live, or never was, is 422', async () => {
    const third = await deployHello(ground, project, 'three', { autoAssignCustomDomains: false });
    expect((await rollback(second)).status).toBe(422);
    expect((await rollback(third)).status).toBe(422);
  });

  test('goes back by one only on Hobby', async () => {
    const hobby = await makeGround({ team: { plan: 'hobby' } });
    try {
      const { id } = hobby.vercel.addProject({ name: 'web' });
      const made = [
        await deployHello(hobby, id, 'one'),
        await deployHello(hobby, id, 'two'),
        await deployHello(hobby, id, 'three'),
      ];
      const back = (to: string | undefined) => hobby.call('POST', `/v9/projects/${id}/rollback/${to}`);
      expect((await back(made[0])).status).toBe(402);
      expect((await back(made[1])).status).toBe(201);
    } finally {
      await hobby.end();
    }
  });
});

describe('somebody else', () => {
  test('promotes between a read and a change', async () => {
    const third = await deployHello(ground, project, 'three', { autoAssignCustomDomains: false });
    const act = () => ground.vercel.actAs('dashboard').promote(third);
    ground.faults.plant({ service: 'vercel', method: 'POST', path: /promote/, effect: { kind: 'actor', act } });
    expect((await promote(second)).status).toBe(409);
    await ground.vercel.settled();
    expect(await read()).toMatchObject({ lastAliasRequest: { toDeploymentId: third } });
  });

  test('pushes, which deploys by itself', async () => {
    const row = ground.vercel.project(project);
    const pushed = await ground.vercel.actAs('git').push({ project: row, like: first, commit: 'b'.repeat(40) });
    await ground.vercel.settled();
    expect(holders()).toEqual([pushed.id, pushed.id]);
    expect(await ground.call('GET', `/v13/deployments/${pushed.id}`)).toMatchObject({
      body: { source: 'git', creator: { username: 'git' }, meta: { githubCommitSha: 'b'.repeat(40) } },
    });
  });
});

describe('a stale read', () => {
  test('shows the state before the latest write, all of what it set in motion included', async () => {
    await promote(second);
    await ground.vercel.settled();
    ground.faults.plant({ service: 'vercel', method: 'GET', path: /projects/, effect: { kind: 'stale' } });
    expect(await read()).toMatchObject({ lastAliasRequest: null, targets: { production: { id: first } } });
    expect(await read()).toMatchObject({ lastAliasRequest: { jobStatus: 'succeeded' } });
  });

  test('does not know a deployment that was just made', async () => {
    const third = await deployHello(ground, project, 'three');
    ground.faults.plant({ service: 'vercel', path: new RegExp(third), effect: { kind: 'stale' } });
    expect((await ground.call('GET', `/v13/deployments/${third}`)).status).toBe(404);
  });
});
