import { describe, expect, test } from '@jest/globals';
import { frozenBy, isZone, readFreezes } from '../src/freeze.ts';

const at = (moment: string, lines: readonly string[], zone = 'UTC') =>
  frozenBy(readFreezes(lines), Date.parse(moment), zone)?.text;

describe('a freeze', () => {
  const year = "2026-12-20..2027-01-04 year's end";
  const sale = '2026-11-26T16:00..2026-11-30T08:00';
  const weekend = 'Fri 16:00..Mon 08:00 weekend';
  const sunday = 'Sun..Sun';
  test.each([
    ['before it begins', year, '2026-12-19T23:59:59Z', false],
    ['at its first moment', year, '2026-12-20T00:00:00Z', true],
    ['on its last day', year, '2027-01-04T23:59:59Z', true],
    ['after its last day', year, '2027-01-05T00:00:00Z', false],
    ['a minute before the hour', sale, '2026-11-26T15:59:59Z', false],
    ['at the hour', sale, '2026-11-26T16:00:00Z', true],
    ['at the end, which is the first moment after it', sale, '2026-11-30T08:00:00Z', false],
    ['on Friday before it', weekend, '2026-11-20T15:59:00Z', false],
    ['on Friday in it', weekend, '2026-11-20T16:00:00Z', true],
    ['over the end of the week', weekend, '2026-11-22T23:59:00Z', true],
    ['on Monday in it', weekend, '2026-11-23T07:59:00Z', true],
    ['on Monday after it', weekend, '2026-11-23T08:00:00Z', false],
    ['on the one day of it', sunday, '2026-11-22T12:00:00Z', true],
    ['on the day after it', sunday, '2026-11-23T00:00:00Z', false],
    ['on the day before it', sunday, '2026-11-21T23:59:00Z', false],
  ])('%s: %s at %s', (_what, line, moment, frozen) => {
    expect(at(moment, [line])).toBe(frozen ? line : undefined);
  });

  test('is in the time of its zone, through summer and winter', () => {
    const line = '2026-07-01T00:00..2026-07-01T01:00';
    expect(at('2026-06-30T22:30:00Z', [line], 'Europe/Berlin')).toBe(line);
    expect(at('2026-06-30T23:30:00Z', [line], 'Europe/Berlin')).toBeUndefined();
    const winter = '2026-01-01T00:00..2026-01-01T01:00';
    expect(at('2025-12-31T23:30:00Z', [winter], 'Europe/Berlin')).toBe(winter);
  });

  test('that holds is the one that is named', () => {
    expect(at('2026-11-22T12:00:00Z', [year, sunday, weekend])).toBe(sunday);
  });
});

test.each([
  'tomorrow',
  '2026-12-20',
  '2026-12-20..',
  '2026-13-20..2027-01-04',
  '2026-02-30..2026-03-01',
  '2027-01-04..2026-12-20',
  'Fri 16:00..2026-12-20',
  'Fri 25:00..Mon 08:00',
  'Freitag..Montag',
])('%s is no freeze', (line) => {
  expect(() => readFreezes([line])).toThrow(/input "freeze": .*expected FROM\.\.TO/);
});

test('all lines that are none are told at once', () => {
  expect(() => readFreezes(['x', 'Sun..Sun', 'y'])).toThrow(/"x".*\n.*"y"/);
});

test.each([
  ['UTC', true],
  ['Europe/Berlin', true],
  ['Europe/Bonn', false],
])('%s is a zone: %s', (zone, is) => {
  expect(isZone(zone)).toBe(is);
});
