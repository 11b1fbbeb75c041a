import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { brotliCompressSync, constants } from 'node:zlib';
import { closeServer, listen } from '@lockstep/proving-ground/net';
import type { Scope } from '@lockstep/proving-ground/scope';
import { type Certificate, makeCertificate } from '@lockstep/proving-ground/tls';
import { nameServer, type Zone } from '../../packages/edge/test/name-server.ts';
import { redirectTo } from '../../packages/edge/test/site.ts';
import { DOMAIN } from './platform-world.ts';

/** Of documentation (RFC 5737): the name server of the zone. */
const ZONE_SERVER = '192.0.2.53';
const ZONE: Zone = [
  { type: 'A', name: DOMAIN, data: '192.0.2.1', ttl: 300 },
  { type: 'CAA', name: DOMAIN, ttl: 300, data: { flags: 0, tag: 'issue', value: 'letsencrypt.org' } },
  { type: 'NS', name: DOMAIN, data: `ns.${DOMAIN}`, ttl: 300 },
  { type: 'A', name: `ns.${DOMAIN}`, data: ZONE_SERVER, ttl: 300 },
];
/** The best that it can do takes a hundred times as long. */
const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** The domain of the example: what visitors from outside find of it. */
export interface Front {
  readonly certificate: Certificate;
  /** For network.cjs. */
  readonly routes: Readonly<Record<string, number>>;
  readonly resolvers: readonly string[];
}

/**
 * Names, TLS, compression and a cache of built files before the edge of the ground, which has none of them: there all of
 * it is Vercel's. Everything else is what the live deployment answers.
 */
export async function startFront(scope: Scope, edgePort: number, host: string): Promise<Front> {
  const certificate = await makeCertificate([DOMAIN], { organization: "Let's Encrypt" });
  const tls = { key: certificate.key, cert: certificate.certificate, ALPNProtocols: ['h2', 'http/1.1'] };
  const secure = createSecureServer(tls, (request, response) => forward(request, response, { edgePort, host }));
  const plain = createServer((request, response) => redirectTo(response, `https://${DOMAIN}${request.url}`));
  const [securePort, plainPort] = await Promise.all([listen(secure), listen(plain)]);
  scope.defer('the front', async () => {
    await Promise.all([closeServer(secure), closeServer(plain)]);
  });
  const [first, second] = await Promise.all([nameServer(ZONE), nameServer(ZONE)]);
  scope.defer('the name servers', async () => {
    await Promise.all([first[Symbol.asyncDispose](), second[Symbol.asyncDispose]()]);
  });
  const zonePort = Number(first.address.split(':')[1]);
  return {
    certificate,
    routes: { [`${DOMAIN}:443`]: securePort, [`${DOMAIN}:80`]: plainPort, [`${ZONE_SERVER}:53`]: zonePort },
    resolvers: [first.address, second.address],
  };
}

function forward(
  request: IncomingMessage,
  response: ServerResponse,
  { edgePort, host }: { readonly edgePort: number; readonly host: string },
): void {
  const { 'accept-encoding': _ours, ...headers } = request.headers;
  const to = { host: '127.0.0.1', port: edgePort, method: request.method, path: request.url };
  const asked = ask({ ...to, headers: { ...headers, host } }, (answer) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    answer.on('end', () => {
      const body = Buffer.concat(parts);
      const { 'transfer-encoding': _chunked, 'content-length': _length, connection: _its, ...given } = answer.headers;
      const takes = String(request.headers['accept-encoding'] ?? '').includes('br');
      const isText = /^(?:text\/|application\/(?:javascript|json)|image\/svg)/.test(given['content-type'] ?? '');
      const isSmall = body.length === 0 || request.method === 'HEAD';
      const sent = takes && isText && !isSmall ? brotliCompressSync(body, QUICKLY) : body;
      response.writeHead(answer.statusCode ?? 502, {
        ...given,
        ...(sent === body ? {} : { 'content-encoding': 'br' }),
        ...(request.url?.startsWith('/_next/static/') ? { 'x-vercel-cache': 'HIT' } : {}),
      });
      response.end(sent);
    });
  });
  asked.on('error', () => response.destroy());
  request.pipe(asked);
}
