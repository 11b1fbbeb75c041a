import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { documentedLimits, rateLimited } from '../../src/vercel/index.ts';
import { caller, deployHello, type Ground, makeGround } from './client.ts';

let ground: Ground;
beforeEach(async () => {
  ground = await makeGround();
});
afterEach(() => ground.end());

describe('a token', () => {
  test('has to be there, and to be known', async () => {
    ground.vercel.addProject({ name: 'web' });
    expect((await caller(ground.vercel, undefined)('GET', '/v9/projects/web')).status).toBe(401);
    expect(await caller(ground.vercel, 'wrong')('GET', '/v9/projects/web')).toMatchObject({
      status: 403,
      body: { error: { code: 'forbidden', invalidToken: true } },
    });
  });

  test('sees the team where the team is named, and the own account elsewhere', async () => {
    ground.vercel.addProject({ name: 'ours' });
    ground.vercel.addProject({ name: 'mine', owner: 'user' });
    const bare = caller(ground.vercel, ground.vercel.token, '');
    const bySlug = caller(ground.vercel, ground.vercel.token, `slug=${ground.vercel.team.slug}`);
    const elsewhere = caller(ground.vercel, ground.vercel.token, 'teamId=team_other');
    expect((await ground.call('GET', '/v9/projects/ours')).status).toBe(200);
    expect((await bySlug('GET', '/v9/projects/ours')).status).toBe(200);
    expect((await bare('GET', '/v9/projects/ours')).status).toBe(404);
    expect((await bare('GET', '/v9/projects/mine')).status).toBe(200);
    expect((await elsewhere('GET', '/v9/projects/ours')).status).toBe(403);
  });

  test('of a project does all that a release needs, and nothing elsewhere', async () => {
    const own = ground.vercel.addProject({ name: 'web', domains: ['shop.localhost'] });
    const other = ground.vercel.addProject({ name: 'other' });
    const theirs = await deployHello(ground, other.id, 'theirs');
    const first = await deployHello(ground, own.id, 'one');
    const scoped = { ...ground, call: caller(ground.vercel, ground.vercel.projectToken(own), '') };
    const second = await deployHello(scoped, own.id, 'two', { autoAssignCustomDomains: false });
    expect((await scoped.call('POST', `/v10/projects/${own.id}/promote/${second}`)).status).toBe(201);
    await ground.vercel.settled();
    expect((await scoped.call('POST', `/v1/projects/${own.id}/rollback/${first}`)).status).toBe(201);
    const { body } = await scoped.call('GET', '/v7/deployments');
    expect((body as { deployments: unknown[] }).deployments).toHaveLength(2);
    // The call that ends Vercel's own CLI with such a token.
    expect(await scoped.call('GET', '/v2/user')).toMatchObject({
      status: 404,
      body: { error: { message: 'User not found' } },
    });
    expect((await scoped.call('GET', `/v9/projects/${other.id}`)).status).toBe(403);
    expect((await scoped.call('GET', `/v13/deployments/${theirs}`)).status).toBe(403);
    expect((await scoped.call('POST', '/v13/deployments', { name: 'brand-new', files: [] })).status).toBe(403);
  });
});

test('a route that is not modelled is 404, and is reported', async () => {
  expect((await ground.call('GET', '/v1/edge-config')).status).toBe(404);
  expect(ground.vercel.unmodelled).toEqual(['GET /v1/edge-config']);
});

test('every answer, refusals included, has an id for the support', async () => {
  ground.vercel.addProject({ name: 'web' });
  for (const target of ['/v9/projects/web', '/v9/projects/nobody'])
    expect((await ground.call('GET', target)).headers.get('x-vercel-id')).toMatch(/^iad1::/);
});

test('a planted 429 has the words of a real one', async () => {
  ground.faults.plant({ service: 'vercel', effect: rateLimited('2') });
  const refused = await ground.call('GET', '/v9/projects/web');
  expect(refused).toMatchObject({ status: 429, body: { error: { code: 'rate_limited', limit: { remaining: 0 } } } });
  expect(refused.headers.get('retry-after')).toBe('2');
});

test('beyond a limit the answer is 429, with the limit and when to come back', async () => {
  const limited = await makeGround({ limits: documentedLimits });
  try {
    const read = () => limited.call('GET', '/v4/aliases/nobody.localhost');
    for (let turn = 0; turn < 300; turn++) expect((await read()).status).toBe(404);
    const refused = await read();
    expect(refused).toMatchObject({
      status: 429,
      body: { error: { code: 'rate_limited', limit: { remaining: 0, total: 300 } } },
    });
    // Ten minutes from the first request on, for as long as a busy machine takes for three hundred.
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(300);
  } finally {
    await limited.end();
  }
});
