import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { FALSE_ALARM, spendOf, testCounts } from '../../src/metrics/counts-test.ts';
import { atLeast } from '../../src/metrics/negative-binomial.ts';
import { expectedOf, usualOf } from '../../src/metrics/usual-rate.ts';
import { services, trafficOf } from '../fixtures/traffic/generate.mjs';

// By Python's math.lgamma and fsum, term by term: 1 less the chances of all counts below.
test.each([
  [0, 5, 0, 1],
  [10, 5, 0, 0.031_828_057_3],
  [70, 47, 0, 0.001_019_773_65],
  [3, 5, 0, 0.875_347_980_5],
  [5, 2, 0.5, 0.109_375],
  [60, 47, 0.02, 0.100_040_347_5],
  [90, 47, 0.02, 0.000_079_085_08],
])('the chance of %i or more of a mean of %d and an extra variance of %d is %d', (count, mean, s, chance) => {
  expect(atLeast(count, mean, s)).toBeCloseTo(chance, 9);
});

test('the chances of all counts are one together, also of thousands', () => {
  for (const [mean, s] of [
    [3, 0],
    [3, 0.7],
    [4000, 0],
    [4000, 0.01],
  ] as const) {
    for (const count of [1, Math.round(mean / 2), mean, mean * 2]) {
      const exactly = atLeast(count, mean, s) - atLeast(count + 1, mean, s);
      expect(exactly).toBeGreaterThanOrEqual(-1e-9);
    }
    expect(atLeast(Math.round(mean), mean, s)).toBeGreaterThan(0.3);
    expect(atLeast(Math.round(mean * 40), mean, s)).toBeLessThan(1e-6);
  }
});

const MINUTE = 60_000;

test('all looks together spend the error rate, little of it early and a tenth after the bake', () => {
  const look = (index: number) => spendOf({ sinceMs: index * 10_000, bakeMs: 120_000, intervalMs: 10_000 });
  const [within, after] = [12, 100].map((most, at) =>
    Array.from({ length: most }, (_, index) => look(index + 1 + at * 12)),
  ) as [number[], number[]];
  const total = (looks: readonly number[]) => looks.reduce((sum, one) => sum + one, 0);
  expect(total(within)).toBeCloseTo(0.9 * FALSE_ALARM, 6);
  expect(total(after)).toBeCloseTo(0.1 * FALSE_ALARM, 6);
  expect(within[0]).toBeLessThan(1e-6);
  expect(within).toEqual([...within].sort((a, b) => a - b));
});

const SLICE = 150_000;
const slices = (bad: readonly number[]) => bad.map((one) => ({ bad: one, all: 1000 }));
const known = (bad: readonly number[]) => {
  const usual = usualOf(slices(bad), SLICE, 0.001);
  if (usual === undefined) throw new Error('it is known');
  return usual;
};
const look = { detect: 2, sinceMs: 2 * MINUTE, bakeMs: 2 * MINUTE, intervalMs: 15_000 };
const QUIET = [10, 11, 9, 10, 10, 9, 11, 10, 10, 9, 11, 10];

test('knows nothing of a time of which there is too little', () => {
  expect(usualOf(slices([1, 2, 3, 1, 2]), SLICE, 0.001)).toBeUndefined();
  expect(
    usualOf([...slices([1, 2, 3]), ...Array.from({ length: 9 }, () => ({ bad: 0, all: 0 }))], SLICE, 0.001),
  ).toBeUndefined();
});

test('a restless time before lets more pass than a quiet one', () => {
  const [quiet, restless] = [known(QUIET), known([2, 30, 1, 20, 3, 14, 8, 2, 25, 3, 12, 1])];
  const twice = { bad: 100, all: 5000 };
  expect(testCounts(twice, quiet, look).outcome).toBe('worse');
  expect(testCounts(twice, restless, look).outcome).toBe('undecided');
  expect(testCounts({ bad: 50, all: 5000 }, quiet, look).outcome).toBe('not-worse');
  // Certain, and not what is looked for.
  expect(testCounts({ bad: 11_500, all: 1_000_000 }, quiet, look).outcome).not.toBe('worse');
});

test('what the rate did last says more of the next minutes than what it did before', () => {
  const [risen, fallen] = [
    known([60, 60, 50, 70, 60, 60, 120, 130, 140, 140]),
    known([140, 140, 130, 120, 60, 60, 50, 70, 60, 60]),
  ];
  const [after, before] = [risen, fallen].map((usual) => expectedOf(usual, 1000, MINUTE).count);
  expect(after).toBeGreaterThan(110);
  expect(before).toBeLessThan(80);
  // An hour later neither is known any more.
  expect(expectedOf(risen, 1000, 60 * MINUTE).count / expectedOf(fallen, 1000, 60 * MINUTE).count).toBeCloseTo(1, 0);
});

test('one hiccup before neither raises the usual rate nor hides a rise', () => {
  const hiccup = known([...QUIET.slice(0, 5), 60, ...QUIET.slice(6)]);
  expect(hiccup.rate).toBeCloseTo(0.0107, 3);
  expect(testCounts({ bad: 105, all: 5000 }, hiccup, look).outcome).toBe('worse');
  // What comes again and again is no hiccup.
  const often = known(QUIET.map((one, index) => (index % 4 === 1 ? 60 : one)));
  expect(testCounts({ bad: 105, all: 5000 }, often, look).outcome).not.toBe('worse');
});

test('a time without data says nothing, and leaves less known', () => {
  const gap = usualOf([...slices(QUIET), ...Array.from({ length: 6 }, () => ({ bad: 0, all: 0 }))], SLICE, 0.001);
  if (gap === undefined) throw new Error('it is known');
  expect(gap.rate).toBeCloseTo(known(QUIET).rate, 6);
  expect(expectedOf(gap, 5000, MINUTE).atLeast(70, 1)).toBeGreaterThan(
    expectedOf(known(QUIET), 5000, MINUTE).atLeast(70, 1),
  );
});

test('a service without errors is judged by the floor, and not by its first error', () => {
  const usual = known(Array.from({ length: 24 }, () => 0));
  expect(testCounts({ bad: 1, all: 5000 }, usual, look).outcome).not.toBe('worse');
  expect(testCounts({ bad: 30, all: 5000 }, usual, look).outcome).toBe('worse');
});

test.each(Object.entries(services))('the committed trace %s is what its generator makes', (name, service) => {
  const [, ...lines] = readFileSync(new URL(`../fixtures/traffic/${name}.csv`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  expect(lines).toEqual(trafficOf(service, 1).map((step) => step.join(',')));
});
