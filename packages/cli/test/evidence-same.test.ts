import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Secret, silent, systemClock } from '@lockstep/base';
import { createGitHubClient, openLedger } from '@lockstep/github';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, type RepositorySeed, startGitHub } from '@lockstep/proving-ground/github';
import { serve } from '@lockstep/proving-ground/http';
import { Scope } from '@lockstep/proving-ground/scope';
import { zipOf } from '../../evidence/test/sources/zips.ts';
import { evidence } from '../src/commands/evidence.ts';
import { runProgram } from '../src/program.ts';

/** The action and the command on the same cases: what one says, the other says. */

const scope = new Scope();
const home = process.cwd();
const variables = ['GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_API_URL', 'GITHUB_REPOSITORY'] as const;
const PERMISSIONS = { actions: 'read', contents: 'read', deployments: 'read', issues: 'write' } as const;
const CODES: Readonly<Record<string, number>> = { pass: 0, fail: 1, unknown: 2 };
const CREATOR = 'github-actions[bot]';
let github: GitHub;
let repo: RepositorySeed;
let cwd = '';
beforeAll(async () => {
  github = await startGitHub({ faults: new Faults() });
  repo = github.repository('acme/shop');
  repo.invite('olga', 'write');
  const commit = repo.commit();
  await failedRelease(commit);
  const path = '.github/workflows/lockstep-drill.yml';
  const run = repo.run({ event: 'schedule', path, status: 'completed', conclusion: 'success' });
  repo.artifact(run, { name: 'lockstep-drill', archive: zipOf([{ name: 'drill.json', content: drill }]) });
});
beforeEach(() => {
  cwd = scope.folder('lockstep-same-');
  mkdirSync(join(cwd, '.git'));
  process.chdir(cwd);
  process.env['GITHUB_TOKEN'] = token();
  process.env['GITHUB_API_URL'] = github.url;
  process.env['GITHUB_REPOSITORY'] = 'acme/shop';
});
afterEach(() => {
  process.chdir(home);
  for (const name of variables) delete process.env[name];
});
afterAll(async () => {
  await github.close();
  github.expectNoViolations();
  await scope[Symbol.asyncDispose]();
});

const token = () => github.token({ repository: 'acme/shop', permissions: PERMISSIONS, login: CREATOR });

/** One that users had for a moment. */
async function failedRelease(commit: string, service = 'web'): Promise<void> {
  const client = createGitHubClient({
    token: new Secret(
      github.token({ repository: 'acme/shop', permissions: { ...PERMISSIONS, deployments: 'write' }, login: CREATOR }),
    ),
    ...{ apiUrl: github.url, repository: { owner: 'acme', repo: 'shop' }, clock: systemClock, log: silent },
    signal: new AbortController().signal,
  });
  const ledger = openLedger({ github: client, creator: CREATOR });
  const run = repo.run();
  const author = { runId: run, runAttempt: 1, url: `https://github.example/acme/shop/actions/runs/${run}` };
  const id = service === 'web' ? '20261130T095500Z-000001' : '20261130T095500Z-000002';
  const record = await ledger.begin('production', commit, {
    ...{ kind: 'lockstep-release/1', id, service, actor: 'octocat', databaseVersion: null, adopted: false },
    ...{ author, candidate: { deployment: 'dpl_1', commit } },
    before: { deployment: 'dpl_0', commit, release: null },
  });
  const swap = await ledger.open('production', commit, {
    ...{ kind: 'lockstep-swap/1', id: `swap-${service}`, service, author, release: id },
    ...{ from: 'dpl_0', to: 'dpl_1', aliases: {} },
  });
  await ledger.close(swap, 'swapped', 'read back');
  await ledger.close(swap, 'put-back', 'the bake failed');
  await ledger.setState(record, 'rolled-back', 'the bake failed');
  repo.setRun(run, 'completed', 'failure');
}

