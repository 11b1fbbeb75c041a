import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { REPORT_ARTIFACTS } from '../../packages/evidence/src/sources/report-artifacts.ts';
import { sampleOf } from '../faults/matrix.ts';
import { languageFindings } from './language-service.ts';
import { workflowFindings } from './workflow-rules.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const filesIn = (folder: string) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.yml'))
        .map((name) => `${folder}/${name}`)
    : [];

const own = filesIn('.github/workflows');
const templates = [...filesIn('workflows-templates'), ...filesIn('workflows-templates/plain-steps')];

/** The conformance cases break rules on purpose: they show that the runner enforces none of them. */
const ON_PURPOSE: Readonly<Record<string, RegExp>> = {
  '.github/workflows/selftest-cases.yml':
    /Missing required input `asked-for`|Invalid action input 'a-b c'|access might be invalid: LATE/,
};

const BREAKS: Readonly<Record<string, string>> = {
  '.github/workflows/selftest-cases.yml': 'only-a-handover-travels',
};

const all = [...own, ...templates];

test('there are workflows to look at', () => {
  expect(own).toContain('.github/workflows/release.yml');
});

test.each(sampleOf('workflows that are read as GitHub reads them', all, all.length))(
  '%s satisfies GitHub and the house',
  async (path) => {
    const found = await languageFindings(root, path, read(path));
    expect(found.filter((finding) => ON_PURPOSE[path]?.test(finding) !== true)).toEqual([]);
    const house = workflowFindings(read(path), templates.includes(path) ? 'template' : 'own');
    expect(house.filter(({ rule }) => rule !== BREAKS[path])).toEqual([]);
  },
);

test('the names of the checks that others may require do not change', () => {
  const names = (path: string) => Object.values<{ name?: string }>(parse(read(path)).jobs).map((job) => job.name);
  expect(names('.github/workflows/release.yml')).toEqual(['Prepare', 'Test', 'Stage', 'Approve', 'Release']);
  expect(names('.github/workflows/promote.yml')).toEqual(['Choose', 'Ask', 'Approve', 'Deny', 'Release']);
  expect(names('.github/workflows/publish-npm.yml')).toEqual(['Pack', 'Publish']);
  expect(names('.github/workflows/contract.yml')).toEqual(['Plan', 'Approve', 'Contract']);
  expect(names('.github/workflows/audit.yml')).toEqual(['Edge', 'Platform', 'Database']);
  expect(names('.github/workflows/evidence.yml')).toEqual(['Trail']);
  expect(names('.github/workflows/backend.yml')).toEqual(['Contract']);
  expect(names('.github/workflows/alert-drill.yml')).toEqual(['Alert drill']);
  expect(names('.github/workflows/archives.yml')).toEqual(['Archives']);
  expect(names('.github/workflows/quality.yml')).toEqual(['Gates', 'Comment', 'Verdict']);
  expect(names('.github/workflows/preview.yml')).toEqual(['Preview', 'Test', 'Migrations', 'Comment']);
  const matrix = (of: string) => `\${{ matrix.${of} }}`;
  expect(names('.github/workflows/ci.yml')).toEqual([
    `Node ${matrix('node')}`,
    `Command line on ${matrix('system')}`,
    'CI ok',
  ]);
});

test('the one check of CI waits for all others, and they run on each system', () => {
  const { jobs } = parse(read('.github/workflows/ci.yml'));
  const { ok, ...others } = jobs;
  expect([ok.needs].flat().sort()).toEqual(Object.keys(others).sort());
  expect(jobs['command-line'].strategy.matrix.system.map((name: string) => name.split('-')[0])).toEqual([
    'ubuntu',
    'macos',
    'windows',
  ]);
  // Neither bash nor PowerShell has to be the shell.
  const lines = jobs['command-line'].steps.flatMap(({ run = [] }) => run);
  expect(lines).toEqual(['node test/any-system/try.mjs']);
});

/** What a promotion chooses, and hands over in one piece. */
const CHOSEN = ['commit-sha', 'deployment-id', 'deployment-url', 'expect-plan', 'expect-folder', 'request'];

test('a promotion takes what a release takes, and passes it on', () => {
  const { on, jobs } = parse(read('.github/workflows/promote.yml'));
  const release = parse(read('.github/workflows/release.yml')).on.workflow_call;
  const passed: Readonly<Record<string, string>> = jobs.release.with;
  expect(Object.keys(passed).sort()).toEqual(
    Object.keys(release.inputs)
      .filter((name) => !['stage-only', 'staged-aliases', ...CHOSEN].includes(name))
      .sort(),
  );
  for (const [name, value] of Object.entries(passed)) {
    if (value !== `\${{ inputs.${name} }}`) continue;
    const { description: _, ...declared } = on.workflow_call.inputs[name];
    const { description: __, ...wanted } = release.inputs[name];
    expect([name, declared]).toEqual([name, wanted]);
  }
  expect(on.workflow_call.secrets).toEqual(release.secrets);
  expect(Object.keys(jobs.release.secrets)).toEqual(Object.keys(release.secrets));
});

test('every secret that a workflow takes has a row where people look for what it is', () => {
  const taken = own.flatMap((path) => Object.keys(parse(read(path)).on?.workflow_call?.secrets ?? {}));
  const [, table = ''] = read('docs/permissions-and-secrets.md').split('\n## The secrets\n');
  const rows = [...(table.split('\n## ')[0] ?? '').matchAll(/^\| `([A-Z0-9_]+)` \|/gm)].map(([, name]) => name);
  expect(taken.length).toBeGreaterThan(20);
  expect(rows.filter((name) => name !== 'GITHUB_TOKEN').sort()).toEqual([...new Set(taken)].sort());
});

