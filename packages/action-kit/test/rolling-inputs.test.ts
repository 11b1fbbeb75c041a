import { describe, expect, test } from '@jest/globals';
import { Secret } from '@lockstep/base';
import { checkStageTimes, type RollingValues, rollingProblems, rollingWish } from '../src/rolling-inputs.ts';

const values = (more: Partial<RollingValues> = {}): RollingValues => ({
  stages: [],
  'stage-time': 300_000,
  'server-gate': 'rollback',
  'production-url': undefined,
  paths: ['/api/health'],
  format: 'auto',
  conditions: [],
  'allow-findings': [],
  interval: 5_000,
  samples: 60,
  'max-latency-ratio': 1.5,
  metrics: '',
  'metrics-secrets': new Secret(''),
  'database-url': new Secret(''),
  ...more,
});

test('stages have a percentage and a time, or the common one', () => {
  const given = values({ stages: ['0% 30s', '10 % 5m', '50%'] });
  expect(rollingProblems(given)).toEqual([]);
  expect(rollingWish(given)).toEqual({
    stages: [
      { percentage: 0, watchMs: 30_000 },
      { percentage: 10, watchMs: 300_000 },
      { percentage: 50, watchMs: 300_000 },
    ],
    stageMs: 300_000,
    serverGate: 'rollback',
  });
});

describe('one clear line says what is wrong', () => {
  test.each<[string, Partial<RollingValues>, string]>([
    ['all users as a stage', { stages: ['100%'] }, 'input "stages": expected "PERCENT TIME" with 0 to 99 percent'],
    ['no percent', { stages: ['10 5m'] }, 'got "10 5m"'],
    ['no time', { stages: ['10% soon'] }, 'got "10% soon"'],
    ['fewer users than before', { stages: ['50%', '10%'] }, 'expected each stage to have more percent'],
    ['the same users twice', { stages: ['10%', '10%'] }, 'expected each stage to have more percent'],
    ['nothing to ask', { paths: [] }, 'input "paths": expected at least one path'],
    ['another host as a path', { paths: ['//other.example/x'] }, 'input "paths": expected "/path"'],
    ['another host behind a backslash', { paths: ['/\\other.example/x'] }, 'input "paths": expected "/path"'],
    ['no path', { paths: ['api/health'] }, 'input "paths": expected "/path"'],
    ['no condition', { conditions: ['[STATUS] ~ 200'] }, 'input "conditions": "[STATUS] ~ 200", column'],
    ['no finding', { 'allow-findings': ['luck'] }, 'input "allow-findings": expected names of findings'],
    ['too few to decide', { samples: 5 }, 'input "samples": 5 samples cannot decide; expected at least 30'],
  ])('%s', (_name, more, expected) => {
    expect(rollingProblems(values(more)).join('\n')).toContain(expected);
  });

  test('more than one job can watch', () => {
    expect(() => checkStageTimes([{ percentage: 10, watchMs: 6 * 3_600_000 }])).toThrow(
      'one job can watch at most 5 h',
    );
    expect(() => checkStageTimes([{ percentage: 10, watchMs: 3_600_000 }])).not.toThrow();
  });
});
