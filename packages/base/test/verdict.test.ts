import { expect, test } from '@jest/globals';
import { combine, type Verdict } from '../src/index.ts';

test.each<[readonly Verdict[], Verdict]>([
  [['pass', 'pass'], 'pass'],
  [['pass', 'unknown'], 'unknown'],
  [['unknown', 'fail', 'pass'], 'fail'],
  [[], 'unknown'],
])('%j together are %s', (verdicts, together) => {
  expect(combine(verdicts)).toBe(together);
});
