import { expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { readPolicyFile } from '../../src/policy/policy-file.ts';

const DAY = 86_400_000;

test('every section is read', () => {
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
  key: the safe
  store: s3://acme-backups/shop
  target: a new project
  reviewed: 2026-11-01
`;
  expect(readPolicyFile(text, 'backup.yml')).toEqual({
    recovery: { maxDataAgeMs: 26 * 3_600_000, maxRestoreMs: 2 * 3_600_000 },
    retention: { daily: 14 * DAY, yearly: 2_555 * DAY },
    legalHolds: [{ backup: '20260112T030000Z-0a1b2c3d', until: '2027-06-30', reason: 'claim 4711' }],
    runbook: {
      ...{ owner: 'platform team', key: 'the safe', store: 's3://acme-backups/shop', target: 'a new project' },
      ...{ document: 'docs/BACKUP-RUNBOOK.md', restorers: [], reviewed: '2026-11-01' },
      ...{ everyMs: DAY, reviewEveryMs: 180 * DAY },
    },
  });
});

test('all that is wrong is said at once, with its place and line', () => {
  const text = `
recovery: { max-data-age: soon }
retention: { hourly: 1d, daily: 36h, weekly: 5w }
legal-holds:
  - { backup: latest, until: 2027-02-30, reason: x }
  - { backup: 20260112T030000Z-0a1b2c3d, until: 2027-06-30 }
  - forever
retentoin: {}
runbook:
  owner: us
  key: AGE-SECRET-KEY-1X
  store: s3://acme
  target: a new project
  reviewed: never
`;
  let problems: readonly string[] = [];
  try {
    readPolicyFile(text, 'backup.yml');
  } catch (error) {
    problems = error instanceof InputError ? error.problems : [];
  }
  const places = problems.map((problem) => /^.*?\(line \d+\)/.exec(problem)?.[0]);
  expect(places).toEqual([
    'backup.yml: "retentoin" (line 8)',
    'backup.yml: recovery: "max-data-age" (line 2)',
    'backup.yml: retention: "daily" (line 3)',
    'backup.yml: retention: "weekly" (line 3)',
    'backup.yml: retention: "hourly" (line 3)',
    'backup.yml: legal-holds: entry 1: "backup" (line 5)',
    'backup.yml: legal-holds: entry 1: "until" (line 5)',
    'backup.yml: legal-holds: entry 2: "reason" (line 6)',
    'backup.yml: legal-holds: entry 3 (line 7)',
    'backup.yml: runbook: "reviewed" (line 14)',
    'backup.yml: runbook: "key" (line 11)',
  ]);
});

test('every place that is no YAML is named with its line', () => {
  const read = () => readPolicyFile('retention:\n  daily: "14d\nrecovery: }\n', 'backup.yml');
  expect(read).toThrow(/not readable as YAML \(line \d+, column \d+\): /);
});

test.each(['[1]', 'text', '', 'a: [1', 'legal-holds: x'])('%j is no policy file', (text) => {
  expect(() => readPolicyFile(text, 'backup.yml')).toThrow(InputError);
});

test.each([
  ['an alias of nothing', 'recovery: *limits', /check its aliases/],
  ['a second document', 'recovery: {}\n---\nrecovery: {}\n', /a second document begins here/],
])('%s is refused as what it is', (_, text, message) => {
  expect(() => readPolicyFile(text, 'backup.yml')).toThrow(InputError);
  expect(() => readPolicyFile(text, 'backup.yml')).toThrow(message);
});
