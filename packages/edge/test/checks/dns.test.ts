import { expect } from '@jest/globals';
import { makeCertificate } from '@lockstep/proving-ground/tls';
import type { Answer } from 'dns-packet';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { auditEdge, type EdgePlan } from '../../src/index.ts';
import { nameServer, type Served, type Zone } from '../name-server.ts';
import { type Handler, outcomes, page, planFor, startSite, toLoopback, worldFor } from '../site.ts';

const A = (name: string, data: string, ttl = 300): Answer => ({ type: 'A', name, data, ttl });
const CNAME = (name: string, data: string, ttl = 300): Answer => ({ type: 'CNAME', name, data, ttl });

async function seen(id: string, zones: readonly Zone[], dns: Partial<EdgePlan['dns']> = {}, served: Served = {}) {
  const servers = await Promise.all(zones.map((zone) => nameServer(zone, served)));
  const url = new URL('https://shop.test/');
  const plan = planFor(url, new URL('http://shop.test/'));
  const resolvers = servers.map(({ address }) => address);
  const full = {
    ...plan,
    checks: [id],
    dns: { ...plan.dns, resolvers, authority: resolvers.slice(0, 1), ...dns },
  };
  try {
    // Only for what never comes is a limit short: a slow machine is late with the rest.
    const requestTimeoutMs = served.silent === true ? 1_000 : 10_000;
    return outcomes(await auditEdge(full, { ...worldFor(''), requestTimeoutMs }), id);
  } finally {
    for (const server of servers) await server[Symbol.asyncDispose]();
  }
}

const HERE = [A('shop.test', '192.0.2.1')];

test.each<[string, readonly Zone[], Partial<EdgePlan['dns']>, string]>([
  ['agree', [HERE, HERE], {}, 'pass as-expected'],
  [
    'agree on a name',
    [
      [CNAME('shop.test', 'cdn.test'), A('cdn.test', '192.0.2.1')],
      [CNAME('shop.test', 'cdn.test'), A('cdn.test', '192.0.2.2')],
    ],
    {},
    'pass as-expected',
  ],
  ['disagree', [HERE, []], {}, 'fail resolvers-disagree'],
  ['know nothing', [[], []], {}, 'fail no-record'],
  ['answer differently', [HERE, [A('shop.test', '192.0.2.9')]], {}, 'unknown answers-differ'],
  ['answer as expected', [HERE, HERE], { expect: ['192.0.2.1'] }, 'pass as-expected'],
  ['answer otherwise', [HERE, HERE], { expect: ['192.0.2.5'] }, 'fail points-elsewhere'],
  ['do not answer', [HERE], { resolvers: ['127.0.0.1:9'] }, 'unknown resolver-silent'],
])('dns-records: resolvers %s', async (_, zones, dns, expected) => {
  expect(await seen('dns-records', zones, dns)).toEqual([expected]);
});

/** A site behind a CNAME, as the names are found by a name server and reached on loopback. */
async function dangling(zone: Zone, answer: Handler, names: readonly string[] = ['shop.test']) {
  const made = await makeCertificate([...names]);
  await using site = await startSite(answer, { certificate: made });
  await using server = await nameServer(zone);
  const url = new URL(`https://shop.test:${site.url.port}/`);
  const dns = { ...planFor(url, url).dns, resolvers: [server.address] };
  const plan = { url, checks: ['dns-dangling'], dns, hosts: names.slice(1).map((one) => `${one}:${site.url.port}`) };
  return outcomes(await site.audit(plan, { lookup: toLoopback, requestTimeoutMs: 10_000 }), 'dns-dangling');
}

const BEHIND: Zone = [CNAME('shop.test', 'cdn.test'), A('cdn.test', '192.0.2.1')];

test.each<[string, Zone, Handler, string]>([
  ['a page', BEHIND, page({}), 'pass as-expected'],
  ['a name without an address', [CNAME('shop.test', 'gone.test')], page({}), 'fail dangling-name'],
  ['no name', HERE, page({}), 'pass as-expected'],
  [
    'a project that no one has on Vercel',
    BEHIND,
    (_, response) => void response.writeHead(404, { 'x-vercel-error': 'DEPLOYMENT_NOT_FOUND' }).end(),
    'fail unclaimed-target',
  ],
  [
    'a bucket that is gone',
    BEHIND,
    (_, response) => void response.writeHead(404).end('<Error><Code>NoSuchBucket</Code></Error>'),
    'fail unclaimed-target',
  ],
  ['a page that is not found', BEHIND, (_, response) => void response.writeHead(404).end('gone'), 'pass as-expected'],
  ['a service that does not answer', BEHIND, (request) => void request.socket.destroy(), 'unknown target-not-seen'],
])('dns-dangling: a name that points at %s', async (_, zone, answer, expected) => {
  expect(await dangling(zone, answer)).toEqual([expected]);
});

