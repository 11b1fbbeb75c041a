import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { Secret } from '@lockstep/base';
import { type Certificate, makeCertificate, type Validity } from '@lockstep/proving-ground/tls';
import type { Audited, EdgePlan } from '../../packages/edge/src/index.ts';
import { nameServer, type Zone } from '../../packages/edge/test/name-server.ts';
import { type Handler, redirectTo, type SiteOptions, startSite, toLoopback } from '../../packages/edge/test/site.ts';

export const HOST = 'prescriptions.example';
export const APP = 'https://app.prescriptions.example';

/** An answer, before it is compressed. */
export interface Served {
  status: number;
  headers: Record<string, string | string[]>;
  body: string | Buffer;
}

/** One thing that is wrong. */
export interface Mutation {
  readonly answer?: (served: Served, path: string, request: IncomingMessage) => void;
  readonly plain?: Handler;
  readonly tls?: SiteOptions['tls'];
  readonly names?: readonly string[];
  readonly validity?: Validity;
  readonly untrusted?: true;
  readonly uncompressed?: true;
  /** Answers of the first name server, and of the second. */
  readonly zones?: readonly [Zone, Zone];
  readonly plan?: Partial<EdgePlan>;
}

type Recorded = Readonly<Record<string, Served>>;
const recorded: Recorded = JSON.parse(readFileSync(join(import.meta.dirname, 'served.json'), 'utf8'));

export const A = (ttl = 300): Zone[number] => ({ type: 'A', name: HOST, data: '192.0.2.1', ttl });
export const CAA = (value: string): Zone[number] => ({
  type: 'CAA',
  name: HOST,
  ttl: 300,
  data: { flags: 0, tag: 'issue', value },
});
const ZONE: Zone = [A(), CAA('letsencrypt.org')];

/** The best that it can do takes a hundred times as long. */
const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

const made = new Map<string, Promise<Certificate>>();

function certificateFor({ names = [HOST], validity }: Mutation): Promise<Certificate> {
  const key = JSON.stringify([names, validity]);
  const known = made.get(key) ?? makeCertificate(names, { organization: "Let's Encrypt", ...validity });
  made.set(key, known);
  return known;
}

/** Audits the example as it was recorded, on a platform in small, with one thing that is wrong. */
export async function auditWith(mutation: Mutation): Promise<Audited> {
  const certificate = await certificateFor(mutation);
  const tls = { ALPNProtocols: ['h2', 'http/1.1'], ...mutation.tls };
  const toHttps: Handler = (request, response) => redirectTo(response, `https://${HOST}${request.url}`);
  await using site = await startSite(platform(mutation), { certificate, tls, plain: mutation.plain ?? toHttps });
  const [first, second] = mutation.zones ?? [ZONE, ZONE];
  await using one = await nameServer(first);
  await using two = await nameServer(second);
  const plan: Partial<EdgePlan> = {
    url: new URL(`https://${HOST}:${site.url.port}/`),
    httpUrl: new URL(`http://${HOST}:${site.httpUrl.port}/`),
    environment: 'candidate',
    paths: ['/', '/prescriptions'],
    apiPaths: ['/api/v1/prescriptions'],
    corsOrigins: [APP],
    csrfPaths: ['/api/profile'],
    bursts: [{ method: 'POST', path: '/api/login', requests: 6 }],
    otherClient: [{ name: 'authorization', value: new Secret('Bearer other-client') }],
    beacons: ['vercel-analytics'],
    minGrade: 'F',
    dns: { resolvers: [one.address, two.address], maxTtlSeconds: 3600, expect: [], authority: [one.address] },
    ...mutation.plan,
  };
  const strange = await certificateFor({ names: ['elsewhere.example'] });
  const trust = mutation.untrusted === undefined ? {} : { ca: [strange.certificate] };
  return await site.audit(plan, { lookup: toLoopback, ...trust });
}

/** What the platform and the routes add that the recording does not have: a cache, compression, limits, telemetry. */
function platform({ answer = () => undefined, uncompressed }: Mutation): Handler {
  const sent = new Map<string, number>();
  let turn = 0;
  return (request, response) => {
    const path = new URL(request.url ?? '/', 'https://shop.test').pathname;
    const served = routeOf(path, request, sent);
    answer(served, path, request);
    const nonce = Buffer.from(`nonce of answer ${String(turn++).padStart(4, '0')}`).toString('base64');
    const fill = (text: string) => text.replaceAll('NONCE', nonce);
    const headers = Object.fromEntries(
      Object.entries(served.headers).map(([name, value]) => [
        name,
        typeof value === 'string' ? fill(value) : value.map(fill),
      ]),
    );
    const body = typeof served.body === 'string' ? Buffer.from(fill(served.body)) : served.body;
    const squeezed = uncompressed === undefined && typeof served.body === 'string' && body.length > 0;
    response.writeHead(served.status, { ...headers, ...(squeezed ? { 'content-encoding': 'br' } : {}) });
    response.end(squeezed ? brotliCompressSync(body, QUICKLY) : body);
  };
}

function routeOf(path: string, request: IncomingMessage, sent: Map<string, number>): Served {
  const missing = copyOf('/no-such-page');
  if (path.startsWith('/_next/static/') && !path.endsWith('/') && !path.endsWith('.map')) {
    const file = copyOf('/_next/static/');
    return { ...file, headers: { ...file.headers, 'x-vercel-cache': 'HIT' }, body: '/* built */ '.repeat(200) };
  }
  switch (path) {
    case '/':
    case '/prescriptions': {
      const page = copyOf(path);
      const more = '<script defer src="/_vercel/insights/script.js" nonce="NONCE"></script><img src="/logo">';
      return { ...page, body: String(page.body).replace('</body>', `${more}</body>`) };
    }
    case '/api/v1/prescriptions': {
      const api = copyOf(path);
      const mine = request.headers.origin === APP ? { 'access-control-allow-origin': APP } : {};
      return { ...api, headers: { ...api.headers, ...mine } };
    }
    case '/api/profile': {
      const foreign = request.headers['sec-fetch-site'] === 'cross-site';
      return { status: foreign ? 403 : 204, headers: {}, body: '' };
    }
    case '/api/login': {
      const who = request.headers.authorization ?? '';
      sent.set(who, (sent.get(who) ?? 0) + 1);
      return (sent.get(who) ?? 0) > 3
        ? { status: 429, headers: { 'retry-after': '30' }, body: '' }
        : { status: 200, headers: {}, body: '' };
    }
    case '/_vercel/insights/script.js':
      return { status: 200, headers: { 'content-type': 'text/javascript' }, body: 'sendBeacon()' };
    case '/logo':
      return { status: 200, headers: { 'content-type': 'image/webp' }, body: Buffer.alloc(20_000) };
    default:
      return missing;
  }
}

function copyOf(path: string): Served {
  const one = recorded[path];
  if (one === undefined) throw new Error(`${path} was not recorded`);
  return { ...one, headers: { ...one.headers } };
}
