import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Faults } from '../../src/faults/faults.ts';
import { type GitHub, type RepositorySeed, startGitHub } from '../../src/github/index.ts';
import { ask } from './ask.ts';

let github: GitHub;
let repo: RepositorySeed;
let token: string;

beforeEach(async () => {
  github = await startGitHub({ faults: new Faults() });
  repo = github.repository('acme/shop');
  repo.commit();
  token = github.token({ repository: 'acme/shop', permissions: { deployments: 'write', actions: 'read' } });
});

afterEach(async () => {
  await github.close();
  github.expectNoViolations();
});

const at = '/repos/acme/shop/deployments';
const create = async (body: object) => ask(github, token, `POST ${at}`, { ref: 'main', ...body });
const status = async (id: number, body: object) => ask(github, token, `POST ${at}/${id}/statuses`, body);
const states = async (id: number) =>
  (await ask(github, token, `GET ${at}/${id}/statuses`)).body.map((entry: { state: string }) => entry.state);

test('a deployment keeps its payload, and makes its environment', async () => {
  const made = await create({ environment: 'production', task: 'lockstep', payload: { release: 'r1' } });
  expect(made).toMatchObject({ status: 201, body: { payload: { release: 'r1' }, task: 'lockstep' } });
  expect(made.body.creator.login).toBe('github-actions[bot]');
  expect((await ask(github, token, `GET ${at}/${made.body.id}`)).body.sha).toBe(made.body.sha);
  const environments = await ask(github, token, 'GET /repos/acme/shop/environments');
  expect(environments.body.environments).toMatchObject([{ name: 'production' }]);
  expect((await ask(github, token, 'GET /repos/acme/shop/environments/production')).status).toBe(200);
});

test('they are listed newest first, by task, environment, ref and sha', async () => {
  const one = (await create({ environment: 'production', task: 'lockstep' })).body.id;
  await create({ environment: 'staging', task: 'lockstep' });
  await create({ environment: 'production', task: 'deploy' });
  const two = (await create({ environment: 'production', task: 'lockstep' })).body.id;
  const found = await ask(github, token, `GET ${at}?task=lockstep&environment=production`);
  expect(found.body.map((entry: { id: number }) => entry.id)).toEqual([two, one]);
});

describe('a success', () => {
  test('inactivates earlier ones of a non-production environment, unless told not to', async () => {
    const [first, second, third] = [
      await create({ environment: 'qa' }),
      await create({ environment: 'qa' }),
      await create({ environment: 'qa' }),
    ];
    await status(first.body.id, { state: 'success', auto_inactive: false });
    await status(second.body.id, { state: 'success', auto_inactive: false });
    expect(await states(first.body.id)).toEqual(['success']);
    await status(third.body.id, { state: 'success' });
    expect(await states(first.body.id)).toEqual(['inactive', 'success']);
  });

  test('leaves those of production, and those that never succeeded, as they are', async () => {
    const [live, failed] = [await create({ environment: 'production' }), await create({ environment: 'qa' })];
    await status(live.body.id, { state: 'success' });
    await status(failed.body.id, { state: 'failure' });
    await status((await create({ environment: 'production' })).body.id, { state: 'success' });
    await status((await create({ environment: 'qa' })).body.id, { state: 'success' });
    expect(await states(live.body.id)).toEqual(['success']);
    expect(await states(failed.body.id)).toEqual(['failure']);
  });
});

test('a description of more than 140 characters is refused', async () => {
  const { id } = (await create({})).body;
  expect((await status(id, { state: 'success', description: 'x'.repeat(141) })).status).toBe(422);
  expect((await status(id, { state: 'success', description: 'x'.repeat(140) })).status).toBe(201);
});

test('statuses of the commit must be good, unless no context is required', async () => {
  const sha = repo.commit();
  const ci = github.token({ repository: 'acme/shop', permissions: { statuses: 'write' } });
  await ask(github, ci, `POST /repos/acme/shop/statuses/${sha}`, { state: 'failure', context: 'ci' });
  expect((await create({})).status).toBe(409);
  expect((await create({ required_contexts: ['other'] })).status).toBe(409);
  expect((await create({ required_contexts: [] })).status).toBe(201);
});

test('a branch behind the default one is merged instead of deployed, unless told not to', async () => {
  repo.branch('old', repo.state.refs.get('heads/main') ?? '');
  repo.commit();
  expect((await create({ ref: 'old' })).status).toBe(202);
  expect((await create({ ref: 'old', auto_merge: false })).status).toBe(201);
});

test('a ref that is not there is 422', async () => {
  expect(await create({ ref: 'nowhere' })).toMatchObject({
    status: 422,
    body: { message: 'No ref found for: nowhere' },
  });
});

test('an active one cannot be deleted among others, an inactive one can', async () => {
  const [one] = [await create({}), await create({})];
  await status(one.body.id, { state: 'success' });
  expect((await ask(github, token, `DELETE ${at}/${one.body.id}`)).status).toBe(422);
  await status(one.body.id, { state: 'inactive' });
  expect((await ask(github, token, `DELETE ${at}/${one.body.id}`)).status).toBe(204);
  expect((await ask(github, token, `GET ${at}/${one.body.id}`)).status).toBe(404);
});

test('one status can be read', async () => {
  const { id } = (await create({})).body;
  const made = (await status(id, { state: 'in_progress', description: 'on it', log_url: 'https://example.com/run' }))
    .body;
  expect((await ask(github, token, `GET ${at}/${id}/statuses/${made.id}`)).body).toMatchObject({
    state: 'in_progress',
    description: 'on it',
    log_url: 'https://example.com/run',
  });
});
