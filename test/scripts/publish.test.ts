import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import { thinned as test } from '../e2e/sampled.ts';

const script = join(import.meta.dirname, '..', '..', 'scripts', 'publish.mjs');

/** A clone, the bare repository that it pushes to, and GitHub's API beside it. */
let folder: string;
let clone: string;
let remote: string;
let github: GitHub;
let faults: Faults;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'publish-'));
  [clone, remote] = [join(folder, 'clone'), join(folder, 'remote.git')];
  mkdirSync(clone);
  git('init', '-q', '-b', 'main');
  execFileSync('git', ['init', '-q', '--bare', remote]);
  git('remote', 'add', 'origin', remote);
  faults = new Faults();
  github = await startGitHub({ faults });
  release('1.0.0');
});
afterEach(async () => {
  await github.close();
  github.expectNoViolations();
  rmSync(folder, { recursive: true });
});

function git(...args: string[]): string {
  const author = ['-c', 'user.name=ann', '-c', 'user.email=ann@example.com'];
  return execFileSync('git', [...author, ...args], { cwd: clone, encoding: 'utf8', stdio: 'pipe' }).trim();
}

/** A commit with this version on top of the changelog, pushed; gives its sha. */
function release(version: string): string {
  writeFileSync(join(clone, 'CHANGELOG.md'), `# Changelog\n\n## ${version} - 2026-11-22\n\n- New in ${version}\n`);
  git('add', '.');
  git('commit', '-q', '-m', version);
  git('push', '-q', 'origin', 'main');
  const sha = git('rev-parse', 'HEAD');
  const { state } = github.repository('acme/lockstep');
  state.commits.set(sha, { sha, message: version, parents: [], author: state.owner, at: state.createdAt, files: {} });
  state.refs.set('heads/main', sha);
  return sha;
}

function publish(...args: string[]): Promise<{ status: number | null; output: string }> {
  const token = github.token({ repository: 'acme/lockstep', permissions: { contents: 'write' } });
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    GITHUB_REF_NAME: 'main',
    GITHUB_REPOSITORY: 'acme/lockstep',
    GITHUB_API_URL: github.url,
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    PUBLISH_TOKEN: token,
  };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: clone, env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    child.on('close', (status) => {
      // As GitHub sees the pushed tags.
      for (const [name, sha] of remoteTags()) github.repository('acme/lockstep').tag(name, sha);
      resolve({ status, output });
    });
  });
}

const remoteTags = () =>
  new Map(
    execFileSync('git', ['-C', remote, 'for-each-ref', 'refs/tags', '--format=%(refname:short) %(objectname)'], {
      encoding: 'utf8',
    })
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split(' ') as [string, string]),
  );
const releases = () => github.repository('acme/lockstep').state.releases;

test('a version and its moving tag are pushed, and its release is made, once', async () => {
  github.repository('acme/lockstep').state.immutableReleases = true;
  const first = git('rev-parse', 'HEAD');
  expect(await publish('tags')).toMatchObject({ status: 0 });
  expect(remoteTags()).toEqual(
    new Map([
      ['v1', first],
      ['v1.0.0', first],
    ]),
  );
  const made = await publish('release');
  expect(made).toMatchObject({ status: 0, output: expect.not.stringContaining('::warning::') });
  expect(releases()).toMatchObject([{ tag: 'v1.0.0', body: '- New in 1.0.0', draft: false, prerelease: false }]);
  expect((await publish('tags')).output).toContain('the tags are there already');
  expect((await publish('release')).output).toContain('is there already');
  expect(releases()).toHaveLength(1);

  const second = release('1.1.0');
  await publish('tags');
  expect(remoteTags()).toEqual(
    new Map([
      ['v1', second],
      ['v1.0.0', first],
      ['v1.1.0', second],
    ]),
  );
});

