import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemClock } from '@lockstep/base';
import { listen } from '@lockstep/proving-ground/net';
import { readServedBundle } from '../src/bundle/read.ts';

const pages: Readonly<Record<string, string>> = {
  '/own': '<script src="/a.js"></script>',
  '/elsewhere': '<script src="https://cdn.example/a.js"></script>',
  '/gone': '<script src="/missing.js"></script>',
  '/a.js': 'const url = "[SENSITIVE]"',
};
const server = createServer((request, response) => {
  const page = pages[request.url ?? ''];
  response.writeHead(page === undefined ? 404 : 200).end(page);
});
beforeAll(() => listen(server));
afterAll(() => new Promise((resolve) => server.close(resolve)));

test.each([
  ['/own', 'read'],
  ['/elsewhere', 'withheld'],
  ['/gone', 'no-answer'],
  ['/nothing', 'no-answer'],
])('what browsers load from %s is %s: a page without its scripts proves nothing', async (path, kind) => {
  const url = new URL(path, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const signal = new AbortController().signal;
  const part = await readServedBundle({ url, fetch, timeoutMs: 30_000, clock: systemClock, signal, bypass: '' });
  expect(part.kind).toBe(kind);
});
