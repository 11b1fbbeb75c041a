import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { type Answer, decode, encode } from 'dns-packet';
import { judgeIssuer } from '../../src/checks/dns.ts';
import { auditEdge, type EdgePlan } from '../../src/index.ts';
import { outcomes, page, planFor, startSite, worldFor } from '../site.ts';

type Zone = readonly Answer[];
const A = (name: string, data: string, ttl = 300): Answer => ({ type: 'A', name, data, ttl });
const CNAME = (name: string, data: string): Answer => ({ type: 'CNAME', name, data, ttl: 300 });

/** A real name server over UDP that knows these records and nothing else. */
async function nameServer(zone: Zone) {
  const socket = createSocket('udp4');
  socket.on('message', (bytes, from) => {
    const query = decode(bytes);
    const [question] = query.questions ?? [];
    const ofName = zone.filter(({ name }) => name === question?.name);
    const answers = ofName.filter(({ type }) => type === question?.type || type === 'CNAME');
    const alias = answers.find((one) => one.type === 'CNAME' && question?.type !== 'CNAME');
    const more =
      alias === undefined
        ? []
        : zone.filter((one) => one.name === String((alias as { data: string }).data) && one.type === question?.type);
    const code = ofName.length === 0 ? 3 : 0;
    socket.send(
      encode({
        type: 'response',
        id: query.id ?? 0,
        flags: 0x180 | code,
        questions: query.questions ?? [],
        answers: [...answers, ...more],
      }),
      from.port,
      from.address,
    );
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { address: `127.0.0.1:${socket.address().port}`, [Symbol.dispose]: () => void socket.close() };
}

async function seen(
  id: string,
  zones: readonly Zone[],
  dns: Partial<EdgePlan['dns']> = {},
  hosts: readonly string[] = [],
) {
  const servers = await Promise.all(zones.map(nameServer));
  const url = new URL('https://shop.test/');
  const plan = planFor(url, new URL('http://shop.test/'));
  const resolvers = servers.map(({ address }) => address);
  const full = {
    ...plan,
    checks: [id],
    hosts,
    dns: { ...plan.dns, resolvers, authority: resolvers.slice(0, 1), ...dns },
  };
  try {
    return outcomes(await auditEdge(full, { ...worldFor(''), requestTimeoutMs: 1000 }), id);
  } finally {
    for (const server of servers) server[Symbol.dispose]();
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

test.each<[string, Zone, string]>([
  ['something', [CNAME('shop.test', 'cdn.test'), A('cdn.test', '192.0.2.1')], 'pass as-expected'],
  ['nothing', [CNAME('shop.test', 'gone.test')], 'fail dangling-name'],
  ['no name', HERE, 'pass as-expected'],
])('dns-dangling: a name that points at %s', async (_, zone, expected) => {
  expect(await seen('dns-dangling', [zone])).toEqual([expected]);
});

test('dns-ttl is that of the zone', async () => {
  expect(await seen('dns-ttl', [HERE])).toEqual(['pass as-expected']);
  expect(await seen('dns-ttl', [[A('shop.test', '192.0.2.1', 86_400)]])).toEqual(['fail ttl-too-long']);
  expect(await seen('dns-ttl', [HERE], { authority: ['127.0.0.1:9'] })).toEqual(['unknown zone-silent']);
});

test('dns-caa: a record is there or not, and allows the issuer', async () => {
  expect(await seen('dns-caa', [HERE])).toEqual(['fail caa-missing']);
  const caa: Answer = {
    type: 'CAA',
    name: 'shop.test',
    ttl: 60,
    data: { flags: 0, tag: 'issue', value: 'letsencrypt.org' },
  };
  expect(await seen('dns-caa', [[...HERE, caa]])).toEqual(['unknown issuer-not-known']);
  const records = [{ tag: 'issue', value: 'letsencrypt.org' }] as const;
  expect(judgeIssuer('shop.test', records, "Let's Encrypt")).toMatchObject({ verdict: 'pass' });
  expect(judgeIssuer('shop.test', records, 'DigiCert Inc')).toMatchObject({
    verdict: 'fail',
    reason: 'issuer-not-allowed',
  });
});

test('an address has no records, and no resolver is none to ask', async () => {
  expect(await seen('dns-records', [HERE], { resolvers: [] })).toEqual(['left out']);
  await using site = await startSite(page({}));
  expect(outcomes(await site.audit({ checks: ['dns-*'] }), 'dns-caa')).toEqual(['left out']);
});

test('telemetry is in the page and served', async () => {
  const html = '<script defer src="/_vercel/insights/script.js"></script>';
  await using good = await startSite(page({}, html));
  await using none = await startSite(page({}));
  await using gone = await startSite((request, response) =>
    request.url === '/' ? page({}, html)(request, response) : void response.writeHead(404).end(),
  );
  const ask = async (site: typeof good) =>
    outcomes(await site.audit({ checks: ['telemetry'], beacons: ['vercel-analytics'] }), 'telemetry');
  expect(await ask(good)).toEqual(['pass as-expected']);
  expect(await ask(none)).toEqual(['fail not-in-page']);
  expect(await ask(gone)).toEqual(['fail script-not-served']);
});
