import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { type SpawnedAction, type SpawnOptions, spawnAction } from '@lockstep/proving-ground/action';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import { writeHelloOutput } from '@lockstep/proving-ground/vercel';
import { aGround, type Ground } from '../../../packages/vercel/test/ground.ts';
import { thinned as test } from '../../../test/e2e/sampled.ts';

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
  expect(ground.vercel.unmodelled).toEqual([]);
  github.expectNoViolations();
  await ground[Symbol.asyncDispose]();
});

const inputs = () => ({
  'vercel-token': ground.vercel.token,
  'vercel-team': ground.vercel.team.id,
  'vercel-project': 'web',
  'vercel-api-url': ground.vercel.url,
});

function context(options: SpawnOptions): SpawnOptions {
  const permissions = { deployments: 'write' } as const;
  const token = github.token({ repository: 'acme/shop', permissions, login: 'github-actions[bot]' });
  const event = { head_commit: { id: sha, message: 'Sell more', author: { name: 'Ann' } } };
  const common = { api_url: github.url, repository: 'acme/shop', sha, ref: 'refs/heads/main', event, token };
  return { cwd: folder, ...options, github: { ...common, ...options.github } };
}

const deploy = (more: Readonly<Record<string, string>> = {}, options: SpawnOptions = {}): Promise<SpawnedAction> =>
  spawnAction('vercel-deploy', { ...inputs(), ...more }, context(options));

const post = (main: SpawnedAction, options: SpawnOptions = {}): Promise<SpawnedAction> =>
  spawnAction(
    'vercel-deploy',
    inputs(),
    context({ jobStatus: 'failure', ...options, phase: 'post', state: main.state }),
  );

const shown = () =>
  [...github.repository('acme/shop').state.deployments.values()].map(({ environment, statuses }) => [
    environment,
    ...statuses.map(({ state, environmentUrl }) => [state, environmentUrl].filter(Boolean).join(' ')),
  ]);
/** The inputs that the errors name. */
const inputsOf = (run: SpawnedAction) => run.annotations.map(({ message }) => /^input "([a-z-]+)"/.exec(message)?.[1]);

/** Waits until requests of a step that was killed have arrived. */
async function quiet(): Promise<void> {
  const { exchanges } = ground.vercel;
  for (let seen = -1; seen !== exchanges.length; await new Promise((resolve) => setTimeout(resolve, 300)))
    seen = exchanges.length;
}
const states = () => [...ground.vercel.state.deployments.values()].map(({ readyState }) => readyState);

