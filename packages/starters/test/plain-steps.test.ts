import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import { parse } from 'yaml';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { languageFindings } from '../../../test/policy/language-service.ts';
import { workflowFindings } from '../../../test/policy/workflow-rules.ts';
import { planFiles, sources, templates } from '../../../test/starters.ts';
import { plainSteps } from '../src/index.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const names = [...templates.keys()];

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}
interface Job {
  readonly name: string;
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly permissions: object;
  readonly steps: readonly Step[];
}
const jobsOf = (text: string): Readonly<Record<string, Job>> => parse(text).jobs;
const plain = (name: string, inputs: Readonly<Record<string, string>> = {}): string =>
  planFiles([name], { plain: true, inputs }).files.get(`.github/workflows/lockstep-${name}.yml`) ?? '';

test('what lies in workflows-templates/plain-steps is what the starters and the workflows say', () => {
  const check = spawnSync(process.execPath, [join(root, 'scripts/plain-steps.mjs'), '--check'], { encoding: 'utf8' });
  expect(check).toMatchObject({ status: 0, stderr: '' });
});

/** Inputs that bring in what the defaults leave out. */
const MORE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  release: {
    'approval-environment': 'yes',
    'build-command': 'npm run build',
    order: 'migrate-first',
    'test-command': 'npm test',
  },
  'pull-request': {
    database: 'own',
    'build-command': 'npm run build',
    target: 'production',
    'test-command': 'npm test',
  },
  recover: { undo: 'all' },
};

describe.each(names.map((name) => name.replace('lockstep-', '')))('%s', (name) => {
  test.each([{}, MORE[name] ?? {}])('satisfies GitHub and the house with %j', async (inputs) => {
    const text = plain(name, inputs);
    expect(await languageFindings(root, `.github/workflows/plain-${name}.yml`, text)).toEqual([]);
    expect(workflowFindings(text, 'template')).toEqual([]);
  });

  test('a verdict is over jobs that are there', () => {
    for (const text of [plain(name), plain(name, MORE[name])]) {
      const jobs = jobsOf(text);
      const judged = Object.values(jobs)
        .flatMap(({ steps }) => steps.filter(({ uses }) => uses?.includes('/gate-verdict') === true))
        .flatMap(({ with: values }) => `${values?.['jobs'] ?? ''}\n${values?.['policy'] ?? ''}`.split('\n'))
        .map((line) => line.replace(/:.*/, '').trim())
        .filter((id) => id !== '');
      expect(Object.keys(jobs)).toEqual(expect.arrayContaining(judged));
    }
  });

  test('asks for no inputs of a workflow that calls, and only for jobs that it waits for', () => {
    for (const text of [plain(name), plain(name, MORE[name])])
      for (const [id, job] of Object.entries(jobsOf(text))) {
        const asked = [...JSON.stringify(job).matchAll(/\bneeds\.([\w-]+)/g)].map(([, needed]) => needed);
        expect({ id, needs: [job.needs ?? []].flat() }).toEqual({ id, needs: expect.arrayContaining(asked) });
        const own = /inputs\.([\w-]+)/.exec(JSON.stringify(job))?.[1];
        if (own !== undefined) expect(Object.keys(parse(text).on.workflow_dispatch.inputs)).toContain(own);
      }
  });

  test('grants each job what the reusable workflow grants it', () => {
    const granted = Object.fromEntries(Object.values(jobsOf(plain(name))).map((job) => [job.name, job.permissions]));
    for (const [, caller] of Object.entries<{ name: string; uses?: string }>(
      parse(read(`workflows-templates/lockstep-${name}.yml`)).jobs,
    )) {
      const called = /\.github\/workflows\/[\w-]+\.yml/.exec(caller.uses ?? '')?.[0];
      if (called === undefined) continue;
      for (const job of Object.values(jobsOf(read(called)))) {
        const mine = granted[`${caller.name} / ${job.name}`];
        if (mine !== undefined) expect(mine).toEqual(job.permissions);
      }
    }
  });
});

describe('a release as plain steps', () => {
  const stepNames = (job: Job | undefined) => job?.steps.map((step) => step.name ?? step.uses?.replace(/@.*/, ''));

  test('has the very steps of release.yml, without those that its inputs leave out', () => {
    const called = jobsOf(read('.github/workflows/release.yml'));
    const full = jobsOf(plain('release', MORE['release']));
    expect(Object.keys(full)).toEqual(Object.keys(called).filter((id) => id !== 'stage'));
    const usual = jobsOf(plain('release'));
    expect(Object.keys(usual)).toEqual(['prepare', 'release']);
    for (const id of ['prepare', 'release']) {
      const all = stepNames(called[id]) ?? [];
      for (const job of [full[id], usual[id]]) expect(all).toEqual(expect.arrayContaining(stepNames(job) ?? []));
    }
    expect(stepNames(full['release'])).toContain('Build');
    expect(stepNames(usual['release'])).not.toContain('Build');
    expect(usual['release']?.needs).toBe('prepare');
    expect(full['release']?.needs).toEqual(['prepare', 'test', 'approve']);
  });

  test('takes the inputs where they are used, and leaves out what an action does by default', () => {
    const steps = jobsOf(plain('release', { 'production-url': 'https://shop.example', 'bake-time': '9m' }))['release']
      ?.steps;
    const bake = steps?.find(({ id }) => id === 'bake');
    expect(bake?.with).toMatchObject({ url: 'https://shop.example', 'bake-time': '9m', phase: 'post' });
    expect(bake?.with).not.toHaveProperty('interval');
  });
});

test('the verdict over calls is one over their jobs, and those that may be skipped there may be skipped here', () => {
  const { with: given } = jobsOf(plain('pull-request'))['verdict']?.steps[0] ?? {};
  expect(given?.['jobs']?.trim().split('\n')).toEqual(
    Object.keys(jobsOf(plain('pull-request'))).filter((id) => id !== 'verdict'),
  );
  expect(given?.['policy']).not.toMatch(/^quality-(gates|verdict):/m);
  expect(given?.['policy']).toMatch(/^preview-preview: may-skip$/m);
});

describe('what cannot be said is refused', () => {
  const caller = (job: string) => `name: X
on: push
permissions: {}
jobs:
  release:
    name: Release
    uses: lockstep-ci/lockstep/.github/workflows/release.yml@v1
    with: { vercel-project: shop, production-url: https://shop.example }
${job}`;

  test.each([
    ['a matrix over calls', '    strategy: { matrix: { a: [1] } }\n', /cannot say strategy/],
    ['an input that is not there', '', /no input vercel-projekt/],
    [
      'the result of a call',
      `  after:\n    needs: release\n    if: needs.release.result == 'success'\n    runs-on: x\n    steps: []\n`,
      /needs\.release\.result/,
    ],
  ])('%s', (_what, job, message) => {
    const text = caller(job);
    expect(() => plainSteps(job === '' ? text.replace('vercel-project', 'vercel-projekt') : text, sources)).toThrow(
      message,
    );
  });

  test('an output of a call is the output of its job', () => {
    const after = `  after:\n    name: After\n    needs: release\n    runs-on: x\n    steps: [{ run: echo, env: { ID: '\${{ needs.release.outputs.release-id }}' } }]\n`;
    const text = plainSteps(caller(after), sources);
    expect(text).toContain('${{ needs.release-release.outputs.release-id }}');
    expect(jobsOf(text)['after']?.needs).toEqual(['release-prepare', 'release-release']);
  });
});
