import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import {
  askService,
  CancelledError,
  type Clock,
  RemoteError,
  Secret,
  type ServiceAccess,
  serviceUrl,
  silent,
  systemClock,
} from '../src/index.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function access(listener: RequestListener, changes: Partial<ServiceAccess> = {}): Promise<ServiceAccess> {
  const listening = createServer(listener).listen(0, '127.0.0.1');
  servers.push(listening);
  await new Promise((resolve) => listening.once('listening', resolve));
  const apiUrl = new URL(`http://127.0.0.1:${(listening.address() as AddressInfo).port}/base/`);
  const signal = new AbortController().signal;
  const rest = { clock: systemClock, log: silent, signal, fetch, requestTimeoutMs: 60_000 };
  return { token: new Secret('the-token-of-a-test'), apiUrl, ...rest, ...changes };
}

const get = (options: ServiceAccess) =>
  askService('Shop', options, { method: 'GET', url: serviceUrl(options.apiUrl, '/v1/things') });

test('an answer is handed on as it is, whatever its status', async () => {
  const asked: unknown[] = [];
  const options = await access((request, response) => {
    asked.push([request.method, request.url, request.headers.authorization]);
    response.writeHead(404, { 'x-id': '7' }).end('{"a":1}');
  });
  const answer = await get(options);
  expect([answer.status, answer.header('x-id'), answer.body, answer.text]).toEqual([404, '7', { a: 1 }, '{"a":1}']);
  expect(asked).toEqual([['GET', '/base/v1/things', 'Bearer the-token-of-a-test']]);
});

test('what is no JSON has a text alone', async () => {
  const answer = await get(await access((_request, response) => response.end('<html>')));
  expect([answer.body, answer.text]).toEqual([undefined, '<html>']);
});

test('a redirect is not followed: the token is for one host', async () => {
  const asked: unknown[] = [];
  const options = await access((request, response) => {
    asked.push(request.url);
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  expect((await get(options)).status).toBe(302);
  expect(asked).toEqual(['/base/v1/things']);
});

test('no answer before the deadline, or a cut one, may be asked again', async () => {
  const late: Clock = { now: () => 0, sleep: async () => undefined };
  const options = await access(() => undefined, { clock: late });
  await expect(get(options)).rejects.toMatchObject({ service: 'Shop', retryable: true });
  const cut = await access((request) => request.socket.destroy());
  const failed = await get(cut).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(RemoteError);
  expect(failed).toMatchObject({ message: 'Shop: GET /base/v1/things: no answer', retryable: true });
});

test('a cancelled run ends the wait with its own reason', async () => {
  const controller = new AbortController();
  const options = await access(() => controller.abort(new CancelledError('SIGTERM')), { signal: controller.signal });
  await expect(get(options)).rejects.toThrow(CancelledError);
});
