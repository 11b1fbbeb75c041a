import { expect, test } from '@jest/globals';
import { formatDuration, parseDuration } from '../src/index.ts';

test.each([
  ['200ms', 200],
  ['30s', 30_000],
  ['1.5s', 1_500],
  ['5m', 300_000],
  ['2h', 7_200_000],
  ['30d', 2_592_000_000],
  ['0s', 0],
])('%s is %d ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(['', '5', '5 m', '-5s', '5M', '1.5.2s', '1e3s', '0.3ms', '99999999999999d', 's'])(
  '%j is no duration',
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);

test.each([
  [840, '840 ms'],
  [12_340, '12.3 s'],
  [3_000, '3 s'],
  [59_999, '59.9 s'],
  [245_000, '4 min 5 s'],
  [7_200_000, '2 h'],
  [7_800_000, '2 h 10 min'],
])('%d ms reads as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
