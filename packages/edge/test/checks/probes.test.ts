import { expect, test } from '@jest/globals';
import { Secret } from '@lockstep/base';
import { type Handler, outcomes, startSite } from '../site.ts';

const api =
  (decide: (origin: string | undefined) => number): Handler =>
  (request, response) =>
    void response.writeHead(request.url === '/api' ? decide(request.headers.origin) : 200).end();
const isForeign = (origin: string | undefined) => origin?.startsWith('https://127.0.0.1') !== true;

test.each<[string, (origin: string | undefined) => number, string]>([
  ['refused', (origin) => (isForeign(origin) ? 403 : 200), 'pass as-expected'],
  ['accepted', () => 200, 'fail foreign-post-accepted'],
  ['redirected', () => 303, 'fail foreign-post-accepted'],
  ['refused like its own', () => 401, 'unknown refused-for-another-reason'],
  ['not known', () => 404, 'unknown no-such-route'],
  ['answered with an error', () => 500, 'unknown no-answer'],
])('csrf: a POST of another site is %s', async (_, decide, expected) => {
  await using site = await startSite(api(decide));
  const audited = await site.audit({ checks: ['csrf'], csrfPaths: ['/api'] });
  expect(outcomes(audited, 'csrf')).toEqual([expected]);
});

function limited(after: number, headers: Readonly<Record<string, string>>, otherwise = 200): Handler {
  let sent = 0;
  return (request, response) => {
    if (request.url === '/api') sent += 1;
    if (sent > after) response.writeHead(429, headers).end();
    else response.writeHead(otherwise, { 'x-ratelimit-remaining': '99' }).end();
  };
}

test.each<[string, Handler, string]>([
  ['are limited', limited(5, { 'retry-after': '30' }), 'pass as-expected, left out'],
  ['are limited without a time', limited(5, {}), 'fail no-retry-after'],
  ['are never limited, whatever a header says', limited(1000, {}), 'fail never-limited'],
  ['are refused from the first', limited(0, { 'retry-after': '30' }), 'unknown refused-at-once'],
  ['meet a wall', limited(1000, {}, 403), 'unknown not-the-route'],
])('rate-limit: requests %s', async (_, handler, expected) => {
  await using site = await startSite(handler);
  const bursts = [{ method: 'POST', path: '/api', requests: 10 }] as const;
  const audited = await site.audit({ checks: ['rate-limit'], bursts });
  expect(outcomes(audited, 'rate-limit').join(', ')).toBe(expected);
  expect(site.asked.filter((one) => one === 'POST /api').length).toBeLessThanOrEqual(10);
});

/** Counts by what `key` says, three for each. */
function counting(key: (authorization: string) => string, otherwise = 200): Handler {
  const sent = new Map<string, number>();
  return (request, response) => {
    const who = key(request.headers.authorization ?? 'no one');
    sent.set(who, (sent.get(who) ?? 0) + 1);
    const over = (sent.get(who) ?? 0) > 3;
    const known = request.headers.authorization === undefined ? 200 : otherwise;
    response.writeHead(over ? 429 : known, over ? { 'retry-after': '30' } : {}).end();
  };
}

test.each<[string, Handler, string]>([
  ['for each client', counting((who) => who), 'pass as-expected, pass as-expected'],
  ['for all together', counting(() => 'all'), 'pass as-expected, fail limits-everyone'],
  ['where the other is not known', counting((who) => who, 401), 'pass as-expected, unknown other-client-not-known'],
  ['where the other gets an error', counting((who) => who, 500), 'pass as-expected, unknown no-answer'],
])('rate-limit: counted %s', async (_, handler, expected) => {
  await using site = await startSite(handler);
  const otherClient = [{ name: 'authorization', value: new Secret('Bearer OTHER-CLIENT') }];
  const plan = { checks: ['rate-limit'], bursts: [{ method: 'GET', path: '/api', requests: 9 }], otherClient } as const;
  const audited = await site.audit(plan);
  expect(outcomes(audited, 'rate-limit').join(', ')).toBe(expected);
  expect(JSON.stringify(audited)).not.toContain('OTHER-CLIENT');
});
