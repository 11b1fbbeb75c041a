import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { listen } from '@lockstep/proving-ground/net';
import { makeCertificate } from '@lockstep/proving-ground/tls';
import { closeAll, tcpServer } from '../name-server.ts';
import { type Handler, outcomes, page, redirectTo, startSite } from '../site.ts';

const GOOD = { 'strict-transport-security': 'max-age=63072000; includeSubDomains; preload' };
const PASS = ['pass as-expected'];

async function seen(id: string, handler: Handler, options = {}, plan = {}): Promise<readonly string[]> {
  await using site = await startSite(handler, options);
  return outcomes(await site.audit({ checks: [id], ...plan }), id);
}

test('a redirect to HTTPS on the same host is the first answer', async () => {
  expect(await seen('https-redirect', page(GOOD))).toEqual(PASS);
});

test.each<[string, Handler, string]>([
  ['the page itself', page({}), 'fail served-without-tls'],
  [
    'another address without TLS',
    (_, response) => redirectTo(response, 'http://127.0.0.1/'),
    'fail redirect-without-tls',
  ],
  ['another host', (_, response) => redirectTo(response, 'https://www.shop.invalid/'), 'fail redirect-to-other-host'],
  ['a wall', (_, response) => void response.writeHead(403).end(), 'unknown not-the-app'],
  ['no answer', (request) => void request.socket.destroy(), 'unknown no-answer'],
])('plain HTTP is answered by %s', async (_, plain, expected) => {
  expect(await seen('https-redirect', page(GOOD), { plain })).toEqual([expected]);
});

test.each([
  [GOOD['strict-transport-security'], 'pass as-expected', 'pass as-expected'],
  [undefined, 'fail hsts-missing', 'pass as-expected'],
  ['max-age=86400', 'fail hsts-too-short', 'pass as-expected'],
  ['includeSubDomains', 'fail hsts-invalid', 'pass as-expected'],
  ['max-age=1; max-age=63072000', 'fail hsts-invalid', 'pass as-expected'],
  [['max-age=63072000', 'max-age=1'], 'fail hsts-twice', 'pass as-expected'],
  ['max-age=63072000; preload', 'pass as-expected', 'fail preload-without-subdomains'],
  ['max-age=3600; includeSubDomains; preload', 'fail hsts-too-short', 'fail preload-too-short'],
])('HSTS %s', async (value, hsts, preload) => {
  const headers = value === undefined ? {} : { 'strict-transport-security': value };
  expect(await seen('hsts', page(headers))).toEqual([hsts]);
  expect(await seen('hsts-preload', page(headers))).toEqual([preload]);
});

test('what is about TLS is left out of an address without it, the grade too', async () => {
  await using site = await startSite(page({}), { plain: page({}) });
  const audited = await site.audit({ url: site.httpUrl });
  for (const id of ['hsts', 'tls-trust', 'tls-versions', 'http2', 'observatory-grade'])
    expect([id, ...outcomes(audited, id)]).toEqual([id, 'left out']);
});

test('a page behind a wall is neither good nor bad', async () => {
  const wall: Handler = (_, response) => void response.writeHead(401, GOOD).end();
  expect(await seen('hsts', wall)).toEqual(['unknown page-not-readable']);
});

const now = Date.now();
const DAY_MS = 86_400_000;

test.each([
  ['a year', { from: new Date(now - DAY_MS), to: new Date(now + 365 * DAY_MS) }, 'pass as-expected'],
  ['a few days', { from: new Date(now - DAY_MS), to: new Date(now + 5 * DAY_MS) }, 'fail ends-soon'],
  ['none any more', { from: new Date(now - 9 * DAY_MS), to: new Date(now - DAY_MS) }, 'fail expired'],
  ['none yet', { from: new Date(now + DAY_MS), to: new Date(now + 99 * DAY_MS) }, 'fail not-yet-valid'],
])('a certificate with %s left', async (_, validity, expected) => {
  const certificate = await makeCertificate(['127.0.0.1'], validity);
  expect(await seen('tls-expiry', page(GOOD), { certificate })).toEqual([expected]);
});

