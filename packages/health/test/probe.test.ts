import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { afterEach, describe, expect, test } from '@jest/globals';
import { CancelledError, Secret } from '@lockstep/base';
import { closeServer, listen } from '@lockstep/proving-ground/net';
import { makeCertificate } from '@lockstep/proving-ground/tls';
import type { ProbeExchange } from '../src/exchange.ts';
import { openProber, type ProbeOptions } from '../src/probe.ts';
import { startApp } from './app.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A server that remembers the headers of what it was asked, and answers as configured. */
async function witness(
  answer: (request: IncomingMessage) => { status: number; headers?: Record<string, string>; body?: string },
  server: (handler: Parameters<typeof createHttpServer>[1]) => Server = (handler) => createHttpServer({}, handler),
) {
  const seen: IncomingMessage[] = [];
  const started = server((incoming, outgoing) => {
    seen.push(incoming);
    const { status, headers, body } = answer(incoming);
    outgoing.writeHead(status, headers).end(body);
  });
  const port = await listen(started);
  closing.push(() => closeServer(started));
  return { port, url: `http://127.0.0.1:${port}`, seen };
}

async function ask(url: string, path: string, options: Partial<ProbeOptions> = {}): Promise<ProbeExchange> {
  const target = { origin: new URL(url), host: undefined };
  const prober = openProber({ target, credentials: async () => ({}), ...options });
  try {
    return await prober.ask(path, 2_000, new AbortController().signal);
  } finally {
    prober.close();
  }
}

const credentials = async () => ({ 'x-vercel-protection-bypass': new Secret('bypass-secret') });

describe('a probe', () => {
  test('follows a redirect within the origin, with its credentials', async () => {
    const app = await witness((incoming) =>
      incoming.url === '/a' ? { status: 308, headers: { location: '/a/?x=1' } } : { status: 200, body: '{}' },
    );
    expect(await ask(app.url, '/a', { credentials })).toMatchObject({
      status: 200,
      path: '/a',
      landed: '/a/?x=1',
      redirects: 1,
      credentialed: true,
    });
    expect(app.seen.map((one) => one.headers['x-vercel-protection-bypass'])).toEqual([
      'bypass-secret',
      'bypass-secret',
    ]);
  });

  test.each([
    ['another port', (other: { port: number }) => `http://127.0.0.1:${other.port}/`],
    ['another name of the same address', (other: { port: number }) => `http://localhost:${other.port}/`],
    ['another scheme', (other: { port: number }) => `https://127.0.0.1:${other.port}/`],
    ['a protocol-relative address', (other: { port: number }) => `//127.0.0.1:${other.port}/`],
  ])('never takes its credentials, or itself, to %s', async (_what, location) => {
    const other = await witness(() => ({ status: 200, body: 'welcome' }));
    const app = await witness(() => ({ status: 302, headers: { location: location(other) } }));
    expect(await ask(app.url, '/', { credentials })).toMatchObject({ status: 302, redirects: 0 });
    expect(other.seen).toHaveLength(0);
  });

  test.each(['/\\', '//'])('never takes its credentials, or itself, to what a path names after %s', async (start) => {
    const other = await witness(() => ({ status: 200, body: 'welcome' }));
    const app = await witness(() => ({ status: 200, body: '{}' }));
    expect(await ask(app.url, `${start}127.0.0.1:${other.port}/x?y=1`, { credentials })).toMatchObject({ status: 200 });
    expect(other.seen).toHaveLength(0);
    expect(app.seen.map(({ url }) => url)).toEqual([`//127.0.0.1:${other.port}/x?y=1`]);
  });

  test('follows a redirect within the origin to a path that looks like a host', async () => {
    const other = await witness(() => ({ status: 200, body: 'welcome' }));
    const path = `//127.0.0.1:${other.port}/x?y=1`;
    const app = await witness((incoming) =>
      incoming.url === '/'
        ? { status: 302, headers: { location: `http://${incoming.headers.host}${path}` } }
        : { status: 200 },
    );
    expect(await ask(app.url, '/', { credentials })).toMatchObject({ status: 200, redirects: 1, landed: path });
    expect(other.seen).toHaveLength(0);
    expect(app.seen.map(({ url }) => url)).toEqual(['/', path]);
  });

  test('asks for another host at the same address, and takes its redirects for its own', async () => {
    const app = await witness((incoming) =>
      incoming.url === '/old'
        ? { status: 301, headers: { location: 'http://app.example.com/new' } }
        : { status: 200, body: String(incoming.headers.host) },
    );
    const target = { origin: new URL(app.url), host: 'app.example.com' };
    expect(await ask(app.url, '/old', { target })).toMatchObject({
      status: 200,
      body: 'app.example.com',
      landed: '/new',
    });
  });

  test('stops at once when it is cancelled', async () => {
    const app = await startApp({ '/': () => new Promise(() => undefined) });
    closing.push(() => app.close());
    const stop = new AbortController();
    const prober = openProber({ target: { origin: new URL(app.url), host: undefined }, credentials: async () => ({}) });
    const asked = prober.ask('/', 60_000, stop.signal);
    setTimeout(() => stop.abort(new CancelledError('cancelled by SIGINT')), 20);
    await expect(asked).rejects.toThrow('cancelled by SIGINT');
    prober.close();
  });

  test('opens a connection for each request, or keeps it where times are compared', async () => {
    for (const keepAlive of [false, true]) {
      const ports = new Set<number | undefined>();
      const app = await witness((incoming) => {
        ports.add(incoming.socket.remotePort);
        return { status: 200, body: '{}' };
      });
      const target = { origin: new URL(app.url), host: undefined };
      const prober = openProber({ target, credentials: async () => ({}), keepAlive });
      for (let n = 0; n < 3; n++) await prober.ask('/', 1_000, new AbortController().signal);
      expect(ports.size).toBe(keepAlive ? 1 : 3);
      prober.close();
    }
  });
});

describe('over TLS', () => {
  test('a probe trusts only certificates it can check, and says which fault it met', async () => {
    const { key, certificate } = await makeCertificate(['127.0.0.1']);
    const app = await witness(
      () => ({ status: 200, body: '{}' }),
      (handler) => createTlsServer({ key, cert: certificate }, handler),
    );
    expect(await ask(`https://127.0.0.1:${app.port}`, '/')).toMatchObject({
      kind: 'network',
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
  });
});
