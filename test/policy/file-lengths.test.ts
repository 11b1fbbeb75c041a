import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { codeBelow, tooLong } from './file-lengths.ts';

const root = join(import.meta.dirname, '..', '..');

test('no source, test or script is longer than 350 lines', () => {
  expect(codeBelow(root)).toEqual(
    expect.arrayContaining([
      'jest.config.mjs',
      'actions/migrate/src/run.ts',
      'packages/base/test/waits.test.ts',
      'scripts/build.mjs',
      'test/policy/file-lengths.ts',
    ]),
  );
  expect(tooLong(root)).toEqual([]);
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-lengths-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(path: string, lines: number, first = '// first'): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `${[first, ...Array(lines - 1).fill('// line')].join('\n')}\n`);
}

test.each(['packages/a/src/a.ts', 'actions/a/test/a.test.ts', 'scripts/a.mjs', 'app/a.tsx', 'test/jest/a.cjs'])(
  'is seen red: a line too many in %s',
  (path) => {
    file(path, 350);
    expect(tooLong(folder)).toEqual([]);
    file(path, 351);
    expect(tooLong(folder)).toEqual([`${path}: 351`]);
  },
);

test('what a script writes may be of any length, and says in its first line which script', () => {
  file('src/a.ts', 900, '// Written by scripts/docs.mjs from what the actions say.');
  file('src/b.ts', 900, '// Generated.');
  file('src/c.ts', 900, '// Not written by scripts/docs.mjs');
  expect(tooLong(folder)).toEqual(['src/b.ts: 900', 'src/c.ts: 900']);
});

test('dependencies and what was built are not counted', () => {
  for (const path of ['node_modules/a/a.js', 'dist/a/index.js', 'packages/a/lib/a.js']) file(path, 900);
  expect(tooLong(folder)).toEqual([]);
});