describe('vercel-deploy', () => {
  test('stages a prebuilt production deployment, with its commit, and without traffic', async () => {
    const run = await deploy({ target: 'production' });
    const id = run.outputs['deployment-id'] ?? '';
    expect(run.outputs).toMatchObject({ verdict: 'pass', reason: 'deployed', 'commit-sha': sha });
    const deployment = ground.vercel.deployment(id);
    expect(run.outputs['deployment-url']).toBe(`http://${deployment.url}`);
    expect(run.outputs['inspector-url']).toContain('https://vercel.com/lockstep/web/');
    expect(deployment).toMatchObject({ target: 'production', commit: sha, prebuilt: true, readySubstate: 'STAGED' });
    expect(deployment.meta).toMatchObject({ githubCommitMessage: 'Sell more', githubCommitRef: 'main' });
    expect(ground.vercel.holder('shop.localhost')).toBeNull();
    // It has no users yet, so GitHub does not show it as deployed.
    expect(shown()).toEqual([]);
    expect((await post(run)).status).toBe(0);
    expect(states()).toEqual(['READY']);
    expect(run.log).not.toContain(ground.vercel.token);
  });

  test('shows a preview on GitHub, with its final state', async () => {
    const run = await deploy({ meta: 'pr=12\nowner=ann' });
    expect(run.outputs).toMatchObject({ verdict: 'pass' });
    expect(shown()).toEqual([['preview', 'in_progress', `success ${run.outputs['deployment-url']}`]]);
    expect(ground.vercel.deployment(run.outputs['deployment-id'] ?? '').meta).toMatchObject({ pr: '12', owner: 'ann' });
  });

  test('gives a deployment variables of its own, and shows their values nowhere', async () => {
    const url = 'postgresql://app:hunter22@db.example/pr_12';
    const key = '-----BEGIN KEY-----\n  hunter23\n\n-----END KEY-----';
    const run = await deploy({ env: `DATABASE_URL=${url}\nFEATURE=on\nEMPTY=\nKEY<<END\n${key}\nEND` });
    expect(run.outputs).toMatchObject({ verdict: 'pass' });
    const made = ground.vercel.deployment(run.outputs['deployment-id'] ?? '');
    expect(made.env).toMatchObject({ DATABASE_URL: url, FEATURE: 'on', EMPTY: '', KEY: key });
    expect(run.log).not.toMatch(/hunter2[23]/);
  });

  test('refuses a variable that is none, without its text', async () => {
    const run = await deploy({ env: 'DATABASE_URL=x\nhunter22' });
    expect(run.outputs).toMatchObject({ verdict: 'fail', reason: 'invalid-input' });
    expect(inputsOf(run)).toEqual(['env']);
    expect(run.log).not.toContain('hunter22');
  });

  test('takes the head of a pull request for its commit, not the temporary merge', async () => {
    const head = 'd'.repeat(40);
    const event = { pull_request: { head: { sha: head, ref: 'feature' } } };
    const run = await deploy({ 'github-deployment': 'false' }, { github: { event } });
    expect(ground.vercel.deployment(run.outputs['deployment-id'] ?? '')).toMatchObject({
      commit: head,
      branch: 'feature',
    });
    expect(shown()).toEqual([]);
  });

  test('builds from source where there is no output', async () => {
    const source = ground.scope.folder();
    mkdirSync(join(source, 'public'));
    writeFileSync(join(source, 'public/index.html'), 'hello');
    const run = await deploy({ target: 'production' }, { cwd: source });
    expect(run.outputs).toMatchObject({ verdict: 'pass' });
    expect(ground.vercel.deployment(run.outputs['deployment-id'] ?? '').prebuilt).toBe(false);
  });

  describe('with a Root Directory, as in a monorepo', () => {
    const monorepo = () => {
      const root = ground.scope.folder();
      for (const name of ['apps/web/public', 'packages/words']) mkdirSync(join(root, name), { recursive: true });
      writeFileSync(join(root, 'packages/words/hello.txt'), 'hello from the package');
      const build = 'cp ../../packages/words/hello.txt public/index.html';
      writeFileSync(join(root, 'apps/web/package.json'), JSON.stringify({ scripts: { build } }));
      ground.vercel.configure(ground.project, { rootDirectory: 'apps/web' });
      return root;
    };

    test.each(['.', 'apps/web'])('directory %s is built there, with what is next to it', async (directory) => {
      const run = await deploy({ directory, 'github-deployment': 'false' }, { cwd: monorepo() });
      expect(run.outputs).toMatchObject({ verdict: 'pass' });
      const made = ground.vercel.deployment(run.outputs['deployment-id'] ?? '');
      expect(made.files.map(({ file }) => file)).toContain('packages/words/hello.txt');
      expect(readFileSync(join(made.output ?? '', 'static/index.html'), 'utf8')).toBe('hello from the package');
    });

    test('its Build Output is sent from the root too', async () => {
      const root = monorepo();
      await writeHelloOutput(join(root, 'apps/web'), 'v2');
      const run = await deploy({ directory: 'apps/web', 'github-deployment': 'false' }, { cwd: root });
      const made = ground.vercel.deployment(run.outputs['deployment-id'] ?? '');
      expect(made).toMatchObject({ prebuilt: true, readyState: 'READY' });
      expect(made.files.map(({ file }) => file)).toContain('apps/web/.vercel/output/config.json');
    });

    test('that is missing is reported before anything is sent, with what to set', async () => {
      const root = monorepo();
      ground.vercel.configure(ground.project, { rootDirectory: 'site' });
      const run = await deploy({ 'github-deployment': 'false' }, { cwd: root });
      expect(run.outputs).toMatchObject({ verdict: 'fail', reason: 'invalid-input' });
      expect(run.annotations.map(({ message }) => message)).toEqual([expect.stringContaining('"site"')]);
      expect(states()).toEqual([]);
    });
  });

  test('sends nothing in a dry run', async () => {
    const run = await deploy({ target: 'production', 'dry-run': 'true' });
    expect(run.outputs).toMatchObject({ verdict: 'pass', reason: 'dry-run' });
    expect(ground.vercel.exchanges.every(({ method }) => method === 'GET')).toBe(true);
  });

  test('goes on where GitHub does not show it', async () => {
    ground.faults.plant({ service: 'github', times: 9, effect: { kind: 'status', status: 403 } });
    const run = await deploy();
    expect(run.outputs).toMatchObject({ verdict: 'pass' });
    expect(run.annotations.map(({ level }) => level)).toEqual(['warning']);
    expect(run.log).toContain('github-deployment: false');
  });
});

