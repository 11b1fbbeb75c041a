import { expect, test } from '@jest/globals';
import { type EarlierJob, earlierPhases } from '../src/earlier-jobs.ts';

const at = (minute: number, second = 0) =>
  `2026-11-22T04:${String(minute).padStart(2, '0')}:${String(second).padStart(2, '0')}Z`;
const job = (name: string, from: number, to: number | null, conclusion: string | null = 'success'): EarlierJob => ({
  name,
  startedAt: at(from),
  completedAt: to === null ? null : at(to),
  conclusion,
});

test('prepare, the wait for the approval, and the approval are phases before the release', () => {
  const jobs = [
    job('release / Approve', 35, 36),
    job('release / Prepare', 1, 5),
    job('release / Stage', 5, 5, 'skipped'),
    job('release / Release', 37, null, null),
    job('Docs', 2, 50),
  ];
  expect(
    earlierPhases(jobs, at(37)).map(({ name, startedAt, endedAt, verdict }) => [
      name,
      Date.parse(endedAt) - Date.parse(startedAt),
      verdict,
    ]),
  ).toEqual([
    ['Prepare', 240_000, 'pass'],
    ['waiting for Approve', 1_800_000, 'pass'],
    ['Approve', 60_000, 'pass'],
    ['waiting for the release', 60_000, 'pass'],
  ]);
});

test('an approval that began and ended in one second was waited for nevertheless', () => {
  const phases = earlierPhases([job('Prepare', 1, 5), job('Approve', 35, 35)], at(35, 30));
  expect(phases.map(({ name }) => name)).toEqual([
    'Prepare',
    'waiting for Approve',
    'Approve',
    'waiting for the release',
  ]);
});

test.each([
  ['failure', 'fail'],
  ['timed_out', 'fail'],
  ['cancelled', 'unknown'],
  ['success', 'pass'],
])('a job that ended with %s is %s', (conclusion, verdict) => {
  expect(earlierPhases([job('Prepare', 1, 5, conclusion)], at(5, 5))).toMatchObject([{ verdict }]);
});

test('without jobs, or times, there is none', () => {
  expect(earlierPhases([], at(1))).toEqual([]);
  expect(earlierPhases([{ name: 'x', startedAt: null, completedAt: null, conclusion: null }], at(1))).toEqual([]);
});
