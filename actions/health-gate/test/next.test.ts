/**
 * Real Next.js builds, where they are installed. To run these tests, install each version into a folder of its own
 * (`npm i next@14.2.35 react@18 react-dom@18`, `npm i next@16.4.6 react@19 react-dom@19`) and name the folders in
 * LOCKSTEP_NEXT14 and LOCKSTEP_NEXT16. The app is written into those folders.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemClock } from '@lockstep/base';
import { spawnAction } from '@lockstep/proving-ground/action';
import { type App, startApp } from '../../../packages/health/test/app.ts';

const fixture = fileURLToPath(new URL('./fixtures/next-app', import.meta.url));
const installs = { 14: process.env['LOCKSTEP_NEXT14'], 16: process.env['LOCKSTEP_NEXT16'] };
const deployment = 'dpl_NextFixture1';
const quick = { interval: '300ms', deadline: '20s', 'expect-deployment': deployment };

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

for (const [version, folder] of Object.entries(installs)) {
  if (folder === undefined) continue;
  describe(`a real Next.js ${version} app`, () => {
    let upstream: App;
    let server: ChildProcess;
    let url = '';
    beforeAll(async () => {
      upstream = await startApp({ '/': () => ({ status: 200, body: { ok: true } }) });
      cpSync(fixture, folder, { recursive: true });
      rmSync(join(folder, '.next'), { recursive: true, force: true });
      writeFileSync(join(folder, 'next.config.mjs'), 'export default {};\n');
      const next = join(folder, 'node_modules', 'next', 'dist', 'bin', 'next');
      const env = {
        ...process.env,
        NODE_ENV: 'production' as const,
        NODE_OPTIONS: '',
        NEXT_TELEMETRY_DISABLED: '1',
        UPSTREAM_URL: upstream.url,
        VERCEL_DEPLOYMENT_ID: deployment,
      };
      await promisify(execFile)(process.execPath, [next, 'build'], { cwd: folder, env });
      const port = await freePort();
      url = `http://127.0.0.1:${port}`;
      server = spawn(process.execPath, [next, 'start', '-p', String(port), '-H', '127.0.0.1'], { cwd: folder, env });
      for (let turn = 0; turn < 100; turn++) {
        if (
          await fetch(url).then(
            () => true,
            () => false,
          )
        )
          break;
        // Real time: between two looks.
        await systemClock.sleep(100);
      }
    }, 180_000);
    afterAll(async () => {
      server.kill('SIGKILL');
      await upstream.close();
    });

    if (version === '14') {
      test('is found stale while its database lives, and found stale when it is dead', async () => {
        const alive = await spawnAction('health-gate', { ...quick, url });
        expect(alive.outputs).toMatchObject({ verdict: 'fail', reason: 'stale' });
        upstream.faults.plant({
          service: 'app',
          times: Number.POSITIVE_INFINITY,
          effect: { kind: 'status', status: 500 },
        });
        const dead = await spawnAction('health-gate', { ...quick, url });
        expect(dead.outputs).toMatchObject({ verdict: 'fail', reason: 'stale' });
        expect(dead.outputs['first-failure']).toContain('x-nextjs-cache');
      });

      test('is found stale by its frozen timestamp alone', async () => {
        const gate = await spawnAction('health-gate', {
          ...quick,
          url,
          'max-age': '1h',
          interval: '700ms',
          'allow-findings': 'cached-answer',
        });
        expect(gate.outputs).toMatchObject({ verdict: 'fail', reason: 'stale' });
        expect(gate.outputs['first-failure']).toContain('repeating-timestamp');
      });
    } else {
      test('passes while its database lives and fails at once when it is dead', async () => {
        const alive = await spawnAction('health-gate', { ...quick, url });
        expect(alive.outputs).toMatchObject({ verdict: 'pass', reason: 'passed' });
        upstream.faults.plant({
          service: 'app',
          times: Number.POSITIVE_INFINITY,
          effect: { kind: 'status', status: 500 },
        });
        const dead = await spawnAction('health-gate', { ...quick, url });
        expect(dead.outputs).toMatchObject({ verdict: 'fail', reason: 'unhealthy' });
      });
    }
  });
}

test('the route of the fixture app tells the state of its database, as its contract says', async () => {
  const { GET } = (await import(`${fixture}/app/api/health/route.js`)) as { GET(): Promise<Response> };
  const upstream = await startApp({ '/': (_, turn) => ({ status: turn === 0 ? 200 : 500, body: {} }) });
  process.env['UPSTREAM_URL'] = upstream.url;
  const [alive, dead] = [await GET(), await GET()];
  await upstream.close();
  expect(alive.status).toBe(200);
  expect(await alive.json()).toMatchObject({ status: 'healthy', checks: { database: { status: 'pass' } } });
  expect(dead.status).toBe(503);
  expect(await dead.json()).toMatchObject({ status: 'unhealthy', checks: { database: { status: 'fail' } } });
});
