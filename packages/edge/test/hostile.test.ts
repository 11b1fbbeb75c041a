import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSecureServer } from 'node:http2';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { expect } from '@jest/globals';
import { listen } from '@lockstep/proving-ground/net';
import { makeCertificate } from '@lockstep/proving-ground/tls';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { type Audited, auditEdge } from '../src/index.ts';
import { certificate, type Handler, outcomes, page, planFor, startSite, toLoopback, worldFor } from './site.ts';

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const CSP = "default-src 'self'; script-src 'nonce-abcdefghijklmnopqrstuv' 'strict-dynamic'; object-src 'none'";
const MEGABYTE = 1024 * 1024;
const BOMB = Buffer.alloc(100 * MEGABYTE);

/** What needs all of the content of an answer; everything else is decided by its beginning, by headers or connection. */
const OF_CONTENT = ['csp-scripts', 'csp-styles', 'csp-unused-hosts', 'source-maps', 'telemetry', 'observatory-grade'];

function verdicts({ checks }: Audited, ids: readonly string[]): readonly string[] {
  const of = checks.filter(({ id }) => ids.includes(id));
  return [...new Set(of.map(({ id, verdict }) => `${id}: ${verdict}`))].sort();
}

function decided({ checks }: Audited): readonly string[] {
  return checks.filter(({ verdict }) => verdict !== 'unknown').map(({ id, verdict }) => `${id}: ${verdict}`);
}

/** Each answer is the same, of whatever was asked for. */
function always(headers: Readonly<Record<string, string>>, body: string | Buffer): Handler {
  return (_, response) => void response.writeHead(200, headers).end(body);
}

async function audit(handler: Handler, plan = {}, options = {}): Promise<Audited> {
  await using site = await startSite(handler);
  return await site.audit(plan, options);
}

/** Sends the same piece until whoever reads it has enough. */
const endless =
  (piece: string): Handler =>
  (_, response) => {
    response.writeHead(200, { ...HTML, 'content-security-policy': CSP });
    const more = () => {
      while (!response.destroyed && response.write(piece));
    };
    response.on('drain', more);
    more();
  };