test('a certificate for another host, and one for this', async () => {
  expect(await seen('tls-name', page(GOOD), { certificate: await makeCertificate(['other.test']) })).toEqual([
    'fail name-does-not-fit',
  ]);
  expect(await seen('tls-name', page(GOOD))).toEqual(PASS);
});

test('a chain that ends in a root which nobody trusts', async () => {
  await using site = await startSite(page(GOOD));
  expect(outcomes(await site.audit({ checks: ['tls-trust'] }), 'tls-trust')).toEqual(PASS);
  const strict = { ca: [(await makeCertificate(['elsewhere.test'])).certificate] };
  const audited = await site.audit({ checks: ['tls-trust', 'hsts'] }, strict);
  expect(outcomes(audited, 'tls-trust')).toEqual(['fail chain-not-trusted']);
  expect(outcomes(audited, 'hsts')).toEqual(['unknown page-not-readable']);
});

const OLD = { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;

test.each([
  ['TLS 1.2 and newer', { minVersion: 'TLSv1.2' }, {}, ['pass as-expected', 'pass as-expected', 'pass as-expected']],
  ['TLS 1.0 too', OLD, {}, ['pass as-expected', 'fail old-version-accepted', 'fail old-version-accepted']],
  ['TLS 1.1 alone', { ...OLD, maxVersion: 'TLSv1.1' }, {}, ['fail old-version-accepted', 'fail old-version-accepted']],
  [
    ...(['TLS 1.2, where 1.3 is asked for', { maxVersion: 'TLSv1.2' }, { minTls: 'TLSv1.3' }] as const),
    ['fail old-version-accepted'],
  ],
])('a server that speaks %s', async (_, tls, plan, expected) => {
  expect(await seen('tls-versions', page(GOOD), { tls }, plan)).toEqual(expected);
});

test('a host that does not answer over TLS is unknown', async () => {
  const site = await startSite(page(GOOD));
  await site[Symbol.asyncDispose]();
  const audited = await site.audit({ checks: ['tls-*', 'http2'] });
  for (const id of ['tls-trust', 'tls-name', 'tls-expiry', 'tls-versions', 'http2'])
    expect([id, outcomes(audited, id)]).toEqual([id, ['unknown no-handshake']]);
});

test('HTTP/2 is offered or not', async () => {
  expect(await seen('http2', page(GOOD), { tls: { ALPNProtocols: ['h2', 'http/1.1'] } })).toEqual(PASS);
  expect(await seen('http2', page(GOOD))).toEqual(['fail http2-not-offered']);
});

/** In front of a server, a relay that cuts connections by the version in the first message of a client. */
async function relay(to: number, cuts: (version: number, count: number) => boolean) {
  let count = 0;
  const server = tcpServer((client) => {
    client.once('data', (hello) => {
      // The legacy_version of a ClientHello: 3.1 for TLS 1.0, 3.2 for TLS 1.1, 3.3 for all that came after.
      if (cuts(hello[10] ?? 0, count++)) return void client.resetAndDestroy();
      const there = connect(to, '127.0.0.1');
      there.on('error', () => client.destroy());
      client.on('close', () => there.destroy());
      there.write(hello);
      client.pipe(there).pipe(client);
    });
  });
  return { port: await listen(server), [Symbol.asyncDispose]: () => closeAll(server) };
}

test.each<[string, (version: number, count: number) => boolean, string]>([
  ['refuses old versions so', (version) => version < 3, 'pass as-expected,pass as-expected,pass as-expected'],
  // The first handshake is the control; then everything is cut.
  [
    'is a network that fails',
    (_, count) => count > 0,
    'pass as-expected,unknown version-not-tried,unknown version-not-tried',
  ],
  ['cuts everything', () => true, 'unknown no-handshake'],
])('a connection that is cut %s', async (_, cuts, expected) => {
  await using site = await startSite(page(GOOD), { tls: { ...OLD, minVersion: 'TLSv1.2' } });
  await using cutting = await relay(Number(site.url.port), cuts);
  const url = new URL(`https://127.0.0.1:${cutting.port}/`);
  expect(outcomes(await site.audit({ url, checks: ['tls-versions'] }), 'tls-versions').join()).toBe(expected);
});
