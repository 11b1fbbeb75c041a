import { connect, createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { listen } from '../../src/net/listen.ts';
import { startPostgres } from '../../src/postgres/postgres.ts';
import { startProxy } from '../../src/proxy/proxy.ts';
import { Scope } from '../../src/scope/scope.ts';

describe('a proxy', () => {
  let scope: Scope;
  let echo: number;
  let serverSideGone: Promise<void>;
  const received: Buffer[] = [];
  beforeEach(async () => {
    scope = new Scope();
    received.length = 0;
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      socket.on('error', () => undefined);
      serverSideGone = new Promise((resolve) => socket.on('close', () => resolve()));
      socket.on('data', (chunk) => received.push(chunk));
      socket.pipe(socket);
    });
    scope.defer('echo', () => server.close());
    echo = await listen(server);
  });
  afterEach(() => scope[Symbol.asyncDispose]());

  test('passes bytes on as they are, and the end of each side by itself', async () => {
    const proxy = await startProxy(scope, echo);
    const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
    const sent = 'abc'.repeat(500_000);
    socket.end(sent);
    expect((await text(socket)) === sent).toBe(true);
    expect(proxy.passed).toEqual({ toServer: sent.length, toClient: sent.length });
  });

  test('adds its delay to each direction, and does not slow down what is under way', async () => {
    const proxy = await startProxy(scope, echo, { delayMs: 60 });
    const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
    const started = Date.now();
    const sent = Array.from({ length: 1_000 }, (_, turn) => `${turn};`);
    for (const part of sent) socket.write(part);
    socket.end();
    expect(await text(socket)).toBe(sent.join(''));
    const took = Date.now() - started;
    expect(took).toBeGreaterThanOrEqual(119);
    // One after another it would be two minutes.
    expect(took).toBeLessThan(30_000);
  });

  test('keeps the order of the bytes when the delay changes on the way', async () => {
    const proxy = await startProxy(scope, echo, { delayMs: 80 });
    const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
    socket.write('first ');
    // Real time: the first bytes are on their way by then; were they not, the order would be the same.
    await new Promise((resolve) => setTimeout(resolve, 20));
    proxy.set({});
    socket.end('second');
    expect(await text(socket)).toBe('first second');
  });

  test.each([0, 1, 5, 10])('resets a connection after %d bytes to the server, which still get there', async (bytes) => {
    const proxy = await startProxy(scope, echo, { cutAfterBytes: { toServer: bytes } });
    const socket = connect(proxy.port, '127.0.0.1');
    socket.write('0123456789');
    await expect(new Promise((resolve) => socket.on('error', resolve))).resolves.toMatchObject({ code: 'ECONNRESET' });
    await serverSideGone;
    expect(Buffer.concat(received).toString()).toBe('0123456789'.slice(0, bytes));
    expect(proxy.passed.toServer).toBe(bytes);
  });

  test('cuts what is open when told, and takes new connections', async () => {
    const proxy = await startProxy(scope, echo);
    const socket = connect(proxy.port, '127.0.0.1');
    const cut = new Promise((resolve) => socket.on('error', resolve));
    socket.write('x');
    await new Promise((resolve) => socket.once('data', resolve));
    proxy.cut();
    await expect(cut).resolves.toMatchObject({ code: 'ECONNRESET' });
    const next = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
    next.end('y');
    expect(await text(next)).toBe('y');
  });

  test('resets where nothing listens behind it', async () => {
    const server = createServer();
    const port = await listen(server);
    server.close();
    const proxy = await startProxy(scope, port);
    const socket = connect(proxy.port, '127.0.0.1');
    await expect(new Promise((resolve) => socket.on('error', resolve))).resolves.toMatchObject({ code: 'ECONNRESET' });
  });
});

describe('a PostgreSQL behind a proxy', () => {
  test('a commit can take effect though its answer is lost', async () => {
    await using scope = new Scope();
    const postgres = await startPostgres(scope);
    await postgres.query('create table kept (id int)');
    const proxy = await startProxy(scope, postgres.port);
    const client = new pg.Client({ connectionString: postgres.url().replace(`:${postgres.port}`, `:${proxy.port}`) });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('begin');
    await client.query('insert into kept values (1)');
    proxy.set({ cutAfterBytes: { toClient: 0 } });
    await expect(client.query('commit')).rejects.toThrow();
    expect(await postgres.query('select id from kept')).toEqual([{ id: 1 }]);
  });
});
