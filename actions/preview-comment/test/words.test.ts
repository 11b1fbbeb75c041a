import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { thinned as test } from '../../../test/e2e/sampled.ts';

let root: string;
let faults: Faults;
let github: GitHub;
let repo: RepositorySeed;
let pull: number;
let head: string;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'preview-comment-'));
  faults = new Faults();
  github = await startGitHub({ faults });
  repo = github.repository('acme/shop');
  repo.branch('feature', repo.commit());
  head = repo.commit({ branch: 'feature', files: { 'src/cart.ts': 'x' } });
  pull = repo.pull({ title: 'A change', head: 'feature' });
});
afterEach(async () => {
  await github.close();
  rmSync(root, { recursive: true, force: true });
});

/** What differs from run to run, by what it is. */
function steady(text: string): string {
  return text
    .replaceAll(root, 'ROOT')
    .replaceAll(head, 'HEAD')
    .replaceAll(head.slice(0, 7), 'HEAD')
    .replaceAll(github.url, 'GITHUB')

    .replace(/diff-[0-9a-f]{64}/g, 'diff-FILE');
}

/** What people read of a step. All sentences of this action are asserted here, and only here. */
async function wordsOf(
  inputs: Readonly<Record<string, string>>,
  { event = 'pull_request', permission = 'write' }: { event?: string; permission?: 'read' | 'write' } = {},
) {
  const token = github.token({ repository: 'acme/shop', permissions: { 'pull-requests': permission } });
  const payload = event === 'pull_request' ? { pull_request: { number: pull, head: { sha: head } } } : {};
  const step = await spawnAction(
    'preview-comment',
    { 'github-token': token, ...inputs },
    {
      cwd: root,
      github: { repository: 'acme/shop', api_url: github.url, sha: head, event_name: event, event: payload },
    },
  );
  return {
    end: steady(step.log.split('\n').findLast((line) => line.startsWith('preview-comment: ')) ?? ''),
    annotations: step.annotations.map(({ level, message }) => steady(`${level}: ${message.split('\n')[0]}`)),
    summary: steady(step.summary),
  };
}
const comment = () => steady(repo.state.issues.find(({ number }) => number === pull)?.comments[0]?.body ?? '');

const quality = { section: 'quality', title: 'Quality' };
const rows = [
  { name: 'unit tests', verdict: 'fail', sentence: '2 of 340 tests failed', time: '41 s' },
  { name: 'lint', verdict: 'pass', sentence: 'no findings', time: '3 s' },
  { name: 'audit', verdict: 'unknown', sentence: 'the registry did not answer', time: '10 s', advisory: true },
];

test('words: the comment of a bad pull request, updated, and folded once it is closed', async () => {
  writeFileSync(join(root, 'rows.json'), JSON.stringify(rows));
  writeFileSync(
    join(root, 'details.md'),
    '**unit tests**: 2 of 340 tests failed\n\n- `src/cart.ts:12` expected 3, got 2\n- `lib/total.ts:3` no\n\n```\nError: no\n    at total (/home/runner/work/shop/shop/src/cart.ts:12:9)\n```\n',
  );
  const posted = await wordsOf({ ...quality, verdict: 'fail', 'rows-path': 'rows.json', 'body-path': 'details.md' });
  await wordsOf({
    ...{
      section: 'preview',
      title: 'Preview',
      verdict: 'pass',
      result: '[shop-1.vercel.app](https://shop-1.vercel.app) is healthy',
    },
    body: '- **Build:** https://vercel.com/acme/shop/1',
  });
  expect(posted).toMatchSnapshot();
  expect(comment()).toMatchSnapshot('the comment');
  const issue = repo.state.issues.find(({ number }) => number === pull);
  if (issue !== undefined) issue.state = 'closed';
  expect(await wordsOf({})).toMatchSnapshot('closed');
  expect(comment()).toMatchSnapshot('the folded comment');
});

test('words: a good pull request', async () => {
  const one = { section: 'quality', title: 'Quality', verdict: 'pass', result: 'All 4 gates passed', duration: '52 s' };
  await wordsOf(one);
  await wordsOf({
    section: 'migrations',
    title: 'Migrations',
    verdict: 'pass',
    result: '1 migration, none of them contract.',
  });
  expect(comment()).toMatchSnapshot('the comment');
  expect(await wordsOf(one)).toMatchSnapshot('unchanged');
});

test.each<[string, Readonly<Record<string, string>>, Parameters<typeof wordsOf>[1]]>([
  ['a token that may not comment', { ...quality, result: 'all good', verdict: 'pass' }, { permission: 'read' }],
  ['a merge queue', { ...quality, body: 'x' }, { event: 'merge_group' }],
  ['no pull request', { ...quality, body: 'x' }, { event: 'schedule' }],
  ['no section', {}, {}],
  ['a dry run', { ...quality, body: 'hello', 'dry-run': 'true' }, {}],
  ['data for a trusted workflow', { ...quality, body: 'x', 'write-to': 'data' }, {}],
  ['inputs that contradict each other', { body: 'x', 'body-path': 'y', 'read-from': 'z' }, {}],
  ['a file that is not there', { ...quality, 'body-path': 'nowhere.md' }, {}],
])('words: %s', async (_name, inputs, around) => {
  expect(await wordsOf(inputs, around)).toMatchSnapshot();
});

test('words: refused by GitHub', async () => {
  faults.plant({ service: 'github', method: 'POST', effect: { kind: 'status', status: 422, body: { message: 'no' } } });
  expect(await wordsOf({ ...quality, body: 'kept here' })).toMatchSnapshot();
});

test('words: an artifact that was changed by hand', async () => {
  mkdirSync(join(root, 'data'));
  writeFileSync(join(root, 'data/run.sh'), 'x');
  const run = { id: 77, head_sha: head, event: 'pull_request', head_repository: { full_name: 'acme/shop' } };
  const step = await spawnAction(
    'preview-comment',
    { 'github-token': 'ghs_none', 'read-from': 'data' },
    { cwd: root, github: { repository: 'acme/shop', event_name: 'workflow_run', event: { workflow_run: run } } },
  );
  expect(step.annotations.map(({ message }) => message.split('\n')[0])).toMatchSnapshot();
});
