import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { closeServer, listen } from '../../src/net/listen.ts';
import { Scope } from '../../src/scope/scope.ts';
import { startTraffic } from '../../src/traffic/traffic.ts';
import { staleReads } from '../../src/traffic/visit.ts';

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('the traffic', () => {
  let scope: Scope;
  beforeEach(() => {
    scope = new Scope();
  });
  afterEach(() => scope[Symbol.asyncDispose]());

  async function edge(handler: RequestListener): Promise<number> {
    const server = createServer(handler);
    scope.defer('edge', () => closeServer(server));
    return listen(server);
  }

  test('visits the host it was given, on connections that it keeps', async () => {
    const sockets = new Set<unknown>();
    const seen: IncomingMessage[] = [];
    const port = await edge((incoming, outgoing) => {
      sockets.add(incoming.socket);
      seen.push(incoming);
      outgoing.setHeader('x-lockstep-build', 'v1').end('hello');
    });
    const options = { port, host: 'shop.example', path: '/cart?x=1', connections: 3, maxRequests: 60, pauseMs: 0 };
    const { visits, summary } = await startTraffic(options).ended;
    expect(summary).toMatchObject({ requests: 60, failed: 0, byBuild: { v1: 60 } });
    expect(visits).toHaveLength(60);
    expect(seen[0]).toMatchObject({ method: 'GET', url: '/cart?x=1', headers: { host: 'shop.example' } });
    expect(sockets.size).toBe(3);
  });

  test('sees the change of a build, and no stale read after it', async () => {
    let build: 'v1' | 'v2' = 'v1';
    const answered = { v1: 0, v2: 0 };
    const port = await edge((_, outgoing) => {
      const now = build;
      setTimeout(() => outgoing.setHeader('x-lockstep-build', now).end(() => answered[now]++), 3);
    });
    const traffic = startTraffic({ port, host: 'shop.example', pauseMs: 1 });
    await until(() => answered.v1 > 20);
    build = 'v2';
    const acknowledgedAt = Date.now();
    await until(() => answered.v2 > 20);
    const { visits, summary } = await traffic.stop();
    expect(summary.timeline.map((stretch) => stretch.build)).toEqual(['v1', 'v2']);
    expect(summary.failed).toBe(0);
    expect(staleReads(visits, { build: 'v2', acknowledgedAt })).toEqual([]);
  });

  test('sees an edge that lies about its change', async () => {
    let served = 0;
    const port = await edge((_, outgoing) => {
      outgoing.setHeader('x-lockstep-build', served++ % 2 === 0 ? 'v1' : 'v2').end();
    });
    const traffic = startTraffic({ port, host: 'shop.example', pauseMs: 1 });
    const acknowledgedAt = Date.now();
    await until(() => served > 20);
    const { visits, summary } = await traffic.stop();
    expect(staleReads(visits, { build: 'v2', acknowledgedAt }).length).toBeGreaterThan(0);
    expect(summary.timeline.length).toBeGreaterThan(2);
  });

  test('records every kind of failure, and goes on', async () => {
    let turn = 0;
    const port = await edge((incoming, outgoing) => {
      const kind = turn++ % 4;
      if (kind === 0) outgoing.writeHead(502).end();
      else if (kind === 1) incoming.socket.destroy();
      else if (kind === 2) outgoing.writeHead(200, { 'content-length': '10' }).write('half', () => outgoing.destroy());
      else outgoing.writeHead(200, { 'x-lockstep-build': 'v1', 'content-length': '2' }).write('h'); // and hangs
    });
    const options = { port, host: 'shop.example', connections: 1, maxRequests: 8, pauseMs: 0, timeoutMs: 700 };
    const { summary } = await startTraffic(options).ended;
    expect(summary).toMatchObject({
      requests: 8,
      failed: 8,
      failures: { 'HTTP 502': 2, ECONNRESET: 4, 'no answer within 700 ms': 2 },
      byBuild: {},
    });
  });

  test('does not take for late what came while this process itself stood still', async () => {
    let asked = 0;
    const port = await edge((_, outgoing) => {
      outgoing.setHeader('x-lockstep-build', 'v1').end('hello');
      // Longer than a visit waits: as a checkout, or a busy machine, may hold everything up.
      if (asked++ === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
    });
    const options = { port, host: 'shop.example', connections: 2, maxRequests: 4, pauseMs: 0, timeoutMs: 200 };
    const { summary } = await startTraffic(options).ended;
    expect(summary).toMatchObject({ requests: 4, failed: 0, byBuild: { v1: 4 } });
  });

  test('records that nothing listens', async () => {
    const port = await edge(() => undefined);
    await scope[Symbol.asyncDispose]();
    const { summary } = await startTraffic({ port, host: 'shop.example', maxRequests: 5 }).ended;
    expect(summary.failures).toEqual({ ECONNREFUSED: 5 });
  });

  test('reads the build where it is told to', async () => {
    const port = await edge((_, outgoing) => outgoing.end(JSON.stringify({ build: 'v7' })));
    const buildOf = (_: unknown, body: string) => (JSON.parse(body) as { build: string }).build;
    const { summary } = await startTraffic({ port, host: 'shop.example', maxRequests: 2, buildOf }).ended;
    expect(summary.byBuild).toEqual({ v7: 2 });
  });

  test.each(['time', 'signal', 'scope'])('ends by %s, with the answers that were due', async (by) => {
    let asked = 0;
    const port = await edge((_, outgoing) => {
      asked++;
      setTimeout(() => outgoing.end(), 20);
    });
    const abort = new AbortController();
    const signal = by === 'scope' ? scope.signal : abort.signal;
    const traffic = startTraffic({ port, host: 'shop.example', signal, ...(by === 'time' && { maxMs: 70 }) });
    if (by === 'scope') scope.defer('traffic', () => traffic.ended);
    await until(() => asked >= 4);
    if (by === 'signal') abort.abort();
    if (by === 'scope') await scope[Symbol.asyncDispose]();
    const { summary } = await traffic.ended;
    // One under way on each of four connections, however busy the machine is.
    expect(summary.requests).toBeGreaterThanOrEqual(4);
    expect(summary.failed).toBe(0);
  });
});
