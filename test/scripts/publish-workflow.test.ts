import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import { type Approval, type BuiltinAction, type RunResult, runWorkflow } from '@lockstep/workflow-runner';
import { thinned as test } from '../e2e/sampled.ts';

const root = join(import.meta.dirname, '..', '..');
const NAME = 'acme/lockstep';
const BUNDLE = 'console.log("a bundle");\n';

/** A repository like ours, small: what publish.yml needs of it, and a check that can fail. */
let folder: string;
let github: GitHub;
/** What happened, in order. */
let story: string[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'publish-workflow-'));
  github = await startGitHub({ faults: new Faults() });
  story = [];
  git('init', '-q', '-b', 'main');
  for (const path of [
    '.github/workflows/publish.yml',
    ...['publish', 'publish-plan', 'is-main'].map((name) => `scripts/${name}.mjs`),
  ]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  write('dist/one/index.js', BUNDLE);
  write('.ci/run', 'test -f sound\n');
  write('sound', '');
  release('1.0.0');
});
afterEach(async () => {
  await github.close();
  github.expectNoViolations();
  rmSync(folder, { recursive: true });
});

function git(...args: string[]): string {
  const author = ['-c', 'user.name=ann', '-c', 'user.email=ann@example.com'];
  return execFileSync('git', [...author, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trim();
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function release(version: string): string {
  write('CHANGELOG.md', `# Changelog\n\n## ${version} - 2026-11-22\n\n- New in ${version}\n`);
  git('add', '.');
  git('commit', '-q', '-m', version);
  const sha = git('rev-parse', 'HEAD');
  const { state } = github.repository(NAME);
  state.commits.set(sha, { sha, message: version, parents: [], author: state.owner, at: state.createdAt, files: {} });
  state.refs.set('heads/main', sha);
  return sha;
}

const tags = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    git('for-each-ref', 'refs/tags', '--format=%(refname:short) %(objectname)')
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [line.split(' ')])),
  );
const releases = () => github.repository(NAME).state.releases.map(({ tag }) => tag);

const attest: BuiltinAction = async (context) => {
  const sums = readFileSync(context.input('subject-checksums') ?? '', 'utf8');
  story.push(`attested ${sums.trim()} with ${Object.keys(tags()).length} tags there`);
};
const appToken: BuiltinAction = async (context) => {
  expect(context.input('permission-contents')).toBe('write');
  story.push(`token for ${context.input('client-id')} by ${context.input('private-key')}`);
  context.setOutput('token', github.token({ repository: NAME, permissions: { contents: 'write' } }));
};

async function publish(
  inputs: Readonly<Record<string, string | boolean>> = {},
  approve: () => Approval = () => 'approved',
): Promise<RunResult> {
  return await runWorkflow({
    repository: { name: NAME, root: folder, ref: 'refs/heads/main', sha: git('rev-parse', 'HEAD') },
    workflow: '.github/workflows/publish.yml',
    inputs: { rehearse: false, ...inputs },
    actions: { 'actions/attest': attest, 'actions/create-github-app-token': appToken },
    environments: {
      publish: { approve, vars: { PUBLISH_APP_CLIENT_ID: 'Iv1' }, secrets: { PUBLISH_APP_PRIVATE_KEY: 'the-key' } },
    },
    github: { api_url: github.url },
    mintToken: (permissions) => github.token({ repository: NAME, permissions: permissions as { contents?: 'read' } }),
    onEvent: (event) => {
      // As GitHub sees the tags that were pushed.
      if (event.type === 'step-finished')
        for (const [name, sha] of Object.entries(tags())) github.repository(NAME).tag(name, sha);
    },
  });
}

const jobs = ({ jobs: all }: RunResult) => Object.fromEntries(all.map(({ id, conclusion }) => [id, conclusion]));
const approved = () => story.length;

test('a version is checked, rehearsed, approved, attested, tagged and released, in this order', async () => {
  const sha = git('rev-parse', 'HEAD');
  let before = -1;
  const run = await publish({}, () => {
    before = approved();
    return 'approved';
  });
  expect(jobs(run)).toEqual({ check: 'success', rehearse: 'success', publish: 'success', withdraw: 'skipped' });
  const digest = createHash('sha256').update(BUNDLE).digest('hex');
  expect(before).toBe(0);
  expect(story).toEqual([`attested ${digest}  dist/one/index.js with 0 tags there`, 'token for Iv1 by the-key']);
  expect(tags()).toEqual({ v1: sha, 'v1.0.0': sha });
  expect(releases()).toEqual(['v1.0.0']);
  expect(JSON.stringify(run.jobs)).not.toContain('the-key');
});

test('a rehearsal, as the box is ticked, says it all and does nothing', async () => {
  const run = await publish({ rehearse: true });
  expect(jobs(run)).toEqual({ check: 'success', rehearse: 'success', publish: 'skipped', withdraw: 'skipped' });
  const said = run.jobs.flatMap(({ steps }) => steps.map(({ log, summary }) => log + summary)).join('\n');
  expect(said).toContain('v1.0.0');
  expect({ story, tags: tags(), releases: releases() }).toEqual({ story: [], tags: {}, releases: [] });
});

describe('nothing is published', () => {
  test.each<[string, () => void, () => Approval]>([
    ['that does not hold', () => git('rm', '-q', 'sound'), () => 'approved'],
    ['that nobody approves', () => undefined, () => 'rejected'],
  ])('%s', async (_what, change, approve) => {
    change();
    release('1.0.1');
    const run = await publish({}, approve);
    expect(run.conclusion).toBe('failure');
    expect({ story, tags: tags(), releases: releases() }).toEqual({ story: [], tags: {}, releases: [] });
  });
});

test('a bad version is taken back by its moving tag, after an approval, and stays as it is', async () => {
  const good = git('rev-parse', 'HEAD');
  await publish();
  const bad = release('1.0.1');
  await publish();
  expect(tags()).toMatchObject({ v1: bad });
  story.length = 0;
  expect((await publish({ 'withdraw-to': 'v1.0.0' }, () => 'rejected')).conclusion).toBe('failure');
  expect(tags()).toMatchObject({ v1: bad });
  const run = await publish({ 'withdraw-to': 'v1.0.0' });
  expect(jobs(run)).toEqual({ check: 'skipped', rehearse: 'success', publish: 'skipped', withdraw: 'success' });
  expect(tags()).toEqual({ v1: good, 'v1.0.0': good, 'v1.0.1': bad });
  expect(releases()).toEqual(['v1.0.0', 'v1.0.1']);
  expect(story).toEqual(['token for Iv1 by the-key']);
});
