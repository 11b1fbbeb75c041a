import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { overlay } from '../../src/rehearsal/overlay.ts';
import { rehearse } from '../../src/rehearsal/rehearse.ts';

const release = 'lockstep-ci/lockstep/.github/workflows/release.yml@v1';
const swap = 'lockstep-ci/lockstep/actions/alias-swap@v1';

test.each([
  [
    'a call takes what its workflow has',
    `uses: ${release}`,
    { 'bake-time': '1s', 'swap-timeout': '9s' },
    { 'bake-time': '1s' },
  ],
  [
    'what the workflow gave is replaced',
    `uses: ${release}, with: { bake-time: 2m }`,
    { 'bake-time': '1s' },
    { 'bake-time': '1s' },
  ],
  [
    'the rest of it stays',
    `uses: ${release}, with: { service: web }`,
    { 'bake-time': '1s' },
    { service: 'web', 'bake-time': '1s' },
  ],
  [
    'a boolean is one',
    `uses: ${release}`,
    { 'skip-git-deployment-check': 'true' },
    { 'skip-git-deployment-check': true },
  ],
  [
    'what others offer is theirs',
    'uses: others/kit/.github/workflows/release.yml@v1',
    { 'bake-time': '1s' },
    undefined,
  ],
] as const)('%s', (_what, job, inputs, given) => {
  expect(parse(overlay(`jobs: { a: { ${job} } }`, inputs)).jobs.a.with).toEqual(given);
});

test('a step takes what its action has', () => {
  const text = `jobs: { a: { steps: [{ run: ls }, { uses: ${swap} }] } }`;
  expect(parse(overlay(text, { 'swap-timeout': '9s', 'bake-time': '1s' })).jobs.a.steps).toEqual([
    { run: 'ls' },
    { uses: swap, with: { 'swap-timeout': '9s' } },
  ]);
});

test('a text that is no workflow stays as it is', () => {
  expect(overlay('name: x\n', { 'bake-time': '1s' })).toBe('name: x\n');
});

test('there is nothing to rehearse where there is no repository, or no commit', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rehearse-'));
  const options = {
    ...{ folder, workflows: ['x.yml'], last: 1, withUncommitted: false, event: undefined, comment: undefined },
    ...{
      dispatchInputs: {},
      inputs: {},
      secrets: {},
      env: {},
      vars: {},
      mirrors: [],
      actions: {},
      rootDirectory: undefined,
    },
    ...{ keep: false, print: () => undefined },
  };
  await expect(rehearse(options)).rejects.toThrow(/expected a git repository/);
  execFileSync('git', ['init', '--quiet', folder]);
  await expect(rehearse(options)).rejects.toThrow(/is everything committed\?/);
  rmSync(folder, { recursive: true });
});
