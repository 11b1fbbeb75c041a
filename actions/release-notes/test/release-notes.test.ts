import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { Secret, silent, systemClock } from '@lockstep/base';
import { createGitHubClient, openLedger, type ReleasePayload } from '@lockstep/github';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { thinned as test } from '../../../test/e2e/sampled.ts';

/** The bundle, spawned as the runner does it, against GitHub on loopback. */
let temp: string;
let faults: Faults;
let github: GitHub;
let repo: RepositorySeed;
let first: string;
let second: string;
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'release-notes-'));
  faults = new Faults();
  github = await startGitHub({ faults });
  repo = github.repository('acme/shop');
  first = repo.commit({ message: 'First' });
  const branch = { branch: 'cart', parents: [first] };
  repo.commit({ ...branch, message: 'wip', files: { 'supabase/migrations/2_cart.sql': 'create table cart();\n' } });
  second = repo.merge(repo.pull({ title: 'feat: cart for @everyone', head: 'cart' }));
});
afterEach(async () => {
  await github.close();
  rmSync(temp, { recursive: true });
  github.expectNoViolations();
});

const all = { contents: 'write', 'pull-requests': 'read', deployments: 'read' } as const;

function notes(
  inputs: Readonly<Record<string, string>>,
  permissions: Readonly<Record<string, 'read' | 'write'>> = all,
) {
  const token = github.token({ repository: 'acme/shop', permissions });
  const context = { api_url: github.url, token, repository: 'acme/shop', sha: second };
  return spawnAction('release-notes', inputs, { temp, github: context });
}

/** A release of Lockstep's that went through. */
async function released(commit: string) {
  const token = new Secret(github.token({ repository: 'acme/shop', permissions: { deployments: 'write' } }));
  const repository = { owner: 'acme', repo: 'shop' };
  const { signal } = new AbortController();
  const client = createGitHubClient({ token, apiUrl: github.url, repository, clock: systemClock, log: silent, signal });
  const ledger = openLedger({ github: client, creator: 'github-actions[bot]' });
  const payload: ReleasePayload = {
    kind: 'lockstep-release/1',
    id: 'r1',
    service: '',
    author: { runId: 1, runAttempt: 1, url: 'https://github.example/run' },
    actor: 'octocat',
    candidate: { deployment: 'dpl_1', commit },
    before: { deployment: null, commit: null, release: null },
    databaseVersion: null,
    adopted: false,
  };
  await ledger.markReleased(await ledger.begin('production', commit, payload), null);
}

test('from what the ledger says was live, to the commit of the run', async () => {
  await released(first);
  const step = await notes({ environment: 'production' });
  expect(step).toMatchObject({
    status: 0,
    outputs: {
      verdict: 'pass',
      reason: 'written',
      direction: 'forward',
      headline: '1 change, 1 migration, 1 without a down migration',
      changes: 'cart for @everyone (#1)',
      'from-commit': first,
      'to-commit': second,
      'release-url': '',
    },
  });
  expect(step.outputs['notes']).toContain('### Features');
  expect(step.outputs['notes']).not.toContain('@everyone');
  expect(readFileSync(step.outputs['notes-path'] ?? '', 'utf8')).toBe(`${step.outputs['notes']}`);
  expect(step.summary).toContain('## Changes in production');
});

test('without a record these are the notes of a first release', async () => {
  const step = await notes({ environment: 'production' });
  expect(step).toMatchObject({ status: 0, outputs: { direction: 'first', 'from-commit': '' } });
});

test.each([
  ['an older commit', () => ({ from: second, to: first })],
  ['the inverse', () => ({ from: first, to: second, inverse: 'true' })],
])('a rollback to %s', async (_what, ends) => {
  const step = await notes(ends());
  expect(step.outputs).toMatchObject({ direction: 'back', 'from-commit': second, 'to-commit': first });
  expect(step.outputs['notes']).toContain('## Rolled back');
});

describe('a GitHub Release', () => {
  const ends = () => ({ from: first, publish: 'release', tag: 'v1.2.0' });

  test('is published once, with the notes', async () => {
    const step = await notes(ends());
    const [release] = repo.state.releases;
    expect(step).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'published' } });
    expect(step.outputs['release-url']).toBe(`${github.url}/acme/shop/releases/tag/v1.2.0`);
    expect(release?.body).toContain(step.outputs['notes']?.trim());
    expect((await notes(ends())).outputs).toMatchObject({ reason: 'unchanged' });
    expect(repo.state.releases).toHaveLength(1);
  });

  test('is only told of by a dry run', async () => {
    const step = await notes({ ...ends(), publish: 'draft', 'dry-run': 'true' });
    expect(step).toMatchObject({ status: 0, outputs: { reason: 'dry-run' } });
    expect(step.log).toContain('would create the draft of the release v1.2.0');
    expect(repo.state.releases).toEqual([]);
  });

  test('is refused where its tag is at another commit', async () => {
    repo.tag('v1.2.0', first);
    expect(await notes(ends())).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'not-publishable' } });
  });

  test('whose request was lost on the way is not called published', async () => {
    faults.plant({ service: 'github', method: 'POST', effect: { kind: 'reset-before' } });
    expect(await notes(ends())).toMatchObject({ status: 1, outputs: { verdict: 'unknown', reason: 'not-confirmed' } });
  });
});

test('without the permission for pull requests there are notes of commits, and a warning', async () => {
  const step = await notes({ from: first }, { contents: 'read' });
  expect(step).toMatchObject({ status: 0, outputs: { verdict: 'unknown', reason: 'incomplete' } });
  expect(step.annotations).toMatchObject([{ level: 'warning', message: /pull-requests: read/ }]);
});

test.each<[string, Record<string, string>, string, RegExp]>([
  ['nothing to begin from', {}, 'invalid-input', /"environment"/],
  ['a release without a tag', { from: 'main', publish: 'draft' }, 'invalid-input', /"tag": required/],
  ['a tag without a release', { from: 'main', tag: 'v1' }, 'invalid-input', /set publish/],
  ['a commit that is not there', { from: 'v0' }, 'invalid-input', /no commit, branch or tag "v0"/],
])('%s is an error', async (_what, inputs, reason, message) => {
  const step = await notes(inputs);
  expect(step).toMatchObject({ status: 1, outputs: { reason } });
  expect(step.annotations).toMatchObject([{ level: 'error', message }]);
});
