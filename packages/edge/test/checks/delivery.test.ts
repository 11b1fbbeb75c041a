import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { type Handler, outcomes, page, startSite } from '../site.ts';

const HTML = '<script src="/_next/static/app.js"></script><link rel="stylesheet" href="/_next/static/app.css">';
const IMMUTABLE = { 'cache-control': 'public, max-age=31536000, immutable', 'x-vercel-cache': 'HIT' };

interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** A site with a page, a script and a style; other paths as given, else 404. */
function app(replies: Readonly<Record<string, Reply>> = {}): Handler {
  const all: Readonly<Record<string, Reply>> = {
    '/': { headers: { 'content-type': 'text/html' }, body: HTML },
    '/_next/static/app.js': { headers: IMMUTABLE, body: 'start()' },
    '/_next/static/app.css': { headers: IMMUTABLE, body: 'p{}' },
    ...replies,
  };
  return (request, response) => {
    const { status = 200, headers = {}, body = '' } = all[request.url ?? ''] ?? { status: 404, body: 'not found' };
    response.writeHead(status, headers).end(body);
  };
}

async function seen(id: string, handler: Handler, plan = {}): Promise<readonly string[]> {
  await using site = await startSite(handler);
  return [...new Set(outcomes(await site.audit({ checks: [id], ...plan }), id))];
}

const MAP = '{"version":3,"sources":["a.ts"],"mappings":"AAAA"}';

test.each<[string, Handler, readonly string[]]>([
  ['no map', app(), ['pass as-expected']],
  [
    'a map next to a script',
    app({ '/_next/static/app.js.map': { body: MAP } }),
    ['fail map-served', 'pass as-expected'],
  ],
  [
    'a page for whatever is missing',
    app({ '/_next/static/app.js.map': { body: '<html></html>' } }),
    ['pass as-expected'],
  ],
  [
    'a map next to a style',
    app({ '/_next/static/app.css.map': { body: MAP } }),
    ['pass as-expected', 'fail map-served'],
  ],
  [
    ...(['a map where the script says'] as const),
    app({ '/_next/static/app.js': { body: '//# sourceMappingURL=/maps/1' }, '/maps/1': { body: MAP } }),
    ['fail map-served', 'pass as-expected'],
  ],
  [
    'a map in it',
    app({ '/_next/static/app.js': { body: '//# sourceMappingURL=data:a' } }),
    ['fail map-in-script', 'pass as-expected'],
  ],
  [
    'a map that cannot be asked for',
    app({ '/_next/static/app.js.map': { status: 503 } }),
    ['unknown no-answer', 'pass as-expected'],
  ],
  ['no scripts', page({}), ['left out']],
])('source-maps: %s', async (_, handler, expected) => {
  expect(await seen('source-maps', handler)).toEqual(expected);
});

test.each<[string, Readonly<Record<string, Reply>>, readonly string[]]>([
  ['nothing', {}, ['pass as-expected']],
  ['settings', { '/.env.production': { body: 'DATABASE_URL=postgres://a' } }, ['fail file-served']],
  ['git', { '/.git/HEAD': { body: 'ref: refs/heads/main' } }, ['fail file-served']],
  ['a dump', { '/backup.sql': { body: '-- PostgreSQL database dump' } }, ['fail file-served']],
  ['a page for everything', { '/.env': { body: '<!doctype html><p>A=1' } }, ['pass as-expected']],
  ['a refusal that says nothing', { '/.env': { status: 429 } }, ['unknown no-answer']],
])('exposed-files: %s', async (_, replies, expected) => {
  expect(await seen('exposed-files', app(replies))).toEqual(expected);
});

test('a directory is listed or not', async () => {
  expect(await seen('directory-listing', app())).toEqual(['pass as-expected']);
  const listed = app({ '/_next/static/': { body: '<title>Index of /_next/static</title>' } });
  expect(await seen('directory-listing', listed)).toEqual(['fail directory-listed']);
  expect(await seen('directory-listing', app({ '/_next/': { status: 503 } }))).toEqual(['unknown no-answer']);
});

test('a script whose path looks like a host has its directories on the host', async () => {
  const scripted = app({
    '/': { headers: { 'content-type': 'text/html' }, body: '<script src="/.//_next/app.js"></script>' },
    '//_next/app.js': { body: 'start()' },
  });
  expect(await seen('directory-listing', scripted)).toEqual(['pass as-expected']);
});

test('text of more than a kilobyte is compressed', async () => {
  const long = '<p>prescription</p>'.repeat(200);
  const encoded: Handler = (_, response) =>
    void response
      .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br' })
      .end(brotliCompressSync(long));
  expect(await seen('compression', encoded)).toEqual(['pass as-expected']);
  expect(await seen('compression', page({}, long))).toEqual(['fail not-compressed']);
});

test('images come in a format of today', async () => {
  const shop = (headers: Record<string, string>, body = Buffer.alloc(20_000)) =>
    app({
      '/': { headers: { 'content-type': 'text/html' }, body: '<img src="data:image/gif;base64,AA"><img src="/a">' },
      '/a': { headers, body },
    });
  const ask = (type: string, size = 20_000) =>
    seen('image-formats', shop({ 'content-type': type }, Buffer.alloc(size)));
  expect(await ask('image/webp')).toEqual(['pass as-expected']);
  expect(await ask('image/svg+xml')).toEqual(['pass as-expected']);
  expect(await ask('image/jpeg')).toEqual(['fail old-image-format']);
  expect(await ask('image/png')).toEqual(['fail old-image-format']);
  expect(await ask('image/png', 900)).toEqual(['pass as-expected']);
  expect(await seen('image-formats', app())).toEqual(['left out']);
  const gone = app({
    '/': { headers: { 'content-type': 'text/html' }, body: '<img src="/a">' },
    '/a': { status: 503 },
  });
  expect(await seen('image-formats', gone)).toEqual(['unknown file-not-read']);
});

