import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Guard, startGuard } from '../../src/rehearsal/guard.ts';
import { Scope } from '../../src/scope/scope.ts';

let scope: Scope;
let guard: Guard;
beforeEach(async () => {
  scope = new Scope();
  guard = await startGuard(scope, ['packages.example']);
});
afterEach(() => scope[Symbol.asyncDispose]());

function node(code: string) {
  const env = { PATH: process.env['PATH'], ...guard.env };
  return spawnSync(process.execPath, ['-e', code], { env, encoding: 'utf8', timeout: 20_000 });
}

describe('what would leave this machine is refused, and written down', () => {
  test.each<[string, string, string]>([
    ['fetch', 'fetch("https://app.example/x").catch((e) => console.log(e.cause.code))', 'app.example'],
    ['https', 'require("https").get("https://a.example").on("error", (e) => console.log(e.code))', 'a.example'],
    [
      'a socket by address',
      'require("net").connect(443, "192.0.2.1").on("error", (e) => console.log(e.code))',
      '192.0.2.1',
    ],
    [
      'a socket by IPv6',
      'require("net").connect({ port: 1, host: "2001:db8::1" }).on("error", (e) => console.log(e.code))',
      '2001:db8::1',
    ],
    ['TLS', 'require("tls").connect(443, "b.example").on("error", (e) => console.log(e.code))', 'b.example'],
    ['a name', 'require("dns").lookup("c.example", (e) => console.log(e.code))', 'c.example'],
    ['a name, later', 'require("dns/promises").resolve4("d.example").catch((e) => console.log(e.code))', 'd.example'],
    [
      'a packet',
      'const s = require("dgram").createSocket("udp4"); s.send("x", 53, "192.0.2.2", (e) => { console.log(e.code); s.close(); })',
      '192.0.2.2',
    ],
    [
      'a child of it',
      'console.log(require("child_process").spawnSync(process.execPath, ["-e", `fetch("http://e.example").catch((e) => console.log(e.cause.code))`], { encoding: "utf8" }).stdout)',
      'e.example',
    ],
    [
      'the registry, by whoever is no package manager',
      'fetch("https://packages.example/x").catch((e) => console.log(e.cause.code))',
      'packages.example',
    ],
  ])('%s', (_what, code, host) => {
    const { stdout, stderr } = node(code);
    expect(stderr).toBe('');
    expect(stdout.trim()).toBe('ERR_OUTSIDE_OF_REHEARSAL');
    expect(guard.attempts().map((attempt) => attempt.host)).toEqual([host]);
  });

  test.each([
    ['git@github.example:acme/shop.git', 'github.example', 22],
    ['ssh://git@github.example:2222/acme/shop.git', 'github.example', 2222],
  ])('git, of %s', (url, host, port) => {
    const env = { PATH: process.env['PATH'], ...guard.env };
    const { status, stderr } = spawnSync('git', ['ls-remote', url], { env, encoding: 'utf8', timeout: 20_000 });
    expect(stderr).not.toBe('');
    expect(status).not.toBe(0);
    expect(guard.attempts()).toMatchObject([{ host, port }]);
  });

  test('git by its own protocol, which nothing could write down', async () => {
    let connections = 0;
    const server = createTcpServer((socket) => {
      connections++;
      socket.destroy();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const env = { PATH: process.env['PATH'], ...guard.env };
    const git = spawn('git', ['ls-remote', `git://127.0.0.1:${port}/x`], { env, stdio: 'ignore' });
    expect(await new Promise((done) => git.once('close', done))).not.toBe(0);
    await new Promise((done) => server.close(done));
    expect(connections).toBe(0);
  });

  test('a program that is told of a proxy', async () => {
    const asked = async (path: string, method: string) => {
      const { hostname, port } = new URL(String(guard.env['https_proxy']));
      const proxy = request({ hostname, port, path, method });
      const [answer] = (await once(proxy.end(), method === 'CONNECT' ? 'connect' : 'response')) as [IncomingMessage];
      return answer.statusCode;
    };
    expect(await asked('f.example:443', 'CONNECT')).toBe(403);
    expect(await asked('http://g.example/x', 'GET')).toBe(403);
    expect(guard.attempts()).toMatchObject([{ host: 'f.example', port: 443 }, { host: 'g.example' }]);
  });
});

test('what stays on this machine goes through, by whatever name', async () => {
  const server = createServer((_request, response) => response.end('here'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  scope.defer('server', () => new Promise((done) => server.close(done)));
  const { port } = server.address() as AddressInfo;
  const urls = ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${port}`);
  const asked = urls.map((url) => `(await (await fetch("${url}")).text())`).join(' + ');
  const { NODE_OPTIONS: _none, ...rest } = process.env;
  const child = spawn(process.execPath, ['-e', `(async () => console.log(${asked}))()`], {
    env: { ...rest, ...guard.env },
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  await new Promise((done) => child.once('close', done));
  expect(said.trim()).toBe('herehere');
  expect(guard.attempts()).toEqual([]);
});

test('whoever waits for an attempt hears of it', async () => {
  const heard = new Promise((resolve) => guard.onAttempt(resolve));
  node('fetch("https://g.example").catch(() => undefined)');
  await expect(heard).resolves.toMatchObject({ host: 'g.example', port: 443 });
});
