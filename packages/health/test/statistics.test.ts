import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { binomialAtMost, fisherP, highestRate, lowestRate } from '../src/compare/exact-test.ts';
import { upperQuantile, upperTail } from '../src/compare/normal.ts';
import { rankTest, shiftOf } from '../src/compare/rank-test.ts';

interface Scipy {
  readonly scipy: string;
  readonly normal: { readonly tail: readonly [number, number][]; readonly quantile: readonly [number, number][] };
  readonly ranks: readonly {
    readonly candidate: number[];
    readonly baseline: number[];
    readonly u: number;
    readonly p: number;
    readonly shift: number;
  }[];
  readonly fisher: readonly { readonly errors: readonly [number, number, number, number]; readonly p: number }[];
  readonly binomial: readonly { readonly k: number; readonly n: number; readonly p: number; readonly atMost: number }[];
  readonly rates: readonly {
    readonly k: number;
    readonly n: number;
    readonly error: number;
    readonly lowest: number;
    readonly highest: number;
  }[];
}

const says = JSON.parse(readFileSync(new URL('./fixtures/scipy.json', import.meta.url), 'utf8')) as Scipy;

function expectClose(got: number, wanted: number, relative = 1e-6): void {
  expect(Math.abs(got - wanted)).toBeLessThanOrEqual(relative * Math.abs(wanted) + 1e-12);
}

describe(`agrees with SciPy ${says.scipy} on`, () => {
  test.each(says.normal.tail)('the normal tail beyond %p', (z, p) => expectClose(upperTail(z), p));

  test.each(says.normal.quantile)('the normal quantile of %p', (p, z) =>
    expect(Math.abs(upperQuantile(p) - z)).toBeLessThan(1e-6),
  );

  test.each(says.ranks.map((row) => [row.candidate.length, row.baseline.length, row] as const))(
    'the rank test of %i against %i',
    (_n, _m, row) => {
      const got = rankTest(row.candidate, row.baseline);
      expect(got.u).toBe(row.u);
      expectClose(got.p, row.p);
      expect(Math.abs(shiftOf(row.candidate, row.baseline, 0.05).estimate - row.shift)).toBeLessThan(1e-8);
    },
  );

  test.each(says.fisher)('the exact test of $errors', ({ errors, p }) => expectClose(fisherP(...errors), p));

  test.each(says.binomial)('P(X ≤ $k) of $n trials of $p', ({ k, n, p, atMost }) =>
    expectClose(binomialAtMost(k, n)(p), atMost),
  );

  test.each(says.rates)('the bounds of $k of $n at $error', ({ k, n, error, lowest, highest }) => {
    expect(Math.abs(lowestRate(k, n, error) - lowest)).toBeLessThan(1e-8);
    expect(Math.abs(highestRate(k, n, error) - highest)).toBeLessThan(1e-8);
  });
});

describe('the bounds of a shift', () => {
  test.each(says.ranks.filter((row) => row.p < 0.2))(
    'are where the rank test would say so',
    ({ candidate, baseline }) => {
      const { lower, estimate, upper } = shiftOf(candidate, baseline, 0.05);
      expect(lower).toBeLessThanOrEqual(estimate);
      expect(upper).toBeGreaterThanOrEqual(estimate);
      const spread = Math.max(...baseline) - Math.min(...baseline);
      const at = (shift: number) =>
        rankTest(
          candidate.map((value) => value - shift),
          baseline,
        ).p;
      expect(at(lower - spread / 50)).toBeLessThan(0.05);
      expect(at(lower + spread / 50)).toBeGreaterThan(0.05);
      expect(at(upper - spread / 50)).toBeLessThan(0.95);
      expect(at(upper + spread / 50)).toBeGreaterThan(0.95);
    },
  );

  test('are open where the samples cannot carry them', () => {
    expect(shiftOf([1, 2], [3, 4], 0.001)).toMatchObject({
      lower: Number.NEGATIVE_INFINITY,
      upper: Number.POSITIVE_INFINITY,
    });
  });
});

test('a rank test of values that are all the same finds nothing', () => {
  expect(rankTest([5, 5, 5], [5, 5, 5])).toMatchObject({ p: 1, exceeds: 0.5 });
});
