import { expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { readPolicyFile } from '../../src/policy/policy-file.ts';

const DAY = 86_400_000;

test('every section is read, and the runbook is handed on as it is', () => {
  const text = `
recovery:
  max-data-age: 26h
  max-restore-time: 2h
retention:
  daily: 14d
  yearly: 2555d
legal-holds:
  - backup: 20260112T030000Z-0a1b2c3d
    until: 2027-06-30
    reason: claim 4711
runbook:
  owner: platform team
`;
  expect(readPolicyFile(text, 'backup.yml')).toEqual({
    recovery: { maxDataAgeMs: 26 * 3_600_000, maxRestoreMs: 2 * 3_600_000 },
    retention: { daily: 14 * DAY, yearly: 2_555 * DAY },
    legalHolds: [{ backup: '20260112T030000Z-0a1b2c3d', until: '2027-06-30', reason: 'claim 4711' }],
    runbook: { owner: 'platform team' },
  });
});

test('all that is wrong is said at once, with its place', () => {
  const text = `
recovery: { max-data-age: soon }
retention: { hourly: 1d, daily: 36h, weekly: 5w }
legal-holds:
  - { backup: latest, until: 2027-02-30, reason: x }
  - { backup: 20260112T030000Z-0a1b2c3d, until: 2027-06-30 }
  - forever
retentoin: {}
`;
  let problems: readonly string[] = [];
  try {
    readPolicyFile(text, 'backup.yml');
  } catch (error) {
    problems = error instanceof InputError ? error.problems : [];
  }
  const places = problems.map((problem) => problem.split('": ')[0]);
  expect(places).toEqual([
    'backup.yml: "retentoin',
    'backup.yml: recovery: "max-data-age',
    'backup.yml: retention: "daily',
    'backup.yml: retention: "weekly',
    'backup.yml: retention: "hourly',
    'backup.yml: legal-holds: entry 1: "backup',
    'backup.yml: legal-holds: entry 1: "until',
    'backup.yml: legal-holds: entry 2: "reason',
    'backup.yml: legal-holds: entry 3: expected backup, until and reason',
  ]);
});

test.each(['[1]', 'text', '', 'a: [1', 'legal-holds: x'])('%j is no policy file', (text) => {
  expect(() => readPolicyFile(text, 'backup.yml')).toThrow(InputError);
});