test('who converts images by what a browser accepts is seen to do so', async () => {
  const negotiated: Handler = (request, response) => {
    if (request.url !== '/a.png') return page({}, '<img src="/a.png">')(request, response);
    const type = request.headers.accept?.includes('image/avif') === true ? 'image/avif' : 'image/png';
    response.writeHead(200, { 'content-type': type, vary: 'accept' }).end(Buffer.alloc(20_000));
  };
  expect(await seen('image-formats', negotiated)).toEqual(['pass as-expected']);
});

test('a file of a page that cannot be read is unknown, to each check that needs it', async () => {
  const walled = app({ '/_next/static/app.js': { status: 503 }, '/_next/static/app.css': { status: 403 } });
  for (const id of ['source-maps', 'compression', 'asset-caching', 'cdn-hit', 'directory-listing'])
    expect([id, await seen(id, walled)]).toEqual([id, expect.arrayContaining(['unknown file-not-read'])]);
  const missing = app({ '/_next/static/app.js': { status: 404 }, '/_next/static/app.css': { status: 404 } });
  expect(await seen('source-maps', missing)).toEqual(['left out']);
});

/** A caching proxy in small: what may be stored is asked for once, and says whether it was. */
function caching(origin: Handler): Handler {
  const stored = new Map<string, string>();
  return (request, response) => {
    const path = request.url ?? '';
    const known = stored.get(path);
    if (known !== undefined)
      return void response.writeHead(200, { ...IMMUTABLE, 'x-vercel-cache': 'HIT', age: '3' }).end(known);
    const { end, writeHead } = { end: response.end.bind(response), writeHead: response.writeHead.bind(response) };
    const store = (body: string) => {
      stored.set(path, body);
      return end(body);
    };
    response.writeHead = ((status: number, headers: Record<string, string> = {}) => {
      const keep = /public, max-age/.test(headers['cache-control'] ?? '');
      if (keep) response.end = store as never;
      return writeHead(status, { ...headers, 'x-vercel-cache': keep ? 'MISS' : 'BYPASS' });
    }) as never;
    origin(request, response);
  };
}

test('behind a cache the second request is a hit, and where nothing may be stored it is not', async () => {
  const { 'cache-control': control } = IMMUTABLE;
  const files = (value: string) => ({
    '/_next/static/app.js': { headers: { 'cache-control': value }, body: 'start()' },
    '/_next/static/app.css': { headers: { 'cache-control': value }, body: 'p{}' },
  });
  expect(await seen('cdn-hit', caching(app(files(control))))).toEqual(['pass as-expected']);
  expect(await seen('cdn-hit', caching(app(files('private'))))).toEqual(['fail cache-missed']);
  expect(await seen('cdn-hit', app({ ...files(control) }))).toEqual(['unknown no-cache-header']);
});

test('built files are immutable, and come from the cache', async () => {
  const change = (headers: Record<string, string>) => app({ '/_next/static/app.js': { headers } });
  expect(await seen('asset-caching', app())).toEqual(['pass as-expected']);
  expect(await seen('asset-caching', change({ 'cache-control': 'max-age=60' }))).toContain('fail asset-not-immutable');
  expect(await seen('asset-caching', page({}))).toEqual(['left out']);
  expect(await seen('cdn-hit', app())).toEqual(['pass as-expected']);
  expect(await seen('cdn-hit', change({ 'x-vercel-cache': 'MISS' }))).toEqual(['fail cache-missed']);
  expect(await seen('cdn-hit', change({}))).toEqual(['unknown no-cache-header']);
});

test.each([
  [{ 'set-cookie': 'a=1', 'cache-control': 'private, no-store' }, 'pass as-expected'],
  [{ 'set-cookie': 'a=1', 'cache-control': 's-maxage=60' }, 'fail cookie-in-shared-cache'],
  [{ 'set-cookie': 'a=1', 'x-vercel-cache': 'HIT' }, 'fail cookie-in-shared-cache'],
  [{ 'cache-control': 'public, s-maxage=60' }, 'pass as-expected'],
])('private-pages: %j', async (headers, expected) => {
  expect(await seen('private-pages', page(headers))).toEqual([expected]);
});

test('an audit asks no other host, acts on nothing, and stays within its number of requests', async () => {
  await using site = await startSite(
    page({}, '<script src="https://other.test/a.js"></script><script src="/api/cron/a.js"></script>'),
  );
  const audited = await site.audit(
    { csrfPaths: ['/api'], bursts: [{ method: 'POST', path: '/api', requests: 5 }], environment: 'production' },
    { mostRequests: 12 },
  );
  expect(site.asked.length).toBeLessThanOrEqual(12);
  expect(site.asked.filter((one) => !one.startsWith('GET '))).toEqual([]);
  expect(site.asked.join()).not.toContain('cron');
  expect(outcomes(audited, 'csrf')).toEqual(['left out']);
  expect(outcomes(audited, 'rate-limit')).toEqual(['left out']);
  expect(outcomes(audited, 'exposed-files')).toContain('unknown no-answer');
});
