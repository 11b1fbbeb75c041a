import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse as junit2json } from 'junit2json';
import type { ReportFormat } from '../../src/readers.ts';
import { Repository, recordedText } from '../repository.ts';

let repo: Repository;
beforeEach(() => {
  repo = new Repository();
});
afterEach(() => repo.remove());

describe('tests', () => {
  test.each<[string, ReportFormat, object]>([
    ['jest.json', 'jest', { total: 5, passed: 1, failed: 2, skipped: 2, flaky: 0 }],
    ['vitest.json', 'jest', { total: 5, passed: 2, failed: 2, skipped: 1, flaky: 0 }],
    ['jest-ctrf.json', 'ctrf', { total: 4, passed: 1, failed: 1, skipped: 2, flaky: 0 }],
    ['jest-junit.xml', 'junit', { total: 4, passed: 2, failed: 1, skipped: 1, flaky: 0 }],
    ['vitest-junit.xml', 'junit', { total: 5, passed: 2, failed: 2, skipped: 1, flaky: 0 }],
    ['playwright-junit.xml', 'junit', { total: 4, passed: 2, failed: 1, skipped: 1, flaky: 0 }],
    ['playwright.json', 'playwright', { total: 7, passed: 3, failed: 3, skipped: 1, flaky: 1 }],
    ['playwright-broken.json', 'playwright', { total: 1, passed: 0, failed: 1, skipped: 0, flaky: 0 }],
    ['node-test.tap', 'tap', { total: 5, passed: 1, failed: 2, skipped: 2, flaky: 0 }],
    ['pgtap.tap', 'tap', { total: 4, passed: 2, failed: 1, skipped: 1, flaky: 0 }],
    ['tape.tap', 'tap', { total: 2, passed: 1, failed: 1, skipped: 0, flaky: 0 }],
  ])('%s as %s', async (name, format, totals) => {
    expect((await repo.report(format, repo.recorded(name))).tests).toEqual(totals);
  });

  test.each(['jest-junit.xml', 'vitest-junit.xml', 'playwright-junit.xml'])(
    '%s: as junit2json counts it',
    async (name) => {
      const { tests } = await repo.report('junit', repo.recorded(name));
      const judge = await junit2json(recordedText(name));
      const suites = judge !== null && judge !== undefined && 'testsuite' in judge ? (judge.testsuite ?? []) : [];
      const cases = suites.flatMap((suite) => suite.testcase ?? []);
      expect(tests).toMatchObject({
        total: cases.length,
        failed: cases.filter((one) => one.failure !== undefined || one.error !== undefined).length,
        skipped: cases.filter((one) => one.skipped !== undefined).length,
      });
    },
  );

  test.each<[string, ReportFormat, string, string]>([
    ['jest.json', 'jest', 'tests/jest/math.test.cjs', 'tests/jest/math.test.cjs 3'],
    ['vitest.json', 'jest', 'tests/vitest/a.spec.js', 'tests/vitest/a.spec.js 4'],
    ['jest-ctrf.json', 'ctrf', 'tests/jest/math.test.cjs', 'tests/jest/math.test.cjs 3'],
    ['jest-junit.xml', 'junit', 'tests/jest/math.test.cjs', 'tests/jest/math.test.cjs 3'],
    ['vitest-junit.xml', 'junit', 'tests/vitest/a.spec.js', 'tests/vitest/a.spec.js 4'],
    ['playwright-junit.xml', 'junit', 'tests/pw/a.pw.js', 'tests/pw/a.pw.js 3'],
    ['playwright.json', 'playwright', 'tests/pw/a.pw.js', 'tests/pw/a.pw.js 4'],
    ['playwright-broken.json', 'playwright', 'tests/pw/b.pw.js', 'tests/pw/b.pw.js 1'],
    ['node-test.tap', 'tap', 'tests/math.test.mjs', 'tests/math.test.mjs 6'],
    ['tape.tap', 'tap', 'tape.cjs', 'tape.cjs 2'],
  ])('%s as %s: a failed test is located where it failed', async (name, format, file, place) => {
    repo.write(file, '');
    const { findings } = await repo.report(format, repo.recorded(name));
    expect(findings.map((one) => `${one.file} ${one.line}`)).toContain(place);
  });

  test('Playwright: a run that its time ended, whose tests are counted as skipped, is no run', async () => {
    const read = await repo.read('playwright', repo.recorded('playwright-cut.json'), 1);
    expect(read).toMatchObject({ kind: 'unreadable', why: 'report-incomplete' });
  });

  test('Playwright: no test was found', async () => {
    const read = await repo.read('playwright', repo.recorded('playwright-none.json'), 1);
    expect(read).toMatchObject({ kind: 'unreadable', why: 'nothing-checked' });
  });

  test.each<[string, (report: Record<string, Record<string, unknown>>) => void]>([
    ['counts more tests than it holds', ({ stats }) => Object.assign(stats ?? {}, { expected: 9 })],
    ['counts fewer failures than it holds', ({ stats }) => Object.assign(stats ?? {}, { unexpected: 0 })],
    ['has lost its tests', (report) => Object.assign(report, { suites: [] })],
  ])('Playwright: a report that %s', async (_what, change) => {
    const report = JSON.parse(recordedText('playwright.json'));
    change(report);
    const read = await repo.read('playwright', repo.write('r.json', JSON.stringify(report)), 1);
    expect(read).toMatchObject({ kind: 'unreadable', why: 'report-incomplete' });
  });

  test('TAP of pgTAP: the failed test is named, as it is there', async () => {
    const { findings } = await repo.report('tap', repo.recorded('pgtap.tap'));
    expect(findings.map(({ message }) => message)).toEqual(['patients have a tenant']);
  });

  test.each<[string, string, string]>([
    ['it ends before the last test that its plan says', '1..3\nok 1\nok 2\n', 'report-incomplete'],
    ['a test is missing', '1..2\nok 1\nok 3\n', 'report-incomplete'],
    ['it has more tests than its plan says', '1..1\nok 1\nok 2\n', 'report-incomplete'],
    ['there is no plan', 'TAP version 14\nok 1\nok 2\n', 'report-truncated'],
    ['two reports are in one file', '1..1\nok 1\n1..1\nok 1\n', 'report-malformed'],
    ['the tests bailed out', '1..2\nok 1\nBail out! no database\n', 'tool-crashed'],
    ['nothing was planned', '1..0 # SKIP no database\n', 'nothing-checked'],
    ['all was skipped', '1..1\nok 1 # skip no database\n', 'nothing-checked'],
    ['psql drew a table around it', ' ok 1 - a\n(1 row)\n', 'report-malformed'],
  ])('TAP: %s', async (_what, text, why) => {
    expect(await repo.read('tap', repo.write('a.tap', text), 0)).toMatchObject({ kind: 'unreadable', why });
  });

  test('JUnit by Surefire: what passed when run again is flaky, what failed again has failed', async () => {
    const xml = `<testsuite name="s" tests="2">
      <testcase name="fails"><failure message="no"/><rerunFailure message="no"/></testcase>
      <testcase name="errs"><error/><rerunError/></testcase>
      <testcase name="flaky"><flakyFailure message="once"/></testcase>
      <testcase name="flakes"><flakyError/></testcase></testsuite>`;
    const { tests } = await repo.report('junit', repo.write('a.xml', xml));
    expect(tests).toEqual({ total: 4, passed: 2, failed: 2, skipped: 0, flaky: 2 });
  });

  test('JUnit without any attribute, and with suites in suites', async () => {
    const cases =
      '<testcase/><testcase><skipped/></testcase><testcase><failure/></testcase><testcase><error/></testcase>';
    const xml = `<testsuites><testsuite><testsuite>${cases}</testsuite></testsuite></testsuites>`;
    const { tests } = await repo.report('junit', repo.write('a.xml', xml));
    expect(tests).toEqual({ total: 4, passed: 1, failed: 2, skipped: 1, flaky: 0 });
  });

  test('JUnit: a suite that failed outside of its tests is a failure', async () => {
    const xml = '<testsuite><testcase name="a"/><error message="afterAll threw"/></testsuite>';
    expect((await repo.report('junit', repo.write('a.xml', xml))).tests).toMatchObject({ total: 2, failed: 1 });
  });
});

test('a finding has neither the stack trace nor paths of the runner', async () => {
  repo.write('src/a.ts', 'x\n');
  const trace = [
    `Error: cannot read ${repo.root}/data.json`,
    'expected 1',
    `    at load (${repo.root}/src/a.ts:1:9)`,
    '    at new Promise (<anonymous>)',
  ].join('\n');
  const test = { status: 'failed', fullName: 'loads', failureMessages: [trace] };
  const suite = { name: `${repo.root}/src/a.ts`, status: 'failed', message: '', assertionResults: [test] };
  const path = repo.write(
    'r.json',
    JSON.stringify({ success: false, numTotalTests: 1, numFailedTests: 1, testResults: [suite] }),
  );
  const { findings } = await repo.report('jest', path);
  expect(findings).toEqual([
    {
      rule: 'test',
      level: 'error',
      message: 'loads: Error: cannot read data.json\nexpected 1',
      file: 'src/a.ts',
      line: 1,
      column: 9,
    },
  ]);
});
