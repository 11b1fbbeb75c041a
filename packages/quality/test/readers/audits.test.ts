import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ReportFormat } from '../../src/readers.ts';
import { Repository } from '../repository.ts';

let repo: Repository;
beforeEach(() => {
  repo = new Repository();
});
afterEach(() => repo.remove());

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

  test.each<[string, ReportFormat]>([
    ['yarn4-audit.ndjson', 'yarn-npm-audit'],
    ['bun-audit.json', 'bun-audit'],
  ])('%s as %s: by package, with its severity', async (name, format) => {
    const { findings } = await repo.report(format, repo.recorded(name));
    expect(findings.map(({ rule, severity, package: of }) => `${of} ${rule} ${severity}`).sort()).toEqual([
      'lodash GHSA-29mw-wpgm-hmr9 moderate',
      'lodash GHSA-35jh-r3h4-6jhm high',
    ]);
  });

  test('Yarn 4 prints nothing where all is well, and where it crashed: its exit code shows which', async () => {
    const path = repo.write('empty.ndjson', '');
    expect(await repo.read('yarn-npm-audit', path, 0)).toMatchObject({ kind: 'report', report: { findings: [] } });
    expect(await repo.read('yarn-npm-audit', path, 1)).toMatchObject({ why: 'report-empty' });
    expect(await repo.readFound('yarn-npm-audit', path)).toMatchObject({ why: 'report-empty' });
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

  test.each<[ReportFormat, unknown]>([
    ['npm-audit', { auditReportVersion: 2, vulnerabilities: {}, metadata: { vulnerabilities: vulnerabilities(0) } }],
    ['pnpm-audit', { actions: [], advisories: {}, metadata: { vulnerabilities: vulnerabilities(0) } }],
  ])('%s that finds nothing finds nothing', async (format, report) => {
    expect((await repo.report(format, repo.write('a.json', JSON.stringify(report)))).findings).toEqual([]);
  });
});

describe('licenses', () => {
  const allowed = ['MIT', 'ISC', 'CC0-1.0'];
  test.each(['sbom-cdx.json', 'sbom-spdx.json'])(
    '%s: what is not allowed, and not the project itself',
    async (name) => {
      const { findings } = await repo.report('licenses', repo.recorded(name), allowed);
      expect(findings.map((one) => one.package)).toEqual(['spdx-exceptions', 'spdx-ranges']);
      expect((await repo.report('licenses', repo.recorded(name), [...allowed, 'CC-BY-3.0'])).findings).toEqual([]);
    },
  );

  test('pnpm: alternatives, words that are no SPDX, and unknown licenses', async () => {
    const list = {
      '(MIT OR GPL-3.0)': [{ name: 'either' }],
      'Custom: see file': [{ name: 'custom' }],
      Unknown: [{ name: 'dark' }],
      'GPL-3.0': [{ name: 'copyleft' }],
    };
    const path = repo.write('a.json', JSON.stringify(list));
    expect(
      (await repo.report('licenses', path, ['MIT'])).findings.map(({ rule, package: name }) => `${rule} ${name}`),
    ).toEqual(['license custom', 'license-unknown dark', 'license copyleft']);
    expect((await repo.report('licenses', path, ['MIT', 'Custom: see file'])).findings).toHaveLength(2);
  });
});
