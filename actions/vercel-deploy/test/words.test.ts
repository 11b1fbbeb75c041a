import { afterEach, beforeEach, expect } from '@jest/globals';
import { type SpawnedAction, type SpawnOptions, spawnAction, wordsOf } from '@lockstep/proving-ground/action';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import { writeHelloOutput } from '@lockstep/proving-ground/vercel';
import { aGround, type Ground } from '../../../packages/vercel/test/ground.ts';
import { thinned as test } from '../../../test/e2e/sampled.ts';

/** The one place that holds sentences of this action: all other tests ask for reasons, outputs and states. */
let ground: Ground;
let github: GitHub;
let sha: string;
let folder: string;

beforeEach(async () => {
  ground = await aGround(['shop.localhost']);
  github = await startGitHub({ faults: ground.faults });
  ground.scope.defer('GitHub', () => github.close());
  sha = github.repository('acme/shop').commit();
  folder = await writeHelloOutput(ground.scope.folder(), 'v1');
});
afterEach(async () => {
  await ground[Symbol.asyncDispose]();
});

function run(more: Readonly<Record<string, string>> = {}, options: SpawnOptions = {}): Promise<SpawnedAction> {
  const inputs = {
    'vercel-token': ground.vercel.token,
    'vercel-team': ground.vercel.team.id,
    'vercel-project': 'web',
    'vercel-api-url': ground.vercel.url,
    'github-deployment': 'false',
  };
  const context = { api_url: github.url, repository: 'acme/shop', sha, ref: 'refs/heads/main' };
  return spawnAction('vercel-deploy', { ...inputs, ...more }, { cwd: folder, ...options, github: context });
}

function words(step: SpawnedAction): string {
  const known = [...ground.vercel.state.deployments.values()];
  const names = known.flatMap(({ id, url }) => [
    [id, 'dpl_ID'],
    [id.replace(/^dpl_/, ''), 'ID'],
    [url, 'web-ID.localhost'],
  ]);
  const named = wordsOf(step, {
    ...Object.fromEntries(names),
    [sha.slice(0, 7)]: '<sha>',
    [folder]: '<checkout>',
  });
  // How long a build took is the clock's affair.
  return named.replace(/\| [\d.]+ ?m?s \|$/m, '| <time> |');
}

test('a staged deployment', async () => {
  expect(words(await run({ target: 'production' }))).toMatchSnapshot();
});

test('a preview, and a dry run', async () => {
  expect(words(await run())).toMatchSnapshot('preview');
  expect(words(await run({ 'dry-run': 'true', target: 'production', staged: 'false' }))).toMatchSnapshot('dry run');
});

test.each([
  ['fails', { state: 'ERROR', code: 'X', message: 'Command "next build" exited with 1' }],
  ['is cancelled', { state: 'CANCELED' }],
  ['is blocked', { state: 'BLOCKED', reason: 'Unverified commit' }],
  ['is blocked for its author', { state: 'BLOCKED', reason: 'x', seatBlock: { blockCode: 'TEAM_ACCESS_REQUIRED' } }],
  ['gets no domains', { state: 'READY', aliasError: { code: 'x', message: 'No certificate' } }],
] as const)('a build that %s', async (_name, end) => {
  ground.vercel.builds.plan({ log: ['compiling', 'done ``` ok'], end });
  const main = await run({ target: 'production', staged: 'false' });
  expect(words(main)).toMatchSnapshot('main');
  const post = await run({}, { phase: 'post', state: main.state, jobStatus: 'failure' });
  expect(words(post)).toMatchSnapshot('post');
});

test('a build that misses a table', async () => {
  ground.vercel.builds.plan({
    log: ['error: relation "orders" does not exist'],
    end: { state: 'ERROR', code: 'BUILD_FAILED', message: 'exited with 1' },
  });
  expect(words(await run())).toMatchSnapshot();
});

test('a build that takes too long is cancelled', async () => {
  ground.vercel.builds.plan({ buildingMs: Number.POSITIVE_INFINITY });
  const main = await run({ 'build-timeout': '1s' });
  expect(words(main)).toMatchSnapshot('timeout');
  expect(words(await run({}, { phase: 'post', state: main.state, jobStatus: 'failure' }))).toMatchSnapshot('cancelled');
});

test('inputs that cannot be used', async () => {
  expect(words(await run({ directory: 'nowhere', meta: 'just words', env: 'FEATURE' }))).toMatchSnapshot();
  expect(words(await run({ directory: 'nowhere' }))).toMatchSnapshot();
});

test('a GitHub that refuses to show the deployment', async () => {
  ground.faults.plant({ service: 'github', times: 9, effect: { kind: 'status', status: 403 } });
  expect(words(await run({ 'github-deployment': 'true' }))).toMatchSnapshot();
});
