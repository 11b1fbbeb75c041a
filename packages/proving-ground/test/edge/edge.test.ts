import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import type { FaultEffect } from '../../src/faults/faults.ts';
import { deployHello, type Ground, idOf, makeGround, uploadAll } from '../vercel/client.ts';
import { visit } from '../vercel/visitor.ts';

let ground: Ground;
let project: string;
beforeEach(async () => {
  ground = await makeGround();
  project = ground.vercel.addProject({ name: 'web', domains: ['shop.localhost'] }).id;
});
afterEach(() => ground.end());

const row = () => ground.vercel.project(project);

/** Deploys a Build Output of these files (path below `.vercel/output` to text). */
async function deploy(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = ground.scope.folder();
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, '.vercel/output', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const body = { name: 'web', project, target: 'production', files: await uploadAll(ground.call, folder) };
  const id = idOf(await ground.call('POST', '/v13/deployments?prebuilt=1', body));
  await ground.vercel.settled();
  return id;
}

const runtime = JSON.stringify({ runtime: 'nodejs24.x', handler: 'index.js', launcherType: 'Nodejs' });

describe('the edge', () => {
  test('serves a deployment by its own host and by its names, with or without a port', async () => {
    const id = await deployHello(ground, project, 'one');
    const { url } = ground.vercel.deployment(id);
    for (const host of [url, url.replace(/:\d+$/, ''), 'shop.localhost', 'SHOP.localhost:1', 'web.vercel.localhost']) {
      const answer = await visit(ground, host, '/a?b=1');
      expect(answer).toMatchObject({ status: 200, json: { says: 'one', build: id, host, path: '/a?b=1' } });
      expect(answer.headers).toMatchObject({
        ...{ server: 'Vercel', 'x-vercel-cache': 'MISS', 'x-lockstep-build': id },
        'x-vercel-id': expect.stringMatching(/^iad1::/),
      });
    }
  });

  test('knows no other host', async () => {
    const answer = await visit(ground, 'nobody.localhost');
    expect(answer).toMatchObject({ status: 404, headers: { 'x-vercel-error': 'DEPLOYMENT_NOT_FOUND' } });
    expect(answer.text).toContain('DEPLOYMENT_NOT_FOUND');
  });

  test('does not serve what is being built, nor what failed', async () => {
    ground.vercel.builds.plan({ buildingMs: Number.POSITIVE_INFINITY });
    const body = { name: 'web', project, files: [{ file: 'index.html', data: 'x' }] };
    const building = idOf(await ground.call('POST', '/v13/deployments', body));
    expect(await visit(ground, ground.vercel.deployment(building).url)).toMatchObject({ status: 303 });
    await ground.call('PATCH', `/v12/deployments/${building}/cancel`);
    expect(await visit(ground, ground.vercel.deployment(building).url)).toMatchObject({ status: 404 });
  });

  test('leads on where a domain redirects', async () => {
    ground.vercel.addDomain(row(), { name: 'old.localhost', verified: true, redirect: 'shop.localhost' });
    expect(await visit(ground, 'old.localhost', '/a')).toMatchObject({
      status: 308,
      headers: { location: 'https://shop.localhost/a' },
    });
  });

  test('lets a client stay with the deployment it began with, where skew protection says so', async () => {
    const first = await deployHello(ground, project, 'one');
    const second = await deployHello(ground, project, 'two');
    const begun = { 'x-deployment-id': first };
    expect(await visit(ground, 'shop.localhost', '/', begun)).toMatchObject({ json: { build: second } });
    ground.vercel.configure(row(), { skewProtectionMaxAge: 3_600 });
    expect(await visit(ground, 'shop.localhost', '/', begun)).toMatchObject({ json: { build: first } });
    expect(await visit(ground, 'shop.localhost', `/?dpl=${first}`)).toMatchObject({ json: { build: first } });
    expect(await visit(ground, 'shop.localhost', '/', { cookie: `__vdpl=${first}` })).toMatchObject({
      json: { build: first },
    });
    expect(await visit(ground, 'shop.localhost')).toMatchObject({ json: { build: second } });
    ground.vercel.configure(row(), { skewProtectionMaxAge: 0.001 });
    expect(await visit(ground, 'shop.localhost', '/', begun)).toMatchObject({ json: { build: second } });
  });

  test('says so when the process behind a deployment is dead', async () => {
    const id = await deployHello(ground, project, 'one');
    expect((await visit(ground, 'shop.localhost')).status).toBe(200);
    await ground.vercel.edge.kill(id);
    expect(await visit(ground, 'shop.localhost')).toMatchObject({
      status: 500,
      headers: { 'x-vercel-error': 'FUNCTION_INVOCATION_FAILED', 'x-lockstep-build': id },
      text: expect.stringContaining('FUNCTION_INVOCATION_FAILED'),
    });
  });

  test('says so when the process ends amid a visit', async () => {
    await deploy({
      'config.json': '{"version":3}',
      'functions/index.func/.vc-config.json': runtime,
      'functions/index.func/index.js': 'module.exports = () => process.exit(1);',
    });
    expect(await visit(ground, 'shop.localhost')).toMatchObject({
      status: 502,
      headers: { 'x-vercel-error': 'NO_RESPONSE_FROM_FUNCTION' },
    });
  });

  test('ends a visit that takes too long', async () => {
    const impatient = await makeGround({ functionTimeoutMs: 150 });
    try {
      const { id } = impatient.vercel.addProject({ name: 'web' });
      const slow = { 'config.json': '{"version":3}', 'functions/index.func/.vc-config.json': runtime };
      const folder = impatient.scope.folder();
      for (const [name, text] of Object.entries({
        ...slow,
        'functions/index.func/index.js': 'module.exports = () => {};',
      })) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        writeFileSync(path.join(folder, name), text);
      }
      const { url } = await impatient.vercel
        .actAs('git')
        .push({ project: impatient.vercel.project(id), output: folder });
      await impatient.vercel.settled();
      expect(await visit(impatient, url)).toMatchObject({
        status: 504,
        headers: { 'x-vercel-error': 'FUNCTION_INVOCATION_TIMEOUT' },
      });
    } finally {
      await impatient.end();
    }
  });

  test('keeps what functions write', async () => {
    const id = await deploy({
      'config.json': '{"version":3}',
      'functions/index.func/.vc-config.json': runtime,
      'functions/index.func/index.js':
        'module.exports = () => { console.log("hello there"); throw new Error("thrown"); };',
    });
    expect(await visit(ground, 'shop.localhost')).toMatchObject({
      status: 500,
      text: expect.stringContaining('FUNCTION_INVOCATION_FAILED'),
    });
    expect(await ground.vercel.edge.log(id)).toEqual(
      expect.arrayContaining(['hello there', expect.stringContaining('thrown')]),
    );
  });
});

