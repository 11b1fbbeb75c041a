import { expect, test } from '@jest/globals';
import { sinceDay } from '../src/index.ts';

const DAY = Date.parse('2026-11-30');
const HOUR = 3_600_000;

test.each([
  ['it has begun nowhere', -15, undefined],
  ['it begins in the east', -14, 0],
  ['it has begun in Auckland', -13, 0],
  ['it begins in UTC', 0, 0],
  ['it is noon', 12, 12],
  ['a day later', 24, 24],
])('%s', (_what, hours, since) => {
  expect(sinceDay(DAY, DAY + hours * HOUR)).toBe(since === undefined ? undefined : since * HOUR);
});
