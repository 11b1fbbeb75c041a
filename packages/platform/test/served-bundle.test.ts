import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemClock } from '@lockstep/base';
import { listen } from '@lockstep/proving-ground/net';
import { readBundleDirectory, readServedBundle } from '../src/bundle/read.ts';

const pages: Readonly<Record<string, string>> = {
  '/own': '<script src="/a.js"></script>',
  '/elsewhere': '<script src="https://cdn.example/a.js"></script>',
  '/gone': '<script src="/missing.js"></script>',
  '/endless': '<script src="/endless.js"></script>',
  '/a.js': 'const url = "[SENSITIVE]"',
};
const CHUNK = Buffer.alloc(256 * 1024, 'a');
let sent = 0;
const server = createServer((request, response) => {
  if (request.url === '/endless.js') {
    const send = () => {
      while (!response.destroyed && response.write(CHUNK)) sent += CHUNK.length;
    };
    response.on('drain', send);
    send();
    return;
  }
  const page = pages[request.url ?? ''];
  response.writeHead(page === undefined ? 404 : 200).end(page);
});
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-bundle-'));
  await listen(server);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await new Promise((resolve) => server.close(resolve));
});

function read(path: string) {
  const url = new URL(path, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const signal = new AbortController().signal;
  return readServedBundle({ url, fetch, timeoutMs: 30_000, clock: systemClock, signal, bypass: '' });
}

test.each([
  ['/own', 'read'],
  ['/elsewhere', 'withheld'],
  ['/gone', 'no-answer'],
  ['/nothing', 'no-answer'],
])('what browsers load from %s is %s: a page without its scripts proves nothing', async (path, kind) => {
  expect((await read(path)).kind).toBe(kind);
});

test('a script without an end is read to the limit, and no further', async () => {
  expect((await read('/endless')).kind).toBe('no-answer');
  // What is under way in the sockets is sent besides.
  expect(sent).toBeLessThan(64 * 1024 * 1024);
});

test('a directory that is called like a script is none, and what it holds is read', () => {
  mkdirSync(join(folder, 'chart.js'));
  writeFileSync(join(folder, 'chart.js', 'index.js'), '"[SENSITIVE]"');
  writeFileSync(join(folder, 'app.mjs'), '');
  expect(readBundleDirectory(folder)).toMatchObject({
    kind: 'read',
    value: { files: 2, withPlaceholder: ['chart.js/index.js'] },
  });
});

test('the data of pages is read too: browsers load it', () => {
  const data = join(folder, '_next', 'data', 'id');
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, 'index.json'), '{"pageProps":{"key":"sb_secret_abcdefghijklmnop"}}');
  writeFileSync(join(folder, 'login.rsc'), '0:["[SENSITIVE]"]');
  const read = readBundleDirectory(folder);
  rmSync(join(folder, '_next'), { recursive: true });
  rmSync(join(folder, 'login.rsc'));
  expect(read).toMatchObject({
    kind: 'read',
    value: {
      withServerKey: ['_next/data/id/index.json'],
      withPlaceholder: expect.arrayContaining(['login.rsc']),
    },
  });
});

test('a build that cannot be read whole is not known', () => {
  symlinkSync(join(folder, 'nowhere'), join(folder, 'gone.js'));
  expect(readBundleDirectory(folder)).toMatchObject({ kind: 'withheld' });
  expect(readBundleDirectory(join(folder, 'none'))).toMatchObject({ kind: 'withheld' });
});
