import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { edgeChecks } from '../../../packages/edge/src/index.ts';
import { certificate, type Handler, page, startSite } from '../../../packages/edge/test/site.ts';
import { deployment, healthy } from '../../../packages/health/test/app.ts';
import { thinned as test } from '../../../test/e2e/sampled.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-edge-words-'));
  writeFileSync(join(folder, 'ca.pem'), (await certificate()).certificate);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What differs from run to run, by what it is. */
function steady(text: string): string {
  return text
    .replace(/127\\?\.0\.0\.1:\d+/g, 'HOST')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replace(/\b\d{4}-\d\d-\d\d\b/g, 'DAY')
    .replace(/\b\d+ days left/g, 'N days left')
    .replaceAll(folder, 'FOLDER');
}

/** What people read of a step. All sentences of this action are asserted here, and only here. */
async function wordsOf(inputs: Readonly<Record<string, string>>) {
  const step = await spawnAction(
    'edge-audit',
    { 'report-directory': join(folder, 'report'), ...inputs },
    { env: { NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') } },
  );
  return {
    end: steady(step.log.split('\n').findLast((line) => line.startsWith('edge-audit: ')) ?? ''),
    annotations: step.annotations.map(({ level, title, message }) =>
      steady(`${level}${title === undefined ? '' : ` ${title}`}: ${message.split('\n')[0]}`),
    ),
    result: steady(step.outputs['result'] ?? ''),
    section: steady(step.outputs['section'] ?? ''),
    summary: steady(step.summary),
  };
}

const GOOD = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' };
const shop =
  (headers: Record<string, string>): Handler =>
  (request, response) => {
    if (request.url === '/api/health')
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(healthy().body));
    else page(headers)(request, response);
  };
const wall: Handler = (_, response) => void response.writeHead(401).end();
const SOME = { checks: 'https-redirect\nhsts*\ncookies\ntls-*' };

test.each<[string, Handler, Readonly<Record<string, string>>]>([
  ['all is well', shop(GOOD), { ...SOME, 'expect-deployment': deployment }],
  ['headers are missing', shop({ 'set-cookie': 'session=1' }), SOME],
  [
    'a failure is accepted',
    shop({}),
    { ...SOME, accept: '- { check: hsts, reason: from next week, until: 2999-01-01 }' },
  ],
  ['a wall answers', wall, SOME],
  ['another build answers', shop(GOOD), { ...SOME, 'expect-deployment': 'dpl_other' }],
  ['nothing is to be asked', shop(GOOD), { ...SOME, 'dry-run': 'true' }],
  ['inputs are wrong', shop(GOOD), { checks: 'no-such-check' }],
])('%s', async (_, handler, inputs) => {
  await using site = await startSite(handler);
  expect(await wordsOf({ url: site.url.href, 'http-url': site.httpUrl.href, ...inputs })).toMatchSnapshot();
});

test('the README has a row for every check', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  for (const { id, title, expected } of edgeChecks)
    expect(readme).toContain(`| \`${id}\` | ${title} | ${expected.replaceAll('|', '\\|')} |`);
});
