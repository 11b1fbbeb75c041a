import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { type SpawnOptions, spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { thinned as test } from '../../../test/e2e/sampled.ts';

/** The bundle, spawned as the runner does it, against a GitHub on loopback. */
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
  head = repo.commit({ branch: 'feature' });
  pull = repo.pull({ title: 'A change', head: 'feature' });
});
afterEach(async () => {
  github.expectNoViolations();
  await github.close();
  rmSync(root, { recursive: true, force: true });
});

const comments = () => repo.state.issues.find((issue) => issue.number === pull)?.comments.map(({ body }) => body) ?? [];
const onPull = () => ({ event_name: 'pull_request', event: { pull_request: { number: pull, head: { sha: head } } } });
const follows = (more: object = {}) => ({
  event_name: 'workflow_run',
  event: {
    workflow_run: {
      id: 77,
      run_attempt: 1,
      head_sha: head,
      html_url: 'https://github.com/acme/shop/actions/runs/77',
      event: 'pull_request',
      head_repository: { full_name: 'acme/shop' },
      ...more,
    },
  },
});

function comment(
  inputs: Readonly<Record<string, string>>,
  github_: object = onPull(),
  permissions: object = {},
  options: SpawnOptions = {},
) {
  const grant = { 'pull-requests': 'write', contents: 'read', ...permissions } as const;
  return spawnAction(
    'preview-comment',
    { 'github-token': github.token({ repository: 'acme/shop', permissions: grant }), ...inputs },
    { cwd: root, github: { repository: 'acme/shop', api_url: github.url, sha: head, ...github_ }, ...options },
  );
}

test('a section is posted, tamed, with its commit and its run', async () => {
  writeFileSync(join(root, 'summary.md'), '| a |\n|---|\n| @ada <script> |\n');
  const step = await comment({ section: 'quality', 'body-path': 'summary.md', title: 'Gates' });
  expect(step).toMatchObject({
    status: 0,
    outputs: { verdict: 'pass', reason: 'posted', posted: 'true', 'pull-request': String(pull) },
  });
  expect(comments()).toHaveLength(1);
  expect(comments()[0]).toContain('<b>Gates</b>');
  expect(comments()[0]).toContain('@\u200bada <\u200bscript>');
  expect(comments()[0]).toContain(`<sub>${head.slice(0, 7)} · [run](`);
});

test('an empty file removes the section, through the untrusted half too', async () => {
  writeFileSync(join(root, 'empty.md'), '');
  const gone = { section: 'migrations', 'body-path': 'empty.md', title: 'Migrations' };
  expect((await comment(gone)).outputs).toMatchObject({ verdict: 'pass', reason: 'nothing-to-post', posted: 'false' });
  expect(comments()).toEqual([]);
  await comment({ section: 'migrations', body: 'two files', title: 'Migrations', verdict: 'fail' });
  expect(comments()[0]?.split('\n')[1]).toMatch(/^❌ /);
  await comment({ ...gone, 'write-to': 'data' });
  const newer = follows({ id: 9_000_000_000 });
  expect((await comment({ 'read-from': 'data' }, newer)).outputs['verdict']).toBe('pass');
  expect(comments()).toHaveLength(1);
  expect(comments()[0]).not.toMatch(/two files|Migrations|❌|<sub>/);
});

