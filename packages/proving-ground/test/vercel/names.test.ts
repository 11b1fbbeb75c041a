import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deployHello, type Ground, makeGround } from './client.ts';
import { visit } from './visitor.ts';

let ground: Ground;
let project: string;
let first: string;
let second: string;

beforeEach(async () => {
  ground = await makeGround();
  project = ground.vercel.addProject({ name: 'web', domains: ['shop.localhost'] }).id;
  first = await deployHello(ground, project, 'one');
  second = await deployHello(ground, project, 'two', { autoAssignCustomDomains: false });
});
afterEach(() => ground.end());

const assign = (id: string, alias: string) => ground.call('POST', `/v2/deployments/${id}/aliases`, { alias });

describe('an alias', () => {
  test('has one holder, and names the one before', async () => {
    const fresh = await assign(first, 'beta.shop.localhost');
    expect(fresh.status).toBe(200);
    expect(fresh.body).not.toHaveProperty('oldDeploymentId');
    expect(await assign(second, 'beta.shop.localhost')).toMatchObject({
      status: 200,
      body: { oldDeploymentId: first },
    });
    expect(await ground.call('GET', `/v2/deployments/${first}/aliases`)).not.toMatchObject({
      body: { aliases: expect.arrayContaining([expect.objectContaining({ alias: 'beta.shop.localhost' })]) },
    });
    expect(await ground.call('GET', '/v4/aliases/beta.shop.localhost')).toMatchObject({
      body: { deploymentId: second },
    });
  });

  test('of a production domain moves without the pointer and the crons', async () => {
    expect(await assign(second, 'shop.localhost')).toMatchObject({ body: { oldDeploymentId: first } });
    expect(ground.vercel.project(project)).toMatchObject({ productionId: first, crons: { deploymentId: first } });
  });

  test('answers 409 with two meanings', async () => {
    expect(await assign(first, 'shop.localhost')).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringContaining('already assigned to the given deployment') } },
    });
    ground.vercel.forbid('taken.shop.localhost');
    expect(await assign(first, 'taken.shop.localhost')).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringContaining('is not allowed to be used') } },
    });
  });

  test('is refused without its certificate, once', async () => {
    ground.vercel.withholdCertificate('new.shop.localhost');
    expect(await assign(first, 'new.shop.localhost')).toMatchObject({
      status: 400,
      body: { error: { code: 'cert_missing' } },
    });
    expect((await assign(first, 'new.shop.localhost')).status).toBe(200);
  });

  test.each([
    ['a name that is none', 'no dots', 400, 'invalid_alias'],
    ['a domain of nobody here', 'example.org', 404, 'not_found'],
  ])('is refused for %s', async (_what, name, status, code) => {
    expect(await assign(first, name)).toMatchObject({ status, body: { error: { code } } });
  });

  test('is refused to a deployment that is not ready, or not there', async () => {
    ground.vercel.builds.plan({ end: { state: 'ERROR', code: 'X', message: 'x' } });
    const failed = await deployHello(ground, project, 'three');
    expect(await assign(failed, 'beta.shop.localhost')).toMatchObject({
      status: 400,
      body: { error: { code: 'deployment_not_ready' } },
    });
    expect((await assign('dpl_nobody', 'beta.shop.localhost')).status).toBe(404);
  });

  test('can be found by name, by uid, by project, and is gone when deleted', async () => {
    const list = await ground.call('GET', `/v4/aliases?projectId=${project}&limit=1`);
    const { aliases, pagination } = list.body as { aliases: { uid: string }[]; pagination: { next: number } };
    expect(aliases).toHaveLength(1);
    expect(pagination.next).toBeGreaterThan(0);
    expect((await ground.call('GET', `/v4/aliases/${aliases[0]?.uid}`)).status).toBe(200);
    expect((await ground.call('DELETE', '/v2/aliases/shop.localhost')).status).toBe(200);
    expect((await ground.call('GET', '/v4/aliases/shop.localhost')).status).toBe(404);
    expect(await visit(ground, 'shop.localhost')).toMatchObject({ status: 404 });
  });

  test('that an earlier deployment would get back is listed before a rollback', async () => {
    await deployHello(ground, project, 'three');
    await assign(second, 'shop.localhost');
    const { body } = await ground.call('GET', `/v4/aliases?rollbackDeploymentId=${first}`);
    const names = (body as { aliases: { alias: string }[] }).aliases.map(({ alias }) => alias);
    expect(names).toEqual([`web.vercel.localhost:${ground.vercel.edge.port}`]);
  });
});

describe('the domains of a project', () => {
  test('are filtered and paged', async () => {
    const row = () => ground.vercel.project(project);
    ground.vercel.addDomain(row(), { name: 'old.localhost', verified: true, redirect: 'shop.localhost' });
    ground.vercel.addDomain(row(), { name: 'unverified.localhost', verified: false });
    ground.vercel.addDomain(row(), { name: 'beta.localhost', verified: true, gitBranch: 'beta' });
    const list = async (filter: string) => {
      const { body } = await ground.call('GET', `/v9/projects/${project}/domains?${filter}`);
      return (body as { domains: { name: string }[] }).domains.map(({ name }) => name);
    };
    const own = `web.vercel.localhost:${ground.vercel.edge.port}`;
    expect(await list('production=true&verified=true&redirects=false')).toEqual(['shop.localhost', own]);
    expect(await list('gitBranch=beta')).toEqual(['beta.localhost']);
    expect(await list('verified=false')).toEqual(['unverified.localhost']);
    expect(await list('limit=2')).toEqual(['beta.localhost', 'unverified.localhost']);
  });

  test('lead to the live deployment as soon as they are added', async () => {
    await ground.call('POST', `/v10/projects/${project}/domains`, { name: 'www.localhost' });
    expect(ground.vercel.holder('www.localhost')).toBe(first);
    expect((await ground.call('POST', `/v10/projects/${project}/domains`, { name: 'www.localhost' })).status).toBe(409);
  });
});
