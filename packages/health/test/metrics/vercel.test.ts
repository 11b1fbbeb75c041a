import { describe, expect, test } from '@jest/globals';
import { Secret } from '@lockstep/base';
import { type Observability, observability } from './vercel-like.ts';
import { watchOne } from './watch.ts';

async function watching(
  metric: string,
  parts: Observability,
  { project = 'shop', token = 'a-token-of-vercel' }: Partial<Record<'project' | 'token', string>> = {},
) {
  const { service, queries } = await observability(parts);
  const vercel = {
    token: new Secret(token),
    project,
    team: 'team_1',
    apiUrl: new URL(service.url),
  };
  const yaml = `metrics:\n  - name: pages\n    provider: vercel\n    interval: 60s\n${metric}`;
  const watched = await watchOne(yaml, { bakeMs: 240_000, surroundings: { vercel } });
  return { ...watched, queries, service };
}

const LCP = `    query: vercel.speed_insights.lcp_ms
    samples: vercel.speed_insights.count
    min-samples: 50
    failure: '[RATIO] >= 1.5'
    success: '[RATIO] < 1.3'`;

/** Slower from the swap on. */
function pages(after: number, samples: number): Observability['say'] {
  const start = Date.now();
  return ({ metric, endTime }) =>
    metric.endsWith('.count') ? samples : Date.parse(endTime) > start + 5_000 ? after : 2000;
}

describe('vercel', () => {
  test('finds pages that became slower than before the swap, of whole minutes after it', async () => {
    const { report, queries, since } = await watching(LCP, { say: pages(3200, 400) });
    expect(report).toMatchObject({ verdict: 'fail', reason: 'metric-failed' });
    const after = queries.filter(({ endTime }) => Date.parse(endTime) > since);
    expect(after.every(({ startTime }) => Date.parse(startTime) >= since && Date.parse(startTime) % 60_000 === 0)).toBe(
      true,
    );
    expect(queries[0]).toMatchObject({
      aggregation: 'p75',
      scope: { type: 'project', ownerId: 'team_1', projectIds: ['prj_1'] },
    });
  });

  test('passes pages that are as fast', async () => {
    expect((await watching(LCP, { say: pages(2100, 400) })).report).toMatchObject({ verdict: 'pass' });
  });

  test('tests counts of failed requests of one deployment', async () => {
    const metric = `    query: vercel.request.count
    filter: http_status ge 500 and deployment_id eq '{{deployment}}'
    of: vercel.request.count
    of-filter: deployment_id eq '{{deployment}}'
    for: candidate
    detect: 2`;
    const counts =
      (share: number): Observability['say'] =>
      ({ filter, startTime, endTime }) => {
        const all = (50 * (Date.parse(endTime) - Date.parse(startTime))) / 1000;
        if (filter?.includes('http_status') !== true) return all;
        return all * (filter.includes('dpl_new') ? share : 0.01);
      };
    expect((await watching(metric, { say: counts(0.03) })).report).toMatchObject({ verdict: 'fail' });
    expect((await watching(metric, { say: counts(0.01) })).report).toMatchObject({ verdict: 'pass' });
  });

  test('waits for the minute that Vercel takes, so that late data is part of the reading', async () => {
    const { report } = await watching(LCP, { say: pages(2100, 400) });
    for (const { at, to } of report.readings) expect(Date.parse(at) - Date.parse(to)).toBeGreaterThanOrEqual(60_000);
  });

  test('is unknown on data that is later than that: what has not arrived are samples that are missing', async () => {
    const start = Date.now();
    // Of the time since the swap only the first half minute has arrived.
    const late: Observability['say'] = ({ metric, endTime }) =>
      metric.endsWith('.count') ? (Date.parse(endTime) > start + 5_000 ? 20 : 400) : 2000;
    expect((await watching(LCP, { say: late })).report).toMatchObject({
      verdict: 'unknown',
      reason: 'metric-too-few-samples',
    });
  });

  test('asks about the slices of the usual rate side by side, and about its schema once', async () => {
    const metric = `    query: vercel.request.count
    filter: http_status ge 500
    of: vercel.request.count
    detect: 2`;
    let [open, most] = [0, 0];
    const { queries, report, service } = await watching(metric, {
      say: async (query) => {
        most = Math.max(most, ++open);
        await new Promise((resolve) => setImmediate(resolve));
        open--;
        const seconds = (Date.parse(query.endTime) - Date.parse(query.startTime)) / 1000;
        return seconds * (query.filter === undefined ? 50 : 0.5);
      },
    });
    expect(report).toMatchObject({ verdict: 'pass' });
    expect(queries.filter(({ endTime }) => Date.parse(endTime) < Date.now()).length).toBeGreaterThanOrEqual(48);
    // Two for each of six slices.
    expect(most).toBeGreaterThan(2);
    expect(most).toBeLessThanOrEqual(12);
    expect(service.exchanges.filter(({ path }) => path.includes('/schema/'))).toHaveLength(1);
    expect(service.exchanges.filter(({ path }) => path.startsWith('/v9/'))).toHaveLength(1);
  });

  test('asks for the schema again where it was not answered', async () => {
    let turn = 0;
    const { report } = await watching(LCP, {
      say: pages(2100, 400),
      schema: () => (++turn === 1 ? { status: 503, body: {} } : undefined),
    });
    expect(report.readings.map(({ reason }) => reason)).toContain('metric-error');
    expect(report).toMatchObject({ verdict: 'pass' });
  });

  test.each<[string, Partial<Record<'project' | 'token', string>>, RegExp]>([
    ['a project that there is not', { project: 'shoop' }, /HTTP 404; check the inputs "vercel-project" and/],
    ['a token that is refused', { token: 'another-token' }, /refuses the token \(HTTP 403\)/],
  ])('says what to check of %s', async (_, access, message) => {
    const { report } = await watching(LCP, { say: pages(2100, 400) }, access);
    expect(report).toMatchObject({ verdict: 'unknown', reason: 'metric-error' });
    expect(report.message).toMatch(message);
  });

  test.each<[string, Observability, string]>([
    ['a plan without it', { say: () => ({ status: 402, body: {} }) }, 'metric-not-available'],
    ['a metric that there is not', { say: () => 1, schema: () => ({ status: 404, body: {} }) }, 'metric-not-available'],
    [
      'an aggregation that there is not',
      {
        say: () => 1,
        schema: (id) => ({ status: 200, body: [{ id, aggregations: ['max'], defaultAggregation: 'p75' }] }),
      },
      'metric-not-available',
    ],
    ['no data', { say: () => undefined }, 'metric-empty'],
    ['too few samples', { say: pages(9000, 49) }, 'metric-too-few-samples'],
    ['an error', { say: () => ({ status: 504, body: '<b>4711' }) }, 'metric-error'],
    ['an answer of another form', { say: () => ({ status: 200, body: { rows: [] } }) }, 'metric-error'],
  ])('is unknown, never failed, on %s', async (_, parts, reason) => {
    const { report } = await watching(LCP, parts);
    expect(report).toMatchObject({ verdict: 'unknown', reason });
    expect(JSON.stringify(report)).not.toContain('4711');
  });
});
