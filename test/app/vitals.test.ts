import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Vital, vitalsAnswer } from '../../app/files/lib/lockstep/vitals.ts';
import { type RouteServer, serveRoutes } from './serve-routes.ts';

const good = { name: 'INP', value: 120.12345, rating: 'good', route: '/patients/[id]' };
const kept: Vital[] = [];
let server: RouteServer;
beforeAll(async () => {
  server = await serveRoutes({ '/api/vitals': (request) => vitalsAnswer(request, (vital) => void kept.push(vital)) });
});
afterAll(() => server.close());

const send = async (body: string) => (await fetch(`${server.url}/api/vitals`, { method: 'POST', body })).status;

test('a beacon is kept, in the form that is known', async () => {
  expect(await send(JSON.stringify({ ...good, patient: 'Anna' }))).toBe(204);
  expect(kept.splice(0)).toEqual([{ ...good, value: 120.123 }]);
});

test.each<[string, string]>([
  ['FID, which browsers no longer measure', JSON.stringify({ ...good, name: 'FID' })],
  ['a text where a number is', JSON.stringify({ ...good, value: '1' })],
  ['a value below zero', JSON.stringify({ ...good, value: -1 })],
  ['a route with a query', JSON.stringify({ ...good, route: '/patients?name=Anna' })],
  ['a route that breaks the line of a log', JSON.stringify({ ...good, route: '/a\n{"event":"forged"}' })],
  ['no JSON', 'LCP'],
  ['null', 'null'],
  ['nothing', ''],
  ['more than a beacon has', JSON.stringify({ ...good, more: 'x'.repeat(2_000) })],
])('%s is refused', async (_what, body) => {
  expect(await send(body)).toBe(400);
  expect(kept).toEqual([]);
});
