import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import type { FaultEffect } from '@lockstep/proving-ground/faults';
import { type BuildPlan, writeHelloOutput } from '@lockstep/proving-ground/vercel';
import {
  cancelBuild,
  checkPrebuilt,
  collectFiles,
  createDeployment,
  explainBlock,
  findAttempt,
  lastLines,
  newAttempt,
  schemaHint,
  waitForBuild,
} from '@lockstep/vercel';
import { inspectDeploymentFiles } from '@vercel/client';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import type { ClientSettings } from './a-client.ts';
import { aGround, type Ground, requestFor } from './ground.ts';

let ground: Ground;
beforeEach(async () => {
  ground = await aGround(['shop.localhost']);
});
afterEach(async () => {
  expect(ground.vercel.unmodelled).toEqual([]);
  await ground[Symbol.asyncDispose]();
});

const uploads = () => ground.vercel.exchanges.filter(({ path }) => path === '/v2/files').length;
const deployments = () => ground.vercel.state.deployments.size;

async function prebuilt(says = 'v1') {
  const directory = await writeHelloOutput(ground.scope.folder(), says);
  return { directory, ...(await collectFiles({ directory, prebuilt: true, archive: 'none' })) };
}

async function build(plan: BuildPlan, timeoutMs = 60_000, request: ClientSettings = {}) {
  ground.vercel.builds.plan(plan);
  const api = ground.client(request);
  const created = await createDeployment(api, { ...requestFor(ground.project), files: (await prebuilt()).files });
  return { api, created, end: await waitForBuild(api, created, api.clock.now() + timeoutMs) };
}

