import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ReportFormat } from '../../src/readers.ts';
import { Repository, recordedText } from '../repository.ts';

let repo: Repository;
beforeEach(() => {
  repo = new Repository();
});
afterEach(() => repo.remove());

/** Whatever a test changes about a report: what is wrong with it then, its reader must see. */
// biome-ignore lint/suspicious/noExplicitAny: reports of other tools, changed by hand
type Loose = any;

const json = (name: string): Record<string, Loose> => JSON.parse(recordedText(name));
const written = (value: unknown): string => repo.write('changed.json', JSON.stringify(value));

describe('Lighthouse', () => {
  test('the values of its audits, and its scores', async () => {
    const { metrics, about } = await repo.report('lighthouse', repo.recorded('lighthouse-1.json'));
    expect(metrics).toMatchObject({
      'largest-contentful-paint': 646.00905,
      'cumulative-layout-shift': 0,
      'total-byte-weight': 7250,
      'performance-score': 100,
    });
    expect(about).toEqual({ kind: 'page', urls: ['http://127.0.0.1:4173'] });
  });

  test('of several runs the median of each value, in any order', async () => {
    const runs = [3, 1, 2].map((run) => repo.recorded(`lighthouse-${run}.json`));
    const reading = await repo.readAll('lighthouse', runs, 0);
    // The second run was the middle one by its paint, and also by its blocking time (0, 50, 56).
    expect(reading).toMatchObject({
      report: { metrics: { 'largest-contentful-paint': 648.14135, 'total-blocking-time': 50 } },
    });
    const two = await repo.readAll('lighthouse', runs.slice(1), 0);
    expect(two).toMatchObject({ report: { metrics: { 'total-blocking-time': 25 } } });
  });

  test('a value that one run does not have is none', async () => {
    const run = json('lighthouse-1.json');
    run['audits']['largest-contentful-paint'] = { scoreDisplayMode: 'error', score: null };
    const reading = await repo.readAll('lighthouse', [repo.recorded('lighthouse-2.json'), written(run)], 0);
    expect(reading).toMatchObject({ kind: 'report' });
    expect(reading).not.toHaveProperty(['report', 'metrics', 'largest-contentful-paint']);
    expect(reading).toHaveProperty(['report', 'metrics', 'speed-index']);
  });

  test('a page that redirected to another one was not measured', async () => {
    const reading = await repo.read('lighthouse', repo.recorded('lighthouse-redirected.json'), 0);
    expect(reading).toMatchObject({ why: 'wrong-url' });
    // The query of the login page is not shown: it may hold what is secret.
    expect(JSON.stringify(reading)).not.toContain('next=');
  });

  test('what a page writes into its own address makes no other page', async () => {
    const run = json('lighthouse-1.json');
    run['finalDisplayedUrl'] = 'http://127.0.0.1:4173/?session=1#top';
    expect((await repo.report('lighthouse', written(run))).about?.urls).toEqual(['http://127.0.0.1:4173']);
    run['finalDisplayedUrl'] = 'http://127.0.0.1:4174/';
    expect(await repo.read('lighthouse', written(run), 0)).toMatchObject({ why: 'wrong-url' });
  });

  test('a page that could not be loaded, whatever its report says besides', async () => {
    const path = repo.recorded('lighthouse-error.json');
    expect(await repo.read('lighthouse', path, 1)).toMatchObject({ why: 'tool-crashed' });
    const run = { ...json('lighthouse-1.json'), runtimeError: { code: 'NO_FCP', message: 'nothing was painted' } };
    expect(await repo.read('lighthouse', written(run), 0)).toMatchObject({ why: 'tool-crashed' });
    run.runtimeError.code = 'NO_ERROR';
    expect(await repo.read('lighthouse', written(run), 0)).toMatchObject({ kind: 'report' });
  });

  test('one run that failed leaves the whole unknown, and runs of two pages are no runs of one', async () => {
    const paths = ['lighthouse-1.json', 'lighthouse-error.json'].map((name) => repo.recorded(name));
    expect(await repo.readAll('lighthouse', paths, 0)).toMatchObject({
      why: 'tool-crashed',
      detail: expect.stringContaining('lighthouse-error.json'),
    });
    const other = json('lighthouse-1.json');
    other['requestedUrl'] = other['finalDisplayedUrl'] = 'http://127.0.0.1:4173/cart';
    expect(await repo.readAll('lighthouse', [paths[0] ?? '', written(other)], 0)).toMatchObject({
      why: 'report-incomplete',
    });
  });

  test('a report without a value', async () => {
    const run = { ...json('lighthouse-1.json'), audits: {}, categories: {} };
    expect(await repo.read('lighthouse', written(run), 0)).toMatchObject({ why: 'nothing-checked' });
  });
});

