import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { workflowsIn } from '@lockstep/starters';
import { pathsIn, USUAL } from '../src/commands/doctor/paths.ts';

const calls = (inputs: string) => `on: push
jobs:
  release:
    uses: lockstep-ci/lockstep/.github/workflows/release.yml@v1
    with:
      vercel-project: shop
${inputs}`;

test('the health routes are those that the workflows ask', () => {
  const release = calls('      live-path: /up\n      health-paths: |\n        /health\n        /api/deep\n');
  expect(pathsIn([release, release])).toEqual({
    ...{ live: ['/up'], health: ['/health', '/api/deep'], identity: ['/api/health'] },
  });
  expect(pathsIn([release, calls('      live-path: /alive\n')]).live).toEqual(['/up', '/alive']);
});

test.each([
  ['nothing', calls('')],
  ['an expression', calls('      live-path: ${{ vars.LIVE }}\n')],
  ['another address', calls('      live-path: //elsewhere\n')],
  ['another address behind a backslash', calls('      live-path: /\\elsewhere\n')],
  ['no YAML', 'a: [b'],
  ['an empty file', ''],
  ['steps alone', 'on: push\njobs: { a: { steps: [{ run: ls }] } }'],
])('where they give %s, they are the usual ones', (_what, text) => {
  expect(pathsIn([text])).toEqual(USUAL);
});

test('the lock of an editor and a folder are no workflows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'workflows-'));
  try {
    const at = join(folder, '.github/workflows');
    mkdirSync(join(at, 'old.yml'), { recursive: true });
    symlinkSync('jane@laptop.1234', join(at, '.#release.yml'));
    writeFileSync(join(at, 'release.yml'), calls(''));
    expect([...workflowsIn(folder).keys()]).toEqual(['.github/workflows/release.yml']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
