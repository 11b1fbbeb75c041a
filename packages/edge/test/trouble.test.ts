import { once } from 'node:events';
import { expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { type Audited, edgeChecks } from '../src/index.ts';
import { closeAll, tcpServer } from './name-server.ts';
import { certificate, type Handler, page, startSite, type TestSite, toLoopback } from './site.ts';

/** Everything is asked for, so that every check has something to look at. */
function everything(site: TestSite, url: URL, httpUrl: URL) {
  return site.audit(
    {
      url,
      httpUrl,
      hosts: [],
      apiPaths: ['/api'],
      corsOrigins: ['https://app.test'],
      csrfPaths: ['/api'],
      bursts: [{ method: 'GET', path: '/api', requests: 3 }],
      beacons: ['vercel-analytics', 'speed-insights', 'sentry'],
      dns: { resolvers: ['127.0.0.1:9'], maxTtlSeconds: 60, expect: [], authority: ['127.0.0.1:9'] },
    },
    { requestTimeoutMs: 400, lookup: url.hostname.endsWith('.invalid') ? nowhere : toLoopback },
  );
}

const nowhere: typeof toLoopback = (name, _options, callback) =>
  callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' }), []);

/** What was decided, and which checks said nothing at all. */
function decided({ checks, gaps }: Audited) {
  return {
    decided: checks.filter(({ verdict }) => verdict !== 'unknown').map(({ id, verdict }) => `${id}: ${verdict}`),
    silent: edgeChecks.map(({ id }) => id).filter((id) => ![...checks, ...gaps].some((one) => one.id === id)),
  };
}

const NOTHING = { decided: [], silent: [] };

test.each<[string, (socket: import('node:net').Socket) => void]>([
  ['is reset', (socket) => void socket.resetAndDestroy()],
  ['is closed', (socket) => void socket.end()],
  ['hangs', () => undefined],
])('where every connection %s, nothing passes and nothing fails', async (_, take) => {
  await using site = await startSite(page({}));
  const server = tcpServer(take);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const audited = await everything(site, new URL(`https://shop.test:${port}/`), new URL(`http://shop.test:${port}/`));
  await closeAll(server);
  expect(decided(audited)).toEqual(NOTHING);
});

test('where every connection is refused, or the name is nowhere, nothing passes and nothing fails', async () => {
  await using site = await startSite(page({}));
  const refused = await everything(site, new URL('https://shop.test:9/'), new URL('http://shop.test:9/'));
  expect(decided(refused)).toEqual(NOTHING);
  const name = await everything(site, new URL('https://shop.invalid/'), new URL('http://shop.invalid/'));
  expect(decided(name)).toEqual(NOTHING);
});

/** What is about the connection is decided by it, whatever is sent over it. */
const OF_THE_CONNECTION = ['tls-trust', 'tls-name', 'tls-expiry', 'tls-versions', 'http2'];

test.each<[string, Handler]>([
  ['is cut after the handshake', (request) => void request.socket.destroy()],
  ['ends within the headers', (request) => void request.socket.end('HTTP/1.1 200 OK\r\ncontent-ty')],
  ['ends within the body', (request) => void request.socket.end('HTTP/1.1 200 OK\r\ncontent-length: 999\r\n\r\n<h1>')],
  ['is a wall', (_, response) => void response.writeHead(403).end()],
  ['is an error of the server', (_, response) => void response.writeHead(503).end()],
])('where every answer %s, no check of pages passes or fails', async (_, handler) => {
  const { certificate: cert, key } = await certificate();
  await using site = await startSite(handler, { plain: handler, certificate: { certificate: cert, key } });
  const audited = await everything(site, site.url, site.httpUrl);
  const { decided: all, silent } = decided(audited);
  expect(all.filter((one) => !OF_THE_CONNECTION.some((id) => one.startsWith(`${id}:`)))).toEqual([]);
  expect(silent).toEqual([]);
});