describe('autocannon', () => {
  test('latency, and every answer that is no 2xx as an error', async () => {
    const { metrics, about } = await repo.report('autocannon', repo.recorded('autocannon.json'));
    expect(metrics).toMatchObject({ p99: 1, 'p97.5': 0, max: 74, requests: 20_642 });
    expect(metrics?.['error-rate']).toBeCloseTo(6177 / 20_642, 10);
    expect(about?.urls).toEqual(['http://127.0.0.1:4173/half']);
  });

  test('where no request was answered, its latency of 0 and exit code 0 are no speed', async () => {
    const reading = await repo.read('autocannon', repo.recorded('autocannon-refused.json'), 0);
    expect(reading).toMatchObject({ why: 'nothing-checked' });
  });

  test('answers of which none is a 2xx measured something else, such as a redirect', async () => {
    const run = json('autocannon.json');
    for (const change of [{ non2xx: run['requests'].total }, { non2xx: 0, mismatches: run['requests'].total }])
      expect(await repo.read('autocannon', written({ ...run, ...change }), 0)).toMatchObject({
        why: 'nothing-checked',
      });
  });

  test('connections that broke count too', async () => {
    const run = json('autocannon.json');
    const { metrics } = await repo.report('autocannon', written({ ...run, non2xx: 0, errors: run['requests'].total }));
    expect(metrics?.['error-rate']).toBe(0.5);
  });

  test.each([
    ['without an address', { url: undefined }],
    ['without the count of refusals', { non2xx: undefined }],
    ['without a percentile', { latency: { mean: 1, max: 1 } }],
  ])('a report %s', async (_what, change) => {
    const path = written({ ...json('autocannon.json'), ...change });
    expect(await repo.read('autocannon', path, 0)).toMatchObject({ why: 'report-malformed' });
  });
});