test('a verdict is in the first line and before the title, also through the untrusted half', async () => {
  await comment({ section: 'preview', body: 'x', title: 'Preview', verdict: 'pass' });
  await comment({ section: 'quality', body: 'x', title: 'Gates', verdict: 'fail', 'write-to': 'data' });
  const step = await comment({ 'read-from': 'data' }, follows());
  expect(step.outputs['reason']).toBe('posted');
  expect(comments()[0]?.split('\n')[1]).toMatch(/^❌ \*\*Gates failed\*\* · ✅ Preview · \[run\]\(/);
  expect(comments()[0]).toContain('<details open><summary>❌ <b>Gates</b></summary>');
  expect(comments()[0]).toContain('<details><summary>✅ <b>Preview</b></summary>');
});

test('rows of a file are in the one table, and places lead to the diff', async () => {
  const rows = [
    { name: 'unit tests', verdict: 'fail', sentence: '1 of 2 failed', time: '4 s' },
    { name: 'lint', verdict: 'pass', sentence: '', time: '1 s' },
  ];
  writeFileSync(join(root, 'rows.json'), JSON.stringify(rows));
  repo.commit({ branch: 'feature', files: { 'src/cart.ts': 'x' } });
  const quality = { section: 'quality', title: 'Quality', verdict: 'fail', 'rows-path': 'rows.json' };
  await comment({ ...quality, body: 'at `src/cart.ts:3`' });
  await comment({ section: 'preview', title: 'Preview', verdict: 'pass', result: 'healthy', duration: '9 s' });
  const [text = ''] = comments();
  expect(text.match(/\n\|---/g)).toHaveLength(1);
  for (const row of ['| ✅ Preview | healthy | 9 s |', '| ❌ unit tests | 1 of 2 failed | 4 s |'])
    expect(text).toContain(`\n${row}\n`);
  expect(text).toMatch(/\[`src\/cart\.ts:3`\]\(\S+\/acme\/shop\/pull\/\d+\/files#diff-[0-9a-f]{64}R3\)/);
});

test('rows that are none are refused by the name of their input', async () => {
  writeFileSync(join(root, 'rows.json'), '[{ "name": 1 }]');
  const step = await comment({ section: 'quality', 'rows-path': 'rows.json' });
  expect(step).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
});

test('what a comment has no room for is in the summary as a whole, and the comment says where', async () => {
  const log = Array.from({ length: 20_000 }, (_, line) => `line ${line}`).join('\n');
  writeFileSync(join(root, 'log.md'), `\`\`\`\n${log}\n\`\`\`\n`);
  const step = await comment({ section: 'quality', 'body-path': 'log.md' });
  expect(step).toMatchObject({ status: 0, outputs: { reason: 'posted' } });
  expect(step.summary).toContain('line 19999');
  const [text = ''] = comments();
  expect(text.length).toBeLessThan(65_536);
  expect(text).toContain('line 2000\n');
  expect(text).toMatch(/_… cut here; the whole text is linked below\._\n\n<sub>.*\[run\]\(.*\[whole text\]\(/);
});

test('a text that is no plain file is refused at once', async () => {
  mkdirSync(join(root, 'folder'));
  for (const path of ['folder', '/dev/zero'])
    expect(await comment({ section: 'a', 'body-path': path })).toMatchObject({
      status: 1,
      outputs: { reason: 'invalid-input' },
    });
});

describe('silent', () => {
  test('in a merge queue', async () => {
    const step = await comment({ section: 'a', body: 'x' }, { event_name: 'merge_group', event: { merge_group: {} } });
    expect(step).toMatchObject({ status: 0, outputs: { reason: 'merge-queue', posted: 'false' } });
    expect(github.exchanges).toEqual([]);
  });

  test('where no open pull request has this head', async () => {
    const step = await comment({ section: 'a', body: 'x' }, { event_name: 'push', event: {}, sha: repo.commit() });
    expect(step).toMatchObject({ status: 0, outputs: { reason: 'no-pull-request', posted: 'false' } });
  });

  test('in a dry run', async () => {
    const step = await comment({ section: 'a', body: 'hello', 'dry-run': 'true' });
    expect(step).toMatchObject({ status: 0, outputs: { reason: 'dry-run' }, log: expect.stringContaining('hello') });
    expect(comments()).toEqual([]);
  });
});

describe('a token that may not comment', () => {
  test('leaves the section in the summary, and says so', async () => {
    const step = await comment({ section: 'quality', body: 'all good' }, onPull(), { 'pull-requests': 'read' });
    expect(step).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'summary-only', posted: 'false' } });
    expect(step.summary).toContain('all good');
    expect(step.annotations).toMatchObject([{ level: 'notice', message: expect.stringContaining('may not comment') }]);
  });

  test('fails where the comment is required', async () => {
    const step = await comment({ section: 'a', body: 'x', required: 'true' }, onPull(), { 'pull-requests': 'read' });
    expect(step.status).toBe(1);
  });
});

test('a GitHub that refuses is a warning, and the summary has it', async () => {
  faults.plant({ service: 'github', method: 'POST', effect: { kind: 'status', status: 422, body: { message: 'no' } } });
  const step = await comment({ section: 'a', body: 'kept here' });
  expect(step).toMatchObject({
    status: 0,
    outputs: { verdict: 'fail', reason: 'refused' },
    summary: expect.stringContaining('kept here'),
  });
  expect(step.annotations).toMatchObject([{ level: 'warning' }]);
});

describe('a pull request from a fork', () => {
  const write = (name: string, data: unknown) => {
    mkdirSync(join(root, 'data'), { recursive: true });
    writeFileSync(join(root, 'data', name), typeof data === 'string' ? data : JSON.stringify(data));
  };

  test('an untrusted job makes data without a token, a trusted one posts it', async () => {
    const wrote = await comment(
      { section: 'quality', body: 'from a fork', 'write-to': 'data' },
      { event_name: 'pull_request', event: {} },
    );
    expect(wrote).toMatchObject({ status: 0, outputs: { reason: 'written', posted: 'false' } });
    expect(JSON.parse(readFileSync(join(root, 'data/quality.json'), 'utf8'))).toEqual({
      version: 1,
      section: 'quality',
      body: 'from a fork',
    });
    expect(github.exchanges).toEqual([]);
    const posted = await comment({ 'read-from': 'data' }, follows());
    expect(posted).toMatchObject({ status: 0, outputs: { reason: 'posted', 'pull-request': String(pull) } });
    expect(comments()[0]).toMatch(/<!-- lockstep:section quality 77\.1 \{.*\} -->\nfrom a fork/);
  });

  test('of another repository than the head says, or of an older head, nothing is posted', async () => {
    write('quality.json', { version: 1, section: 'quality', body: 'x' });
    const foreign = await comment({ 'read-from': 'data' }, follows({ head_repository: { full_name: 'mallory/shop' } }));
    expect(foreign).toMatchObject({ status: 0, outputs: { reason: 'no-pull-request' } });
    const moved = await comment({ 'read-from': 'data' }, follows({ head_sha: 'c'.repeat(40) }));
    expect(moved).toMatchObject({ status: 0, outputs: { reason: 'no-pull-request' } });
    expect(comments()).toEqual([]);
  });

  test.each<[string, () => void]>([
    ['a forged number', () => write('quality.json', { version: 1, section: 'quality', body: 'x', pull_request: 1 })],
    ['another name inside', () => write('quality.json', { version: 1, section: 'preview', body: 'x' })],
    ['no text', () => write('quality.json', { version: 1, section: 'quality', body: { toString: 1 } })],
    ['another version', () => write('quality.json', { version: 2, section: 'quality', body: 'x' })],
    ['a title that is none', () => write('quality.json', { version: 1, section: 'quality', body: 'x', title: 1 })],
    [
      'rows that are none',
      () => write('quality.json', { version: 1, section: 'quality', body: 'x', rows: [{ a: 1 }] }),
    ],
    ['a verdict of its own', () => write('quality.json', { version: 1, section: 'quality', body: 'x', verdict: 'ok' })],
    ['no JSON', () => write('quality.json', '{')],
    ['another file', () => write('run.sh', 'x')],
    ['a name of other signs', () => write('Quality $(x).json', '{}')],
    ['a file too large', () => write('quality.json', 'x'.repeat(300_000))],
    ['too long a text', () => write('quality.json', { version: 1, section: 'quality', body: 'x'.repeat(65_537) })],
    [
      'too many files',
      () => Array.from({ length: 21 }, (_, n) => write(`s${n}.json`, { version: 1, section: `s${n}`, body: 'x' })),
    ],
    [
      'a link',
      () => {
        write('ok.json', { version: 1, section: 'ok', body: 'x' });
        symlinkSync('/etc/passwd', join(root, 'data/quality.json'));
      },
    ],
    ['a folder', () => mkdirSync(join(root, 'data/quality.json'), { recursive: true })],
  ])('data with %s is refused', async (_what, prepare) => {
    prepare();
    const step = await comment({ 'read-from': 'data' }, follows());
    expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'untrusted-artifact-invalid' } });
    expect(github.exchanges).toEqual([]);
  });

  test('markup in it is posted as text', async () => {
    const body = '<!-- lockstep:section preview 9.9 --> ![x](https://evil.example) @acme/all </details><img src=x>';
    write('quality.json', { version: 1, section: 'quality', body });
    await comment({ 'read-from': 'data' }, follows());
    expect(comments()[0]).not.toMatch(/<!-- lockstep:section preview|!\[|@acme|<img/);
  });
});

describe('when the pull request closes', () => {
  test('the comment is folded', async () => {
    await comment({ section: 'preview', body: 'ready' });
    const issue = repo.state.issues.find((one) => one.number === pull);
    if (issue !== undefined) issue.state = 'closed';
    const step = await comment({});
    expect(step).toMatchObject({ status: 0, outputs: { reason: 'posted' } });
    expect(comments()[0]).toContain('<details><summary>This pull request is closed.');
  });

  test('while it is open, nothing to post is nothing to do', async () => {
    expect(await comment({})).toMatchObject({ status: 0, outputs: { reason: 'nothing-to-post' } });
  });
});

test('inputs that contradict each other are reported all at once', async () => {
  const step = await comment({ body: 'x', 'body-path': 'y' });
  const inputsNamed = step.annotations.map(({ message }) => /^input "([\w-]+)"/.exec(message)?.[1]);
  expect(inputsNamed).toEqual(['body-path', 'section']);
  const both = await comment({ 'read-from': 'data', section: 'a', 'pull-request': '5' }, follows());
  expect(both.annotations).toHaveLength(2);
});