const today = () => new Date().toISOString().slice(0, 10);
const drill = JSON.stringify({
  ...{ kind: 'lockstep-drill/1', backup: 'x', verdict: 'pass', at: new Date().toISOString(), run: null },
  ...{ restoreMs: 60_000, dataAgeMs: 60_000 },
});

function lay(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
}

function action(command: string, inputs: Readonly<Record<string, string>>) {
  return spawnAction(
    'evidence',
    { command, service: 'web', 'github-token': token(), ...inputs },
    { cwd, github: { api_url: github.url, repository: 'acme/shop' }, temp: scope.folder() },
  );
}

async function lockstep(...args: readonly string[]) {
  let [out, err] = ['', ''];
  const write = (text: string) => {
    out += text;
  };
  const tell = (text: string) => {
    err += text;
  };
  const code = await runProgram(['evidence', ...args], [evidence], {
    ...{ stdin: process.stdin, write, writeSecret: write, tell, person: undefined },
    ...{ paint: (_verdict, word) => word, debug: true, onInterrupt: () => () => undefined },
  });
  return { code, out, err };
}

interface List {
  readonly checks: readonly Readonly<Record<string, unknown>>[];
  readonly notVerified: readonly Readonly<Record<string, unknown>>[];
}

/** What a list says, but for what to do, which is in each one's own words, and for how long something has taken by now. */
function said(text: string) {
  const { checks, notVerified } = JSON.parse(text) as List;
  const plain = ({ expected: _, remedy: __, ...check }: Readonly<Record<string, unknown>>) => ({
    ...check,
    id: String(check['id']),
    measured: String(check['measured']).replace(/^by no one for .*/, 'by no one'),
  });
  return { checks: checks.map(plain), notVerified: notVerified.map(({ what, id }) => ({ id, what })) };
}

async function compare(verdict: string, command: string, inputs: Record<string, string>, line: readonly string[]) {
  const reports = scope.folder('lockstep-reports-');
  const step = await action(command, { 'report-directory': reports, ...inputs });
  expect(step.outputs['verdict']).toBe(verdict);
  const own = await lockstep(command, ...line, '--json');
  expect(own.code).toBe(CODES[verdict]);
  const theirs = said(readFileSync(join(reports, 'checks.json'), 'utf8'));
  const ours = said(own.out);
  expect(ours.checks.length).toBeGreaterThan(0);
  expect(ours).toEqual({ ...theirs, checks: theirs.checks.filter((one) => one.id !== 'incident/recorded') });
  return { step, own };
}

const retention = (reviewed = today()) => `---
kind: retention
owner: Data protection
reviewed: ${reviewed}
---

# Retention

## Schedule

| Data | Kept for | Because | Deleted by |
|---|---|---|---|
| accounts | 30 days | mistakes | a job |

## Backups

A year.

## Requests for erasure

By hand.
`;
const runbook = (people = 2) => {
  const mark = {
    settings: 'x',
    recovery: { maxRestoreMs: 3_600_000, maxDataAgeMs: 3_600_000 },
    reviewed: today(),
    people,
  };
  return `# Runbook\n\nAll of it.\n\n<!-- lockstep-runbook: ${JSON.stringify(mark)} -->\n`;
};

