import { describe, expect, test } from '@jest/globals';
import type { Check } from '@lockstep/base';
import { type AuditValues, planReport, readAccept } from '../src/audit.ts';

const check = (more: Partial<Check> = {}): Check => ({
  id: 'tls-version',
  title: 'Old protocol versions are refused',
  verdict: 'fail',
  reason: 'old-protocol',
  what: 'shop.example.com',
  measured: 'TLS 1.0 accepted',
  expected: 'TLS 1.2 or newer',
  remedy: 'Turn TLS 1.0 off.',
  ...more,
});
const values: AuditValues = { accept: '', 'on-unknown': 'fail', 'report-only': false, 'report-directory': '' };
const plan = (checks: readonly Check[], more: Partial<AuditValues> = {}) =>
  planReport(
    {
      ...{ subject: 'shop', nowMs: Date.parse('2026-11-29T12:00:00Z'), run: null, checks },
      tool: { name: 'edge-audit', version: '1.0.0' },
    },
    { ...values, ...more },
    '/reports',
  );
const accept = '- { check: "tls-*", reason: old devices in one pharmacy, until: 2026-12-31 }';

describe('the report of a list of checks', () => {
  test.each<[string, readonly Check[], Partial<AuditValues>, object]>([
    ['a failure fails', [check()], {}, { verdict: 'fail', reason: 'checks-failed', passes: false }],
    ['a failure that is only reported', [check()], { 'report-only': true }, { verdict: 'fail', passes: true }],
    ['an accepted failure', [check(), check({ id: 'hsts', verdict: 'pass' })], { accept }, { reason: 'checks-passed' }],
    [
      'a failure accepted until yesterday',
      [check()],
      { accept: accept.replace('12-31', '11-28') },
      { verdict: 'fail' },
    ],
    ['unknown blocks', [check({ verdict: 'unknown' })], {}, { verdict: 'unknown', passes: false }],
    [
      'unknown that warns',
      [check({ verdict: 'unknown' })],
      { 'on-unknown': 'warn' },
      { verdict: 'unknown', passes: true },
    ],
    ['nothing at all', [], {}, { verdict: 'unknown', reason: 'nothing-checked', passes: false }],
  ])('%s', (_name, checks, more, outcome) => {
    expect(plan(checks, more).outcome).toMatchObject(outcome);
  });

  test('has each form, and outputs that say where', () => {
    const { files, outcome } = plan([check(), check({ id: 'hsts', verdict: 'pass' })]);
    expect(Object.keys(files)).toEqual(['checks.json', 'checks.sarif', 'checks.junit.xml', 'comment.md']);
    expect(JSON.parse(files['checks.json'] ?? '')).toMatchObject({ kind: 'lockstep-checks/1', subject: 'shop' });
    expect(outcome.outputs).toMatchObject({ 'report-path': '/reports/checks.json', passed: 1, failed: 1, unknown: 0 });
  });
});

test('acceptances that cannot be read are problems of the input', () => {
  expect(readAccept('').problems).toEqual([]);
  expect(readAccept('- { check: a }').problems).toEqual([expect.stringContaining('reason')]);
  expect(readAccept('- [').problems).toEqual([expect.stringContaining('input "accept": not readable as YAML')]);
});
