import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemClock } from '@lockstep/base';
import { followLinks, type LinkTools } from '../../src/documents/links/follow-links.ts';
import { anchorsOf, placeOfLink } from '../../src/documents/links/link-answer.ts';
import { linkFindings } from '../../src/documents/links/link-findings.ts';
import { readDocument } from '../../src/documents/read-document.ts';

let server: Server;
let base: string;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const path = (request.url ?? '').split('?')[0];
    if (path === '/silent') return;
    if (path === '/cut') return void request.socket.destroy();
    if (path === '/moved') return void response.writeHead(301, { location: '/there' }).end();
    if (path === '/round') return void response.writeHead(302, { location: '/round' }).end();
    if (path === '/only-get' && request.method === 'HEAD') return void response.writeHead(405).end();
    const statuses: Record<string, number> = { '/gone': 410, '/none': 404, '/private': 403, '/broken': 500 };
    response.writeHead(statuses[path ?? ''] ?? 200).end('text');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const files: Readonly<Record<string, readonly string[]>> = {
  'docs/plan.md': ['Plan', 'Who decides?', 'Plan'],
  'docs/other.md': ['Other'],
  'README.md': ['Readme'],
  'supabase/erasures.sql': [],
};

const tools = (): LinkTools => ({
  fetch: globalThis.fetch,
  clock: systemClock,
  signal: new AbortController().signal,
  timeoutMs: 1_000,
  headingsIn: (file) => files[file],
});

const follow = async (target: string, change: Partial<LinkTools> = {}) => {
  const document = readDocument('docs/plan.md', `# Plan\n\n[x](<${target}>)\n`);
  const answers = await followLinks([document], { ...tools(), ...change });
  return linkFindings(document, answers);
};

test.each([
  ['/there', 'pass', 'links-alive'],
  ['/moved', 'pass', 'links-alive'],
  ['/only-get', 'pass', 'links-alive'],
  ['/none', 'fail', 'link-dead'],
  ['/gone', 'fail', 'link-dead'],
  ['/private', 'unknown', 'link-unclear'],
  ['/broken', 'unknown', 'link-unclear'],
  ['/cut', 'unknown', 'link-unclear'],
  ['/round', 'unknown', 'link-unclear'],
])('an address: %s is %s', async (path, verdict, code) => {
  expect(await follow(`${base}${path}`)).toMatchObject([{ verdict, code, ...(verdict === 'pass' ? {} : { line: 3 }) }]);
});

test('an address that does not answer is not waited for beyond its time, and is not dead', async () => {
  const hasty = {
    ...systemClock,
    sleep: (ms: number, signal?: AbortSignal) => systemClock.sleep(Math.min(ms, 20), signal),
  };
  expect(await follow(`${base}/silent`, { clock: hasty })).toMatchObject([
    { verdict: 'unknown', code: 'link-unclear', measured: 'the answer took longer than 1 s' },
  ]);
});

test('a cancellation ends it', async () => {
  const stop = new AbortController();
  const gone = follow(`${base}/silent`, { signal: stop.signal, timeoutMs: 60_000 });
  stop.abort(new Error('cancelled by a person'));
  await expect(gone).rejects.toThrow('cancelled by a person');
});

test('a host that no one knows is dead; a name server that does not answer is no proof', async () => {
  const failing = (code: string) => async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  };
  expect(await follow('https://no-such-host.example/', { fetch: failing('ENOTFOUND') })).toMatchObject([
    { code: 'link-dead' },
  ]);
  expect(await follow('https://no-such-host.example/', { fetch: failing('EAI_AGAIN') })).toMatchObject([
    { code: 'link-unclear' },
  ]);
});

test('what GitHub calls not found may be private', async () => {
  const missing = async () => new Response(null, { status: 404 });
  expect(await follow('https://github.com/acme/secret', { fetch: missing })).toMatchObject([{ code: 'link-unclear' }]);
  expect(await follow('https://shop.example/secret', { fetch: missing })).toMatchObject([{ code: 'link-dead' }]);
});

test.each([
  ['other.md', 'pass'],
  ['other.md#other', 'pass'],
  ['#who-decides', 'pass'],
  ['#plan-1', 'pass'],
  ['../README.md', 'pass'],
  ['/supabase/erasures.sql#L3', 'pass'],
  ['missing.md', 'fail'],
  ['other.md#who-decides', 'fail'],
  ['#no-one', 'fail'],
  ['../../elsewhere.md', 'fail'],
  ['//shop.example/x', 'fail'],
  ['http://', 'fail'],
])('a path: %s is %s', async (target, verdict) => {
  expect(await follow(target)).toMatchObject([{ verdict }]);
});

test('mail addresses and telephone numbers are not tried', async () => {
  expect(await follow('mailto:ops@example.com')).toMatchObject([{ verdict: 'pass', measured: '0 links' }]);
  expect(placeOfLink('tel:+49123', 'a.md')).toEqual({ kind: 'other' });
});

test('an address is asked once, whatever documents name it, and a secret in it is not repeated', async () => {
  const address = `${base}/none?token=hidden`;
  const documents = ['a.md', 'b.md'].map((file) => readDocument(file, `[x](${address}#there)\n`));
  asked.length = 0;
  const answers = await followLinks(documents, tools());
  expect(asked.filter((one) => one.includes('/none'))).toEqual(['HEAD /none?token=hidden', 'GET /none?token=hidden']);
  const findings = documents.flatMap((document) => linkFindings(document, answers));
  expect(findings.map(({ what }) => what)).toEqual([`${base}/none`, `${base}/none`]);
  expect(JSON.stringify(findings)).not.toContain('hidden');
});

test('anchors as GitHub makes them', () => {
  expect([...anchorsOf(['Who decides?', 'Who decides?', 'RTO & RPO', 'Résumé'])]).toEqual([
    'who-decides',
    'who-decides-1',
    'rto--rpo',
    'résumé',
  ]);
});
