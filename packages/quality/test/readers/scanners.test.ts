import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Repository, recordedText } from '../repository.ts';

interface OsvPackage {
  vulnerabilities: Record<string, unknown>[];
  groups: Record<string, unknown>[];
  license_violations?: string[];
}

let repo: Repository;
beforeEach(() => {
  repo = new Repository();
});
afterEach(() => repo.remove());

describe('osv-scanner', () => {
  test('advisories by package, with their severity and the lockfile', async () => {
    const { findings } = await repo.report('osv', repo.recorded('osv.json'));
    expect(findings.map(({ rule, severity, package: of, file }) => `${of} ${rule} ${severity} ${file}`)).toEqual([
      'lodash GHSA-29mw-wpgm-hmr9 moderate package-lock.json',
      'lodash GHSA-35jh-r3h4-6jhm high package-lock.json',
    ]);
  });

  test('nothing found, which only exit code 0 makes good', async () => {
    const clean = repo.recorded('osv-clean.json');
    expect(await repo.read('osv', clean, 0)).toMatchObject({ kind: 'report', report: { findings: [] } });
    // What osv-scanner wrote where it had no database is the same report, with exit code 127.
    const none = repo.recorded('osv-no-database.json');
    expect(await repo.read('osv', none, 127)).toMatchObject({ why: 'tool-crashed' });
    expect(await repo.read('osv', none, 128)).toMatchObject({ why: 'nothing-checked' });
    expect(await repo.readFound('osv', none)).toMatchObject({ why: 'report-incomplete' });
  });

  const changed = async (change: (entry: OsvPackage) => void) => {
    const report = JSON.parse(recordedText('osv.json'));
    change(report.results[0].packages[0]);
    return await repo.read('osv', repo.write('changed.json', JSON.stringify(report)), 1);
  };

  test.each([
    ['', 'MODERATE', 'moderate'],
    ['', 'CRITICAL', 'critical'],
    ['', undefined, 'critical'],
    ['not a number', undefined, 'critical'],
    ['9.8', 'LOW', 'critical'],
    ['3.9', undefined, 'low'],
    ['0.0', undefined, 'info'],
  ])('a score of "%s" and the word %s are %s', async (score, word, severity) => {
    const reading = await changed((entry) => {
      entry.groups = [{ ...entry.groups[0], max_severity: score }];
      entry.vulnerabilities = [{ ...entry.vulnerabilities[0], database_specific: { severity: word } }];
    });
    expect(reading).toMatchObject({ report: { findings: [{ severity }] } });
  });

  test('one advisory under two names is one finding, by its GitHub id', async () => {
    const reading = await changed((entry) => {
      const [one] = entry.vulnerabilities;
      entry.vulnerabilities = [{ ...one, id: 'CVE-2020-28500' }, { ...one }];
      entry.groups = [{ ids: ['CVE-2020-28500', one?.['id']], max_severity: '5.3' }];
    });
    expect(reading).toMatchObject({ report: { findings: [{ rule: 'GHSA-29mw-wpgm-hmr9' }] } });
  });

  test('a vulnerability in no group, and a license that is not allowed', async () => {
    expect(await changed((entry) => entry.groups.pop())).toMatchObject({ why: 'report-incomplete' });
    const reading = await changed((entry) => {
      entry.vulnerabilities = [];
      entry.groups = [];
      entry.license_violations = ['AGPL-3.0'];
    });
    expect(reading).toMatchObject({ report: { findings: [{ rule: 'license', level: 'error', package: 'lodash' }] } });
  });
});

test('gitleaks: a secret in an old commit, whose file may be gone, is a warning of SARIF', async () => {
  const { findings } = await repo.report('sarif', repo.recorded('gitleaks.sarif'));
  expect(findings).toMatchObject([{ rule: 'github-pat', level: 'warning', file: 'key.js', line: 1 }]);
});

