import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import { Faults } from '@lockstep/proving-ground/faults';
import { startGitHub } from '@lockstep/proving-ground/github';
import { together as test } from '../../../test/e2e/sampled.ts';
import { unpackCommand } from './packed.ts';

let packed: string;
let program: string;
let folder: string;
let github: Awaited<ReturnType<typeof startGitHub>>;
let app: Server;
let answer: (path: string) => { readonly status: number; readonly body: object };

beforeAll(async () => {
  packed = mkdtempSync(join(tmpdir(), 'lockstep-packed-'));
  program = unpackCommand(packed);
  app = createServer((request, response) => {
    const { status, body } = answer(request.url ?? '');
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  app.close();
  rmSync(packed, { recursive: true, force: true });
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-doctor-'));
  github = await startGitHub({ faults: new Faults() });
  answer = () => ({ status: 404, body: {} });
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await github.close();
});

async function lockstep(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, GITHUB_API_URL: github.url, ...env },
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, out, err };
}

function git(...args: readonly string[]): void {
  expect(spawnSync('git', args, { cwd: folder, encoding: 'utf8' })).toMatchObject({ status: 0 });
}

/** From an empty folder: the repository, the workflows. */
async function begin(...more: readonly string[]): Promise<void> {
  git('init', '--quiet', '--initial-branch=main');
  git('remote', 'add', 'origin', 'https://github.com/acme/shop.git');
  const place = ['--vercel-project', 'shop', '--vercel-team', 'acme', '--production-url', 'https://shop.example'];
  expect(await lockstep(['init', 'release', ...place, ...more])).toMatchObject({ code: 0 });
}

function tokenOf(secrets: readonly string[]) {
  const repo = github.repository('acme/shop');
  repo.commit();
  repo.configure({ secrets });
  repo.environment('production');
  const permissions = {
    actions: 'read',
    'actions-variables': 'read',
    administration: 'read',
    contents: 'read',
    environments: 'read',
    secrets: 'read',
  } as const;
  return { GITHUB_TOKEN: github.token({ repository: 'acme/shop', permissions, login: 'olga' }) };
}

const checksOf = (out: string) =>
  (JSON.parse(out).checks as { id: string; verdict: string; what: string; remedy: string }[]).map(
    ({ id, verdict, what, remedy }) => ({ id, verdict, what, remedy }),
  );

test('from an empty folder: the workflows, then what they need, with the command for each', async () => {
  await begin();
  const { code, out } = await lockstep(['doctor', '--json'], tokenOf(['DATABASE_URL']));
  const found = checksOf(out);
  expect(found).toContainEqual({
    ...{ id: 'secret', verdict: 'fail', what: expect.stringMatching(/^secret VERCEL_TOKEN: .*lockstep-release\.yml/) },
    remedy: expect.stringMatching(
      /^gh secret set VERCEL_TOKEN --repo acme\/shop or https:\/\/github\.com\/acme\/shop\//,
    ),
  });
  expect(found).toContainEqual(expect.objectContaining({ id: 'environment', verdict: 'pass' }));
  expect(found).toContainEqual(expect.objectContaining({ id: 'vercel-project', verdict: 'unknown' }));
  expect(code).toBe(1);
});

test('what cannot be seen is unknown, and never there', async () => {
  await begin();
  const { code, out } = await lockstep(['doctor'], tokenOf(['DATABASE_URL', 'VERCEL_TOKEN']));
  expect({ code, out }).toEqual({ code: 2, out: expect.stringContaining('no VERCEL_TOKEN to look with') });
});

test('the health routes are asked: healthy, unhealthy, without a build, without an answer', async () => {
  await begin();
  const env = tokenOf(['DATABASE_URL', 'VERCEL_TOKEN']);
  const url = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
  const asked = async (address = url) => {
    const found = checksOf((await lockstep(['doctor', '--json', '--url', address], env)).out);
    return Object.fromEntries(
      found.filter(({ id }) => id.startsWith('health-')).map(({ id, verdict }) => [id, verdict]),
    );
  };
  const timestamp = () => new Date().toISOString();
  const routes = (status: string, metadata: object) => (path: string) => {
    if (path.startsWith('/api/health/live')) return { status: 200, body: { status: 'alive', timestamp: timestamp() } };
    const checks = { database: { status: status === 'healthy' ? 'pass' : 'fail' } };
    return { status: status === 'healthy' ? 200 : 503, body: { status, timestamp: timestamp(), checks, metadata } };
  };
  answer = routes('healthy', { deployment_id: 'dpl_1234567890' });
  expect(await asked()).toEqual({ 'health-live': 'pass', 'health-route': 'pass', 'health-identity': 'pass' });
  answer = routes('unhealthy', { deployment_id: 'dpl_1234567890' });
  expect(await asked()).toEqual({ 'health-live': 'pass', 'health-route': 'fail', 'health-identity': 'pass' });
  answer = routes('healthy', {});
  expect(await asked()).toMatchObject({ 'health-route': 'pass', 'health-identity': 'fail' });
  answer = () => ({ status: 404, body: {} });
  expect(await asked()).toEqual({ 'health-live': 'fail', 'health-route': 'fail', 'health-identity': 'fail' });
  expect(await asked('http://127.0.0.1:9')).toEqual({
    ...{ 'health-live': 'unknown', 'health-route': 'unknown', 'health-identity': 'unknown' },
  });
});

test('where there is nothing to look at, or nothing to look with, it says so, all at once', async () => {
  const { code, out, err } = await lockstep(['doctor', '--url', 'shop', '--live-path', '/\\other.example/live']);
  expect({ code, out }).toEqual({ code: 64, out: '' });
  expect(err.trim().split('\n')).toEqual([
    expect.stringMatching(/--url: expected an address like https:\/\/shop\.example, got "shop"$/),
    expect.stringMatching(/--live-path: expected a path/),
    expect.stringMatching(/no workflow of Lockstep is in \.github\/workflows: write them with "lockstep init"$/),
    expect.stringMatching(/--repository: expected OWNER\/NAME, as git knows no remote "origin"/),
    expect.stringMatching(/GITHUB_TOKEN is not set: run it as /),
  ]);
});
