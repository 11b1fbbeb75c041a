import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startPrometheus } from './real-prometheus.ts';
import { watchOne } from './watch.ts';

/** Prometheus is not installed with the rest: `LOCKSTEP_PROMETHEUS` names the folder of `prometheus` and `promtool`. */
const programs = process.env['LOCKSTEP_PROMETHEUS'];
const judged = programs === undefined ? describe.skip : describe;

let url = '';
let end: () => Promise<void> = async () => undefined;

/** Fifty requests a second of two builds from an hour ago until some minutes from now, as they would have been scraped. */
function history(now: number): string {
  const lines: string[] = [];
  const kinds = [
    ['dpl_old', '200', 49.5],
    ['dpl_old', '500', 0.5],
    ['dpl_new', '200', 48],
    ['dpl_new', '500', 2],
    ['dpl_fine', '200', 49.5],
    ['dpl_fine', '500', 0.5],
  ] as const;
  for (const [deployment, code, perSecond] of kinds)
    for (let at = -4200; at <= 300; at += 15)
      lines.push(
        `http_requests_total{deployment="${deployment}",code="${code}"} ${Math.round((at + 4200) * perSecond)} ${now + at}`,
      );
  return `# TYPE http_requests counter\n${lines.join('\n')}\n# EOF\n`;
}

judged('Prometheus itself', () => {
  beforeAll(async () => {
    ({ url, end } = await startPrometheus(programs ?? '', history(Math.floor(Date.now() / 1000))));
  });
  afterAll(() => end());

  const yaml = (metric: string) =>
    `providers:\n  prometheus:\n    url: ${url}\nmetrics:\n  - name: errors\n    provider: prometheus\n${metric}`;
  const counts = (
    deployment: string,
  ) => `    query: 'sum(increase(http_requests_total{deployment="${deployment}",code=~"5.."}[{{window}}]))'
    of: 'sum(increase(http_requests_total{deployment="${deployment}"}[{{window}}]))'
    newest: 'max(timestamp(http_requests_total))'
    delay: 30s
    detect: 2`;

  test('of a build with four times the errors says that it is worse than the one before', async () => {
    const metric = `    query: 'sum(rate(http_requests_total{deployment="{{deployment}}",code="500"}[{{window}}])) / sum(rate(http_requests_total{deployment="{{deployment}}"}[{{window}}]))'
    samples: 'sum(increase(http_requests_total{deployment="{{deployment}}"}[{{window}}]))'
    for: candidate
    baseline: same-time
    interval: 30s
    min-samples: 100
    success: '[RATIO] < 1.5'
    failure: '[RATIO] >= 2'`;
    const { report } = await watchOne(yaml(metric));
    expect(report).toMatchObject({ verdict: 'fail', reason: 'metric-failed' });
    expect(report.readings[0]?.ratio).toBeCloseTo(4, 0);
  });

  test('passes equal counts, over its own extrapolated increases', async () => {
    expect((await watchOne(yaml(counts('dpl_fine')))).report).toMatchObject({ verdict: 'pass' });
  });

  test.each([
    ['no such series', 'sum(rate(nothing_total[{{window}}]))', 'metric-empty'],
    ['several series', 'http_requests_total', 'metric-error'],
    ['a range', 'http_requests_total[{{window}}]', 'metric-error'],
    ['no PromQL', 'sum(', 'metric-error'],
    ['0 / 0', 'vector(0) / vector(0)', 'metric-empty'],
  ])('%s is what our provider calls it', async (_, query, reason) => {
    const { report } = await watchOne(yaml(`    query: '${query}'\n    success: '[VALUE] < 1'\n    interval: 60s`));
    expect(report).toMatchObject({ verdict: 'unknown', reason });
  });
});
