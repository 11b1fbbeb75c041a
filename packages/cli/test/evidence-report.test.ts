import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { type GitHub, startGitHub } from '@lockstep/proving-ground/github';
import { Scope } from '@lockstep/proving-ground/scope';
import { zipOf } from '../../evidence/test/sources/zips.ts';
import { evidence } from '../src/commands/evidence.ts';
import { ownVersion } from '../src/commands/version.ts';
import { runProgram } from '../src/program.ts';

const scope = new Scope();
const home = process.cwd();
const variables = ['GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_API_URL', 'GITHUB_REPOSITORY'] as const;
let github: GitHub;
let cwd = '';
beforeAll(async () => {
  github = await startGitHub({ faults: new Faults() });
  const repo = github.repository('acme/shop');
  repo.commit();
  const path = '.github/workflows/lockstep-audit.yml';
  const run = repo.run({ event: 'schedule', path, status: 'completed', conclusion: 'success' });
  for (const [tool, verdict] of Object.entries({ 'edge-audit': 'pass', 'tenant-audit': 'fail', documents: 'pass' }))
    repo.artifact(run, {
      name: `lockstep-${tool}`,
      archive: zipOf([{ name: 'checks.json', content: checks(tool, verdict, run) }]),
    });
});
beforeEach(() => {
  cwd = scope.folder('lockstep-controls-');
  mkdirSync(join(cwd, '.lockstep'));
  writeFileSync(join(cwd, 'dpia.md'), `---\nreviewed: ${new Date().toISOString().slice(0, 10)}\n---\n# Impact\n`);
  process.chdir(cwd);
  for (const name of variables) delete process.env[name];
});
afterEach(() => {
  process.chdir(home);
  for (const name of variables) delete process.env[name];
});
afterAll(async () => {
  github.expectNoViolations();
  await github.close();
  await scope[Symbol.asyncDispose]();
});

const checks = (tool: string, verdict: string, run: number) =>
  JSON.stringify({
    ...{ kind: 'lockstep-checks/1', subject: 'shop', at: new Date().toISOString(), notVerified: [] },
    run: `https://github.com/acme/shop/actions/runs/${run}/attempts/1`,
    tool: { name: tool, version: 'v1' },
    checks: [
      {
        ...{ id: 'seen', title: 'Seen', verdict, reason: 'seen', what: 'shop' },
        ...{ measured: '', expected: '', remedy: '' },
        ...(tool === 'documents' ? { where: { file: 'dpia.md' } } : {}),
      },
    ],
  });

const ROWS = {
  headers: 'evidence: [{ checks: edge-audit, ids: [seen], max-age: 9d }]',
  impact: 'evidence: [{ document: dpia.md, max-age: 365d }]',
  audits: 'evidence: [{ workflow: lockstep-audit.yml, max-age: 9d }]',
  tenants: 'evidence: [{ checks: tenant-audit, ids: [seen], max-age: 9d }]',
  releases: 'evidence: [{ record: release, subject: "production/*" }]',
  desks: 'not-collected: a repository does not see desks',
};
const mapOf = (...ids: readonly (keyof typeof ROWS)[]) =>
  ['version: 1', 'controls:', ...ids.map((id) => `  - { id: ${id}, framework: F, title: T, ${ROWS[id]} }`), ''].join(
    '\n',
  );
const write = (...ids: readonly (keyof typeof ROWS)[]) =>
  writeFileSync(join(cwd, '.lockstep/controls.yml'), mapOf(...ids));

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

const all = { actions: 'read', contents: 'read', deployments: 'read' } as const;
type Permissions = Partial<Record<'actions' | 'contents' | 'deployments', 'read'>>;
const token = (permissions: Permissions) => github.token({ repository: 'acme/shop', permissions });

function action(command: string, inputs: Readonly<Record<string, string>>, permissions: Permissions = all) {
  const directory = scope.folder('lockstep-report-');
  return spawnAction(
    'evidence',
    { command, 'github-token': token(permissions), 'report-directory': directory, ...inputs },
    { cwd, github: { api_url: github.url, repository: 'acme/shop' } },
  );
}

function connect(permissions: Permissions = all): void {
  process.env['GITHUB_TOKEN'] = token(permissions);
  process.env['GITHUB_API_URL'] = github.url;
  process.env['GITHUB_REPOSITORY'] = 'acme/shop';
}