describe('documents', () => {
  const LIST = 'version: 1\ndocuments:\n  retention: docs/retention.md\n  runbook: docs/runbook.md\n';
  const others = [
    ...['incident-response', 'contacts', 'dpia', 'records-of-processing', 'processors', 'pentest'],
    ...['security-policy', 'access-review'],
  ];
  const list = `${LIST}${others.map((kind) => `  ${kind}: { not-needed: it is a test }\n`).join('')}`;

  test.each<[string, string]>([
    ['pass', retention()],
    ['fail', retention('2020-01-31')],
  ])('%s, with the drill that an artifact has', async (verdict, text) => {
    lay({ '.lockstep/documents.yml': list, 'docs/retention.md': text, 'docs/runbook.md': runbook() });
    await compare(verdict, 'documents', {}, []);
  });

  test('unknown, without a drill; with one in a file it passes, and no token is needed', async () => {
    delete process.env['GITHUB_TOKEN'];
    lay({ '.lockstep/documents.yml': list, 'docs/retention.md': retention(), 'docs/runbook.md': runbook() });
    const { own } = await compare('unknown', 'documents', { 'github-token': ' ', 'follow-links': 'false' }, [
      '--skip-links',
    ]);
    expect(own.err).toContain('note: without GITHUB_TOKEN no drill is read');
    lay({ 'drill.json': drill });
    await compare('pass', 'documents', { 'drill-files': 'drill.json' }, ['--drill-file', 'drill.json']);
  });

  test.each([{}, { GITHUB_TOKEN: '', GH_TOKEN: 'ghp_of_another_time' }])(
    'a folder whose repository is not on GitHub is judged without drills, with a token too: %j',
    async (env) => {
      delete process.env['GITHUB_REPOSITORY'];
      Object.assign(process.env, env);
      lay({ '.lockstep/documents.yml': list, 'docs/retention.md': retention(), 'docs/runbook.md': runbook() });
      const own = await lockstep('documents', '--skip-links');
      expect(own).toMatchObject({ code: 2, err: expect.stringContaining('note: without a repository on GitHub') });
      expect(own.err).toContain('no drill is read');
      const named = await lockstep('documents', '--skip-links', '--repository', 'shop');
      expect(named).toMatchObject({ code: 64, err: expect.stringContaining('--repository: expected OWNER/NAME') });
    },
  );

  test('what is wrong is said in its own words', async () => {
    expect(await lockstep('documents', '--link-timeout', 'soon')).toMatchObject({
      code: 64,
      err: expect.stringContaining('--link-timeout: expected a duration'),
    });
    expect(await lockstep('documents')).toMatchObject({
      code: 64,
      err: expect.stringMatching(
        /^error: --documents-file: \.lockstep\/documents\.yml cannot be read; "lockstep init --documents"/,
      ),
    });
  });
});

test('status: the same page', async () => {
  lay({ 'controls.json': JSON.stringify({ kind: 'lockstep-controls/1', rows: [] }) });
  const folder = scope.folder('lockstep-page-');
  const step = await action('status', {
    ...{ 'status-title': 'Prescriptions', 'status-directory': folder, 'controls-report': 'controls.json' },
  });
  expect(step.outputs).toMatchObject({ verdict: 'pass', reason: 'page-written' });
  const line = ['--service', 'web', '--status-title', 'Prescriptions', '--controls-report', 'controls.json'];
  const own = await lockstep('status', ...line, '--json');
  expect(own).toMatchObject({ code: 0 });
  expect(JSON.parse(own.out)).toMatchObject({ verdict: 'pass', files: ['status/index.html', 'status/status.json'] });
  const steady = (path: string) =>
    readFileSync(path, 'utf8').replaceAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:[\d.]+Z?)?/g, 'T');
  for (const name of readdirSync(folder)) expect(steady(join('status', name))).toBe(steady(join(folder, name)));
  expect(readFileSync('status/index.html', 'utf8')).toContain('Prescriptions');
  const wrong = await lockstep('status', '--status-title', '<b>', '--status-directory', 'other');
  expect(wrong).toMatchObject({ code: 64, err: expect.stringContaining('--status-title: expected a title') });
  expect(existsSync('other')).toBe(false);
});

test('incident: what is due, and nothing is written', async () => {
  const line = ['--service', 'web'];
  const before = await lockstep('incident', ...line);
  expect(before).toMatchObject({ code: 1, out: expect.stringContaining('The incident has an issue') });
  expect(repo.state.issues).toHaveLength(0);
  const to = scope.folder('lockstep-trail-');
  await compare('pass', 'incident', { to }, line);
  const [issue] = repo.state.issues;
  const comments = issue?.comments.length;
  repo.close(issue?.number ?? 0);
  if (issue !== undefined) issue.closedAt = new Date(Date.now() - 20 * 86_400_000).toISOString();
  await compare('fail', 'incident', { to }, line);
  expect(issue?.comments).toHaveLength(comments ?? 0);
  const wrong = await lockstep('incident', '--postmortem-within', '14m', '--postmortems', '../x');
  expect(wrong).toMatchObject({ code: 64, err: expect.stringMatching(/--postmortem-within: .*\n.*--postmortems: /) });
});

