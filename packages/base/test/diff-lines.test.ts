import { expect, test } from '@jest/globals';
import { diffLines } from '../src/diff-lines.ts';

test.each([
  ['a\nb\nc', 'a\nb\nc', []],
  ['a\nb\nc', 'a\nx\nc', [' a', '-b', '+x', ' c']],
  ['1\n2\n3\n4\n5\n6\n7\n8', '1\n2\n3\n4\n5\n6\n7\n9', ['@', ' 6', ' 7', '-8', '+9']],
  ['', 'a', ['-', '+a']],
])('the difference of %j and %j', (before, after, expected) => {
  expect(diffLines(before, after)).toEqual(expected);
});