/** Every file of a folder, without what says who wrote it and when. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  const read = (name: string) =>
    readFileSync(join(folder, name), 'utf8')
      .replaceAll(/"version": ?"[^"]*"/g, '"version":""')
      .replaceAll(`controls ${ownVersion()}`, 'controls')
      .replaceAll('controls v1', 'controls')
      .replaceAll(/"run": ?("https:[^"]*actions\/runs\/[^"]*"|null)/g, '"run":""');
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, read(name)]),
  );
}

const CASES = {
  pass: ['headers', 'impact', 'audits', 'desks'],
  fail: ['headers', 'tenants', 'releases'],
  unknown: ['headers', 'releases'],
} as const;
const CODES = { pass: 0, fail: 1, unknown: 2 } as const;

test.each(Object.entries(CASES))(
  'action and command say %s of the same evidence, in the same files',
  async (verdict, ids) => {
    write(...ids);
    const to = scope.folder('lockstep-trail-');
    const collected = await action('collect', { to });
    const evidencePath = String(collected.outputs['evidence-path']);
    const reported = await action('report', { 'evidence-path': evidencePath });
    const folder = scope.folder('lockstep-report-');
    const line = ['report', '--evidence-path', evidencePath, '--report-directory', folder];
    const own = await lockstep(...line, '--json');
    const { controls, current, reason } = reported.outputs;
    expect(reported.outputs['verdict']).toBe(verdict);
    expect(own.code).toBe(CODES[verdict as keyof typeof CODES]);
    const answer = JSON.parse(own.out) as Readonly<Record<string, unknown>>;
    expect(answer).toMatchObject({ verdict, reason, controls: Number(controls), current: Number(current) });
    const files = filesIn(folder);
    expect(files).toEqual(filesIn(String(reported.outputs['report-directory'])));
    expect(answer['files']).toEqual(expect.arrayContaining(Object.keys(files).map((name) => join(folder, name))));
    expect(files['controls.oscal.json']).toContain('headers');
    const text = await lockstep(...line);
    expect(text.code).toBe(own.code);
    expect(text.out).toContain(`${current} of ${controls} controls have current evidence`);
    expect(text.out).not.toMatch(/compliant/i);
  },
);

test('an artifact is read as its folder and as its archive, and another archive is refused', async () => {
  write('headers');
  const to = scope.folder('lockstep-trail-');
  const { outputs } = await action('report', { to });
  const folder = String(outputs['report-directory']);
  const report = (path: string) => lockstep('report', '--evidence-path', path);
  expect(await report(folder)).toMatchObject({ code: 0 });
  const content = readFileSync(join(folder, 'evidence.json'), 'utf8');
  writeFileSync('kept.zip', zipOf([{ name: 'evidence.json', content }]));
  expect(await report('kept.zip')).toMatchObject({ code: 0 });
  writeFileSync('other.zip', zipOf([{ name: 'checks.json', content: '{}' }]));
  expect(await report('other.zip')).toMatchObject({ code: 64, err: expect.stringContaining('no evidence.json') });
  writeFileSync('cut.zip', zipOf([{ name: 'evidence.json', content }]).subarray(0, 40));
  expect(await report('cut.zip')).toMatchObject({ code: 64, err: expect.stringContaining('cut.zip') });
});

test('what it collects is what the action collects', async () => {
  write(...(Object.keys(ROWS) as (keyof typeof ROWS)[]));
  const to = scope.folder('lockstep-trail-');
  const event = { event: 'release', 'event-code': 'released', 'event-result': 'pass', subject: 'production/web' };
  expect((await action('record', { to, ...event })).outputs).toMatchObject({ reason: 'recorded' });
  const { outputs } = await action('collect', { to });
  connect();
  const own = await lockstep('collect', '--to', to, '--json');
  expect(own).toMatchObject({ code: 0 });
  expect(JSON.parse(own.out)).toMatchObject({
    ...{ verdict: 'pass', reason: outputs['reason'], files: [join('lockstep-evidence', 'evidence.json')] },
    ...{ controls: Number(outputs['controls']), current: Number(outputs['current']) },
  });
  const steady = (path: string) => {
    const { at: _at, found, numbers, ...rest } = JSON.parse(readFileSync(path, 'utf8'));
    // The look at the trail is of its own moment and by its own tool.
    const [own, others] = [true, false].map((is) =>
      found.lists.filter(({ file }: { file: string }) => (file === to) === is),
    );
    const trail = own.map(({ list }: { list: { checks: unknown } }) => list.checks);
    return { ...rest, found: { ...found, lists: others }, trail, numbers: { ...numbers, window: null } };
  };
  const ours = steady('lockstep-evidence/evidence.json');
  expect(ours.found.lists).not.toEqual([]);
  expect(ours.found.records).toMatchObject([{ run: expect.stringContaining('/acme/shop/actions/runs/') }]);
  expect(ours).toEqual(steady(String(outputs['evidence-path'])));
});

test('without a file it collects first; what it may not read is said, and nothing is made of it', async () => {
  write('headers', 'impact');
  const to = scope.folder('lockstep-trail-');
  connect();
  expect(await lockstep('report', '--to', to)).toMatchObject({ code: 0 });
  connect({ contents: 'read' });
  const part = await lockstep('collect', '--to', to, '--json');
  expect(part).toMatchObject({ code: 2, err: expect.stringMatching(/warning: reports were not read: .*403/) });
  expect(JSON.parse(part.out)).toMatchObject({ verdict: 'unknown', reason: 'collected-in-part', current: 0 });
  const read = await action('collect', { to }, { contents: 'read' });
  expect(read.outputs).toMatchObject({ verdict: 'unknown', reason: 'collected-in-part', current: '0' });
  expect(await lockstep('report', '--to', to)).toMatchObject({ code: 2 });
});

test('all that is wrong is said at once, and nothing is written', async () => {
  const bare = await lockstep('collect', '--window', 'long', '--anchor', 'none', '--report-file', 'none.json');
  expect(bare.code).toBe(64);
  expect(bare.err).toMatch(
    /controls\.yml cannot be read.*--window: .*"long".*--anchor: .*--repository: .*GITHUB_TOKEN: /s,
  );
  write('headers');
  writeFileSync('some.json', '{}');
  const other = await lockstep(
    'report',
    '--evidence-path',
    'some.json',
    '--report-directory',
    '.lockstep/controls.yml',
  );
  expect(other.code).toBe(64);
  expect(other.err).toMatch(/cannot be written.*some\.json: no collected evidence/s);
  connect();
  const listed = await lockstep('collect', '--report-file', 'none.json', '--to', scope.folder('lockstep-trail-'));
  expect(listed).toMatchObject({ code: 64, err: expect.stringContaining('--report-file: none.json cannot be read') });
  expect(readdirSync(cwd).sort()).toEqual(['.lockstep', 'dpia.md', 'some.json']);
});
