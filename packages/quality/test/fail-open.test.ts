import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { FORMATS, type ReportFormat } from '../src/readers.ts';
import { Repository } from './repository.ts';

/** Every way in which other tools were seen to say "clean" although nothing was checked. Each must be unknown here. */
let repo: Repository;
beforeEach(() => {
  repo = new Repository();
});
afterEach(() => repo.remove());

const folders: readonly ReportFormat[] = ['bundle', 'next-build'];
const files = FORMATS.filter((format) => !folders.includes(format));

test.each(FORMATS)('%s: a report that is not there', async (format) => {
  expect(await repo.read(format, `${repo.root}/nowhere`, 0)).toMatchObject({ why: 'report-absent' });
});

/** Tools that print nothing where all is well: only their exit code makes nothing good. */
const SILENT: readonly ReportFormat[] = ['typescript', 'yarn-npm-audit'];

test.each(files.filter((format) => !SILENT.includes(format)))('%s: an empty report', async (format) => {
  expect(await repo.read(format, repo.write('empty', ''), 0)).toMatchObject({ why: 'report-empty' });
  expect(await repo.read(format, repo.write('blank', ' \n\n'), 0)).toMatchObject({ why: 'report-empty' });
});

test.each(files.filter((format) => format !== 'typescript' && format !== 'lcov'))(
  '%s: something else',
  async (format) => {
    const reading = await repo.read(format, repo.write('other', '<html><body>502 Bad Gateway</body></html>'), 0);
    expect(reading).toMatchObject({ kind: 'unreadable', why: 'report-malformed' });
  },
);

test.each<[ReportFormat, string]>([
  ['eslint', 'eslint.json'],
  ['jest', 'jest.json'],
  ['ctrf', 'jest-ctrf.json'],
  ['playwright', 'playwright.json'],
  ['tap', 'node-test.tap'],
  ['istanbul', 'coverage-final.json'],
  ['junit', 'vitest-junit.xml'],
  ['cobertura', 'cobertura-coverage.xml'],
  ['lcov', 'lcov.info'],
  ['sarif', 'eslint.sarif'],
  ['lighthouse', 'lighthouse-1.json'],
  ['autocannon', 'autocannon.json'],
  ['osv', 'osv.json'],
  ['supabase-advisors', 'supabase-advisors.json'],
  ['k6', '../made/k6-summary.json'],
  ['zap', 'zap.json'],
  ['zap', '../made/zap.json'],
])('%s: a report that ends in the middle', async (format, name) => {
  const whole = await import('node:fs').then((fs) => fs.readFileSync(repo.recorded(name), 'utf8'));
  for (const part of [0.3, 0.6, 0.9]) {
    const cut = repo.write('cut', whole.slice(0, Math.floor(whole.trimEnd().length * part)));
    expect(await repo.read(format, cut, 0)).toMatchObject({ kind: 'unreadable', why: 'report-truncated' });
  }
});

describe('a report of nothing', () => {
  test.each<[string, ReportFormat, string]>([
    ['no file was linted', 'eslint', '[]'],
    ['no test', 'junit', '<testsuites tests="0"></testsuites>'],
    ['a suite without tests', 'junit', '<testsuite name="a" tests="0"/>'],
    [
      'every test skipped',
      'junit',
      '<testsuite><testcase><skipped/></testcase><testcase><skipped/></testcase></testsuite>',
    ],
    ['no test in CTRF', 'ctrf', '{"results":{"summary":{"tests":0,"passed":0,"failed":0},"tests":[]}}'],
    [
      'no test in Playwright',
      'playwright',
      '{"suites":[],"stats":{"expected":0,"unexpected":0,"flaky":0,"skipped":0}}',
    ],
    ['no test in Jest', 'jest', '{"numTotalTests":0,"testResults":[]}'],
    ['no file covered', 'istanbul', '{}'],
    ['nothing to cover', 'istanbul', `{"total":${JSON.stringify(kinds(0))},"a.js":{}}`],
    ['no run', 'sarif', '{"version":"2.1.0","runs":[]}'],
    ['a run without results', 'sarif', '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}}}]}'],
    ['no file looked at for secrets', 'secretlint', '[]'],
    ['no package', 'licenses', '{"bomFormat":"CycloneDX","components":[]}'],
    ['no package in pnpm', 'licenses', '{}'],
  ])('%s (%s)', async (_what, format, text) => {
    expect(await repo.read(format, repo.write('r', text), 0)).toMatchObject({ why: 'nothing-checked' });
  });

  test('an empty folder of bundles', async () => {
    repo.write('dist/readme.txt', '');
    expect(await repo.read('bundle', `${repo.root}/dist`, 0)).toMatchObject({ why: 'nothing-checked' });
  });
});