test('error-budget: what is left, what is spent, and what nothing measures', async () => {
  for (const [good, verdict] of [
    [0.9999, 'pass'],
    [0.9, 'fail'],
  ] as const) {
    const looks = (request: { readonly body: Buffer }) => {
      const query = new URLSearchParams(request.body.toString('utf8')).get('query') ?? '';
      const seconds = Number(/\[(\d+)s\]/.exec(query)?.[1] ?? 0);
      const value = Math.round(seconds / 60) * (query.startsWith('sum_over_time') ? good : 1);
      return {
        status: 200,
        body: { status: 'success', data: { resultType: 'vector', result: [{ value: [0, String(value)] }] } },
      };
    };
    const monitor = await serve('prometheus', looks, new Faults());
    scope.defer('prometheus', () => monitor.close());
    lay({
      'monitor.yml': `provider: prometheus\nurl: ${monitor.url}\nseries: probe_success{instance="shop"}\nevery: 60s\n`,
    });
    const source = { 'availability-source': 'monitor.yml', subject: 'production/web' };
    const line = ['--availability-source', 'monitor.yml', '--subject', 'production/web'];
    await compare(verdict, 'error-budget', source, line);
    if (verdict === 'pass') continue;
    const commit = '3f9a2c1d4e5f60718293a4b5c6d7e8f901234567';
    const over = await lockstep(
      'error-budget',
      ...line,
      '--override',
      '3f9a2c1 it ends the outage',
      '--commit',
      commit,
    );
    expect(over).toMatchObject({ code: 0, err: expect.stringContaining('is overridden for 3f9a2c1') });
    expect(over.out).toMatch(/\npass evidence: .*; overridden: it ends the outage \(.*\)\n$/);
  }
  await compare('unknown', 'error-budget', {}, []);
});

test('error-budget that is overridden: the whole answer is that of the action, and commits have every name of git', async () => {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], { cwd, encoding: 'utf8' });
  git('init', '-q', '-b', 'main');
  git('commit', '-q', '--allow-empty', '-m', 'one');
  const commit = git('rev-parse', 'HEAD').trim();
  const override = `${commit.slice(0, 7)} it ends the outage`;
  const step = await action('error-budget', { override, 'commit-sha': commit });
  expect(step).toMatchObject({ status: 0, outputs: { verdict: 'pass', reason: 'overridden' } });
  for (const named of [[], ['HEAD'], [commit.slice(0, 8)], ['main'], [commit]]) {
    const line = ['error-budget', '--override', override, ...named.flatMap((name) => ['--commit', name])];
    const own = await lockstep(...line, '--json');
    expect(own.code).toBe(0);
    const answer = JSON.parse(own.out) as { readonly judgement: object };
    expect(answer.judgement).toMatchObject({ verdict: 'pass', reason: 'overridden', blocks: false });
  }
  for (const name of ['none', '--all', 'HEAD^{tree}'])
    expect(await lockstep('error-budget', '--override', override, `--commit=${name}`)).toMatchObject({
      code: 64,
      err: expect.stringContaining(`--commit: git knows no commit "${name}" here`),
    });
  git('commit', '-q', '--allow-empty', '-m', 'two');
  expect(await lockstep('error-budget', '--override', override)).toMatchObject({ code: 2 });
});

test('status: what is missing is named as the command line names it', async () => {
  await failedRelease(repo.commit(), 'of-others');
  const own = await lockstep('status', '--status-title', 'Prescriptions', '--json');
  expect(own.code).toBe(2);
  const { message } = JSON.parse(own.out) as { readonly message: string };
  for (const text of [message, own.err]) {
    expect(text).toContain('in --status-line');
    expect(text).not.toContain('status-lines');
  }
});
