import { expect, test } from '@jest/globals';
import { skippedLines } from '../../scripts/skipped.mjs';

test('what was skipped is counted by its cause, and says what it needs', () => {
  const files = [
    { file: 'test/e2e/a.test.ts', skipped: 13, source: '' },
    {
      file: 'test/b.test.ts',
      skipped: 3,
      source: "const tool = process.env['LOCKSTEP_TOOL'] ?? ''; process.env['LOCKSTEP_SEED']",
    },
    { file: 'test/c.test.ts', skipped: 1, source: 'const asRoot = process.getuid?.() === 0 ? test : test.skip;' },
    { file: 'test/d.test.ts', skipped: 0, source: "process.env['LOCKSTEP_TOOL']" },
  ];
  const said = [
    'tests of test/e2e/a.test.ts: 3 of 16 cases (seed 1; LOCKSTEP_FAULTS=all runs every one)',
    'tests of test/b.test.ts: 4 of 5 cases (seed 1)',
    'fault matrix: 8 of 280 cases (seed 1)',
    'PASS test/d.test.ts',
  ];
  expect(skippedLines(files, said)).toEqual([
    'skipped: 14 in 2 files by sampling; LOCKSTEP_FAULTS=all runs all',
    'skipped: 2 in test/b.test.ts: they need LOCKSTEP_TOOL',
    'skipped: 1 in test/c.test.ts: the file says what they need',
  ]);
});

test('where all ran, nothing is said', () => {
  expect(skippedLines([{ file: 'a.test.ts', skipped: 0, source: '' }], ['tests of a.test.ts: 5 of 5 cases'])).toEqual(
    [],
  );
});