describe('a Build Output', () => {
  test('is served by its routes, its files and its functions', async () => {
    await deploy({
      'config.json': JSON.stringify({
        version: 3,
        routes: [
          { src: '/old/(.*)', headers: { Location: '/new/$1' }, status: 301 },
          { src: '/(.*)', headers: { 'x-everywhere': 'yes' }, continue: true },
          { src: '/only-post', methods: ['POST'], dest: '/api/users' },
          { src: '/flagged', has: [{ type: 'header', key: 'x-flag', value: 'on' }], dest: '/api/users' },
          { src: '/users/(?<id>\\d+)', dest: '/api/users?id=$id' },
          { handle: 'filesystem' },
          { src: '/app/.*', dest: '/index.html' },
          { handle: 'error' },
          { src: '/.*', status: 404, dest: '/404.html' },
        ],
        overrides: { 'about.html': { path: 'about', contentType: 'text/html; charset=utf-8' } },
      }),
      'static/index.html': 'home',
      'static/about.html': 'about us',
      'static/404.html': 'lost',
      'static/data/a.json': '{}',
      'functions/api/users.func/.vc-config.json': runtime,
      'functions/api/users.func/index.js': 'module.exports = (req, res) => res.end("users " + req.url);',
    });
    const get = (target: string, headers = {}) => visit(ground, 'shop.localhost', target, headers);
    expect(await get('/')).toMatchObject({
      status: 200,
      text: 'home',
      headers: { 'x-everywhere': 'yes', 'x-vercel-cache': 'HIT' },
    });
    expect(await get('/about')).toMatchObject({
      text: 'about us',
      headers: { 'content-type': 'text/html; charset=utf-8' },
    });
    expect(await get('/data/a.json')).toMatchObject({ text: '{}' });
    expect(await get('/old/x')).toMatchObject({ status: 301, headers: { location: '/new/x' } });
    expect(await get('/api/users?x=1')).toMatchObject({ text: 'users /api/users?x=1' });
    expect(await get('/users/7')).toMatchObject({ text: 'users /users/7' });
    expect(await get('/app/deep/link')).toMatchObject({ status: 200, text: 'home' });
    expect(await get('/only-post')).toMatchObject({ status: 404, text: 'lost' });
    expect(await get('/flagged')).toMatchObject({ status: 404 });
    expect(await get('/flagged', { 'x-flag': 'on' })).toMatchObject({ status: 200 });
    const { etag } = (await get('/')).headers;
    expect(await get('/', { 'if-none-match': String(etag) })).toMatchObject({ status: 304 });
  });

  test('may name the files of a function by where they lie in the source', async () => {
    const folder = ground.scope.folder();
    const config = { ...JSON.parse(runtime), filePathMap: { 'lib/greeting.js': 'src/greeting.js' } };
    const files = {
      '.vercel/output/config.json': '{"version":3}',
      '.vercel/output/functions/index.func/.vc-config.json': JSON.stringify(config),
      '.vercel/output/functions/index.func/index.js':
        'module.exports = (_req, res) => res.end(require("./lib/greeting.js"));',
      'src/greeting.js': 'module.exports = "good day";',
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const body = { name: 'web', project, target: 'production', files: await uploadAll(ground.call, folder) };
    await ground.call('POST', '/v13/deployments?prebuilt=1', body);
    await ground.vercel.settled();
    expect(await visit(ground, 'shop.localhost')).toMatchObject({ text: 'good day' });
  });
});

describe('deployment protection', () => {
  const secret = 's'.repeat(32);
  let id: string;
  let url: string;
  beforeEach(async () => {
    id = await deployHello(ground, project, 'one');
    url = ground.vercel.deployment(id).url;
  });

  test.each([
    ['unauthorized', 401, 'Authentication Required'],
    ['sso-redirect', 302, ''],
    ['login-page', 200, 'Login'],
  ] as const)('shows a stranger its wall (%s)', async (wall, status, words) => {
    ground.vercel.protect(row(), 'all', wall);
    const answer = await visit(ground, 'shop.localhost', '/a');
    expect(answer).toMatchObject({ status, text: expect.stringContaining(words) });
    expect(String(answer.headers['set-cookie'])).toContain('_vercel_sso_nonce');
    expect(answer.headers).not.toHaveProperty('x-lockstep-build');
    if (status === 302)
      expect(answer.headers['location']).toContain('vercel.com/sso-api?url=https%3A%2F%2Fshop.localhost%2Fa');
  });

  test.each([
    ['preview', 200, 200, 200],
    ['prod_deployment_urls_and_all_previews', 401, 200, 200],
    ['all_except_custom_domains', 401, 401, 200],
    ['all', 401, 401, 401],
  ] as const)('stands before the hosts that it is set for (%s)', async (what, own, automatic, custom) => {
    ground.vercel.protect(row(), what);
    expect((await visit(ground, url)).status).toBe(own);
    expect((await visit(ground, 'web.vercel.localhost')).status).toBe(automatic);
    expect((await visit(ground, 'shop.localhost')).status).toBe(custom);
  });

  test('lets those in who show the secret, by header, query or cookie', async () => {
    ground.vercel.protect(row(), 'all');
    await ground.call('PATCH', `/v1/projects/${project}/protection-bypass`, { generate: { secret } });
    const header = { 'x-vercel-protection-bypass': secret };
    expect((await visit(ground, url, '/', header)).status).toBe(200);
    expect((await visit(ground, url, `/?x-vercel-protection-bypass=${secret}`)).status).toBe(200);
    expect((await visit(ground, url, '/', { 'x-vercel-protection-bypass': 'wrong' })).status).toBe(401);
    const asked = await visit(ground, url, '/', { ...header, 'x-vercel-set-bypass-cookie': 'true' });
    const cookie = String(asked.headers['set-cookie']).split(';')[0] ?? '';
    expect((await visit(ground, url, '/', { cookie })).status).toBe(200);
    await ground.call('PATCH', `/v1/projects/${project}/protection-bypass`, { revoke: { secret, regenerate: false } });
    expect((await visit(ground, url, '/', header)).status).toBe(401);
  });

  test('takes a while to know a new secret', async () => {
    const late = await makeGround({ bypassDelayMs: 1_000 });
    try {
      const { id: other } = late.vercel.addProject({ name: 'web', ssoProtection: 'all' });
      await deployHello(late, other, 'one');
      await late.call('PATCH', `/v1/projects/${other}/protection-bypass`, { generate: { secret } });
      const get = () => visit(late, 'web.vercel.localhost', '/', { 'x-vercel-protection-bypass': secret });
      expect((await get()).status).toBe(401);
      while ((await get()).status !== 200) await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await late.end();
    }
  });
});

describe('a planted fault', () => {
  beforeEach(async () => {
    await deployHello(ground, project, 'one');
    await visit(ground, 'shop.localhost');
  });
  const plant = (effect: FaultEffect, at = /^shop\.localhost\/a/) =>
    ground.faults.plant({ service: 'edge', path: at, effect });

  test('hits by host and path', async () => {
    plant({ kind: 'status', status: 503 });
    expect((await visit(ground, 'shop.localhost', '/b')).status).toBe(200);
    expect((await visit(ground, 'shop.localhost', '/a')).status).toBe(503);
    expect((await visit(ground, 'shop.localhost', '/a')).status).toBe(200);
    plant({ kind: 'html', status: 502 });
    expect(await visit(ground, 'shop.localhost', '/a')).toMatchObject({
      status: 502,
      text: expect.stringContaining('<html>'),
    });
  });

  test.each(['reset-before', 'reset-after'] as const)('cuts the connection (%s)', async (kind) => {
    plant({ kind });
    await expect(visit(ground, 'shop.localhost', '/a')).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  test('cuts the answer off in the middle', async () => {
    plant({ kind: 'cut', bytes: 5 });
    await expect(visit(ground, 'shop.localhost', '/a')).rejects.toThrow();
  });

  test('slows the answer down, whole as it is', async () => {
    plant({ kind: 'slow', ms: 200 });
    const began = Date.now();
    expect(await visit(ground, 'shop.localhost', '/a')).toMatchObject({ status: 200, json: { path: '/a' } });
    expect(Date.now() - began).toBeGreaterThan(150);
  });

  test('answers from the holder before, or lets somebody act first', async () => {
    const before = ground.vercel.holder('shop.localhost');
    const second = await deployHello(ground, project, 'two');
    plant({ kind: 'stale' });
    expect(await visit(ground, 'shop.localhost', '/a')).toMatchObject({ json: { build: before } });
    expect(await visit(ground, 'shop.localhost', '/a')).toMatchObject({ json: { build: second } });
    plant({ kind: 'actor', act: () => ground.vercel.actAs('dashboard').assignAlias(String(before), 'shop.localhost') });
    expect(await visit(ground, 'shop.localhost', '/a')).toMatchObject({ json: { build: before } });
  });
});
