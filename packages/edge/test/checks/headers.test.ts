import { expect, test } from '@jest/globals';
import { type Handler, outcomes, page, startSite } from '../site.ts';

async function seen(id: string, handler: Handler, plan = {}): Promise<readonly string[]> {
  await using site = await startSite(handler);
  return outcomes(await site.audit({ checks: [id], ...plan }), id);
}

test.each([
  ['sid=1; Secure; HttpOnly; SameSite=Lax', 'pass as-expected'],
  ['theme=dark; Secure', 'pass as-expected'],
  ['theme=dark', 'fail cookie-not-secure'],
  ['session=1; Secure; SameSite=Lax', 'fail session-cookie-readable'],
  ['session=1; Secure; HttpOnly', 'fail session-cookie-cross-site'],
  ['session=1; Secure; HttpOnly; SameSite=None', 'fail session-cookie-cross-site'],
  ['theme=dark; Secure; SameSite=Sometimes', 'fail cookie-samesite-invalid'],
  ['__Host-id=1; Secure; Domain=shop.test; Path=/', 'fail cookie-breaks-prefix'],
])('a cookie %s', async (line, expected) => {
  expect(await seen('cookies', page({ 'set-cookie': [line] }))).toEqual([expected]);
});

test('the value of a cookie is in no report', async () => {
  await using site = await startSite(page({ 'set-cookie': ['session=VERYSECRET'] }));
  const audited = await site.audit();
  expect(outcomes(audited, 'cookies')).toEqual(['fail cookie-not-secure']);
  expect(JSON.stringify(audited)).not.toContain('VERYSECRET');
});

/** Repeats origins that fit, with credentials, as a careless server does. */
function reflecting(fits: (origin: string) => boolean): Handler {
  return (request, response) => {
    const { origin } = request.headers;
    const headers =
      origin !== undefined && fits(origin)
        ? { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' }
        : {};
    response.writeHead(200, headers).end('{}');
  };
}

test.each<[string, Handler, string]>([
  ['no origin', page({}), 'pass as-expected'],
  ['its own', reflecting((origin) => origin === 'https://127.0.0.1'), 'pass as-expected'],
  ['every one', reflecting(() => true), 'fail any-origin-allowed'],
  [
    'those that begin like it',
    reflecting((origin) => origin.startsWith('https://127.0.0.1')),
    'fail any-origin-allowed',
  ],
  ['those that end like it', reflecting((origin) => origin.endsWith('127.0.0.1')), 'fail any-origin-allowed'],
  ['null', reflecting((origin) => origin === 'null'), 'fail null-origin-allowed'],
  ['all, without credentials', page({ 'access-control-allow-origin': '*' }), 'pass as-expected'],
  [
    ...(['all, with credentials'] as const),
    page({ 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true' }),
    'fail wildcard-with-credentials',
  ],
  ['a wall', (_, response) => void response.writeHead(401).end(), 'unknown answered-by-a-wall'],
  ['no answer', (request) => void request.socket.destroy(), 'unknown no-answer'],
])('CORS allows %s', async (_, handler, expected) => {
  expect(await seen('cors-credentials', handler)).toEqual([expected]);
});

test('a path of the API is asked as well', async () => {
  const api: Handler = (request, response) =>
    (request.url === '/api' ? reflecting(() => true) : page({}))(request, response);
  expect(await seen('cors-credentials', api, { apiPaths: ['/api'] })).toEqual([
    'pass as-expected',
    'fail any-origin-allowed',
  ]);
});

/** An API that wants a token, whose CORS headers are for one origin. */
const listed: Handler = (request, response) => {
  const { origin } = request.headers;
  const allowed = origin === 'https://app.test' ? { 'access-control-allow-origin': origin } : {};
  response.writeHead(request.url === '/api' ? 401 : 200, allowed).end();
};

test('an origin that may read the API is the positive control of those that may not', async () => {
  const plan = { apiPaths: ['/api'], corsOrigins: ['https://app.test'] };
  expect(await seen('cors-origins', listed, plan)).toEqual(['pass as-expected']);
  expect(await seen('cors-credentials', listed, plan)).toEqual(['pass as-expected', 'pass as-expected']);
  // Without it the 401 of a wall would look the same.
  expect(await seen('cors-credentials', listed, { apiPaths: ['/api'] })).toEqual([
    'pass as-expected',
    'unknown answered-by-a-wall',
  ]);
});

test.each<[string, Handler, string]>([
  ['allowed by all', page({ 'access-control-allow-origin': '*' }), 'pass as-expected'],
  ['not allowed', page({}), 'fail origin-not-allowed'],
  ['answered by a wall', (_, response) => void response.writeHead(403).end(), 'unknown answered-by-a-wall'],
  ['not answered', (request) => void request.socket.destroy(), 'unknown no-answer'],
])('an origin of ours that is %s', async (_, handler, expected) => {
  const plan = { apiPaths: ['/api'], corsOrigins: ['https://app.test'] };
  expect(await seen('cors-origins', handler, plan)).toEqual([expected]);
});

test('origins without paths, and paths without origins, are no question', async () => {
  expect(await seen('cors-origins', page({}), { corsOrigins: ['https://app.test'] })).toEqual(['left out']);
  expect(await seen('cors-origins', page({}), { apiPaths: ['/api'] })).toEqual(['left out']);
});

test.each([
  [{ 'x-privacy-compliant': 'GDPR-HIPAA' }, 'fail unsupported-claim'],
  [{ 'x-powered-by': 'SOC 2 certified' }, 'fail unsupported-claim'],
  [{ 'x-powered-by': 'Next.js' }, 'pass as-expected'],
])('a header %j', async (headers, expected) => {
  expect(await seen('header-claims', page(headers))).toEqual([expected]);
});

test('a number of requests that remain counts down', async () => {
  let left = 99;
  const counts: Handler = (request, response) => page({ 'x-ratelimit-remaining': String(left--) })(request, response);
  expect(await seen('rate-limit-claim', counts)).toEqual(['pass as-expected']);
  expect(await seen('rate-limit-claim', page({ 'x-ratelimit-remaining': '99' }))).toEqual(['fail limit-never-counts']);
  expect(await seen('rate-limit-claim', page({ ratelimit: '"default";r=99;t=60' }))).toEqual([
    'fail limit-never-counts',
  ]);
  expect(await seen('rate-limit-claim', page({}))).toEqual(['left out']);
});
