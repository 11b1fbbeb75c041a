import { describe, expect, test } from '@jest/globals';
import { budgetChecks } from '../../src/availability/budget-checks.ts';
import { type Measured, percent, reportBudget } from '../../src/availability/budget-report.ts';
import { windowsOf } from '../../src/availability/windows.ts';

const NOW = Date.parse('2026-11-30T12:00:00Z');
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const rule = { objective: 0.999, windowMs: 30 * DAY };
const LENGTHS = [30 * DAY, HOUR, 5 * MINUTE, 6 * HOUR, 30 * MINUTE, 3 * DAY];

const good = (windowMs: number, share = 1, coverage = 1): Measured => ({
  kind: 'measured',
  windowMs,
  good: share,
  coverage,
});

/** All windows good, but for those that are given. */
function measured(...over: readonly Measured[]): readonly Measured[] {
  return LENGTHS.map((ms) => over.find(({ windowMs }) => windowMs === ms) ?? good(ms));
}

function checksOf(...over: readonly Measured[]) {
  const checks = budgetChecks(reportBudget(rule, measured(...over), NOW), 'production');
  return Object.fromEntries(checks.map(({ id, measured: seen, verdict }) => [id, `${verdict}: ${seen}`]));
}

test('asks for the window of the budget and for those of the burn rates, each once', () => {
  expect(windowsOf(30 * DAY, NOW).map(({ fromMs, toMs }) => toMs - fromMs)).toEqual([
    ...[30 * DAY, HOUR, 5 * MINUTE, 6 * HOUR, 30 * MINUTE, 3 * DAY],
  ]);
  expect(windowsOf(3 * DAY, NOW).length).toBe(5);
});

describe('the gate', () => {
  test('passes while time is left: 43 min 12 s of 30 days at 99.9 %', () => {
    const checks = budgetChecks(reportBudget(rule, measured(good(30 * DAY, 0.9995, 0.99)), NOW), 'production');
    expect(checks.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['error-budget', 'pass'],
      ['burn-rate-1h', 'pass'],
      ['burn-rate-6h', 'pass'],
    ]);
    expect(checks[0]).toMatchObject({
      expected: 'less than 43 min 12 s of 30 d bad (99.9 %)',
      measured: '21 min 36 s bad, at a coverage of 99 %',
    });
  });

  test('fails where it is spent, to the last second', () => {
    expect(checksOf(good(30 * DAY, 0.999))).toMatchObject({
      'error-budget': expect.stringMatching(/^fail: 43 min 12 s bad/),
    });
    expect(checksOf(good(30 * DAY, 0.99901))).toMatchObject({ 'error-budget': expect.stringMatching(/^pass/) });
  });

  test('fails while both windows burn too fast, and not when it is over', () => {
    expect(checksOf(good(HOUR, 0.98), good(5 * MINUTE, 0.9))).toMatchObject({
      'burn-rate-1h': 'fail: 20 times as fast as allowed',
    });
    expect(checksOf(good(HOUR, 0.98), good(5 * MINUTE, 1))).toMatchObject({
      'burn-rate-1h': 'pass: 20 times as fast as allowed',
    });
    expect(checksOf(good(6 * HOUR, 0.99), good(30 * MINUTE, 0.99))).toMatchObject({
      'burn-rate-6h': 'fail: 10 times as fast as allowed',
    });
  });

  test('does not stop a release for slow burning', () => {
    const report = reportBudget(rule, measured(good(3 * DAY, 0.998), good(6 * HOUR, 0.998)), NOW);
    expect(report.rates[2]).toMatchObject({ severity: 'ticket', state: 'burning' });
    expect(budgetChecks(report, 'production').every(({ verdict }) => verdict === 'pass')).toBe(true);
  });

  test.each<[string, readonly Measured[], string, string]>([
    ['too little of the month', [good(30 * DAY, 1, 0.9)], 'error-budget', 'only 90 % of it was observed'],
    [
      'nothing of the month',
      [{ kind: 'not-measured', windowMs: 30 * DAY, what: 'Prometheus answered HTTP 503' }],
      'error-budget',
      'Prometheus answered HTTP 503',
    ],
    ['too little of the hour', [good(HOUR, 1, 0.5)], 'burn-rate-1h', 'only 50 % of it was observed'],
    ['too little of now', [good(HOUR, 0.9), good(5 * MINUTE, 1, 0)], 'burn-rate-1h', 'only 0 % of it was observed'],
  ])('is unknown where %s was observed', (_, over, id, why) => {
    expect(checksOf(...over)[id]).toBe(
      `unknown: not measured: ${why}${why.startsWith('only') ? ', and 95 % is the least' : ''}`,
    );
  });

  test('is unknown without any monitor', () => {
    const report = reportBudget(rule, [], NOW);
    expect(report.budget).toBeNull();
    expect(budgetChecks(report, 'production')).toMatchObject([{ id: 'error-budget', verdict: 'unknown' }]);
  });

  test('judges the budget alone where the monitor answers for no other window', () => {
    const checks = budgetChecks(reportBudget(rule, [good(30 * DAY)], NOW), 'production');
    expect(checks.map(({ id, verdict }) => [id, verdict])).toEqual([['error-budget', 'pass']]);
  });
});

test('a share is rounded down: what is below an objective does not read as if it were not', () => {
  expect([0.99899999, 0.999, 1, 0, 0.9999999, 0.95].map(percent)).toEqual([
    ...['99.899 %', '99.9 %', '100 %', '0 %', '99.999 %', '95 %'],
  ]);
});

describe('what a monitor could not see', () => {
  const windowMs = 30 * 86_400_000;
  const judged = (coverage: number, good: number) => {
    const report = reportBudget({ objective: 0.999, windowMs }, [{ kind: 'measured', coverage, good, windowMs }], 0);
    return { left: report.budget?.left, check: budgetChecks(report, 'app')[0] };
  };

  test.each([
    ['no request at all', 1, Number.NaN, 'no request was observed in it'],
    ['more than everything', 1, 1.2, 'no request was observed in it'],
    ['no coverage that is a number', Number.NaN, 1, 'of it was observed'],
    ['a little less than enough', 0.9499, 1, 'only 94.99 % of it was observed, and 95 % is the least'],
    ['nothing', 0, 0, 'only 0 % of it was observed'],
  ])('%s is unknown, and neither good nor bad', (_what, coverage, good, words) => {
    const { check, left } = judged(coverage, good);
    expect(left).toBeUndefined();
    expect(check).toMatchObject({
      verdict: 'unknown',
      reason: 'not-measured',
      measured: expect.stringContaining(words),
    });
    expect(check?.measured).not.toMatch(/undefined/);
  });

  test('a gap that is small enough is counted as what was seen around it, and its coverage is said', () => {
    const { check, left } = judged(0.96, 0.9995);
    expect(left).toBeCloseTo(0.5, 9);
    expect(check).toMatchObject({ verdict: 'pass', measured: expect.stringContaining('at a coverage of 96 %') });
  });
});
