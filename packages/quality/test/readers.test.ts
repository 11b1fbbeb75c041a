import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import cobertura from 'cobertura-parse';
import { parse as junit2json } from 'junit2json';
import lcovParse from 'lcov-parse';
import type { Format } from '../src/readers.ts';
import { Repository, recordedText } from './repository.ts';

let repo: Repository;
beforeEach(() => {
  repo = new Repository();
});
afterEach(() => repo.remove());

const short = (finding: { rule: string; level: string; file?: string; line?: number }) =>
  [finding.rule, finding.level, finding.file ?? '', finding.line ?? 0].join(' ');

describe('linters', () => {
  test('ESLint: every level, and a file that does not parse', async () => {
    const report = await repo.report('eslint', repo.recorded('eslint.json'));
    expect(report.checked).toBe(4);
    expect(report.findings.map(short)).toEqual([
      'no-var error src/bad.js 1',
      'no-unused-vars warning src/bad.js 2',
      'no-undef error src/bad.js 3',
      'parse-error error src/broken.js 1',
    ]);
  });

  test('TypeScript: errors with a place, and one of the whole program', async () => {
    const report = await repo.report('typescript', repo.recorded('tsc.txt'));
    expect(report.findings.map(short)).toEqual([
      'TS2322 error ts/a.ts 1',
      'TS2322 error ts/a.ts 3',
      'TS2339 error ts/a.ts 4',
    ]);
    const whole = await repo.report('typescript', repo.recorded('tsc-flag.txt'));
    expect(whole.findings.map(short)).toEqual(['TS5023 error  0']);
  });

  test('TypeScript that prints nothing is fine only when it ended with 0', async () => {
    const path = repo.write('empty.txt', '');
    expect(await repo.read('typescript', path, 0)).toMatchObject({ kind: 'report', report: { findings: [] } });
    expect(await repo.read('typescript', path, undefined)).toMatchObject({ why: 'report-empty' });
    expect(await repo.read('typescript', path, 2)).toMatchObject({ why: 'report-empty' });
    const shell = repo.write('shell.txt', 'sh: 1: tsc: not found');
    for (const exitCode of [undefined, 2])
      expect(await repo.read('typescript', shell, exitCode)).toMatchObject({ why: 'report-malformed' });
  });

  test('SARIF: levels by result and by rule, suppressions, and places as URIs', async () => {
    const log = {
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'x', rules: [{ id: 'r1', defaultConfiguration: { level: 'error' } }] } },
          results: [
            { ruleId: 'r1', message: { text: 'by rule' }, locations: at('src/a%20b.ts', 7) },
            { ruleId: 'r1', level: 'note', message: { text: 'by result' } },
            { ruleId: 'r2', message: { text: 'by default' } },
            { ruleId: 'r2', message: { text: 'suppressed' }, suppressions: [{ kind: 'inSource' }] },
            { ruleId: 'r2', message: { text: 'rejected' }, suppressions: [{ kind: 'external', status: 'rejected' }] },
            { ruleId: 'r2', kind: 'pass', message: { text: 'passes' } },
            { ruleId: 'r2', baselineState: 'absent', message: { text: 'gone' } },
          ],
        },
      ],
    };
    const report = await repo.report('sarif', repo.write('a.sarif', JSON.stringify(log)));
    expect(report.findings.map(({ message, level }) => `${message} ${level}`)).toEqual([
      'by rule error',
      'by result note',
      'by default warning',
      'rejected warning',
    ]);
    expect(report.findings[0]).toMatchObject({ file: 'src/a b.ts', line: 7 });
  });

  test('SARIF of a tool that says that it did not run to its end is no clean bill', async () => {
    expect(await repo.read('sarif', repo.recorded('eslint.sarif'))).toMatchObject({ why: 'tool-crashed' });
  });
});

