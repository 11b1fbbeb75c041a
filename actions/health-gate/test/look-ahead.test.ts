import { afterEach, describe, expect, test } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
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
});