/** Hosts are asked only once they were moved, and only who acts later can be overtaken. */
const OF_THE_ACT_ALONE = ['expect-newest', 'identity-path', 'protection-bypass'];

test.each([
  '.github/workflows/rollback.yml',
  '.github/workflows/recover.yml',
  'workflows-templates/plain-steps/lockstep-rollback.yml',
  'workflows-templates/plain-steps/lockstep-recover.yml',
])('what the look of %s shows is what is done: both steps are given the same', (path) => {
  const jobs = Object.values<{ steps?: { uses?: string; with?: Record<string, string | boolean> }[] }>(
    parse(read(path)).jobs,
  );
  const steps = jobs.flatMap((job) => job.steps ?? []).filter(({ uses }) => uses?.includes('actions/rollback'));
  const [look, act] = steps.map((step) => step.with ?? {});
  expect([steps.length, look?.['dry-run'], act?.['dry-run']]).toEqual([2, true, undefined]);
  const shared = Object.entries(act ?? {}).filter(([name]) => !OF_THE_ACT_ALONE.includes(name) && name !== 'to');
  expect(look).toEqual({ ...Object.fromEntries(shared), to: look?.['to'], 'dry-run': true });
});

describe('each rule is seen red', () => {
  const sound = read('test/fixtures/policy/sound.yml');

  test('the fixture itself is sound', async () => {
    expect(workflowFindings(sound, 'own')).toEqual([]);
    expect(await languageFindings(root, 'test/fixtures/policy/sound.yml', sound)).toEqual([]);
  });

  test.each([
    ['workflow-name', 'name: Sound\n', ''],
    ['permissions-at-top', 'permissions: {}\n', ''],
    ['job-timeout', '    timeout-minutes: 5\n', ''],
    ['fixed-check-name', '    name: Build\n', ''],
    ['fixed-check-name', 'name: Build', "name: 'Build ${{ inputs.environment }}'"],
    ['no-inherited-secrets', / {4}secrets:\n( {6}[A-Z_]+: \$\{\{.*\n)+$/, '    secrets: inherit\n'],
    ['storable-secret-name', 'TOKEN: { required', 'api-token: { required'],
    ['no-expression-in-run', 'echo "$ENVIRONMENT"', 'echo "${{ inputs.environment }}"'],
    ['only-a-handover-travels', 'needs.build.outputs.handover', 'needs.build.outputs.version'],
    ['only-a-handover-travels', 'needs.build.outputs.handover', "needs['build'].outputs.version"],
    ['only-a-handover-travels', 'needs.build.outputs.handover', 'toJSON(needs.build.outputs)'],
    ['pinned-uses', /actions\/checkout@\S+/, 'actions/checkout@v6'],
    ['pinned-uses', '$/.github/workflows/release.yml', './.github/workflows/release.yml'],
    ['pinned-uses', '$/.github/workflows/release.yml', '$/.github/workflows/release.yml@v1'],
  ])('%s', (rule, from, to) => {
    const broken = sound.replace(from, to);
    expect(broken).not.toBe(sound);
    expect(workflowFindings(broken, 'own').map((one) => one.rule)).toEqual([rule]);
  });

  test.each([
    ['a misspelt key', '    runs-on', '    run-on'],
    ['an unknown context', 'inputs.environment }}', 'inputs.enviroment }}'],
    ['an unknown need', 'needs: build', 'needs: biuld'],
  ])("%s, by GitHub's language service", async (_what, from, to) => {
    const broken = sound.replace(from, to);
    expect(broken).not.toBe(sound);
    expect(await languageFindings(root, 'test/fixtures/policy/sound.yml', broken)).not.toEqual([]);
  });

  test('a template names us by the major tag, our own files by $/', () => {
    const template = sound
      .replaceAll('$/', 'lockstep-ci/lockstep/')
      .replace('actions/handover', 'actions/handover@v1')
      .replace('release.yml', 'release.yml@v1');
    expect(workflowFindings(template, 'template')).toEqual([]);
    expect(workflowFindings(template, 'own').map((one) => one.rule)).toEqual(['pinned-uses', 'pinned-uses']);
  });
});

describe('reports that are evidence', () => {
  interface Step {
    readonly id?: string;
    readonly uses?: string;
    readonly with?: Readonly<Record<string, string>>;
  }
  const stepsIn = (path: string) =>
    Object.values<{ steps?: readonly Step[] }>(parse(read(path)).jobs).flatMap(({ steps = [] }) => steps);
  const keptIn = (path: string) =>
    stepsIn(path).flatMap(({ uses = '', with: given = {} }) =>
      uses.startsWith('actions/upload-artifact@') ? [{ name: given['name'], path: given['path'] ?? '' }] : [],
    );

  test.each(REPORT_ARTIFACTS.map(({ artifact }) => artifact))('a workflow keeps %s', (artifact) => {
    const keeping = own.filter((path) => keptIn(path).some(({ name }) => name === artifact));
    expect(keeping).not.toEqual([]);
  });

  // A preview is of a pull request, whose runs are no evidence.
  test.each(['.github/workflows/backend.yml', '.github/workflows/release.yml'])(
    '%s keeps what was found about the backend',
    (path) => {
      const asking = stepsIn(path).filter(
        ({ uses, with: given }) => uses?.endsWith('/contract-check') === true && given?.['contract'] !== undefined,
      );
      expect(asking.length).toBeGreaterThan(0);
      const kept = keptIn(path).filter(({ name }) => name === 'lockstep-contract-check');
      for (const { id } of asking)
        expect(kept.some(({ path: from }) => from.includes(`steps.${id}.outputs.report-directory`))).toBe(true);
    },
  );
});