describe('tests', () => {
  test.each<[string, Format, object]>([
    ['jest.json', 'jest', { total: 5, passed: 1, failed: 2, skipped: 2, flaky: 0 }],
    ['vitest.json', 'jest', { total: 5, passed: 2, failed: 2, skipped: 1, flaky: 0 }],
    ['jest-ctrf.json', 'ctrf', { total: 4, passed: 1, failed: 1, skipped: 2, flaky: 0 }],
    ['jest-junit.xml', 'junit', { total: 4, passed: 2, failed: 1, skipped: 1, flaky: 0 }],
    ['vitest-junit.xml', 'junit', { total: 5, passed: 2, failed: 2, skipped: 1, flaky: 0 }],
    ['playwright-junit.xml', 'junit', { total: 4, passed: 2, failed: 1, skipped: 1, flaky: 0 }],
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

  test.each<[string, Format, string, string]>([
    ['jest.json', 'jest', 'tests/jest/math.test.cjs', 'tests/jest/math.test.cjs 3'],
    ['vitest.json', 'jest', 'tests/vitest/a.spec.js', 'tests/vitest/a.spec.js 4'],
    ['jest-ctrf.json', 'ctrf', 'tests/jest/math.test.cjs', 'tests/jest/math.test.cjs 3'],
    ['jest-junit.xml', 'junit', 'tests/jest/math.test.cjs', 'tests/jest/math.test.cjs 3'],
    ['vitest-junit.xml', 'junit', 'tests/vitest/a.spec.js', 'tests/vitest/a.spec.js 4'],
    ['playwright-junit.xml', 'junit', 'tests/pw/a.pw.js', 'tests/pw/a.pw.js 3'],
  ])('%s as %s: a failed test stands where it failed', async (name, format, file, place) => {
    repo.write(file, '');
    const { findings } = await repo.report(format, repo.recorded(name));
    expect(findings.map((one) => `${one.file} ${one.line}`)).toContain(place);
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

describe('coverage', () => {
  test('the four reports of one run say the same', async () => {
    const lcov = await repo.report('lcov', repo.recorded('lcov.info'));
    const summary = await repo.report('istanbul', repo.recorded('coverage-summary.json'));
    const final = await repo.report('istanbul', repo.recorded('coverage-final.json'));
    const xml = await repo.report('cobertura', repo.recorded('cobertura-coverage.xml'));
    expect(summary.metrics).toEqual({ lines: (2 / 3) * 100, branches: 0, functions: 50, statements: 40 });
    expect(final.metrics).toEqual(summary.metrics);
    expect(lcov.metrics).toEqual({ lines: (2 / 3) * 100, branches: 0, functions: 50 });
    expect(xml.metrics).toEqual({ lines: (2 / 3) * 100, branches: 0 });
  });

  test('lcov: as lcov-parse counts it', async () => {
    const judge = await new Promise<{ lines: { found: number; hit: number } }[]>((resolve, reject) =>
      lcovParse(recordedText('lcov.info'), (error, data) => (data === undefined ? reject(error) : resolve(data))),
    );
    const hit = judge.reduce((sum, file) => sum + file.lines.hit, 0);
    const found = judge.reduce((sum, file) => sum + file.lines.found, 0);
    expect((await repo.report('lcov', repo.recorded('lcov.info'))).metrics?.['lines']).toBe((hit / found) * 100);
  });

  test('Cobertura: as cobertura-parse counts it', async () => {
    const judge = await new Promise<{ lines: { found: number; hit: number } }[]>((resolve, reject) =>
      cobertura.parseContent(recordedText('cobertura-coverage.xml'), (error, data) =>
        data === undefined ? reject(error) : resolve(data),
      ),
    );
    const { metrics } = await repo.report('cobertura', repo.recorded('cobertura-coverage.xml'));
    expect(metrics?.['lines']).toBe(((judge[0]?.lines.hit ?? 0) / (judge[0]?.lines.found ?? 0)) * 100);
  });
});

describe('audits', () => {
  const vulnerabilities = (high: number) => ({ info: 0, low: 0, moderate: 0, high, critical: 0, total: high });

  test('npm: advisories, not the packages that only depend on one', async () => {
    const advisory = {
      source: 1,
      name: 'semver',
      title: 'ReDoS',
      url: 'https://x/GHSA-c2qf-rxjj-qqgw',
      severity: 'high',
    };
    const report = {
      auditReportVersion: 2,
      vulnerabilities: {
        semver: { name: 'semver', severity: 'high', via: [advisory] },
        parent: { name: 'parent', severity: 'high', via: ['semver'] },
      },
      metadata: { vulnerabilities: vulnerabilities(2) },
    };
    const { findings } = await repo.report('npm-audit', repo.write('a.json', JSON.stringify(report)));
    expect(findings).toEqual([
      {
        rule: 'GHSA-c2qf-rxjj-qqgw',
        level: 'error',
        severity: 'high',
        package: 'semver',
        message: 'semver: ReDoS (high)',
      },
    ]);
  });

  test('pnpm', async () => {
    const one = {
      id: 7,
      module_name: 'a',
      severity: 'moderate',
      title: 't',
      github_advisory_id: 'GHSA-c2qf-rxjj-qqgw',
    };
    const report = { actions: [], advisories: { 7: one }, metadata: { vulnerabilities: vulnerabilities(0) } };
    const { findings } = await repo.report('pnpm-audit', repo.write('a.json', JSON.stringify(report)));
    expect(findings).toMatchObject([{ rule: 'GHSA-c2qf-rxjj-qqgw', level: 'warning', severity: 'moderate' }]);
  });

  test('Yarn 1: one value a line, the summary last', async () => {
    const advisory = { id: 7, module_name: 'a', severity: 'critical', title: 't' };
    const lines = [
      { type: 'auditAdvisory', data: { resolution: {}, advisory } },
      { type: 'auditAdvisory', data: { resolution: {}, advisory } },
      { type: 'auditSummary', data: { vulnerabilities: { ...vulnerabilities(0), critical: 2 } } },
    ].map((line) => JSON.stringify(line));
    const { findings } = await repo.report('yarn-audit', repo.write('a.ndjson', lines.join('\n')));
    expect(findings).toMatchObject([{ rule: '7', severity: 'critical', package: 'a' }]);
    expect(await repo.read('yarn-audit', repo.write('b.ndjson', lines.slice(0, 2).join('\n')))).toMatchObject({
      why: 'report-truncated',
    });
  });

  test.each<[string, Format]>([
    ['yarn4-audit.ndjson', 'yarn-npm-audit'],
    ['bun-audit.json', 'bun-audit'],
  ])('%s as %s: by package, with its severity', async (name, format) => {
    const { findings } = await repo.report(format, repo.recorded(name));
    expect(findings.map(({ rule, severity, package: of }) => `${of} ${rule} ${severity}`).sort()).toEqual([
      'lodash GHSA-29mw-wpgm-hmr9 moderate',
      'lodash GHSA-35jh-r3h4-6jhm high',
    ]);
  });

  test('Yarn 4 prints nothing where all is well, and where it crashed: its exit code tells which', async () => {
    const path = repo.write('empty.ndjson', '');
    expect(await repo.read('yarn-npm-audit', path, 0)).toMatchObject({ kind: 'report', report: { findings: [] } });
    for (const exitCode of [1, undefined])
      expect(await repo.readAll('yarn-npm-audit', [path], exitCode)).toMatchObject({ why: 'report-empty' });
    const error = repo.write('error.ndjson', '{"type":"error","name":35,"displayName":"YN0035","data":"503"}');
    expect(await repo.read('yarn-npm-audit', error, 0)).toMatchObject({ why: 'service-error' });
  });

  test('Yarn 3 writes one value, with counts that it must name', async () => {
    const advisories = { 7: { id: 7, module_name: 'a', severity: 'high', title: 't' } };
    const report = (one: object) =>
      JSON.stringify({ advisories: one, metadata: { vulnerabilities: vulnerabilities(1) } });
    const { findings } = await repo.report('yarn-npm-audit', repo.write('a.json', report(advisories)));
    expect(findings).toMatchObject([{ package: 'a', severity: 'high' }]);
    expect(await repo.read('yarn-npm-audit', repo.write('b.json', report({})))).toMatchObject({
      why: 'report-incomplete',
    });
  });

  test('bun: an answer without advisories, and an advisory without a severity', async () => {
    expect((await repo.report('bun-audit', repo.write('a.json', '{}'))).findings).toEqual([]);
    const { findings } = await repo.report('bun-audit', repo.write('b.json', '{"a":[{"id":7,"title":"t"}]}'));
    expect(findings).toMatchObject([{ rule: '7', severity: 'critical', package: 'a' }]);
    expect(await repo.read('bun-audit', repo.write('c.json', '{"message":"down"}'))).toMatchObject({
      why: 'report-malformed',
    });
  });

  test.each<[Format, unknown]>([
    ['npm-audit', { auditReportVersion: 2, vulnerabilities: {}, metadata: { vulnerabilities: vulnerabilities(0) } }],
    ['pnpm-audit', { actions: [], advisories: {}, metadata: { vulnerabilities: vulnerabilities(0) } }],
  ])('%s that finds nothing finds nothing', async (format, report) => {
    expect((await repo.report(format, repo.write('a.json', JSON.stringify(report)))).findings).toEqual([]);
  });
});

describe('licences', () => {
  const allowed = ['MIT', 'ISC', 'CC0-1.0'];
  test.each(['sbom-cdx.json', 'sbom-spdx.json'])(
    '%s: what is not allowed, and not the project itself',
    async (name) => {
      const { findings } = await repo.report('licences', repo.recorded(name), allowed);
      expect(findings.map((one) => one.package)).toEqual(['spdx-exceptions', 'spdx-ranges']);
      expect((await repo.report('licences', repo.recorded(name), [...allowed, 'CC-BY-3.0'])).findings).toEqual([]);
    },
  );

  test('pnpm: alternatives, words that are no SPDX, and licences that nobody knows', async () => {
    const list = {
      '(MIT OR GPL-3.0)': [{ name: 'either' }],
      'Custom: see file': [{ name: 'custom' }],
      Unknown: [{ name: 'dark' }],
      'GPL-3.0': [{ name: 'copyleft' }],
    };
    const path = repo.write('a.json', JSON.stringify(list));
    expect(
      (await repo.report('licences', path, ['MIT'])).findings.map(({ rule, package: name }) => `${rule} ${name}`),
    ).toEqual(['licence custom', 'licence-unknown dark', 'licence copyleft']);
    expect((await repo.report('licences', path, ['MIT', 'Custom: see file'])).findings).toHaveLength(2);
  });
});

describe('sizes', () => {
  test('a folder of bundles is measured gzipped', async () => {
    repo.write('dist/a.js', 'x'.repeat(100_000));
    repo.write('dist/css/a.css', 'y'.repeat(1_000));
    repo.write('dist/a.js.map', 'z'.repeat(100_000));
    const { metrics } = await repo.report('bundle', `${repo.root}/dist`);
    expect(metrics?.['js']).toBeLessThan(500);
    expect(metrics?.['total']).toBe((metrics?.['js'] ?? 0) + (metrics?.['css'] ?? 0));
  });

  test('Next.js: what each route of either router loads first', async () => {
    const manifest = {
      polyfillFiles: ['static/chunks/polyfills.js'],
      rootMainFiles: ['static/chunks/main-app.js'],
      pages: { '/_app': ['static/chunks/app.js'], '/old': ['static/chunks/old.js'] },
    };
    repo.write('.next/BUILD_ID', 'abc');
    repo.write('.next/build-manifest.json', JSON.stringify(manifest));
    const app = { pages: { '/layout': [], '/(shop)/cart/page': ['static/chunks/cart.js'], '/page': [] } };
    repo.write('.next/app-build-manifest.json', JSON.stringify(app));
    for (const name of ['polyfills', 'main-app', 'app', 'old', 'cart'])
      repo.write(`.next/static/chunks/${name}.js`, `console.log("${name}")`);
    const { metrics } = await repo.report('next-build', `${repo.root}/.next`);
    expect(Object.keys(metrics ?? {}).sort()).toEqual(['/', '/cart', '/old', 'total']);
    expect(metrics?.['/cart']).toBeGreaterThan(metrics?.['/'] ?? 0);
  });
});

test('Next.js 16: as it counts its routes itself', async () => {
  const chunk = (name: string) => `.next/static/chunks/${name}.js`;
  const stats = [
    { route: '/', firstLoadUncompressedJsBytes: 1, firstLoadChunkPaths: [chunk('main')] },
    { route: '/cart', firstLoadUncompressedJsBytes: 1, firstLoadChunkPaths: [chunk('main'), chunk('cart')] },
  ];
  repo.write('.next/BUILD_ID', 'abc');
  repo.write('.next/build-manifest.json', JSON.stringify({ pages: { '/_app': [] }, rootMainFiles: ['x.js'] }));
  repo.write('.next/diagnostics/route-bundle-stats.json', JSON.stringify(stats));
  for (const name of ['main', 'cart']) repo.write(chunk(name), `console.log("${name}")`);
  const { metrics } = await repo.report('next-build', `${repo.root}/.next`);
  expect(Object.keys(metrics ?? {}).sort()).toEqual(['/', '/cart', 'total']);
  expect(metrics?.['/cart']).toBe(metrics?.['total']);
});

function at(uri: string, startLine: number): object {
  return [{ physicalLocation: { artifactLocation: { uri }, region: { startLine } } }];
}
