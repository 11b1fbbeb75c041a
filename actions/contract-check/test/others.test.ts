import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { listen } from '@lockstep/proving-ground/net';
import { borrowPostgres, type Postgres, supabaseRoles } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const scope = new Scope();
let postgres: Postgres;
let server: Server;
let origin: string;
beforeAll(async () => {
  postgres = await borrowPostgres(scope, { seed: supabaseRoles });
  server = createServer((request, response) => {
    if (request.method === 'POST') response.writeHead(request.url === '/open' ? 200 : 400).end();
    else response.end(JSON.stringify({ metadata: { version: '2.3.0' } }));
  });
  await listen(server);
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await scope[Symbol.asyncDispose]();
});

const DATA = 'checks:\n  - { name: one, query: select 1 as n, expect: "= 1" }\n';

async function step(inputs: Readonly<Record<string, string>>, data = DATA) {
  const cwd = scope.folder('lockstep-others-');
  writeFileSync(join(cwd, 'data.yml'), data);
  const given = {
    requires: 'backend: ">=2.3"',
    'health-url': `${origin}/health`,
    webhooks: `- url: ${origin}/stripe`,
    'webhook-secret': 'whsec_of-the-test',
    'data-checks': 'data.yml',
    'row-security': 'public',
    'database-url': postgres.url(),
    ...inputs,
  };
  const { outputs, status } = await spawnAction('contract-check', given, { cwd, temp: scope.folder('lockstep-temp-') });
  return { status, ...outputs };
}

test('what is as it should be passes', async () => {
  expect(await step({})).toMatchObject({ status: 0, verdict: 'pass', passed: '6' });
});

test.each([
  ['a backend that is not live yet', { requires: 'backend: ">=2.4"' }, 'fail', DATA],
  ['a webhook that accepts anything', { webhooks: 'OPEN' }, 'fail', DATA],
  ['a rule of data that does not hold', {}, 'fail', DATA.replace('= 1', '= 2')],
  ['a webhook without its secret', { 'webhook-secret': '' }, 'unknown', DATA],
  ['a health route that is not there', { 'health-url': 'http://127.0.0.1:9/health' }, 'unknown', DATA],
])('%s does not pass', async (_, inputs, verdict, data) => {
  const { webhooks } = inputs as { readonly webhooks?: string };
  const given = webhooks === 'OPEN' ? { webhooks: `- url: ${origin}/open` } : inputs;
  expect(await step(given as Readonly<Record<string, string>>, data)).toMatchObject({ status: 1, verdict });
});

test.each([
  { 'health-url': '' },
  { 'health-url': 'https://me:secret@api.example.com/' },
  { 'database-url': '' },
  { requires: 'backend: soon' },
  { webhooks: '- 1' },
])('inputs that do not fit are refused: %j', async (inputs) => {
  expect(await step(inputs)).toMatchObject({ status: 1, reason: 'invalid-input' });
});