describe('ZAP', () => {
  test('alerts by their rule, with the risk as severity', async () => {
    const { findings, about } = await repo.report('zap', repo.made('zap.json'));
    expect(findings.map(({ rule, severity, level }) => `${rule} ${severity} ${level}`)).toEqual([
      '40012 high error',
      '10038 moderate warning',
      '10021 low note',
      '10202 info note',
      '10049 info note',
    ]);
    expect(about).toEqual({ kind: 'site', urls: ['https://preview.example'] });
  });

  test('what ZAP 2.17 writes of a real site', async () => {
    const { findings, about } = await repo.report('zap', repo.recorded('zap.json'), [], 2);
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      '10038 moderate',
      '10020 moderate',
      '10037 low',
      '10036 low',
      '10096 low',
      '10021 low',
    ]);
    expect(findings[0]?.message).toBe(
      'Content Security Policy (CSP) Header Not Set (moderate): http://127.0.0.1:4173 and 2 more',
    );
    expect(about).toEqual({ kind: 'site', urls: ['http://127.0.0.1:4173'] });
    expect(recordedText('zap.json')).toContain('canary');
    expect(JSON.stringify(findings)).not.toMatch(/canary|next=|nginx/);
  });

  test('a scan of nothing, as ZAP 2.17 writes it, and one that ZAP stopped', async () => {
    expect(await repo.read('zap', repo.recorded('zap-nothing.json'), 0)).toMatchObject({ why: 'nothing-checked' });
    // The fields of the template: level, reason, site, key, description, statistic.
    const stoppingInsight = {
      level: 'High',
      key: 'insight.code.5xx',
      description: 'Percentage of 5xx',
      statistic: '97',
    };
    const stopped = repo.write(
      'stopped.json',
      JSON.stringify({ ...JSON.parse(recordedText('zap.json')), stoppingInsight }),
    );
    expect(await repo.read('zap', stopped, 2)).toMatchObject({
      why: 'report-incomplete',
      detail: expect.stringContaining('Percentage of 5xx'),
    });
  });

  test.each([
    ['insight.network.failure', '63', true],
    ['insight.network.failure', '12', false],
    ['insight.auth.failure', '50', true],
    ['insight.response.slow', '95', false],
  ])('the insight %s of %s percent', async (key, statistic, isIncomplete) => {
    const insights = [
      { level: 'Medium', reason: 'Exceeded High', site: '', key, description: 'Percentage', statistic },
    ];
    const report = { ...JSON.parse(recordedText('zap.json')), insights };
    const reading = await repo.read('zap', repo.write('insight.json', JSON.stringify(report)), 0);
    expect(reading).toMatchObject(isIncomplete ? { why: 'report-incomplete' } : { kind: 'report' });
  });

  test('shows where, and neither queries nor evidence', async () => {
    const { findings } = await repo.report('zap', repo.made('zap.json'));
    expect(findings[0]?.message).toContain('https://preview.example/search');
    expect(findings[1]?.message).toContain('and 2 more');
    expect(JSON.stringify(findings)).not.toMatch(/token|alert\(1\)/);
  });

  test('a scan of nothing, and one that did not run to its end', async () => {
    const none = repo.write('none.json', '{"@programName":"ZAP","@version":"2.16.1","site":[]}');
    expect(await repo.read('zap', none, 0)).toMatchObject({ why: 'nothing-checked' });
    expect(await repo.read('zap', repo.made('zap.json'), 3)).toMatchObject({ why: 'tool-crashed' });
  });

  test('an unknown risk counts as the worst', async () => {
    const report = JSON.parse(readFileSync(repo.made('zap.json'), 'utf8'));
    const [site] = report.site;
    site.alerts = [undefined, '7', ''].map((riskcode) => ({ ...site.alerts[2], riskcode }));
    const { findings } = await repo.report('zap', repo.write('changed.json', JSON.stringify(report)));
    expect(findings.map(({ severity }) => severity)).toEqual(['high', 'high', 'high']);
  });
});

describe("Supabase's advisors", () => {
  test('levels, objects and the key of each finding; the canary is none', async () => {
    const { findings } = await repo.report('supabase-advisors', repo.recorded('supabase-advisors.json'), [], 0);
    expect(findings.map(({ level, package: of, rule }) => `${level} ${rule} ${of}`)).toEqual([
      'error security_definer_view security_definer_view_public_all_notes',
      'warning function_search_path_mutable function_search_path_mutable_public_f_95adb6e77a0884d9e50232cb8c5c969d',
      'error rls_disabled_in_public rls_disabled_in_public_public_open',
      'warning rls_policy_always_true rls_policy_always_true_public_note_p',
    ]);
    expect(findings[2]?.message).toBe('Table `public.open` is public, but RLS has not been enabled.');
  });

  test.each(['supabase-advisors-empty.json', 'supabase-advisors-no-canary.json'])(
    '%s: without the canary nothing is known',
    async (name) => {
      expect(await repo.read('supabase-advisors', repo.recorded(name), 0)).toMatchObject({ why: 'nothing-checked' });
    },
  );

  const canary = { name: 'rls_disabled_in_public', level: 'ERROR', metadata: { name: 'lockstep_canary' } };
  const written = (results: unknown) => repo.write('made.json', JSON.stringify({ results }));

  test('the canary alone is a report without findings', async () => {
    const reading = await repo.read('supabase-advisors', written([canary]), 0);
    expect(reading).toMatchObject({ kind: 'report', report: { findings: [] } });
  });

  test('another objection to the canary proves nothing of security', async () => {
    const reading = await repo.read('supabase-advisors', written([{ ...canary, name: 'no_primary_key' }]), 0);
    expect(reading).toMatchObject({ why: 'nothing-checked' });
  });

  test('an unknown level counts as an error', async () => {
    const { findings } = await repo.report('supabase-advisors', written([canary, { name: 'new', level: 'FATAL' }]));
    expect(findings).toEqual([{ rule: 'new', level: 'error', message: 'new' }]);
  });

  test('no list of results', async () => {
    expect(await repo.read('supabase-advisors', repo.write('other.json', '{"message":"x"}'))).toMatchObject({
      why: 'report-malformed',
    });
  });
});