describe('the files', () => {
  test('are those that Vercel’s own client chooses, with the same digests and modes', async () => {
    const { directory, files } = await prebuilt();
    symlinkSync('hello.func', join(directory, '.vercel/output/functions/other.func'));
    const ours = await collectFiles({ directory, prebuilt: true, archive: 'none' });
    const theirs = await inspectDeploymentFiles({
      path: directory,
      prebuilt: true,
      vercelOutputDir: join(directory, '.vercel/output'),
    });
    expect(ours.files).toHaveLength(files.length + 1);
    expect(ours.files.map(({ file, sha, mode }) => [file, sha, mode])).toEqual(
      theirs.files.map(({ path, sha, mode }) => [path, sha, mode]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
  });

  test('leave out what .vercelignore and Vercel’s own rules name', async () => {
    const directory = ground.scope.folder();
    for (const name of ['index.html', 'secret.txt', '.env.local']) writeFileSync(join(directory, name), name);
    mkdirSync(join(directory, 'node_modules'));
    writeFileSync(join(directory, 'node_modules/x.js'), '');
    writeFileSync(join(directory, '.vercelignore'), 'secret.txt\n');
    const { files } = await collectFiles({ directory, prebuilt: false, archive: 'none' });
    expect(files.map(({ file }) => file)).toEqual(['.vercelignore', 'index.html']);
  });

  test('never come from outside the folder, whatever a tampered function says', async () => {
    const { directory } = await prebuilt();
    const config = join(directory, '.vercel/output/functions/hello.func/.vc-config.json');
    writeFileSync(
      config,
      JSON.stringify({ runtime: 'nodejs24.x', handler: 'index.js', filePathMap: { x: '../../../etc/passwd' } }),
    );
    const { files } = await collectFiles({ directory, prebuilt: true, archive: 'none' });
    expect(files.every(({ file }) => file.startsWith('.vercel/output/'))).toBe(true);
  });

  test('that are named and missing are reported, in one line', async () => {
    const { directory } = await prebuilt();
    const config = join(directory, '.vercel/output/functions/hello.func/.vc-config.json');
    writeFileSync(
      config,
      JSON.stringify({ runtime: 'nodejs24.x', handler: 'index.js', filePathMap: { x: 'node_modules/x.js' } }),
    );
    await expect(collectFiles({ directory, prebuilt: true, archive: 'none' })).rejects.toThrow('node_modules/x.js');
  });

  test('that are none at all are refused', async () => {
    const directory = ground.scope.folder();
    await expect(collectFiles({ directory, prebuilt: false, archive: 'none' })).rejects.toThrow(directory);
  });

  test('of a Build Output for another environment are refused', async () => {
    const { directory } = await prebuilt();
    const builds = join(directory, '.vercel/output/builds.json');
    writeFileSync(builds, JSON.stringify({ target: 'preview' }));
    await expect(checkPrebuilt(directory, 'production')).rejects.toThrow('preview');
    await expect(checkPrebuilt(directory, 'preview')).resolves.toBeUndefined();
    writeFileSync(builds, JSON.stringify({ target: 'preview', error: { message: 'it broke' } }));
    await expect(checkPrebuilt(directory, 'preview')).rejects.toThrow('it broke');
    writeFileSync(builds, '{');
    await expect(checkPrebuilt(directory, 'preview')).rejects.toThrow('JSON');
  });
});

describe('a deployment', () => {
  test('that is staged is done when it is ready, and takes no domain', async () => {
    const deployment = await ground.deploy('v1');
    expect(deployment).toMatchObject({ readyState: 'READY', target: 'production', aliasAssigned: false });
    expect(ground.vercel.holder('shop.localhost')).toBeNull();
  });

  test('that is not staged is done when it has its domains', async () => {
    const deployment = await ground.deploy('v1', { staged: false });
    expect(ground.vercel.holder('shop.localhost')).toBe(deployment.id);
  });

  test('of a project that assigns nothing automatically does not wait for domains', async () => {
    ground.vercel.configure(ground.project, { autoAssign: false });
    expect((await ground.deploy('v1', { staged: false })).readyState).toBe('READY');
  });

  test.each([
    ['preview', 'preview'],
    ['qa', 'qa'],
  ])('to %s is one', async (target, landed) => {
    ground.vercel.configure(ground.project, { customEnvironments: [{ id: 'env_qa', slug: 'qa' }] });
    const { id } = await ground.deploy('v1', { target, staged: false });
    expect(ground.vercel.deployment(id).target).toBe(landed);
  });

  test('uploads only what Vercel does not have', async () => {
    await ground.deploy('v1');
    const first = uploads();
    await ground.deploy('v2');
    expect(first).toBeGreaterThan(1);
    expect(uploads()).toBe(first + 1);
    await ground.deploy('v2');
    expect(uploads()).toBe(first + 1);
  });

  test('uploads side by side, and never more than eight at once', async () => {
    const directory = await writeHelloOutput(ground.scope.folder(), 'v1');
    mkdirSync(join(directory, '.vercel/output/static'));
    for (let i = 0; i < 40; i++) writeFileSync(join(directory, `.vercel/output/static/${i}.txt`), String(i));
    const { files } = await collectFiles({ directory, prebuilt: true, archive: 'none' });
    let [now, most] = [0, 0];
    const act = async () => {
      most = Math.max(most, ++now);
      // The first of them stay until there are eight.
      while (most < 8) await new Promise((resolve) => setTimeout(resolve, 5));
      // Real time: a ninth would come meanwhile, if one did.
      await new Promise((resolve) => setTimeout(resolve, 10));
      now--;
    };
    const times = Number.POSITIVE_INFINITY;
    ground.faults.plant({ service: 'vercel', path: /\/v2\/files/, times, effect: { kind: 'actor', act } });
    await createDeployment(ground.client(), { ...requestFor(ground.project), files });
    expect(uploads()).toBeGreaterThan(40);
    expect(most).toBe(8);
  });

  test('of many files goes as one archive', async () => {
    const directory = await writeHelloOutput(ground.scope.folder(), 'v1');
    mkdirSync(join(directory, '.vercel/output/static'));
    for (let i = 0; i < 2_600; i++) writeFileSync(join(directory, `.vercel/output/static/${i}.txt`), String(i));
    const { files, archived } = await collectFiles({ directory, prebuilt: true, archive: 'auto' });
    expect([archived, files.map(({ file }) => file)]).toEqual([true, ['.vercel/source.tgz.part1']]);
    const created = await createDeployment(ground.client(), { ...requestFor(ground.project), files });
    expect(uploads()).toBe(1);
    await ground.vercel.settled();
    expect(ground.vercel.deployment(created.id).readyState).toBe('READY');
  });

  test('knows its commit', async () => {
    const sha = 'c'.repeat(40);
    const deployment = await ground.deploy('v1', {
      gitMetadata: { remoteUrl: 'https://github.com/acme/shop.git', commitSha: sha, commitRef: 'main', dirty: false },
    });
    expect(deployment.commit).toBe(sha);
  });
});

describe('whatever goes wrong on the way', () => {
  const lost: [string, FaultEffect][] = [
    ['cut before', { kind: 'reset-before' }],
    ['cut after', { kind: 'reset-after' }],
    ['a 500', { kind: 'status', status: 500 }],
    ['an HTML 502', { kind: 'html', status: 502 }],
    ['a hang', { kind: 'hang' }],
  ];
  /** Only what never comes is waited for so shortly that a slow machine could be late with the rest. */
  const patience = ({ kind }: FaultEffect) => (kind === 'hang' ? { requestTimeoutMs: 1_000 } : {});
  test.each(lost)(
    'the answer to its creation lost (%s): there is one deployment, and it is found',
    async (_name, effect) => {
      const { files } = await prebuilt();
      const api = ground.client(patience(effect));
      await createDeployment(api, { ...requestFor(ground.project), files });
      ground.faults.plant({ service: 'vercel', method: 'POST', path: /deployments/, effect });
      const request = requestFor(ground.project);
      const created = await createDeployment(api, { ...request, files });
      expect(ground.faults.hits()).toEqual([1]);
      expect(deployments()).toBe(2);
      expect((await findAttempt(api, ground.project.id, request.attempt))?.id).toBe(created.id);
    },
  );

  test.each(lost)('an upload lost (%s): it is sent again', async (_name, effect) => {
    ground.faults.plant({ service: 'vercel', path: /v2.files/, effect, times: 2 });
    const api = ground.client(patience(effect));
    await createDeployment(api, { ...requestFor(ground.project), files: (await prebuilt()).files });
    expect(ground.faults.hits()).toEqual([2]);
    expect(deployments()).toBe(1);
  });

  test.each(lost)('a look at it lost (%s): it goes on waiting', async (_name, effect) => {
    ground.faults.plant({ service: 'vercel', method: 'GET', path: /v13/, effect, times: 6 });
    const { end } = await build({}, 600_000, patience(effect));
    expect(end.kind).toBe('ready');
    expect(ground.faults.hits()).toEqual([6]);
  });

  test('rate limits are waited out', async () => {
    const limited: FaultEffect = { kind: 'status', status: 429, headers: { 'retry-after': '1' } };
    ground.faults.plant({ service: 'vercel', effect: limited, times: 3 });
    expect((await build({})).end.kind).toBe('ready');
  });

  test('a refusal is reported at once, with its hint', async () => {
    ground.faults.plant({
      service: 'vercel',
      method: 'POST',
      effect: { kind: 'status', status: 400, body: { error: { code: 'too_many_files', message: 'Too many' } } },
    });
    await expect(ground.deploy('v1')).rejects.toMatchObject({
      code: 'too_many_files',
      hint: 'set upload-archive: tgz',
    });
  });
});

describe('a build', () => {
  test('that fails ends the wait, with its last lines', async () => {
    const { api, created, end } = await build({
      log: ['compiling', 'error: column "total" does not exist', '\u001b[31mfailed\u001b[0m'],
      end: { state: 'ERROR', code: 'BUILD_FAILED', message: 'Command "next build" exited with 1' },
    });
    expect(end).toMatchObject({ kind: 'failed', deployment: { error: { code: 'BUILD_FAILED' } } });
    const lines = await lastLines(api, created.id, 10);
    expect(lines).toEqual(expect.arrayContaining(['compiling', 'failed']));
    expect(lines.indexOf('compiling')).toBeLessThan(lines.indexOf('failed'));
    expect(schemaHint(lines)).toContain('order: migrate-first');
    expect(await lastLines(api, created.id, 2)).toHaveLength(2);
  });

  test('that is cancelled or blocked ends the wait, and a block is explained', async () => {
    expect((await build({ end: { state: 'CANCELED' } })).end.kind).toBe('cancelled');
    const reason = 'The author is not a member of the team';
    const { end } = await build({
      end: { state: 'BLOCKED', reason, seatBlock: { blockCode: 'TEAM_ACCESS_REQUIRED' } },
    });
    expect(end.kind).toBe('blocked');
    expect(end.deployment.blocked.code).toBe('TEAM_ACCESS_REQUIRED');
    expect(explainBlock(end.deployment)).toContain(end.deployment.inspectorUrl ?? 'no link');
    const other = await build({ end: { state: 'BLOCKED', reason: 'Unverified commit' } });
    expect(other.end.deployment.blocked.reason).toBe('Unverified commit');
  });

  test('whose domains cannot be assigned says so', async () => {
    ground.vercel.builds.plan({
      end: { state: 'READY', aliasError: { code: 'cert_missing', message: 'No certificate' } },
    });
    await expect(ground.deploy('v1', { staged: false })).rejects.toThrow('alias-failed');
  });

  test('that takes too long is late, and can be cancelled', async () => {
    const { api, created, end } = await build({ buildingMs: Number.POSITIVE_INFINITY }, 3_000);
    expect(end.kind).toBe('late');
    expect(await cancelBuild(api, created.id)).toMatchObject({
      cancelled: true,
      deployment: { readyState: 'CANCELED' },
    });
    expect(await cancelBuild(api, created.id)).toMatchObject({ cancelled: false });
  });
});

test.each([
  ['error: 42703: no column', true],
  ['ERROR:  relation "orders" does not exist', true],
  ['PrismaClientKnownRequestError: The column `x` does not exist', false],
  ['Module not found: column.js', false],
])('"%s" points to the schema: %s', (line, points) => {
  expect(schemaHint([line]) !== undefined).toBe(points);
});

test('an attempt that never reached Vercel is not found', async () => {
  expect(await findAttempt(ground.client(), ground.project.id, newAttempt())).toBeUndefined();
});
