import { describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { reachOf } from '../../src/metrics/index.ts';
import { type Asked, prometheusLike, type Said } from './prometheus-like.ts';
import { source, watchOne } from './watch.ts';

const SHARE = `
    query: 'sum(rate(bad_total{deployment="{{deployment}}"}[{{window}}]))'
    samples: 'sum(increase(all_total{deployment="{{deployment}}"}[{{window}}]))'
    for: candidate
    min-samples: 100`;
const RATIO = `${SHARE}
    success: '[RATIO] < 1.5'
    failure: '[RATIO] >= 2'`;

async function asking(say: (asked: Asked) => Said, metric: string, connection = '') {
  const prometheus = await source(prometheusLike(say));
  const yaml = `providers:
  prometheus:
    url: ${prometheus.url}
${connection}
metrics:
  - name: errors
    provider: prometheus${metric}`;
  return { prometheus, ...(await watchOne(yaml)) };
}

/** Answers with a share of errors for each build, of 500 requests. */
function shares(candidate: Said, baseline: Said): (asked: Asked) => Said {
  return ({ query }) => (query.includes('all_total') ? 500 : query.includes('dpl_new') ? candidate : baseline);
}

/** All data that could be read, https://prometheus.io/docs/prometheus/latest/querying/api */
const partial = (more: object) => {
  const series = { metric: {}, value: [Date.now() / 1000, '0'] };
  return { status: 200, body: { status: 'success', data: { resultType: 'vector', result: [series] }, ...more } };
};

describe('prometheus', () => {
  test('finds a candidate that is worse than the baseline, at the first reading', async () => {
    const { report, prometheus } = await asking(shares(0.04, 0.01), RATIO);
    expect(report).toMatchObject({ verdict: 'fail', reason: 'metric-failed', critical: true });
    expect(report.readings).toMatchObject([{ outcome: 'fail', value: 0.04, ratio: 4, samples: 500 }]);
    expect(prometheus.exchanges).toHaveLength(4);
  });

  test('passes an equal one, and reads the whole bake', async () => {
    const { report, since } = await asking(shares(0.01, 0.01), RATIO);
    expect(report).toMatchObject({ verdict: 'pass', reason: 'metric-met' });
    expect(report.readings).toHaveLength(8);
    const last = report.readings.at(-1);
    expect([last?.from, last?.to].map((text) => Date.parse(text ?? ''))).toEqual([since, since + 120_000]);
  });

  test.each<[string, (asked: Asked) => Said, string]>([
    ['no series', shares(undefined, 0.01), 'metric-empty'],
    ['nothing divided by nothing', shares(Number.NaN, 0.01), 'metric-empty'],
    ['several series', shares([0.1, 0.2], 0.01), 'metric-error'],
    ['an infinite value', shares(Number.POSITIVE_INFINITY, 0.01), 'metric-error'],
    [
      'a query that it does not understand',
      () => ({ status: 400, body: { status: 'error', errorType: 'bad_data', error: '<b>&' } }),
      'metric-error',
    ],
    ['a refusal', () => ({ status: 401, body: 'who are you' }), 'metric-error'],
    ['a page', () => ({ status: 200, body: '<html>' }), 'metric-error'],
    [
      'part of the data',
      () => ({ status: 200, body: { status: 'success', isPartial: true, data: { resultType: 'vector', result: [] } } }),
      'metric-error',
    ],
    [
      'what is left while a store is down, as Thanos gives it',
      () => partial({ warnings: ['<b>receive series from Addr: 10.0.0.7:10901: rpc error: code = Unavailable'] }),
      'metric-error',
    ],
    ['warnings that are no list', () => partial({ warnings: 'many' }), 'metric-error'],
    ['a redirect', () => ({ status: 302, body: '' }), 'metric-error'],
    ['too few samples', ({ query }) => (query.includes('all_total') ? 99 : 0.5), 'metric-too-few-samples'],
    ['no baseline', shares(0.01, undefined), 'metric-no-baseline'],
  ])('is unknown, never failed, on %s', async (_, say, reason) => {
    const { report } = await asking(say, RATIO);
    expect(report).toMatchObject({ verdict: 'unknown', reason });
    expect(JSON.stringify(report)).not.toMatch(/<b>|<html>|who are you/);
  });

  test.each([{ infos: ['PromQL info: metric might not be a counter'] }, { warnings: [] }, { warnings: null }])(
    'an answer with %j is whole',
    async (more) => {
      const { report } = await asking(() => partial(more), RATIO);
      expect(report.reason).not.toBe('metric-error');
    },
  );

  test('waits for data that arrives late, and is unknown where it never does', async () => {
    const metric = `${RATIO}\n    newest: 'max(timestamp(all_total))'\n    delay: 30s`;
    const late = (seconds: number) =>
      asking(
        (asked) => (asked.query.includes('timestamp(') ? asked.time - seconds : shares(0.01, 0.01)(asked)),
        metric,
      );
    const { report } = await late(10);
    expect(report.verdict).toBe('pass');
    const first = report.readings[0];
    expect(Date.parse(first?.at ?? '') - Date.parse(first?.to ?? '')).toBeGreaterThanOrEqual(30_000);
    expect((await late(300)).report).toMatchObject({ verdict: 'unknown', reason: 'metric-late-data' });
  });

  test('goes on after errors in a row that are tolerated, and not after more', async () => {
    const broken = { status: 503, body: 'busy' };
    const failing = (from: number, to: number) => {
      let turn = 0;
      const plain = '\n    query: errors\n    success: "[VALUE] < 1"\n    error-limit: 2';
      return asking(() => (++turn >= from && turn <= to ? broken : 0), plain);
    };
    expect((await failing(3, 5)).report).toMatchObject({ verdict: 'pass' });
    const { report, tookMs } = await failing(6, 100);
    expect(report).toMatchObject({ verdict: 'unknown', reason: 'metric-error' });
    expect(tookMs).toBeLessThan(180_000);
  });

  test('counts bad events of all events, and of no series of bad ones that there are none', async () => {
    const counts = `
    query: 'sum(increase(bad_total[{{window}}]))'
    of: 'sum(increase(all_total[{{window}}]))'
    detect: 2`;
    const flow =
      (rate: number | undefined) =>
      ({ query, time }: Asked) => {
        const seconds = Number(/\[(\d+)s\]/.exec(query)?.[1]);
        if (query.includes('all_total')) return 50 * seconds;
        return time * 1000 < start ? 0.5 * seconds : rate === undefined ? undefined : rate * seconds;
      };
    const start = Date.now();
    expect((await asking(flow(1), counts)).report).toMatchObject({ verdict: 'fail', reason: 'metric-failed' });
    expect((await asking(flow(0.5), counts)).report).toMatchObject({ verdict: 'pass', reason: 'metric-met' });
    expect((await asking(flow(undefined), counts)).report).toMatchObject({ verdict: 'pass' });
  });

  test('asks for the usual rate again where there was no answer, and not two dozen times in a row', async () => {
    const counts = '\n    query: bad[{{window}}]\n    of: all[{{window}}]\n    detect: 2';
    let asked = 0;
    const flow = ({ query }: Asked) => {
      const seconds = Number(/\[(\d+)s\]/.exec(query)?.[1]);
      return ++asked <= 5 ? { status: 503, body: 'busy' } : (query.startsWith('all') ? 50 : 0.5) * seconds;
    };
    expect((await asking(flow, counts)).report).toMatchObject({ verdict: 'pass', reason: 'metric-met' });
    const { prometheus, report } = await asking(() => ({ status: 503, body: 'busy' }), counts);
    expect(report).toMatchObject({ verdict: 'unknown', reason: 'metric-error' });
    expect(prometheus.exchanges.length).toBeLessThan(60);
  });

  test('sends the tenant and the credentials, to its own origin alone', async () => {
    const seen: Asked[] = [];
    await asking(
      (asked) => {
        seen.push(asked);
        return 0;
      },
      '\n    query: errors\n    success: "[VALUE] == 0"',
      '    tenant: acme\n    token: $TOKEN',
    );
    expect(seen[0]?.headers).toMatchObject({ 'x-scope-orgid': 'acme', authorization: 'Bearer a-token-of-the-source' });
  });
});

test.each([
  ['up', 0],
  ['rate(x[5m])', 300_000],
  ['rate(x{path="/a[9h]"}[5m]) / rate(y[1m30s])', 300_000],
  ['max_over_time(rate(x[1m])[10m:15s])', 660_000],
  ['sum(rate(x[1m] offset 2m)) # [4h]', 180_000],
  ['rate(x[{{window}}])', 0],
  ['increase(x[1d])', 86_400_000],
])('%s looks back %i ms', (query, ms) => {
  expect(reachOf(query)).toEqual({ ms, exceedsWindow: false });
});

test('a subquery over the window with a range of its own reaches back further', () => {
  expect(reachOf('max_over_time(rate(x[1m])[{{window}}:15s])').exceedsWindow).toBe(true);
});
