import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { parse } from 'yaml';
import { pinReferences } from '../../packages/starters/src/index.ts';
import { reusableWorkflows } from '../../scripts/pin-references.mjs';
import { thinned as test } from '../e2e/sampled.ts';
import { languageFindings } from '../policy/language-service.ts';
import { workflowFindings } from '../policy/workflow-rules.ts';

const root = join(import.meta.dirname, '..', '..');
const workflows: [string, string][] = [...reusableWorkflows()];

test('there are reusable workflows, and the others are left out', () => {
  const names = workflows.map(([name]) => name);
  expect(names).toContain('release.yml');
  expect(names).not.toContain('ci.yml');
});

describe.each(workflows)('%s', (name, text) => {
  const pinned = pinReferences(text, { ref: 'v1' });

  test('keeps everything but its references', () => {
    expect(pinned).not.toContain('$/');
    const back = pinned.replaceAll(/uses: lockstep-ci\/lockstep\/(\S+)@v1$/gm, 'uses: $/$1');
    expect(back).toBe(text);
  });

  test("satisfies GitHub's language service, which knows the inputs behind each reference", async () => {
    expect(await languageFindings(root, `.github/workflows/${name}`, pinned)).toEqual([]);
    expect(workflowFindings(pinned, 'template')).toEqual([]);
  });

  test('satisfies it without what older servers lack', async () => {
    const older = pinReferences(text, { ref: 'v1', olderServer: true });
    expect(JSON.stringify(parse(older))).not.toMatch(/"queue"|"deployment":false/);
    expect(await languageFindings(root, `.github/workflows/${name}`, older)).toEqual([]);
  });
});

test('on a server without artifacts nothing fails for want of one', () => {
  const older = (name: string) =>
    parse(pinReferences(reusableWorkflows().get(name) ?? '', { ref: 'v1', olderServer: true }));
  const { gates, comment, verdict } = older('quality.yml').jobs;
  const uploads = gates.steps.filter((step: { uses?: string }) => step.uses?.startsWith('actions/upload-artifact@'));
  expect(uploads.length).toBeGreaterThan(0);
  for (const step of uploads) expect(step).toMatchObject({ 'continue-on-error': true });
  expect(comment['continue-on-error']).toBe(true);
  expect(gates['continue-on-error'] ?? verdict['continue-on-error']).toBeUndefined();
  for (const job of Object.values<object>(older('release.yml').jobs))
    expect(job).not.toHaveProperty('continue-on-error');
});

test('a pinned reference to an action that is not there is found by the language service', async () => {
  const text = workflows.find(([name]) => name === 'release.yml')?.[1] ?? '';
  const broken = pinReferences(text, { ref: 'v1' }).replace('/actions/migrate@', '/actions/migrant@');
  expect(await languageFindings(root, '.github/workflows/broken.yml', broken)).not.toEqual([]);
});

test.each([
  ['a step', 'jobs:\n  a:\n    steps:\n      - uses: $/actions/x # ours\n', '      - uses: O/R/actions/x@v1 # ours\n'],
  ['a job', 'jobs:\n  a:\n    uses: "$/.github/workflows/x.yml"\n', '    uses: O/R/.github/workflows/x.yml@v1\n'],
  [
    'a text that only looks like one',
    'jobs:\n  a:\n    steps:\n      - run: "echo uses: $/actions/x"\n',
    '      - run: "echo uses: $/actions/x"\n',
  ],
  ['an action of others', 'jobs:\n  a:\n    steps:\n      - uses: a/b@v1\n', '      - uses: a/b@v1\n'],
])('%s', (_what, text, lastLine) => {
  expect(pinReferences(text, { ref: 'v1', repository: 'O/R' })).toMatch(
    new RegExp(`\n${lastLine.replace(/[$]/g, '\\$')}$`),
  );
});

describe('the command', () => {
  let out: string;
  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'pinned-'));
  });
  afterEach(() => rmSync(out, { recursive: true }));

  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'scripts/pin-references.mjs'), ...args], { encoding: 'utf8' });

  test('writes, checks, and tells what is not fresh', () => {
    const sha = 'a'.repeat(40);
    expect(run('--ref', sha, '--out', out, '--check').status).toBe(1);
    expect(run('--ref', sha, '--out', out, '--repository', 'acme/mirror').status).toBe(0);
    expect(readdirSync(out).sort()).toEqual(workflows.map(([name]) => name).sort());
    expect(readFileSync(join(out, 'release.yml'), 'utf8')).toContain(`uses: acme/mirror/actions/migrate@${sha}\n`);
    expect(run('--ref', sha, '--out', out, '--repository', 'acme/mirror', '--check').status).toBe(0);
    writeFileSync(join(out, 'release.yml'), '');
    const stale = run('--ref', sha, '--out', out, '--repository', 'acme/mirror', '--check');
    expect(stale).toMatchObject({ status: 1, stderr: expect.stringContaining('not fresh: release.yml') });
  });

  test.each([
    ['a branch', ['--ref', 'main', '--out', '.'], '--ref: expected a tag'],
    ['no folder', ['--ref', 'v1'], '--out: name the folder'],
    ['no repository', ['--ref', 'v1', '--out', '.', '--repository', 'x'], '--repository: expected'],
  ])('%s is refused', (_what, args, message) => {
    expect(run(...args)).toMatchObject({ status: 1, stderr: expect.stringContaining(message) });
  });
});
