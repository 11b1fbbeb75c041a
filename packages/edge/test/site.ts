import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, LookupFunction, Server } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { Secret } from '@lockstep/base';
import { closeServer, listen } from '@lockstep/proving-ground/net';
import { type Certificate, makeCertificate } from '@lockstep/proving-ground/tls';
import { type Audited, type AuditOptions, auditEdge, type EdgePlan } from '../src/index.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A real server over TLS, and one over plain HTTP beside it. */
export interface TestSite extends AsyncDisposable {
  readonly url: URL;
  readonly httpUrl: URL;
  /** `METHOD path` of every request over TLS. */
  readonly asked: readonly string[];
  /** What the site's audit finds, by default of its page `/`. */
  readonly audit: (plan?: Partial<EdgePlan>, options?: Partial<AuditOptions>) => Promise<Audited>;
}

export interface SiteOptions {
  readonly plain?: Handler;
  readonly tls?: TlsOptions;
  readonly certificate?: Certificate;
  /** An address of IPv6 of this machine; by default 127.0.0.1. */
  readonly host?: string;
}

let shared: Promise<Certificate> | undefined;

/** For 127.0.0.1, and for a year. */
export function certificate(): Promise<Certificate> {
  shared ??= makeCertificate(['127.0.0.1']);
  return shared;
}

export async function startSite(handler: Handler, options: SiteOptions = {}): Promise<TestSite> {
  const { key, certificate: cert } = options.certificate ?? (await certificate());
  const asked: string[] = [];
  const secure = createSecureServer({ key, cert, ...options.tls }, (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    handler(request, response);
  });
  const { host } = options;
  const port = host === undefined ? await listen(secure) : await listenOn(secure, host);
  const url = new URL(`https://${host === undefined ? '127.0.0.1' : `[${host}]`}:${port}/`);
  const plain = createServer(options.plain ?? ((_request, response) => redirectTo(response, url.href)));
  const httpUrl = new URL(`http://127.0.0.1:${await listen(plain)}/`);
  return {
    url,
    httpUrl,
    asked,
    audit: (plan = {}, more = {}) => auditEdge({ ...planFor(url, httpUrl), ...plan }, { ...worldFor(cert), ...more }),
    [Symbol.asyncDispose]: async () => {
      await closeServer(secure);
      await closeServer(plain);
    },
  };
}

async function listenOn(server: Server, host: string): Promise<number> {
  server.listen(0, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

export function redirectTo(response: ServerResponse, location: string, status = 308): void {
  response.writeHead(status, { location }).end();
}

/** Answers every path with one page. */
export function page(headers: Readonly<Record<string, string | string[]>>, html = '<h1>Shop</h1>'): Handler {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html);
  };
}

export function planFor(url: URL, httpUrl: URL): EdgePlan {
  return {
    url,
    httpUrl,
    environment: 'preview',
    paths: ['/'],
    hosts: [],
    skipPaths: [],
    checks: [],
    minTls: 'TLSv1.2',
    minDaysLeft: 21,
    minGrade: 'B+',
    csp: 'balanced',
    apiPaths: [],
    corsOrigins: [],
    csrfPaths: [],
    bursts: [],
    otherClient: [],
    probeProduction: false,
    beacons: [],
    dns: { resolvers: [], maxTtlSeconds: 3600, expect: [], authority: [] },
  };
}

export function worldFor(ca: string): AuditOptions {
  return {
    requestTimeoutMs: 10_000,
    mostRequests: 300,
    bypass: new Secret(''),
    nowMs: Date.now(),
    ca: [ca],
    signal: new AbortController().signal,
  };
}

/** Every name is on this machine. */
export const toLoopback: LookupFunction = (_name, options, callback) =>
  options.all === true ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4);

/** What a check found, each in short: its verdict and reason, and of a gap whether the caller chose it. */
export function outcomes({ checks, gaps }: Audited, id: string): readonly string[] {
  return [
    ...checks.filter((one) => one.id === id).map(({ verdict, reason }) => `${verdict} ${reason}`),
    ...gaps.filter((one) => one.id === id).map(({ chosen }) => (chosen ? 'left out' : 'not verified')),
  ];
}