test.each<[string, Handler]>([
  ['has no end', endless('<p>More of the same.</p>'.repeat(1_000))],
  [
    'is a bomb of gzip',
    always({ ...HTML, 'content-encoding': 'gzip', 'content-security-policy': CSP }, gzipSync(BOMB)),
  ],
  [
    'is a bomb of brotli',
    always(
      { ...HTML, 'content-encoding': 'br', 'content-security-policy': CSP },
      brotliCompressSync(BOMB, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
    ),
  ],
  [
    'is in an encoding that was not asked for',
    always({ ...HTML, 'content-encoding': 'zstd', 'content-security-policy': CSP }, 'x'),
  ],
])(
  'where every answer %s, what is in it stays unknown',
  async (_, handler) => {
    const audited = await audit(handler, { beacons: ['sentry'], checks: OF_CONTENT, csp: 'strict' });
    expect(verdicts(audited, OF_CONTENT).filter((one) => !one.endsWith(': unknown'))).toEqual([]);
  },
  60_000,
);

test('a policy in the part of a page that was not read is not missing', async () => {
  const late: Handler = (_, response) => void response.writeHead(200, { ...HTML, 'content-encoding': 'zstd' }).end('x');
  expect(outcomes(await audit(late, { checks: ['csp-present'] }), 'csp-present')).toEqual([
    'unknown not-read-to-its-end',
  ]);
});

test.each<[string, Handler]>([
  ['redirects to itself', (request, response) => void response.writeHead(302, { location: request.url }).end()],
  [
    'redirects indefinitely',
    (request, response) => void response.writeHead(302, { location: `${request.url}x` }).end(),
  ],
  ['has headers without an end', always({ ...HTML, 'x-long': 'x'.repeat(MEGABYTE) }, '')],
  [
    'drips',
    (_, response) => {
      response.writeHead(200, HTML);
      const timer = setInterval(() => response.write('<'), 50);
      response.on('close', () => clearInterval(timer));
    },
  ],
  [
    'says again and again that it will answer',
    (_, response) => {
      const timer = setInterval(() => response.writeProcessing(), 20);
      response.on('close', () => clearInterval(timer));
    },
  ],
  [
    'switches protocols',
    (request) => void request.socket.write('HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
  ],
  ['is no HTTP', (request) => void request.socket.end('SSH-2.0-OpenSSH_9.9\r\n')],
])(
  'where every answer %s, no check of pages passes or fails',
  async (_, handler) => {
    const { certificate: cert, key } = await certificate();
    await using site = await startSite(handler, { plain: handler, certificate: { certificate: cert, key } });
    const began = site.asked.length;
    const all = decided(await site.audit({}, { requestTimeoutMs: 400, mostRequests: 60 }));
    expect(all.filter((one) => !/^(?:tls-|http2|https-redirect|exposed-files|directory|cors-)/.test(one))).toEqual([]);
    expect(site.asked.length - began).toBeLessThanOrEqual(60);
  },
  60_000,
);

test('a policy of 50 kB and 300 cookies are judged as any others', async () => {
  const hosts = Array.from({ length: 2_000 }, (_, at) => `https://cdn-${at}.shop.test`).join(' ');
  const cookies = Array.from({ length: 300 }, (_, at) => `part-${at}=${'x'.repeat(40)}; Secure`);
  const handler = page({ 'content-security-policy': `${CSP}; img-src ${hosts}`, 'set-cookie': cookies });
  const audited = await audit(handler, { checks: ['csp-*', 'cookies', 'observatory-grade'] });
  expect(outcomes(audited, 'csp-present')).toEqual(['pass as-expected']);
  expect(outcomes(audited, 'cookies')).toEqual(['pass as-expected']);
  expect(audited.grade).toBeDefined();
});

test('a body that is longer than it says, and text that is no UTF-8, are read as far as they go', async () => {
  const short: Handler = (request) => {
    const body = `<h1>Shop</h1>HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n`;
    request.socket.write(`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 13\r\n\r\n${body}`);
  };
  const one = await audit(short, { checks: ['csp-present', 'hsts'] });
  expect(verdicts(one, ['hsts']).every((verdict) => verdict !== 'hsts: pass')).toBe(true);
  const binary = always({ ...HTML, 'content-security-policy': CSP }, Buffer.from([0xff, 0xfe, 0x3c, 0x80, 0xc3, 0x28]));
  expect(outcomes(await audit(binary, { checks: ['csp-present'] }), 'csp-present')).toEqual(['pass as-expected']);
});

test.each([
  ['an address that is none', '<script src="https://"></script><script src="https://[x"></script><img src="http://">'],
  ['a DSN that is none', `<script>"https://${'0'.repeat(32)}@a..b:99999/1 .ingest.sentry.io"</script>`],
])('a page with %s is judged', async (_, html) => {
  const audited = await audit(page({ 'content-security-policy': CSP }, html), { beacons: ['sentry'] });
  expect(audited.checks.length).toBeGreaterThan(10);
});

test('a policy with a source that is no address is judged, as far as it can be read', async () => {
  const audited = await audit(page({ 'content-security-policy': `${CSP} </details>|::error::x https://[x` }));
  expect(outcomes(audited, 'csp-weaknesses')).toEqual(['unknown policy-not-read']);
  expect(outcomes(audited, 'csp-present')).toEqual(['pass as-expected']);
});

/** Texts on which a careless pattern takes hours; each is looked at by some check. */
test.each<[string, Handler]>([
  ['maps', slowly('.map', `)]}'${' '.repeat(MEGABYTE)}`)],
  ['files of settings', slowly('/.', '\n'.repeat(MEGABYTE))],
  ['lists of a directory', slowly('/', `<title>${' '.repeat(MEGABYTE)}`)],
  ['endpoints', page({ 'content-security-policy': `${CSP}; report-to x`, 'reporting-endpoints': 'a'.repeat(200_000) })],
])(
  'no pattern is slow on %s',
  async (_, handler) => {
    const began = process.cpuUsage();
    await audit(handler);
    const { user } = process.cpuUsage(began);
    // Two orders below what the careless pattern takes.
    expect(user / 1e6).toBeLessThan(10);
  },
  120_000,
);

function slowly(part: string, body: string): Handler {
  return (request: IncomingMessage, response: ServerResponse) => {
    const html = '<script src="/_next/static/a.js"></script>';
    if (request.url === '/') response.writeHead(200, HTML).end(html);
    else response.writeHead(200).end(request.url?.includes(part) === true ? body : '');
  };
}

test('a server that speaks HTTP/2 alone is judged by its handshake, and no more', async () => {
  const { certificate: cert, key } = await certificate();
  const server = createSecureServer({ cert, key, allowHTTP1: false, unknownProtocolTimeout: 100 });
  const url = new URL(`https://127.0.0.1:${await listen(server)}/`);
  const all = decided(await auditEdge(planFor(url, new URL('http://127.0.0.1:9/')), worldFor(cert)));
  await new Promise((resolve) => server.close(resolve));
  expect(all.filter((one) => !one.startsWith('tls-'))).toEqual(['http2: pass']);
});

test('a server that has an address of IPv6 alone is judged as any other', async () => {
  const { certificate: cert, key } = await makeCertificate(['::1']);
  await using site = await startSite(page({ 'strict-transport-security': 'max-age=63072000' }), {
    certificate: { certificate: cert, key },
    host: '::1',
  });
  const audited = await site.audit();
  expect(outcomes(audited, 'hsts')).toEqual(['pass as-expected']);
  expect(outcomes(audited, 'tls-name')).toEqual(['pass as-expected']);
});

test('a server that has no certificate for the name is unknown, one that shows another fails', async () => {
  const { certificate: cert, key } = await certificate();
  const refusing = { SNICallback: (_: string, give: (error: Error) => void) => give(new Error('no such name')) };
  for (const [tls, expected] of [
    [refusing, 'unknown no-handshake'],
    [{}, 'fail name-does-not-fit'],
  ] as const) {
    await using site = await startSite(page({}), { certificate: { certificate: cert, key }, tls });
    const url = new URL(site.url);
    url.hostname = 'shop.test';
    const audited = await site.audit({ url }, { lookup: toLoopback });
    expect(outcomes(audited, 'tls-name')).toEqual([expected]);
    expect(outcomes(audited, 'hsts')).toEqual(['unknown page-not-readable']);
  }
});