test('dns-dangling looks at every host that is listed', async () => {
  const zone = [...BEHIND, CNAME('img.shop.test', 'gone.test')];
  expect(await dangling(zone, page({}), ['shop.test', 'img.shop.test'])).toEqual([
    'pass as-expected',
    'fail dangling-name',
  ]);
});

test('dns-ttl is that of the zone, of a CNAME as well', async () => {
  expect(await seen('dns-ttl', [HERE])).toEqual(['pass as-expected']);
  expect(await seen('dns-ttl', [[A('shop.test', '192.0.2.1', 86_400)]])).toEqual(['fail ttl-too-long']);
  expect(await seen('dns-ttl', [[CNAME('shop.test', 'cdn.elsewhere', 86_400)]])).toEqual(['fail ttl-too-long']);
  expect(await seen('dns-ttl', [[CNAME('shop.test', 'cdn.elsewhere')]])).toEqual(['pass as-expected']);
  expect(await seen('dns-ttl', [HERE], { authority: ['127.0.0.1:9'] })).toEqual(['unknown zone-silent']);
  expect(await seen('dns-ttl', [[]])).toEqual(['unknown no-record']);
  expect(await seen('dns-ttl', [HERE], {}, { authoritative: false })).toEqual(['unknown not-the-zone']);
});

test('a server of the zone that does not answer is no reason to give up', async () => {
  await using server = await nameServer(HERE);
  expect(await seen('dns-ttl', [HERE], { authority: ['127.0.0.1:9', server.address] })).toEqual(['pass as-expected']);
});

test('what is too long for UDP comes over TCP', async () => {
  const long = [A('shop.test', '192.0.2.1', 86_400)];
  expect(await seen('dns-ttl', [long], {}, { truncated: true })).toEqual(['fail ttl-too-long']);
  expect(await seen('dns-ttl', [long], {}, { truncated: true, tcp: false })).toEqual(['unknown zone-silent']);
  expect(await seen('dns-records', [HERE, HERE], {}, { truncated: true })).toEqual(['pass as-expected']);
  expect(await seen('dns-records', [HERE, HERE], {}, { truncated: true, tcp: false })).toEqual([
    'unknown resolver-silent',
  ]);
});

const caa = (value: string): Answer => ({
  type: 'CAA',
  name: 'shop.test',
  ttl: 60,
  data: { flags: 0, tag: 'issue', value },
});

test.each([
  ['the issuer of the certificate', ['letsencrypt.org'], "Let's Encrypt", 'pass as-expected'],
  [
    'two, of which one is the issuer',
    ['digicert.com', 'pki.goog; validationmethods=dns-01'],
    'Google Trust Services',
    'pass as-expected',
  ],
  ['another authority', ['digicert.com'], "Let's Encrypt", 'fail issuer-not-allowed'],
  ['none at all', [';'], "Let's Encrypt", 'fail issuer-not-allowed'],
  ['an authority, and the issuer is not known', ['letsencrypt.org'], 'Shop', 'unknown issuer-not-known'],
  ['nothing', [], "Let's Encrypt", 'fail caa-missing'],
])('dns-caa: records above the host allow %s', async (_, values, issuer, expected) => {
  const made = await makeCertificate(['www.shop.test'], { organization: issuer });
  await using site = await startSite(page({}), { certificate: made });
  await using server = await nameServer([A('www.shop.test', '192.0.2.1'), ...values.map(caa)]);
  const url = new URL(`https://www.shop.test:${site.url.port}/`);
  const plan = { url, checks: ['dns-caa'], dns: { ...planFor(url, url).dns, resolvers: [server.address] } };
  expect(outcomes(await site.audit(plan, { lookup: toLoopback }), 'dns-caa')).toEqual([expected]);
});

test('dns-caa: no handshake shows no issuer, and no resolver no record', async () => {
  expect(await seen('dns-caa', [[...HERE, caa('letsencrypt.org')]])).toEqual(['unknown issuer-not-known']);
  expect(await seen('dns-caa', [HERE], { resolvers: ['127.0.0.1:9'] })).toEqual(['unknown resolver-silent']);
});

test.each<[string, Served]>([
  ['says that it failed', { error: 2 }],
  ['refuses', { error: 5 }],
  ['says nothing', { silent: true }],
])('a name server that %s is unknown to every check', async (_, served) => {
  for (const id of ['dns-records', 'dns-dangling', 'dns-ttl', 'dns-caa'])
    expect([id, await seen(id, [HERE], {}, served)]).toEqual([id, [expect.stringMatching(/^unknown /)]]);
});

test('an address has no records, and no resolver is none to ask', async () => {
  expect(await seen('dns-records', [HERE], { resolvers: [] })).toEqual(['left out']);
  await using site = await startSite(page({}));
  expect(outcomes(await site.audit({ checks: ['dns-*'] }), 'dns-caa')).toEqual(['left out']);
});