describe('a build that does not succeed', () => {
  test('shows its last lines, and points to migrate-first where the schema was not there', async () => {
    ground.vercel.builds.plan({
      log: ['generating pages', '::warning::not ours', 'error: relation "orders" does not exist'],
      end: { state: 'ERROR', code: 'BUILD_FAILED', message: 'exited with 1' },
    });
    const run = await deploy();
    expect(run).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'build-misses-schema' } });
    expect(run.summary).toContain('relation "orders" does not exist');
    expect(run.annotations.map(({ message }) => message).join()).toContain('order: migrate-first');
    // A line of the build is never a command to the runner.
    expect(run.annotations.map(({ message }) => message)).not.toContain('not ours');
    expect(shown()).toEqual([['preview', 'in_progress', expect.stringMatching(/^failure/)]]);
  });

  test.each([
    ['build-failed', { state: 'ERROR', code: 'X', message: 'exited with 1' }],
    ['build-cancelled-on-vercel', { state: 'CANCELED' }],
    ['build-blocked', { state: 'BLOCKED', reason: 'Unverified commit' }],
    ['alias-failed', { state: 'READY', aliasError: { code: 'x', message: 'No certificate' } }],
  ] as const)('%s', async (reason, end) => {
    ground.vercel.builds.plan({ end });
    const run = await deploy({ target: 'production', staged: 'false' });
    expect(run).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason } });
    // What Vercel said of it is passed on.
    const theirs = 'message' in end ? end.message : 'aliasError' in end ? end.aliasError.message : '';
    expect(run.annotations[0]?.message).toContain('reason' in end ? end.reason : theirs);
  });

  test('is cancelled when it takes too long', async () => {
    ground.vercel.builds.plan({ buildingMs: Number.POSITIVE_INFINITY });
    const run = await deploy({ 'build-timeout': '1s' });
    expect(run.outputs).toMatchObject({ verdict: 'unknown', reason: 'build-timeout' });
    expect((await post(run)).log).toMatch(/^vercel-deploy: pass \(build-cancelled-by-undo\): /m);
    expect(states()).toEqual(['CANCELED']);
  });

  test.each([
    ['is cancelled', { signal: 'SIGINT', afterLine: /created dpl_/ }],
    ['is killed', { signal: 'SIGKILL', afterLine: /created dpl_/ }],
    ['is killed before the answer is here', { signal: 'SIGKILL', afterLine: /POST .v2.files: 200/ }],
  ] as const)('is ended on Vercel when the job %s', async (_name, kill) => {
    ground.vercel.builds.usually({ buildingMs: Number.POSITIVE_INFINITY });
    const run = await deploy({}, { kill, debug: true });
    await quiet();
    expect(run.outcome).not.toBe('success');
    const after = await post(run, { jobStatus: 'cancelled' });
    expect(after.status).toBe(0);
    expect(states().filter((state) => state !== 'CANCELED')).toEqual([]);
    expect(shown()).toEqual([['preview', 'in_progress', 'error']]);
  });
});

describe('a mistake of the caller is reported before anything is sent', () => {
  test.each([
    ['no such folder', { directory: 'nowhere' }, '"directory"'],
    ['meta that is none', { meta: 'just words' }, '"meta"'],
    ['a prebuilt deployment without output', { prebuilt: 'true', directory: 'empty' }, '"vercel build"'],
  ])('%s', async (_name, more, named) => {
    mkdirSync(join(folder, 'empty'), { recursive: true });
    const run = await deploy(more);
    expect(run).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'invalid-input' } });
    expect(run.annotations.map(({ message }) => message)).toEqual([expect.stringContaining(named)]);
    expect(states()).toEqual([]);
  });

  test('an output for another environment', async () => {
    writeFileSync(join(folder, '.vercel/output/builds.json'), JSON.stringify({ target: 'preview' }));
    const run = await deploy({ target: 'production' });
    expect(run.outputs).toMatchObject({ verdict: 'fail', reason: 'invalid-input' });
    expect(run.annotations[0]?.message).toContain('vercel build --prod');
  });

  test('a project that the token does not see', async () => {
    const run = await deploy({ 'vercel-project': 'other' });
    expect(run.outputs).toMatchObject({ verdict: 'unknown', reason: 'remote-error' });
    expect(run.annotations[0]?.message).toContain('vercel-project and vercel-team');
  });
});
