import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from '@jest/globals';
import { Scope } from '@lockstep/proving-ground/scope';
import { vercelAsker } from '../src/commands/doctor/askers.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

/** Asks three times a service that answers in this way, and gives what it said and how often it was asked. */
async function askThrice(status: number | undefined) {
  let times = 0;
  const server = createServer((request, response) => {
    times++;
    if (status === undefined) request.socket.destroy();
    else response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  scope.defer('a service', () => new Promise<void>((resolve) => server.close(() => resolve())));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const ask = vercelAsker(url, scope.signal, { VERCEL_TOKEN: 'vercel-token-of-a-test' });
  const answers = [await ask?.('/a'), await ask?.('/b'), await ask?.('/c')];
  return { times, statuses: answers.map((answer) => answer?.status) };
}

test('what answers is asked each question', async () => {
  expect(await askThrice(200)).toEqual({ times: 3, statuses: [200, 200, 200] });
  expect(await askThrice(404)).toEqual({ times: 3, statuses: [404, 404, 404] });
});

test('what does not answer is not asked again', async () => {
  expect(await askThrice(undefined)).toEqual({ times: 1, statuses: [0, 0, 0] });
});
