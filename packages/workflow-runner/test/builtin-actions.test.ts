import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { conclusions, job, logOf, steps, WorkflowLab } from './workflow-lab.ts';

const workflow = (list: string) => `jobs:\n  main:\n    runs-on: ubuntu-latest\n    steps:\n${list}`;

describe('a stand-in', () => {
  let lab: WorkflowLab;
  beforeEach(() => {
    lab = new WorkflowLab({ 'README.md': 'hello', 'node_modules/left-pad/index.js': '' });
  });
  afterEach(() => lab[Symbol.dispose]());

  const git = (...args: readonly string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=x', '-c', 'user.email=x@example.com', '-c', 'init.defaultBranch=main', ...args],
      {
        cwd: lab.root,
        encoding: 'utf8',
      },
    ).trim();

  test('for checkout copies a plain folder, without what is installed in it', async () => {
    const result = await lab.run(workflow('      - uses: actions/checkout@v7\n      - run: ls -A'));
    expect(job(result, 'main').steps[1]?.log.split('\n').slice(-2)).toEqual(['.github', 'README.md']);
  });

  test('for checkout clones a git repository at the commit of the run, or at a ref that is asked for', async () => {
    lab.workflow(
      workflow(`      - uses: actions/checkout@v7
      - run: echo "head $(git rev-parse HEAD) of $(git rev-list --count HEAD)"
      - uses: actions/checkout@v7
        with: { ref: '\${{ vars.OLDER }}', path: older, fetch-depth: 0 }
      - run: echo "older $(git -C older rev-parse HEAD) of $(git -C older rev-list --count HEAD)"
`),
    );
    git('init', '--quiet');
    const commits = ['one', 'two', 'three'].map((message) => {
      git('add', 'README.md', '.github');
      git('commit', '--quiet', '--allow-empty', '-m', message);
      return git('rev-parse', 'HEAD');
    });
    const result = await lab.runner.run(lab.options({ vars: { OLDER: commits[1] ?? '' } }));
    expect(logOf(result, 'main')).toContain(`head ${commits[2]} of 1`);
    expect(logOf(result, 'main')).toContain(`older ${commits[1]} of 2`);
  });

  test('for checkout of another repository is refused by the step', async () => {
    const result = await lab.run(
      workflow('      - uses: actions/checkout@v7\n        with: { repository: other/repo }'),
    );
    expect(job(result, 'main').steps[0]?.annotations[0]?.message).toBe(
      'checkout is modelled here for octo-org/octo-app alone, not for other/repo',
    );
  });

  test('for setup-node puts a Node.js on PATH', async () => {
    const result = await lab.run(workflow('      - uses: actions/setup-node@v6\n      - run: node --version'));
    expect(logOf(result, 'main').split('\n').at(-1)).toBe(process.version);
  });

  test('for artifacts carries files from one job to another', async () => {
    const result = await lab.run(`jobs:
  make:
    runs-on: ubuntu-latest
    steps:
      - run: mkdir -p out/deep && echo one > out/1.txt && echo two > out/deep/2.txt
      - uses: actions/upload-artifact@v6
        with: { name: folder, path: out }
      - uses: actions/upload-artifact@v6
        with:
          name: files
          path: |
            out/1.txt
            out/deep/2.txt
      - uses: actions/upload-artifact@v6
        continue-on-error: true
        with: { name: folder, path: out }
      - uses: actions/upload-artifact@v6
        continue-on-error: true
        with: { name: none, path: nowhere, if-no-files-found: error }
      - uses: actions/upload-artifact@v6
        continue-on-error: true
        with: { name: glob, path: 'out/*.txt' }
  take:
    needs: make
    runs-on: ubuntu-latest
    steps:
      - uses: actions/download-artifact@v6
        with: { name: folder, path: one }
      - uses: actions/download-artifact@v6
        with: { path: all }
      - run: find . -type f | sort
`);
    expect(conclusions(result)).toEqual({ make: 'success', take: 'success' });
    expect(job(result, 'make').steps.map((step) => step.outcome)).toEqual([
      ...['success', 'success', 'success'],
      ...['failure', 'failure', 'failure'],
    ]);
    expect(job(result, 'take').steps.at(-1)?.log.split('\n').slice(-6)).toEqual([
      './all/files/1.txt',
      './all/files/deep/2.txt',
      './all/folder/1.txt',
      './all/folder/deep/2.txt',
      './one/1.txt',
      './one/deep/2.txt',
    ]);
  });

  test('for artifacts takes those that match a pattern, each in a folder or all in one', async () => {
    const result = await lab.run(`jobs:
  make:
    runs-on: ubuntu-latest
    steps:
      - run: mkdir one two && echo 1 > one/1.txt && echo 2 > two/2.txt
      - uses: actions/upload-artifact@v6
        with: { name: part-one, path: one }
      - uses: actions/upload-artifact@v6
        with: { name: part-two, path: two }
      - uses: actions/upload-artifact@v6
        with: { name: other, path: one }
  take:
    needs: make
    runs-on: ubuntu-latest
    steps:
      - uses: actions/download-artifact@v6
        with: { pattern: part-*, path: apart }
      - uses: actions/download-artifact@v6
        with: { pattern: part-*, path: merged, merge-multiple: true }
      - uses: actions/download-artifact@v6
        with: { pattern: none-*, path: nothing }
      - run: find . -type f | sort && ls -d * | sort
`);
    expect(job(result, 'take').steps.at(-1)?.log.split('\n').slice(-6)).toEqual([
      ...['./apart/part-one/1.txt', './apart/part-two/2.txt', './merged/1.txt', './merged/2.txt'],
      ...['apart', 'merged'],
    ]);
  });

  test('for artifacts finds those of another run by its id, with a token that may see runs', async () => {
    const made = await lab.run(
      workflow(
        '      - run: echo made > it.txt\n      - uses: actions/upload-artifact@v6\n        with: { path: it.txt }',
      ),
    );
    const take = (permissions: string, token: string) =>
      lab.run(`jobs:
  main:
    runs-on: ubuntu-latest
    permissions: ${permissions}
    steps:
      - uses: actions/download-artifact@v6
        with: { name: artifact, run-id: ${made.runId}${token} }
      - run: cat it.txt
`);
    const token = ', github-token: "${{ github.token }}"';
    expect(logOf(await take('{ actions: read }', token), 'main')).toContain('\nmade');
    expect(logOf(await take('{ actions: read }', ''), 'main')).toContain('Artifact not found');
    expect(logOf(await take('{}', token), 'main')).toContain('Resource not accessible by integration');
  });

  test('of the caller gets inputs and sets outputs, and fails its step by throwing', async () => {
    const result = await lab.run(
      workflow(`      - id: mine
        uses: some/action/deep@v3
        with: { name: Ada }
      - run: echo "\${{ steps.mine.outputs.greeting }}"
      - uses: some/other@v1
`),
      {
        actions: {
          'Some/Action': async (context) => context.setOutput('greeting', `hello ${context.input('name')}`),
          'some/other': async () => {
            throw new Error('out of order');
          },
        },
      },
    );
    expect(logOf(result, 'main')).toContain('hello Ada');
    expect(steps(result, 'main').at(-1)).toBe('Run some/other@v1: failure');
    expect(job(result, 'main').steps.at(-1)?.annotations[0]?.message).toBe('out of order');
  });
});
