import { afterEach, describe, expect, test } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { parse } from 'yaml';
import { type App, healthy, type Route, startApp, troubled } from '../../../packages/health/test/app.ts';

const open: App[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()));
});

async function lookAhead(route: Route, more: Readonly<Record<string, string>> = {}) {
  const app = await startApp({ '/api/health': route });
  open.push(app);
  const gate = await spawnAction('health-gate', { 'dry-run': 'true', phase: 'post', url: app.url, ...more });
  return { ...gate, asked: app.exchanges.length };
}

const to = (location: string, status = 308) => ({ status, headers: { location }, body: '' });

describe('a dry run of the gate after a swap', () => {
  test.each([
    ['the apex to www', to('https://www.shop.example/api/health'), 'https://www.shop.example'],
    ['elsewhere for now', to('https://shop.example:8443/x', 307), 'https://shop.example:8443'],
    ['by a location without a scheme', to('//www.shop.example/'), 'http://www.shop.example'],
  ])('finds an address that redirects users: %s, and names the one to set', async (_name, reply, origin) => {
    const gate = await lookAhead(() => reply);
    expect(gate).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'redirected' } });
    expect(gate.annotations[0]?.message).toContain(` to ${origin}\n`);
    expect(gate.asked).toBe(1);
  });

  test.each<[string, Route]>([
    ['healthy', () => healthy()],
    ['in trouble', () => troubled('database', 'fail')],
    ['there for the first time', () => ({ status: 404, body: '' })],
    ['protected', () => to('https://vercel.com/sso-api?url=x', 302)],
    ['behind the login of the app', () => to('https://id.shop.example/login', 302)],
    ['sent on within the host', (_request, turn) => (turn === 0 ? to('/api/health') : healthy())],
  ])('holds nothing else against the build that is live: %s', async (_name, route) => {
    expect(await lookAhead(route)).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'dry-run' } });
  });

  test('passes where nothing answers at all', async () => {
    const gate = await spawnAction('health-gate', {
      'dry-run': 'true',
      phase: 'post',
      url: 'http://127.0.0.1:9',
    });
    expect(gate).toMatchObject({ status: 0, outputs: { reason: 'dry-run' } });
  });

  test('takes a redirect for an answer where a condition asks for it', async () => {
    const gate = await lookAhead(() => to('https://www.shop.example/'), { conditions: '[STATUS] == 308' });
    expect(gate).toMatchObject({ status: 0, outputs: { reason: 'dry-run' } });
  });

  test('gives the same paths and conditions as a file for Gatus', async () => {
    const paths = '/api/health\n/ plain\n/moved plain';
    const conditions = '/api/health [BODY].version == "1.0.0"\n/ [HEADER].server == vercel';
    const app = await startApp({
      '/api/health': () => healthy(),
      '/moved': () => to('/'),
      '/': () => ({ status: 200, body: 'Welcome' }),
    });
    open.push(app);
    const inputs = { 'dry-run': 'true', url: app.url, paths, conditions };
    const after = await spawnAction('health-gate', { ...inputs, phase: 'post' });
    expect(after).toMatchObject({ status: 0, outputs: { reason: 'dry-run' } });
    const [health, start, moved] = endpointsOf(after.outputs['gatus']);
    // What format the answer has is known, since it was asked.
    expect(health).toMatchObject({ name: '/api/health', url: `${app.url}/api/health` });
    expect(health?.conditions).toEqual([
      '[STATUS] == 200',
      '[BODY].status == any(healthy, degraded)',
      '[BODY].version == 1.0.0',
    ]);
    expect(start?.conditions).toEqual(['[STATUS] >= 200', '[STATUS] < 300']);
    expect(after.outputs['gatus']).toContain('# Not in it: [HEADER].server == vercel (');
    expect(moved?.url).toBe(`${app.url}/`);
    // Before the swap nothing is asked.
    const before = await spawnAction('health-gate', inputs);
    expect(endpointsOf(before.outputs['gatus'])[0]?.conditions).toEqual([
      '[STATUS] >= 200',
      '[STATUS] < 300',
      '[BODY].version == 1.0.0',
    ]);
    expect(app.exchanges).toHaveLength(4);
  });
});

function endpointsOf(file: string | undefined) {
  interface Endpoint {
    readonly name: string;
    readonly url: string;
    readonly conditions: readonly string[];
  }
  return (parse(file ?? '') as { readonly endpoints: readonly Endpoint[] }).endpoints;
}
