import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type SpawnedAction, spawnAction } from '@lockstep/proving-ground/action';
import { certificate, type Handler, startSite, type TestSite } from '../../../packages/edge/test/site.ts';
import { commit, deployment, healthy } from '../../../packages/health/test/app.ts';

const HEADERS = {
  'content-type': 'text/html',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const shop: Handler = (request, response) => {
  if (request.url === '/api/health')
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(healthy().body));
  else if (request.url === '/') response.writeHead(200, HEADERS).end('<h1>Shop</h1>');
  else response.writeHead(404).end();
};

let site: TestSite;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-edge-'));
  writeFileSync(join(folder, 'ca.pem'), (await certificate()).certificate);
  site = await startSite(shop, { tls: { ALPNProtocols: ['h2', 'http/1.1'] } });
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

function audit(inputs: Readonly<Record<string, string>>): Promise<SpawnedAction> {
  const common = { url: site.url.href, 'http-url': site.httpUrl.href, 'report-directory': join(folder, 'report') };
  return spawnAction('edge-audit', { ...common, ...inputs }, { env: { NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') } });
}

const report = () => JSON.parse(readFileSync(join(folder, 'report', 'checks.json'), 'utf8'));
const TRANSPORT = 'https-redirect\nhsts\nhsts-preload\ntls-*\nobservatory-grade';

test('a site as it should be passes, with its grade', async () => {
  const step = await audit({ checks: TRANSPORT, 'expect-deployment': deployment, 'expect-commit': commit });
  expect(step).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'checks-passed', failed: '0' } });
  expect(step.outputs).toMatchObject({ grade: 'A+', score: '120' });
  const { checks } = report();
  expect(checks.map(({ id }: { id: string }) => id)).toContain('build-identity');
});

test('where another build answers nothing else is looked at', async () => {
  const before = site.asked.length;
  const step = await audit({ checks: TRANSPORT, 'expect-deployment': 'dpl_old' });
  expect(step).toMatchObject({
    status: 1,
    outputs: { verdict: 'fail', reason: 'checks-failed', failed: '1', grade: '' },
  });
  expect(site.asked.slice(before)).toEqual(['GET /api/health']);
});

test('a build that is asked for and not named is unknown', async () => {
  const step = await audit({ checks: 'hsts', 'expect-deployment': deployment, 'identity-path': '/missing' });
  expect(step).toMatchObject({
    status: 1,
    outputs: { verdict: 'unknown', reason: 'checks-unknown', unknown: '2', passed: '0' },
  });
});

test('a failure is red, and told where it is', async () => {
  const step = await audit({ checks: 'http2\nhsts', paths: '/\n/missing' });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'unknown', passed: '2', unknown: '1' } });
  const accept = '- { check: hsts, verdict: unknown, reason: the page is gone, until: 2999-01-01 }';
  expect(await audit({ checks: 'http2\nhsts', paths: '/\n/missing', accept })).toMatchObject({ status: 0 });
});

test('a dry run sends nothing', async () => {
  const before = site.asked.length;
  expect(await audit({ 'dry-run': 'true' })).toMatchObject({ status: 0, outputs: { reason: 'dry-run' } });
  expect(site.asked.length).toBe(before);
});

test('all bad inputs are named at once', async () => {
  const step = await audit({
    paths: 'login\n//other.test',
    'csrf-paths': '/api/profile',
    bursts: 'DELETE /api 5',
    'cors-origins': 'https://app.test/path',
    'other-client': 'no header',
    telemetry: 'beacon',
    'min-grade': 'Z',
    hosts: 'https://other.test',
    'dns-resolvers': 'dns.test',
    accept: '- reason: no check',
  });
  expect(step).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  for (const name of [
    'paths',
    'csrf-paths',
    'bursts',
    'cors-origins',
    'other-client',
    'telemetry',
    'min-grade',
    'hosts',
    'dns-resolvers',
    'accept',
  ])
    expect(step.log).toContain(`input "${name}"`);
  expect(await audit({ checks: 'no-such-check' })).toMatchObject({ outputs: { reason: 'invalid-input' } });
});