describe('k6', () => {
  const FORMATS = ['k6-summary.json', 'k6-summary-export.json'];

  test.each(FORMATS)('%s: a threshold that is not met is an error, a failed check a warning', async (name) => {
    const { findings, checked, metrics } = await repo.report('k6', repo.made(name), [], 99);
    expect(findings.map(({ rule, level }) => `${rule} ${level}`)).toEqual(['http_req_duration error', 'check warning']);
    expect(checked).toBe(4);
    expect(metrics).toMatchObject({
      p95: 312.21,
      p90: 246.88,
      p50: 140.96,
      requests: 90,
      'http_req_duration{expected_response:true}.p(95)': 290.4,
    });
    expect(metrics?.['error-rate']).toBeCloseTo(1 / 90, 10);
    expect(metrics?.['checks.rate']).toBeCloseTo(178 / 180, 10);
  });

  test.each(FORMATS)('%s: thresholds that are met', async (name) => {
    const summary = JSON.parse(readFileSync(repo.made(name), 'utf8'));
    delete summary.metrics.http_req_duration.thresholds['p(95)<300'];
    const { findings, checked } = await repo.report('k6', written(summary), [], 0);
    expect(findings.map(({ rule }) => rule)).toEqual(['check']);
    expect(checked).toBe(3);
  });

  test('the structured summary has no thresholds: the exit code says that one is not met', async () => {
    const path = repo.made('k6-structured.json');
    const failed = await repo.report('k6', path, [], 99);
    expect(failed.findings.map(({ rule, level }) => `${rule} ${level}`)).toEqual(['threshold error', 'check warning']);
    const passed = await repo.report('k6', path, [], 0);
    expect(passed).toMatchObject({ checked: 0, metrics: { p95: 312.21, requests: 90, 'requests-per-second': 3 } });
    expect(passed.metrics?.['error-rate']).toBeCloseTo(1 / 90, 10);
    expect(passed.metrics?.['checks_succeeded.rate']).toBeCloseTo(178 / 180, 10);
    expect(passed.findings.map(({ message }) => message)).toEqual(['status is 200: failed 2 of 90 times']);
  });

  test('a structured summary of a test without checks, which has no part about them', async () => {
    const summary = JSON.parse(readFileSync(repo.made('k6-structured.json'), 'utf8'));
    delete summary.results.checks;
    expect(await repo.report('k6', written(summary), [], 0)).toMatchObject({ findings: [], metrics: { requests: 90 } });
    delete summary.config.duration;
    expect((await repo.report('k6', written(summary), [], 0)).metrics).not.toHaveProperty('requests-per-second');
  });

  test.each([
    ['json', '{"type":"Metric","data":{"name":"vus","type":"gauge","contains":"default"},"metric":"vus"}\n'],
    ['json', '{"metric":"vus","type":"Point","data":{"time":"2026-11-20T10:00:00Z","value":1,"tags":{}}}\n'],
    ['csv', 'metric_name,timestamp,metric_value,check\nvus,1795168800,1.000000,\n'],
  ])('single samples of --out %s: what to give instead', async (output, text) => {
    const reading = await repo.read('k6', repo.write('points', text.repeat(3)), 0);
    expect(reading).toMatchObject({ why: 'report-malformed' });
    expect(reading).toHaveProperty('detail', expect.stringContaining(`--out ${output}`));
    expect(reading).toHaveProperty('detail', expect.stringContaining('--summary-export'));
  });

  test('a test that did not run to its end', async () => {
    for (const exitCode of [1, 103, 105, 107, 108])
      expect(await repo.read('k6', repo.made('k6-summary.json'), exitCode)).toMatchObject({ why: 'tool-crashed' });
  });

  const cases: readonly (readonly [string, (summary: Loose) => void, string])[] = [
    ['no iteration', (one) => delete one.metrics.iterations, 'nothing-checked'],
    [
      // k6 says "ok" then: grafana/k6#4283.
      'a rate with a threshold and no sample',
      (one) => {
        one.metrics.checks.values = { rate: 0, passes: 0, fails: 0 };
      },
      'nothing-checked',
    ],
    ['timings with a threshold and no request', (one) => delete one.metrics.http_reqs, 'nothing-checked'],
    [
      'a threshold without a result',
      (one) => {
        one.metrics.checks.thresholds = { 'rate>0.95': {} };
      },
      'report-malformed',
    ],
    ['no metrics', (one) => delete one.metrics, 'report-malformed'],
  ];
  test.each(cases)('%s', async (_what, change, why) => {
    const summary = JSON.parse(readFileSync(repo.made('k6-summary.json'), 'utf8'));
    change(summary);
    expect(await repo.read('k6', written(summary), 0)).toMatchObject({ why });
  });

  test('groups within groups, however deep', async () => {
    const depth = 20_000;
    const deep = '{"checks":{"deep":{"name":"deep","passes":0,"fails":1}}}';
    const group = `${'{"groups":{"g":'.repeat(depth)}${deep}${'}}'.repeat(depth)}`;
    const path = repo.write('deep.json', `{"metrics":{"iterations":{"count":1}},"root_group":${group}}`);
    const { findings } = await repo.report('k6', path, [], 0);
    expect(findings.map(({ message }) => message)).toContain('deep: failed 1 of 1 times');
  });
});

test.each<ReportFormat>(['lighthouse', 'k6', 'autocannon'])('%s: the report of another tool', async (format) => {
  for (const name of ['jest.json', 'osv.json'])
    expect(await repo.read(format, repo.recorded(name), 0)).toMatchObject({ why: 'report-malformed' });
});
