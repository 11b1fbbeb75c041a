import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { Secret, silent } from '@lockstep/base';
import { createGitHubClient, type Ledger, openLedger, type ReleasePayload } from '@lockstep/github';
import { spawnAction } from '@lockstep/proving-ground/action';
import { hastyClock } from '@lockstep/proving-ground/clock';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import { listen } from '@lockstep/proving-ground/net';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const scope = new Scope();
let github: GitHub;
let ledger: Ledger;
let health: Server;
let healthUrl: string;
let commits: string[];
let token: string;

beforeAll(async () => {
  github = await startGitHub({ faults: new Faults() });
  const api = github.repository('acme/api');
  commits = [api.commit(), api.commit()];
  const permissions = { deployments: 'write', actions: 'read', contents: 'read' } as const;
  token = github.token({ repository: 'acme/api', permissions, login: 'github-actions[bot]' });
  const client = createGitHubClient({
    ...{ token: new Secret(token), apiUrl: github.url, repository: { owner: 'acme', repo: 'api' }, log: silent },
    ...{ clock: hastyClock(50), signal: new AbortController().signal },
  });
  ledger = openLedger({ github: client, creator: 'github-actions[bot]' });
  health = createServer((_, response) => response.end(JSON.stringify({ metadata: { version: '2.4.0' } })));
  await listen(health);
  healthUrl = `http://127.0.0.1:${(health.address() as AddressInfo).port}/health`;
});
afterAll(async () => {
  health.close();
  await github.close();
  github.expectNoViolations();
  await scope[Symbol.asyncDispose]();
});

const release = (id: string, commit: string): ReleasePayload => ({
  ...{ kind: 'lockstep-release/1', id, service: 'api', actor: 'octocat', databaseVersion: null, adopted: false },
  author: { runId: 1, runAttempt: 1, url: 'https://github.example/acme/api/actions/runs/1/attempts/1' },
  candidate: { deployment: `dpl_${id}`, commit },
  before: { deployment: null, commit: null, release: null },
});

async function step(contains: string, inputs: Readonly<Record<string, string>> = {}) {
  const given = {
    requires: `backend: { needs: ">=2.4", ledger: { repository: acme/api, service: api, contains: ${contains} } }`,
    'health-url': healthUrl,
    'ledger-token': token,
    ...inputs,
  };
  const { annotations, outputs, status, summary } = await spawnAction('contract-check', given, {
    github: { api_url: github.url },
    temp: scope.folder('temp-'),
  });
  return { status, ...outputs, summary, said: annotations.map(({ message }) => message).join('\n') };
}

test('what is required was released, and committed, with what it must contain', async () => {
  const [old = '', newer = ''] = commits;
  expect(await step(old)).toMatchObject({ status: 1, verdict: 'fail', said: expect.stringContaining('backend') });
  const first = await ledger.begin('production', old, release('r1', old));
  // It answers with its version already: while it is being watched it may still be rolled back.
  expect(await step(old)).toMatchObject({ status: 1, verdict: 'unknown', passed: '1', unknown: '1' });
  await ledger.markReleased(first, 'dpl_r1');
  expect(await step(old)).toMatchObject({
    ...{ status: 0, verdict: 'pass', passed: '2' },
    ...{ 'release-order': 'backend, then this release', 'rollback-order': 'this release, then backend' },
    summary: expect.stringContaining('this release, then backend'),
  });
  expect(await step(newer)).toMatchObject({ status: 1, verdict: 'fail', failed: '1', passed: '1' });
  await ledger.markReleased(await ledger.begin('production', newer, release('r2', newer)), 'dpl_r2');
  expect(await step(newer)).toMatchObject({ status: 0, verdict: 'pass' });
  expect(await step(old)).toMatchObject({ status: 0, verdict: 'pass' });
  expect(await step('v9')).toMatchObject({ status: 1, verdict: 'unknown' });
});

test('without a token, and with one that may not read, nothing is known of it', async () => {
  const [old = ''] = commits;
  expect(await step(old, { 'ledger-token': '' })).toMatchObject({ status: 1, verdict: 'unknown' });
  const other = github.token({ repository: 'acme/api', permissions: { contents: 'read' }, login: 'x' });
  expect(await step(old, { 'ledger-token': other })).toMatchObject({ status: 1, verdict: 'unknown' });
});
