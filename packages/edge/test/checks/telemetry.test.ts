import { createServer } from 'node:http';
import { expect, test } from '@jest/globals';
import { closeServer, listen } from '@lockstep/proving-ground/net';
import { type Handler, outcomes, page, startSite } from '../site.ts';

async function seen(handler: Handler, beacon: string, hosts: readonly string[] = []): Promise<readonly string[]> {
  await using site = await startSite(handler);
  return outcomes(await site.audit({ checks: ['telemetry'], beacons: [beacon as never], hosts }), 'telemetry');
}

const ANALYTICS = '<script defer src="/_vercel/insights/script.js"></script>';
const csp = (policy: string) => ({ 'content-security-policy': policy });

/** A page, and files by their paths; anything else is not found. */
function app(html: string, headers: Record<string, string> = {}, files: Record<string, string | number> = {}): Handler {
  return (request, response) => {
    const file = files[request.url ?? ''];
    if (request.url === '/') page(headers, html)(request, response);
    else if (typeof file === 'string') response.writeHead(200, { 'content-type': 'text/javascript' }).end(file);
    else response.writeHead(file ?? 404).end();
  };
}

const SERVED = { '/_vercel/insights/script.js': 'sendBeacon()', '/_vercel/speed-insights/script.js': 'sendBeacon()' };

test.each<[string, Handler, string]>([
  ['is in the page and served', app(ANALYTICS, {}, SERVED), 'pass as-expected'],
  ['is not in the page', app('<h1>Shop</h1>', {}, SERVED), 'fail not-in-page'],
  ['is in the page, and not served', app(ANALYTICS), 'fail script-not-served'],
  ['is served by no one who answers', app(ANALYTICS, {}, { '/_vercel/insights/script.js': 503 }), 'unknown no-answer'],
  ['may not send', app(ANALYTICS, csp("script-src 'self'; connect-src 'none'"), SERVED), 'fail beacon-blocked'],
  ['may send', app(ANALYTICS, csp("script-src 'self'; connect-src 'self'"), SERVED), 'pass as-expected'],
  ['is behind a wall', (_, response) => void response.writeHead(401).end(), 'unknown page-not-readable'],
])('Vercel Analytics %s', async (_, handler, expected) => {
  expect([...new Set(await seen(handler, 'vercel-analytics'))]).toEqual([expected]);
});

test('Speed Insights, whose component is in a script', async () => {
  const component = { ...SERVED, '/app.js': 'const src="/_vercel/speed-insights/script.js"' };
  expect(await seen(app('<script src="/app.js"></script>', {}, component), 'speed-insights')).toEqual([
    'pass as-expected',
  ]);
  expect(await seen(app('<script src="/app.js"></script>', {}, { '/app.js': 503 }), 'speed-insights')).toEqual([
    'unknown file-not-read',
  ]);
});

test('Sentry is in a script, may send, and its receiver answers', async () => {
  let status = 405;
  const receiver = createServer((request, response) => {
    response.writeHead(request.method === 'GET' && request.url === '/api/42/envelope/' ? status : 404).end();
  });
  const host = `127.0.0.1:${await listen(receiver)}`;
  const shop = (dsn: string, headers = {}) =>
    app('<script src="/app.js"></script>', headers, { '/app.js': `window.__SENTRY__={dsn:"${dsn}"}` });
  const dsn = `http://0123456789abcdef0123456789abcdef@${host}/42`;
  expect(await seen(shop(dsn), 'sentry', [host])).toEqual(['pass as-expected', 'pass as-expected']);
  expect(await seen(shop(dsn), 'sentry')).toEqual(['pass as-expected', 'left out']);
  expect(await seen(shop(''), 'sentry', [host])).toEqual(['pass as-expected', 'left out']);
  expect(await seen(shop(dsn, csp("default-src 'self'")), 'sentry', [host])).toEqual(['fail beacon-blocked']);
  expect(await seen(shop(dsn.replace('/42', '/43')), 'sentry', [host])).toEqual([
    'pass as-expected',
    'fail receiver-missing',
  ]);
  status = 503;
  expect(await seen(shop(dsn), 'sentry', [host])).toEqual(['pass as-expected', 'unknown no-answer']);
  await closeServer(receiver);
  expect(await seen(shop(dsn), 'sentry', [host])).toEqual(['pass as-expected', 'unknown no-answer']);
  expect(await seen(app('<h1>Shop</h1>'), 'sentry', [host])).toEqual(['fail not-in-page']);
});
