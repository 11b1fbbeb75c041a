import { expect, test } from '@jest/globals';
import { sameCommit, sameDeployment } from '../src/index.ts';

const commit = 'c0ffee0123456789c0ffee0123456789c0ffee01';

test.each<[string, string, boolean]>([
  [commit, commit, true],
  [commit, 'c0ffee0', true],
  ['C0FFEE0', commit, true],
  [commit, 'c0ffee1', false],
  // Too short to name one: it would be the same as thousands.
  [commit, 'c0ffee', false],
  [commit, '', false],
  ['', '', false],
])('%s and %s', (a, b, same) => {
  expect(sameCommit(a, b)).toBe(same);
  expect(sameCommit(b, a)).toBe(same);
});

test('a deployment is the same with its prefix and without', () => {
  expect(sameDeployment('dpl_abc', 'abc')).toBe(true);
  expect(sameDeployment('dpl_abc', 'dpl_abd')).toBe(false);
});
