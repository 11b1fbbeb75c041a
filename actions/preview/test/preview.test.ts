import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from '@jest/globals';
import { type SpawnedAction, spawnAction } from '@lockstep/proving-ground/action';
import type { GitHubPermissions } from '@lockstep/proving-ground/github';
import { openShop, type ProvingGround, type Shop, startProvingGround } from '@lockstep/proving-ground/ground';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { writeHelloOutput } from '@lockstep/proving-ground/vercel';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const scope = new Scope();
let ground: ProvingGround;
let shop: Shop;
let server: string;
let shops = 0;

beforeAll(async () => {
  ground = await startProvingGround(scope, { startPostgres: borrowPostgres });
  await ground.postgres.query("create role previewer login createdb password 'hunter22'");
  server = ground.postgres.url('postgres', 'previewer');
});
afterAll(() => scope[Symbol.asyncDispose]());
beforeEach(async () => {
  shop = await openShop(ground, `shop-${++shops}`);
  shop.consumer.commit('Start');
});
afterEach(() => {
  ground.faults.clear();
  ground.github.expectNoViolations();
  expect(ground.vercel.unmodelled).toEqual([]);
});

const allowed: GitHubPermissions = { 'pull-requests': 'read', deployments: 'write' };

function preview(inputs: Readonly<Record<string, string>>, permissions = allowed): Promise<SpawnedAction> {
  const token = ground.github.token({ repository: shop.consumer.name, permissions });
  const github = { api_url: ground.github.url, repository: shop.consumer.name, event_name: 'pull_request', token };
  return spawnAction('preview', { 'database-server': server, ...inputs }, { github });
}

const close = (more: Readonly<Record<string, string>> = {}) =>
  preview({
    command: 'close',
    'vercel-token': shop.secrets['VERCEL_TOKEN'] ?? '',
    'vercel-project': shop.project.name,
    'vercel-team': 'lockstep',
    'vercel-api-url': ground.vercel.url,
    ...more,
  });

/** Opens a pull request with a deployment and a database of its own; gives its number. */
async function pullRequest(branch: string): Promise<number> {
  const commit = shop.consumer.github.commit({ branch });
  const number = shop.consumer.github.pull({ title: branch, head: branch });
  const output = await writeHelloOutput(scope.folder(), branch);
  await ground.vercel.actAs('preview').push({
    ...{ project: shop.project, output, commit, target: 'preview' },
    meta: { lockstepPreview: `${shop.consumer.name}#${number}` },
  });
  await ground.vercel.settled();
  expect((await preview({ command: 'open', 'pull-request': String(number) })).status).toBe(0);
  return number;
}

const deployments = () =>
  [...ground.vercel.state.deployments.values()].filter(({ projectId }) => projectId === shop.project.id);
const databases = async () => {
  const prefix = shop.database.replaceAll('-', '_');
  const sql = `select datname from pg_database where datname like '${prefix}\\_pr\\_%' order by 1`;
  return (await ground.postgres.query<{ datname: string }>(sql)).map(({ datname }) => datname);
};
const named = (number: number) => `${shop.database.replaceAll('-', '_')}_pr_${number}`;

describe('open', () => {
  test('makes a database for the pull request, finds it again, and hides its URL', async () => {
    const made = await preview({ command: 'open', 'pull-request': '7' });
    expect(made.outputs).toMatchObject({ verdict: 'pass', reason: 'created', database: named(7) });
    expect(made.outputs['database-url']).toContain(`/${named(7)}`);
    expect(made.log).not.toContain('hunter22');
    const again = await preview({ command: 'open', 'pull-request': '7' });
    expect(again.outputs).toMatchObject({ reason: 'already-there', 'database-url': made.outputs['database-url'] });
    const fresh = await preview({ command: 'open', 'pull-request': '7', fresh: 'true' });
    expect(fresh.outputs).toMatchObject({ reason: 'created', database: named(7) });
    expect(await databases()).toEqual([named(7)]);
  });

  test.each([
    ['without a server', { 'database-server': '' }, 'invalid-input'],
    ['without a pull request', {}, 'no-pull-request'],
    [
      'with a server that does not answer',
      { 'pull-request': '7', 'database-server': 'postgresql://u:pw@127.0.0.1:1/x' },
      'remote-error',
    ],
  ])('%s nothing is created', async (_what, more, reason) => {
    const run = await preview({ command: 'open', ...more });
    expect(run.status).toBe(1);
    expect(run.outputs['reason']).toBe(reason);
    expect(await databases()).toEqual([]);
  });

  test('a dry run creates nothing', async () => {
    const run = await preview({ command: 'open', 'pull-request': '7', 'dry-run': 'true' });
    expect(run.outputs).toMatchObject({ verdict: 'pass', reason: 'dry-run' });
    expect(await databases()).toEqual([]);
  });
});

