import { expect, test } from '@jest/globals';
import { canonicalJson, count, nameSome, parseList } from '../src/index.ts';

test('a list is its lines, without the empty ones and without white space around', () => {
  expect(parseList(' a \r\n\n\tb c\n')).toEqual(['a', 'b c']);
  expect(parseList('\u00a0a')).toEqual(['\u00a0a']);
});

test('many names are counted, not listed', () => {
  expect(nameSome(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
  expect(nameSome(['a', 'b'], 2)).toBe('a, b');
  expect([count(1, 'file'), count(2, 'file'), count(0, 'entry', 'entries')]).toEqual([
    '1 file',
    '2 files',
    '0 entries',
  ]);
});

test('the same data always has the same text', () => {
  expect(canonicalJson({ b: [{ d: 1, c: undefined }], a: 'x' })).toBe('{"a":"x","b":[{"d":1}]}');
  expect(canonicalJson({ é: 1, z: 2, A: 3 })).toBe('{"A":3,"z":2,"é":1}');
});