test('an annotated moving tag is moved as well', async () => {
  await publish('tags');
  git('tag', '-f', '-a', 'v1', '-m', 'by hand');
  git('push', '-q', '-f', 'origin', 'v1');
  const second = release('1.0.1');
  expect(await publish('tags')).toMatchObject({ status: 0 });
  expect(remoteTags().get('v1')).toBe(second);
});

test('a rehearsal says everything and changes nothing', async () => {
  expect((await publish('plan')).output).toContain('moving tag: v1, new');
  expect((await publish('tags', '--dry-run')).output).toMatch(/would push \S+:refs\/tags\/v1.0.0 \S+:refs\/tags\/v1/);
  expect((await publish('release', '--dry-run')).output).toContain('would make the GitHub Release of v1.0.0');
  expect(remoteTags()).toEqual(new Map());
  expect(releases()).toEqual([]);
});

test('a bad version is taken back by moving the tag, and only the moving tag', async () => {
  const first = git('rev-parse', 'HEAD');
  await publish('tags');
  const second = release('1.0.1');
  await publish('tags');
  expect((await publish('move', 'v1', 'v1.0.0', '--dry-run')).status).toBe(0);
  expect(remoteTags().get('v1')).toBe(second);
  expect(await publish('move', 'v1', 'v1.0.0')).toMatchObject({ status: 0 });
  expect(remoteTags()).toEqual(
    new Map([
      ['v1', first],
      ['v1.0.0', first],
      ['v1.0.1', second],
    ]),
  );
  expect((await publish('move', 'v1', 'v1.0.0')).output).toContain('there already');
});

describe('it goes wrong', () => {
  test('where the server refuses one tag, neither is pushed', async () => {
    writeFileSync(join(remote, 'hooks', 'update'), '#!/bin/sh\n[ "$1" != refs/tags/v1 ]\n', { mode: 0o755 });
    expect(await publish('tags')).toMatchObject({ status: 1 });
    expect(remoteTags()).toEqual(new Map());
  });

  test('where somebody moves the tag in between, nothing is pushed', async () => {
    await publish('tags');
    const first = git('rev-parse', 'HEAD');
    release('1.0.1');
    const other = git('commit-tree', '-m', 'other', 'HEAD^{tree}');
    git('push', '-q', 'origin', `${other}:refs/heads/other`);
    // Git runs this hook after it has read the remote's tags, and before it sends anything.
    const hook = `#!/bin/sh\nunset GIT_DIR\ngit -C ${remote} update-ref refs/tags/v1 ${other}\n`;
    writeFileSync(join(clone, '.git', 'hooks', 'pre-push'), hook, { mode: 0o755 });
    expect(await publish('tags')).toMatchObject({ status: 1 });
    expect(remoteTags()).toEqual(
      new Map([
        ['v1', other],
        ['v1.0.0', first],
      ]),
    );
  });

  test('where the tag is missing, no release is made, since GitHub would make the tag somewhere', async () => {
    expect(await publish('release')).toMatchObject({ status: 1, output: expect.stringContaining('no such tag') });
    expect(releases()).toEqual([]);
  });

  test('where the answer is lost, another run finds the release', async () => {
    await publish('tags');
    faults.plant({ service: 'github', method: 'POST', effect: { kind: 'reset-after' } });
    expect(await publish('release')).toMatchObject({ status: 1 });
    expect((await publish('release')).output).toContain('is there already');
    expect(releases()).toHaveLength(1);
  });

  test('where releases can be changed, it warns', async () => {
    await publish('tags');
    expect((await publish('release')).output).toContain('::warning::the release can still be changed');
  });

  test('an unknown command, and a plan that is refused, are one line', async () => {
    expect(await publish('everything')).toMatchObject({ status: 1, output: /^::error::expected one of/ });
    release('7.0.0');
    expect(await publish('plan')).toMatchObject({ status: 1, output: /^::error::7.0.0 does not follow/ });
    expect(existsSync(join(folder, 'summary.md'))).toBe(false);
  });
});
