import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { type ConsumerApp, writeConsumerApp } from '../../src/app/consumer-app.ts';
import { borrowPostgres } from '../../src/postgres/borrow.ts';
import type { Postgres } from '../../src/postgres/postgres.ts';
import { type Ground, makeGround } from '../vercel/client.ts';
import { visit } from '../vercel/visitor.ts';

const COMMIT = 'c'.repeat(40);
let ground: Ground;
let postgres: Postgres;
let databaseUrl: string;

beforeAll(async () => {
  ground = await makeGround();
  postgres = await borrowPostgres(ground.scope);
  databaseUrl = await postgres.createDatabase('shop');
  await postgres.query(
    'create table prescriptions (id int, patient text, medicine text, created_at timestamptz)',
    [],
    'shop',
  );
  await postgres.query("insert into prescriptions values (1, 'P-1001', 'amoxicillin', now())", [], 'shop');
});
afterAll(() => ground.end());

/** Builds a version as a workflow step would, and puts it live on a host of its own. */
async function release(app: ConsumerApp) {
  const { vercel, scope } = ground;
  const folder = scope.folder();
  await writeConsumerApp(folder, app);
  await promisify(execFile)(process.execPath, ['build.mjs'], { cwd: folder });
  const name = `app${vercel.state.projects.size}`;
  const host = `${name}.localhost`;
  const project = vercel.addProject({ name, domains: [host], env: { DATABASE_URL: databaseUrl } });
  const deployment = await vercel
    .actAs('git')
    .push({ project, output: path.join(folder, '.vercel/output'), commit: COMMIT });
  await vercel.settled();
  const { url, id } = vercel.deployment(deployment.id);
  return { host, url, id, get: (route: string, at = host) => visit(ground, at, route) };
}

describe('the sample app', () => {
  test('serves its data, its version and its build', async () => {
    const app = await release({ version: 1, behaviour: 'healthy' });
    const answer = await app.get('/');
    expect(answer).toMatchObject({ status: 200, json: { version: 1, build: app.id, commit: COMMIT } });
    expect(answer.json).toMatchObject({ prescriptions: [{ patient: 'P-1001' }] });
    expect(answer.headers).toMatchObject({ 'x-app-version': '1', 'x-lockstep-build': app.id });
    expect(await app.get('/robots.txt')).toMatchObject({ status: 200, headers: { 'x-vercel-cache': 'HIT' } });
  });

  test('tells its health, readiness and liveness, and who it is', async () => {
    const app = await release({ version: 1, behaviour: 'healthy' });
    const health = await app.get('/api/health');
    expect(health).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    expect(health.json).toMatchObject({
      ...{ status: 'healthy', version: '1', environment: 'production' },
      checks: { database: { status: 'pass' }, memory: { status: 'pass' }, uptime: { status: 'pass' } },
      metadata: { deployment_id: app.id, git_commit: COMMIT },
    });
    expect(await app.get('/api/health/ready')).toMatchObject({ status: 200, json: { status: 'ready' } });
    expect(await app.get('/api/health/live')).toMatchObject({ status: 200, json: { status: 'alive' } });
  });

  test('is unhealthy, not ready and of no use without the columns of its version', async () => {
    const app = await release({ version: 2, behaviour: 'healthy' });
    const health = await app.get('/api/health');
    expect(health).toMatchObject({ status: 503, json: { status: 'unhealthy' } });
    expect(health.json).toMatchObject({ checks: { database: { message: 'column "dosage" does not exist' } } });
    expect(await app.get('/api/health/ready')).toMatchObject({ status: 503, json: { status: 'not ready' } });
    expect(await app.get('/api/health/live')).toMatchObject({ status: 200 });
    expect(await app.get('/')).toMatchObject({ status: 500, json: { code: '42703' } });
  });

  test.each([
    ['degraded', 200, 'degraded'],
    ['sick', 503, 'unhealthy'],
  ] as const)('says so when it is %s', async (behaviour, status, word) => {
    const app = await release({ version: 1, behaviour });
    expect(await app.get('/api/health')).toMatchObject({ status, json: { status: word } });
    expect(await app.get('/')).toMatchObject({ status: 200 });
  });

  test('turns sick by visits to a production host alone', async () => {
    const app = await release({
      version: 1,
      behaviour: 'sick-after-traffic',
      sickAfter: { requests: 3 },
      failsVisitors: true,
    });
    for (let turn = 0; turn < 5; turn++) expect((await app.get('/', app.url)).status).toBe(200);
    for (let turn = 0; turn < 2; turn++) expect((await app.get('/')).status).toBe(200);
    expect((await app.get('/api/health')).status).toBe(200);
    expect((await app.get('/')).status).toBe(500);
    expect((await app.get('/api/health')).status).toBe(503);
  });

  test('does not start where it crashes, and the platform says so', async () => {
    const app = await release({ version: 1, behaviour: 'crashes' });
    expect(await app.get('/api/health/live')).toMatchObject({
      status: 500,
      headers: { 'x-vercel-error': 'FUNCTION_INVOCATION_FAILED' },
    });
  });

  test('fails its build where it is told to, or where it reads a column that is not there', async () => {
    const folder = ground.scope.folder();
    const build = () =>
      promisify(execFile)(process.execPath, ['build.mjs'], { cwd: folder, env: { DATABASE_URL: databaseUrl } });
    await writeConsumerApp(folder, { version: 1, behaviour: 'build-fails' });
    await expect(build()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('TS2339') });
    await writeConsumerApp(folder, { version: 2, behaviour: 'healthy', prerender: true });
    await expect(build()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('SQLSTATE 42703') });
    await writeConsumerApp(folder, { version: 1, behaviour: 'healthy', prerender: true });
    await build();
    const catalogue = readFileSync(path.join(folder, '.vercel/output/static/catalogue.json'), 'utf8');
    expect(JSON.parse(catalogue)).toMatchObject({ prescriptions: [{ patient: 'P-1001' }] });
    rmSync(folder, { recursive: true });
  });
});