describe('close', () => {
  test('removes what the closed pull request had, and nothing of another', async () => {
    const [closed, open] = [await pullRequest('one'), await pullRequest('two')];
    const [gone, stays] = deployments();
    shop.consumer.github.close(closed);
    const run = await close({ 'pull-request': String(closed) });
    expect(run.outputs).toMatchObject({ verdict: 'pass', reason: 'removed' });
    expect(JSON.parse(run.outputs['removed'] ?? '')).toEqual([gone?.id]);
    expect(JSON.parse(run.outputs['dropped'] ?? '')).toEqual([named(closed)]);
    expect(deployments().map(({ id }) => id)).toEqual([stays?.id]);
    expect(await databases()).toEqual([named(open)]);
    expect((await close({ 'pull-request': String(closed) })).outputs['reason']).toBe('nothing-to-remove');
  });

  test('leaves an open pull request alone', async () => {
    const number = await pullRequest('one');
    expect((await close({ 'pull-request': String(number) })).outputs).toMatchObject({
      verdict: 'fail',
      reason: 'still-open',
    });
    expect(deployments()).toHaveLength(1);
    expect(await databases()).toEqual([named(number)]);
  });

  test('without a number finds whatever closed pull requests have left', async () => {
    const [first, open, second] = [await pullRequest('one'), await pullRequest('two'), await pullRequest('three')];
    for (const number of [first, second]) shop.consumer.github.close(number);
    expect((await close({ 'dry-run': 'true' })).outputs['reason']).toBe('dry-run');
    expect(deployments()).toHaveLength(3);
    expect((await close()).outputs).toMatchObject({ verdict: 'pass', reason: 'removed' });
    expect(deployments()).toHaveLength(1);
    expect(await databases()).toEqual([named(open)]);
    expect((await close()).outputs['reason']).toBe('nothing-to-remove');
  });

  test('says on GitHub that the preview is over', async () => {
    const number = await pullRequest('one');
    const [made] = deployments();
    const token = ground.github.token({ repository: shop.consumer.name, permissions: allowed });
    await fetch(`${ground.github.url}/repos/${shop.consumer.name}/deployments`, {
      method: 'POST',
      headers: { authorization: `token ${token}`, 'user-agent': 'test', 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ ref: made?.commit, environment: 'preview', transient_environment: true, required_contexts: [] },
        auto_merge: false,
      }),
    });
    shop.consumer.github.close(number);
    expect((await close()).status).toBe(0);
    expect(shop.consumer.github.deployments('deploy')[0]?.statuses.at(-1)?.state).toBe('inactive');
  });

  test('goes on after one that is refused, says so, and finishes the next time', async () => {
    const [first, second] = [await pullRequest('one'), await pullRequest('two')];
    for (const number of [first, second]) shop.consumer.github.close(number);
    ground.faults.plant({ service: 'vercel', method: 'DELETE', effect: { kind: 'status', status: 403 } });
    const run = await close();
    expect(run.outputs).toMatchObject({ verdict: 'unknown', reason: 'cleanup-incomplete' });
    expect(run.status).toBe(1);
    expect(deployments()).toHaveLength(1);
    expect(await databases()).toEqual([]);
    expect((await close()).outputs).toMatchObject({ verdict: 'pass', reason: 'removed' });
    expect(deployments()).toEqual([]);
  });

  test('whom GitHub does not answer takes nothing away', async () => {
    await pullRequest('one');
    ground.faults.plant({ service: 'github', path: /pulls/, times: 99, effect: { kind: 'status', status: 403 } });
    expect((await close()).outputs).toMatchObject({ verdict: 'unknown', reason: 'remote-error' });
    expect(deployments()).toHaveLength(1);
  });
});