describe('a report that does not agree with itself', () => {
  test.each<[string, ReportFormat, string]>([
    ['fewer tests than it says', 'junit', '<testsuites tests="3"><testsuite><testcase/></testsuite></testsuites>'],
    [
      'fewer tests than it says',
      'ctrf',
      '{"results":{"summary":{"tests":2,"passed":1,"failed":0},"tests":[{"status":"passed"}]}}',
    ],
    [
      'failures only in its tests',
      'ctrf',
      '{"results":{"summary":{"tests":1,"passed":1,"failed":0},"tests":[{"status":"failed"}]}}',
    ],
    [
      'an unknown status',
      'ctrf',
      '{"results":{"summary":{"tests":1,"passed":0,"failed":0},"tests":[{"status":"other"}]}}',
    ],
    ['an interrupted run', 'jest', '{"wasInterrupted":true,"numTotalTests":1,"testResults":[]}'],
    ['fewer tests than it says', 'jest', '{"numTotalTests":2,"testResults":[]}'],
    ['a run that failed without a test that did', 'jest', '{"success":false,"numTotalTests":0,"testResults":[]}'],
    [
      'failures only in its counts',
      'junit',
      '<testsuites><testsuite tests="1" failures="1"><testcase/></testsuite></testsuites>',
    ],
    [
      'vulnerable packages without a name',
      'npm-audit',
      '{"vulnerabilities":{},"metadata":{"vulnerabilities":{"high":2,"critical":0}}}',
    ],
    [
      'the worst advisory without a name',
      'pnpm-audit',
      '{"advisories":{"1":{"severity":"low"}},"metadata":{"vulnerabilities":{"low":1,"high":0,"critical":1}}}',
    ],
    ['an audit summary without counts', 'yarn-audit', '{"type":"auditSummary","data":{}}'],
  ])('%s (%s)', async (_what, format, text) => {
    expect(await repo.read(format, repo.write('r', text), 0)).toMatchObject({ why: 'report-incomplete' });
  });

  test('a build folder without a build', async () => {
    repo.write('.next/build-manifest.json', '{}');
    expect(await repo.read('next-build', `${repo.root}/.next`, 0)).toMatchObject({ why: 'report-incomplete' });
  });
});

describe('an audit whose service answered an error', () => {
  test('npm against a registry without the endpoint prints valid JSON', async () => {
    expect(await repo.read('npm-audit', repo.recorded('npm-audit-405.json'))).toMatchObject({
      why: 'service-error',
      detail: expect.stringContaining('405 Method Not Allowed'),
    });
  });

  test.each<[ReportFormat, string]>([
    ['npm-audit', '{"error":{"code":"ENOLOCK","summary":"This command requires an existing lockfile."}}'],
    ['pnpm-audit', '{"error":{"code":"ERR_PNPM_AUDIT_BAD_RESPONSE","message":"responded with 503"}}'],
    ['npm-audit', '{"vulnerabilities":{},"metadata":{"vulnerabilities":{}}}'],
    ['yarn-audit', '{"type":"error","data":"Received malformed response from registry"}'],
  ])('%s', async (format, text) => {
    expect(await repo.read(format, repo.write('r', text))).toMatchObject({ why: 'service-error' });
  });

  test('pnpm that prints no JSON at all', async () => {
    const text = 'ERR_PNPM_AUDIT_BAD_RESPONSE  The audit endpoint responded with 405';
    expect(await repo.read('pnpm-audit', repo.write('r', text))).toMatchObject({ why: 'report-malformed' });
  });
});

test('whatever a parser stumbles over is no clean bill', async () => {
  repo.write('.next/BUILD_ID', 'abc');
  repo.write('.next/build-manifest.json', '{"pages":');
  expect(await repo.read('next-build', `${repo.root}/.next`, 0)).toMatchObject({ why: 'report-malformed' });
  const odd = '{"a.js":{"statementMap":1,"s":null}}';
  expect(await repo.read('istanbul', repo.write('r', odd), 0)).toMatchObject({ kind: 'unreadable' });
  expect(await repo.read('eslint', repo.root, 0)).toMatchObject({ why: 'report-malformed' });
});

test('XML entities are not expanded, and outside files not read', async () => {
  const bomb =
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><testsuite><testcase name="&b;"/></testsuite>';
  expect(await repo.read('junit', repo.write('r', bomb))).toMatchObject({
    kind: 'unreadable',
    why: 'report-malformed',
  });
});

function kinds(total: number): object {
  const none = { total, covered: 0, skipped: 0, pct: 100 };
  return { lines: none, branches: none, functions: none, statements: none };
}
