import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { atLeast, FALSE_ALARM, spendOf, testCounts, usualOf } from '../../src/metrics/counts-test.ts';
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

test('all looks of a bake spend no more than the error rate, and little of it early', () => {
  const looks = Array.from({ length: 12 }, (_, index) => spendOf({ seen: (index + 1) / 12, step: 1 / 12 }));
  expect(looks.reduce((sum, one) => sum + one, 0)).toBeCloseTo(FALSE_ALARM, 6);
  expect(looks[0]).toBeLessThan(1e-6);
  expect(looks).toEqual([...looks].sort((a, b) => a - b));
});

const slices = (bad: readonly number[]) => bad.map((one) => ({ bad: one, all: 1000 }));

test('knows nothing of a time of which there is too little', () => {
  expect(usualOf(slices([1, 2, 3, 1, 2]), 0.001)).toBeUndefined();
  expect(
    usualOf([...slices([1, 2, 3]), ...Array.from({ length: 9 }, () => ({ bad: 0, all: 0 }))], 0.001),
  ).toBeUndefined();
});

test('a restless time before lets more pass than a quiet one', () => {
  const quiet = usualOf(slices([10, 11, 9, 10, 10, 9, 11, 10]), 0.001);
  const restless = usualOf(slices([2, 30, 1, 20, 3, 14, 8, 2]), 0.001);
  const look = { detect: 2, seen: 1, step: 0.1 };
  if (quiet === undefined || restless === undefined) throw new Error('both are known');
  const twice = { bad: 100, all: 5000 };
  expect(testCounts(twice, quiet, look).outcome).toBe('worse');
  expect(testCounts(twice, restless, look).outcome).toBe('undecided');
  expect(testCounts({ bad: 50, all: 5000 }, quiet, look).outcome).toBe('not-worse');
  // Certain, and not what is looked for.
  expect(testCounts({ bad: 11_500, all: 1_000_000 }, quiet, look).outcome).not.toBe('worse');
});

test('a service without errors is judged by the floor, and not by its first error', () => {
  const usual = usualOf(slices(Array.from({ length: 24 }, () => 0)), 0.001);
  if (usual === undefined) throw new Error('it is known');
  const look = { detect: 2, seen: 1, step: 0.1 };
  expect(testCounts({ bad: 1, all: 5000 }, usual, look).outcome).not.toBe('worse');
  expect(testCounts({ bad: 30, all: 5000 }, usual, look).outcome).toBe('worse');
});

test.each(Object.entries(services))('the committed trace %s is what its generator makes', (name, service) => {
  const [, ...lines] = readFileSync(new URL(`../fixtures/traffic/${name}.csv`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  expect(lines).toEqual(trafficOf(service, 1).map((step) => step.join(',')));
});
