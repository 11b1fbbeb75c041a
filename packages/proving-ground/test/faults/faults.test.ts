import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type FaultEffect, Faults } from '../../src/faults/index.ts';
import { type HttpService, serve } from '../../src/http/index.ts';
import { listen } from '../../src/net/index.ts';

let faults: Faults;
let service: HttpService;
let seen: string[];

beforeEach(async () => {
  faults = new Faults();
  seen = [];
  service = await serve(
    'shelf',
    ({ method, path, stale }) => {
      seen.push(`${method} ${path}`);
      return { status: 200, body: { books: 1, stale, much: 'x'.repeat(100) } };
    },
    faults,
  );
});
afterEach(() => service.close());

const strike = (effect: FaultEffect) => faults.plant({ service: 'shelf', effect });
const ask = (path = '/books', init: RequestInit = {}) => fetch(`${service.url}${path}`, init);

test('status: an answer with its headers instead of the service, which sees nothing', async () => {
  strike({ kind: 'status', status: 429, headers: { 'retry-after': '2' }, body: { error: 'slow down' } });
  const answer = await ask();
  expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([
    429,
    '2',
    { error: 'slow down' },
  ]);
  expect(seen).toEqual([]);
});

test.each([
  ['reset-before', []],
  ['reset-after', ['POST /books']],
] as const)('%s: the connection is cut, the service saw %j', async (kind, work) => {
  strike({ kind });
  await expect(ask('/books', { method: 'POST' })).rejects.toThrow('fetch failed');
  expect(seen).toEqual(work);
  expect(service.exchanges).toMatchObject([{ status: 0, fault: kind }]);
});

test('hang: no answer, ever, and the service can still be closed', async () => {
  strike({ kind: 'hang' });
  await expect(ask('/books', { signal: AbortSignal.timeout(200) })).rejects.toThrow(/timeout/);
  expect(seen).toEqual([]);
  expect((await ask()).status).toBe(200);
});

test('slow: the answer trickles, whole', async () => {
  strike({ kind: 'slow', ms: 600 });
  const began = Date.now();
  const answer = await ask();
  const headers = Date.now();
  expect(await answer.json()).toMatchObject({ books: 1 });
  expect(Date.now() - began).toBeGreaterThan(550);
  expect(Date.now() - headers).toBeGreaterThan(50);
});

test('cut: the answer ends in the middle, after the work is done', async () => {
  strike({ kind: 'cut', bytes: 20 });
  const answer = await ask('/books', { method: 'POST' });
  expect(answer.status).toBe(200);
  await expect(answer.text()).rejects.toThrow('terminated');
  expect(seen).toEqual(['POST /books']);
});

test("html: a proxy's page instead of JSON", async () => {
  strike({ kind: 'html', status: 502 });
  const answer = await ask();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html']);
  await expect(answer.json()).rejects.toThrow('not valid JSON');
  expect(seen).toEqual([]);
});

test('stale: the service is told to answer from an older state', async () => {
  strike({ kind: 'stale' });
  expect(await (await ask()).json()).toMatchObject({ stale: true });
  expect(await (await ask()).json()).toMatchObject({ stale: false });
});

test('actor: somebody else has acted before the service sees the request', async () => {
  strike({ kind: 'actor', act: async () => void seen.push('somebody else') });
  await ask();
  expect(seen).toEqual(['somebody else', 'GET /books']);
});

test('a fault strikes by service, method, path and turn, and counts its hits', async () => {
  faults.plant(
    { service: 'elsewhere', effect: { kind: 'status', status: 500 } },
    {
      service: 'shelf',
      method: 'POST',
      path: /^\/books\?new$/,
      after: 1,
      times: 2,
      effect: { kind: 'status', status: 503 },
    },
  );
  const statuses = [];
  for (const [path, method] of [
    ['/books?new', 'GET'],
    ['/books', 'POST'],
    ...Array.from({ length: 4 }, () => ['/books?new', 'POST'] as const),
  ] as const)
    statuses.push((await ask(path, { method })).status);
  expect(statuses).toEqual([200, 200, 200, 503, 503, 200]);
  expect(faults.hits()).toEqual([0, 2]);
});

test('a fault of the stand-in itself is not taken for an answer of the service', async () => {
  const broken = await serve('broken', () => Promise.reject(new Error('a bug of ours')), faults);
  try {
    const answer = await fetch(broken.url);
    expect([answer.status, await answer.text()]).toEqual([599, expect.stringContaining('a bug of ours')]);
  } finally {
    await broken.close();
  }
});

test('a port that is taken is an error of one line that says what to do', async () => {
  const other = createServer();
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  await expect(listen(createServer(), port)).rejects.toThrow(
    `cannot listen on port ${port} on 127.0.0.1 (EADDRINUSE); end another proving ground and try again`,
  );
  other.close();
});
