import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { listen } from '@lockstep/proving-ground/net';
import { type CheckRateLimit, countByFirewall } from '../../app/files/lib/lockstep/rate-limit-firewall.ts';

// Vercel's own package, which asks the firewall over HTTPS at the host of the request; only the way there is another.
const home = join(import.meta.dirname, '../../packages/app/package.json');
const { checkRateLimit } = createRequire(home)('@vercel/firewall') as { readonly checkRateLimit: CheckRateLimit };

let server: Server;
let status = 204;
const asked: (string | undefined)[] = [];
const before = { fetch: globalThis.fetch, warn: console.warn, NODE_ENV: process.env['NODE_ENV'] };
beforeAll(async () => {
  process.env['NODE_ENV'] = 'production';
  server = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(status).end();
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  globalThis.fetch = (url, options) =>
    before.fetch(`http://127.0.0.1:${port}${new URL(String(url)).pathname}`, options);
  console.warn = () => undefined; // of a rule that is not there
});
afterEach(() => void asked.splice(0));
afterAll(async () => {
  process.env['NODE_ENV'] = before.NODE_ENV;
  globalThis.fetch = before.fetch;
  console.warn = before.warn;
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const ask = (answer: number) => {
  status = answer;
  const request = new Request('http://app/', { headers: { host: 'app.example', 'x-real-ip': '192.0.2.7' } });
  return countByFirewall(checkRateLimit, request, { id: 'login', seconds: 60, key: 'nora' });
};

test('the firewall counts: within, and over', async () => {
  expect(await ask(204)).toEqual({ kind: 'within' });
  expect(await ask(429)).toEqual({ kind: 'over', retryAfter: 60 });
  expect(await ask(403)).toEqual({ kind: 'over', retryAfter: 60 });
  expect(asked).toEqual(Array(3).fill('/.well-known/vercel/rate-limit-api/login'));
});

test.each([404, 500])('where nothing was counted (%s), that is an error and no pass', async (answer) => {
  await expect(ask(answer)).rejects.toThrow();
});
