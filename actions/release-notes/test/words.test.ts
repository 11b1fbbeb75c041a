import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { thinned as test } from '../../../test/e2e/sampled.ts';

let temp: string;
let github: GitHub;
let repo: RepositorySeed;
let first: string;
let second: string;
beforeEach(async () => {
  temp = mkdtempSync(join(tmpdir(), 'release-notes-'));
  github = await startGitHub({ faults: new Faults() });
  repo = github.repository('acme/shop');
  first = repo.commit({ message: 'First' });
  const branch = { branch: 'cart', parents: [first] };
  repo.commit({ ...branch, message: 'wip', files: { 'supabase/migrations/2_cart.sql': 'create table cart();\n' } });
  second = repo.merge(repo.pull({ title: 'feat: cart for @everyone', head: 'cart' }));
});
afterEach(async () => {
  await github.close();
  rmSync(temp, { recursive: true });
});

/** What people read of a step. All sentences of this action are asserted here, and only here. */
async function wordsOf(inputs: Readonly<Record<string, string>>, permissions: object = {}) {
  const granted = { contents: 'write', 'pull-requests': 'read', deployments: 'read', ...permissions } as const;
  const token = github.token({ repository: 'acme/shop', permissions: granted });
  const context = { api_url: github.url, token, repository: 'acme/shop', sha: second };
  const step = await spawnAction('release-notes', inputs, { temp, github: context });
  const steady = (text: string) =>
    text
      .replaceAll(github.url, 'GITHUB')
      .replaceAll(first, 'FIRST')
      .replaceAll(second, 'SECOND')
      .replaceAll(first.slice(0, 7), 'FIRST')
      .replaceAll(second.slice(0, 7), 'SECOND')
      .replace(/request [0-9A-F:]+/gi, 'request ID');
  return {
    end: steady(step.log.split('\n').findLast((line) => line.startsWith('release-notes: ')) ?? ''),
    annotations: step.annotations.map(({ level, message }) => steady(`${level}: ${message.split('\n')[0]}`)),
    summary: steady(step.summary),
  };
}

test('words: notes of a release, of its rollback, of nothing, and of a first one', async () => {
  const words = [
    await wordsOf({ from: first }),
    await wordsOf({ from: first, inverse: 'true' }),
    await wordsOf({ from: second }),
    await wordsOf({ environment: 'production' }),
  ];
  expect(words).toMatchSnapshot();
});

test('words: a GitHub Release from its draft on', async () => {
  const draft = { from: first, publish: 'draft', tag: 'v1.2.0' };
  const words = [
    await wordsOf({ ...draft, 'dry-run': 'true' }),
    await wordsOf(draft),
    await wordsOf(draft),
    await wordsOf({ ...draft, publish: 'release' }),
  ];
  expect(words.map(({ annotations, end }) => ({ annotations, end }))).toMatchSnapshot();
});

test('words: what cannot be done', async () => {
  repo.tag('v1.0.0', first);
  const words = [
    await wordsOf({ from: first, publish: 'release', tag: 'v1.0.0' }),
    await wordsOf({ from: first }, { 'pull-requests': undefined }),
    await wordsOf({ publish: 'draft' }),
    await wordsOf({ from: first, publish: 'draft' }),
  ];
  expect(words.map(({ annotations, end }) => ({ annotations, end }))).toMatchSnapshot();
});
