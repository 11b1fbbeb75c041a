import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { unsteady } from './steady-rules.ts';

const root = join(import.meta.dirname, '..', '..');

function testsBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => /(?:^|\/)test\/(?:.*\/)?[^/]+\.ts$/.test(path))
    .filter((path) => !/\/(?:node_modules|fixtures|lib)\//.test(path) && path !== 'test/policy/steady.test.ts')
    .sort();
}

test('no verdict hangs on real time', () => {
  const files = ['packages', 'actions', 'test'].flatMap(testsBelow);
  expect(files).toContain('test/e2e/release.ts');
  expect(files).toContain('packages/base/test/waits.test.ts');
  const found = files.flatMap((path) =>
    unsteady(readFileSync(join(root, path), 'utf8')).map((finding) => `${path}:${finding}`),
  );
  expect(found).toEqual([]);
});

describe('is seen red', () => {
  test.each([
    ['a short bound', 'expect(Date.now() - began).toBeLessThan(5_000);', 'expects real time to be short'],
    [
      'a short bound on what was measured',
      'const took = performance.now() - began;\nexpect(took).toBeLessThanOrEqual(900);',
      'expects real time to be short',
    ],
    ['a pause', 'await new Promise((resolve) => setTimeout(resolve, 300));\nabort.abort();', 'pauses, and hopes'],
    ['a short limit of a file', 'jest.setTimeout(60_000);', 'before the limit of all'],
    ['a short limit of a test', "test('it', async () => {\n}, 60_000);", 'before the limit of all'],
    ['a pause by a name', 'await pause(1_500);', 'pauses, and hopes'],
    ['a pause of a clock', 'await systemClock.sleep(50);', 'pauses, and hopes'],
  ])('%s', (_what, text, says) => {
    expect(unsteady(text)).toEqual([expect.stringContaining(says)]);
  });
});

test.each([
  ['a generous bound', 'expect(Date.now() - began).toBeLessThan(60_000);'],
  ['a longer limit', 'jest.setTimeout(300_000);\n}, 1_200_000);'],
  ['a lower bound', 'expect(Date.now() - began).toBeGreaterThan(250);'],
  ['a bound on what is no time', 'const bytes = 3;\nexpect(bytes).toBeLessThan(5);'],
  ['a look again and again', 'while (!begun()) await new Promise((resolve) => setTimeout(resolve, 10));'],
  ['the same in two lines', 'while (!begun())\n  await pause(10);'],
  [
    'what is explained',
    '// Real time: the edge forgets by its own clock, and a longer wait does no harm.\nawait pause(210);',
  ],
])('%s is steady', (_what, text) => {
  expect(unsteady(text)).toEqual([]);
});
