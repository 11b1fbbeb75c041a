import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { serve } from '@lockstep/proving-ground/http';
import { closeServer, listen } from '@lockstep/proving-ground/net';
import { makeCertificate } from '@lockstep/proving-ground/tls';
import { actionNode } from '@lockstep/workflow-runner/action';
import { healthy, startApp } from '../../../packages/health/test/app.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function open(server: Server): Promise<number> {
  const port = await listen(server);
  closing.push(() => closeServer(server));
  return port;
}

const quick = { interval: '20ms', deadline: '5s' };

test('over TLS the gate asks for the host, checks the certificate and reads its end', async () => {
  const { key, certificate } = await makeCertificate(['app.example.com']);
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-tls-'));
  closing.push(() => rmSync(folder, { recursive: true }));
  const trusted = join(folder, 'ca.pem');
  writeFileSync(trusted, certificate);
  const hosts: (string | undefined)[] = [];
  const port = await open(
    createTlsServer({ key, cert: certificate }, (incoming, outgoing) => {
      hosts.push(incoming.headers.host);
      outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(healthy().body));
    }),
  );
  const url = `https://127.0.0.1:${port}`;
  const ask = (conditions: string, host: string) =>
    spawnAction('health-gate', { ...quick, url, host, conditions }, { env: { NODE_EXTRA_CA_CERTS: trusted } });
  expect((await ask('[CERTIFICATE_EXPIRATION] > 300d', 'app.example.com')).outputs).toMatchObject({
    reason: 'passed',
  });
  expect((await ask('[CERTIFICATE_EXPIRATION] > 400d', 'app.example.com')).outputs).toMatchObject({
    verdict: 'fail',
    reason: 'contract-violation',
  });
  expect(hosts.every((host) => host === 'app.example.com')).toBe(true);
  const wrong = await ask('[STATUS] == 200', 'other.example.com');
  expect(wrong.outputs).toMatchObject({ verdict: 'unknown', reason: 'unreachable' });
  expect(wrong.log).toContain('ERR_TLS_CERT_ALTNAME_INVALID');
});

/** Node 20 knows no proxies; the runner's Node 24 does, and the bundle runs on it where it is installed. */
const knowsProxies = actionNode() !== process.execPath || Number.parseInt(process.versions.node, 10) >= 24;

describe('a proxy', () => {
  if (!knowsProxies) {
    test('is named where this Node cannot use it', async () => {
      const env = { HTTP_PROXY: 'http://127.0.0.1:9' };
      const gate = await spawnAction('health-gate', { ...quick, url: 'http://127.0.0.1:9', interval: '1ms' }, { env });
      expect(gate.log).toContain('cannot use the proxy');
    });
    return;
  }

  async function proxyTo(port: number) {
    const asked: string[] = [];
    const proxy = createServer((incoming, outgoing) => {
      asked.push(`${incoming.method} ${incoming.url}`);
      const path = new URL(incoming.url ?? '').pathname;
      const onward = request({ port, host: '127.0.0.1', path, headers: incoming.headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.end();
    });
    proxy.on('connect', (incoming, socket, head) => {
      asked.push(`CONNECT ${incoming.url}`);
      const onward = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        onward.write(head);
        onward.pipe(socket).pipe(onward);
      });
      // A tunnel is no longer the server's own: it would not end with it.
      closing.push(() => void socket.destroy());
      onward.on('error', () => socket.destroy());
      socket.on('error', () => onward.destroy());
    });
    return { asked, url: `http://127.0.0.1:${await open(proxy)}` };
  }

  test('is used where HTTP_PROXY names one, also for a host that only it can find', async () => {
    const app = await startApp({ '/api/health': () => healthy() });
    closing.push(() => app.close());
    const proxy = await proxyTo(app.port);
    const gate = await spawnAction(
      'health-gate',
      { ...quick, url: 'http://app.invalid' },
      { env: { HTTP_PROXY: proxy.url } },
    );
    expect(gate.outputs).toMatchObject({ verdict: 'pass' });
    expect(proxy.asked.length).toBeGreaterThanOrEqual(4);
  });

  test('is used for HTTPS by tunnel', async () => {
    const { key, certificate } = await makeCertificate(['app.invalid']);
    const folder = mkdtempSync(join(tmpdir(), 'lockstep-tls-'));
    closing.push(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'ca.pem'), certificate);
    const port = await open(
      createTlsServer({ key, cert: certificate }, (_, outgoing) => {
        outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(healthy().body));
      }),
    );
    const proxy = await proxyTo(port);
    const env = { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') };
    const gate = await spawnAction('health-gate', { ...quick, url: 'https://app.invalid' }, { env });
    expect(gate.outputs).toMatchObject({ verdict: 'pass' });
    expect(proxy.asked).toContain('CONNECT app.invalid:443');
  });

  test('is left alone for hosts that NO_PROXY names', async () => {
    const app = await startApp({ '/api/health': () => healthy() });
    closing.push(() => app.close());
    const proxy = await proxyTo(app.port);
    const env = { HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' };
    expect((await spawnAction('health-gate', { ...quick, url: app.url }, { env })).outputs).toMatchObject({
      verdict: 'pass',
    });
    expect(proxy.asked).toHaveLength(0);
  });
});

describe("GitHub's OIDC token", () => {
  test('is fetched once, masked, sent to the application alone, and names its audience', async () => {
    const token = 'eyJhbGciOi.eyJhdWQiOi.c2lnbmF0dXJl';
    const asked: string[] = [];
    const github = await serve(
      'oidc',
      (incoming) => {
        asked.push(`${incoming.headers.authorization} ${incoming.query.get('audience')}`);
        return { status: 200, body: { value: token } };
      },
      new Faults(),
    );
    closing.push(() => github.close());
    const seen: unknown[] = [];
    const app = await startApp({
      '/api/health': (incoming) => {
        seen.push(incoming.headers['x-vercel-trusted-oidc-idp-token']);
        return healthy();
      },
    });
    closing.push(() => app.close());
    const gate = await spawnAction(
      'health-gate',
      { ...quick, url: app.url, 'trusted-sources': 'true', 'trusted-audience': 'https://github.com/o' },
      {
        env: {
          ACTIONS_ID_TOKEN_REQUEST_URL: `${github.url}/token?api-version=2.0`,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
        },
      },
    );
    expect(gate.outputs).toMatchObject({ verdict: 'pass' });
    expect(asked).toEqual(['Bearer request-token https://github.com/o']);
    expect(new Set(seen)).toEqual(new Set([token]));
    expect(gate.output).toContain(`::add-mask::${token}`);
    expect(gate.log).not.toContain(token);
  });

  test('that the job may not have is named with the permission it lacks', async () => {
    const gate = await spawnAction('health-gate', { ...quick, url: 'http://127.0.0.1:9', 'trusted-sources': 'true' });
    expect(gate.outputs).toMatchObject({ verdict: 'unknown', reason: 'remote-error' });
    expect(gate.log).toContain('id-token: write');
  });
});
