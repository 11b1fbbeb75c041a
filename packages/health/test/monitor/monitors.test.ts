import { describe, expect, test } from '@jest/globals';
import type { Handler } from '@lockstep/proving-ground/http';
import { readMonitor, type Uptime } from '../../src/monitor/index.ts';
import { prometheusLike } from '../metrics/prometheus-like.ts';
import { source, surroundings } from '../metrics/watch.ts';
import { type GatusResult, gatusLike } from './gatus-like.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-30T12:00:00Z');
const month = { from: NOW - 30 * DAY, to: NOW };
const hour = { from: NOW - HOUR, to: NOW };

async function observed(handler: Handler, yaml: (url: string) => string, spans = [month]) {
  const service = await source(handler);
  const monitor = readMonitor({ text: yaml(service.url), name: 'input "availability-source"' }, surroundings());
  return { service, uptimes: await monitor.observe(spans, new AbortController().signal) };
}

function problemsOf(text: string): readonly string[] {
  try {
    readMonitor({ text, name: 'input "availability-source"' }, surroundings());
    return [];
  } catch (error) {
    return String((error as Error).message).split('\n');
  }
}

const measured = (good: number, coverage: number): Uptime => ({
  kind: 'measured',
  good: expect.closeTo(good, 6) as unknown as number,
  coverage: expect.closeTo(coverage, 3) as unknown as number,
});

const LOOKS = 43_200;

describe('prometheus', () => {
  const yaml = (more: string) => (url: string) => `provider: prometheus\nurl: ${url}\n${more}`;
  const probes = yaml(`series: probe_success{instance="https://shop.example/{x}"}\nevery: 60s`);
  const counting = (good: number, all: number) =>
    prometheusLike(({ query }) => (query.startsWith('sum_over_time(') ? good : all));

  test('counts good probes of those that were made, and those of what was due', async () => {
    const { service, uptimes } = await observed(counting(LOOKS - 43, LOOKS), probes);
    expect(uptimes).toEqual([measured(1 - 43 / LOOKS, 1)]);
    const form = new URLSearchParams(service.exchanges[0]?.requestBody.toString('utf8'));
    expect(form.get('query')).toMatch(
      /^(sum|count)_over_time\(probe_success\{instance="https:\/\/shop.example\/\{x\}"\}\[2592000s\]\)$/,
    );
    expect(form.get('time')).toBe(String(NOW / 1000));
  });

  test('takes a gap for a gap, not for uptime', async () => {
    expect((await observed(counting(LOOKS / 2, LOOKS / 2), probes)).uptimes).toEqual([measured(1, 0.5)]);
  });

  test('does not measure where nothing was observed, or more than was due', async () => {
    const nothing = prometheusLike(() => undefined);
    expect((await observed(nothing, probes)).uptimes).toEqual([
      { kind: 'not-measured', what: 'the query found no data; check its names and labels' },
    ]);
    const often = await observed(counting(LOOKS * 4, LOOKS * 4), probes);
    expect(often.uptimes).toEqual([{ kind: 'not-measured', what: expect.stringContaining('set "every"') }]);
    const latency = await observed(counting(LOOKS * 7, LOOKS), probes);
    expect(latency.uptimes).toEqual([{ kind: 'not-measured', what: expect.stringContaining('check what "good"') }]);
    // Two instances of one name: their looks together would hide the gaps of each.
    const two = await observed(
      prometheusLike(() => [1, 1]),
      probes,
    );
    expect(two.uptimes).toEqual([{ kind: 'not-measured', what: expect.stringContaining('aggregate them to one') }]);
    const down = await observed(() => ({ status: 503, body: '' }), probes);
    expect(down.uptimes).toEqual([{ kind: 'not-measured', what: 'Prometheus answered HTTP 503' }]);
  });

  test('counts requests, and tells an hour without them from an hour without Prometheus', async () => {
    const requests = yaml(
      `good: 'sum(increase(http_requests_total{code!~"5.."}[{{window}}]))'\nof: 'sum(increase(http_requests_total[{{window}}]))'\nseen: 'count_over_time(up{job="web"}[{{window}}])'\nevery: 15s`,
    );
    const answering = (all: number, seen: number) =>
      prometheusLike(({ query }) => (query.includes('up{') ? seen : query.includes('!~') ? all * 0.999 : all));
    expect((await observed(answering(9_000, 239), requests, [hour])).uptimes).toEqual([measured(0.999, 1)]);
    expect((await observed(answering(0, 239), requests, [hour])).uptimes).toEqual([
      { kind: 'not-measured', what: 'nothing was observed' },
    ]);
    expect((await observed(answering(9_000, 120), requests, [hour])).uptimes).toEqual([measured(0.999, 120 / 239)]);
  });

  test('says everything that is wrong at once', () => {
    expect(problemsOf('provider: prometheus\nseries: sum(probe_success)\nevery: often\ntokn: $TOKEN')).toEqual([
      expect.stringContaining('"every": expected a duration'),
      expect.stringContaining('"series": expected one series with its labels'),
      expect.stringContaining('"url": required'),
      expect.stringContaining('"tokn": no such field'),
    ]);
    expect(problemsOf('provider: prometheus\nurl: http://127.0.0.1\nevery: 1m\ngood: up')).toEqual([
      expect.stringContaining('"of": required where there is no "series"'),
      expect.stringContaining('"seen": required where there is no "series"'),
      expect.stringContaining('"good": expected a range of [{{window}}]'),
    ]);
    expect(problemsOf('provider: pingdom')).toEqual([
      expect.stringContaining('expected one of prometheus, gatus, json'),
    ]);
    expect(problemsOf('- provider')).toEqual([expect.stringContaining('expected a map')]);
    expect(problemsOf('series: {a: "')).toEqual([expect.stringContaining('not readable as YAML')]);
  });
});

describe('gatus', () => {
  const yaml = (url: string) => `provider: gatus\nurl: ${url}\nendpoint: core_shop\nevery: 60s`;
  const results = (count: number, isGood: (at: number) => boolean = () => true): readonly GatusResult[] =>
    Array.from({ length: count }, (_, index) => {
      const at = NOW - (count - index - 1) * MINUTE - 5_000;
      return { at, success: isGood(index) };
    });

  test('counts the results of each window, over as many pages as there are', async () => {
    const kept = results(LOOKS + 2_000, (index) => index % 1_000 !== 0);
    const { service, uptimes } = await observed(
      gatusLike('core_shop', () => kept),
      yaml,
      [month, hour],
    );
    expect(uptimes).toEqual([measured(1 - 44 / LOOKS, 1), measured(1, 1)]);
    expect(service.exchanges.length).toBe(44);
  });

  test('counts a result once though the pages move on between two answers', async () => {
    let kept = results(2_500, (index) => index >= 1_250);
    const moving = gatusLike('core_shop', () => {
      kept = [...kept, { at: (kept.at(-1)?.at ?? 0) + 1, success: true }];
      return kept;
    });
    const span = { from: NOW - 2_500 * MINUTE - 30_000, to: NOW - 5_000 };
    expect((await observed(moving, yaml, [span])).uptimes).toEqual([measured(0.5, 1)]);
  });

  test('does not take what it no longer keeps for uptime', async () => {
    const { uptimes } = await observed(
      gatusLike('core_shop', () => results(100)),
      yaml,
      [month, hour],
    );
    expect(uptimes).toEqual([
      {
        kind: 'not-measured',
        what: expect.stringMatching(
          /^Gatus has 100 results, the first of 2026-11-30T10:.*, and the window has 43199: .*storage\.maximum-number-of-results/,
        ),
      },
      measured(1, 1),
    ]);
  });

  test.each([
    ['no such endpoint', { status: 404, body: 'endpoint not found' }, 'no such "endpoint"'],
    ['a login', { status: 401, body: '' }, 'refuses the token'],
    ['a page', { status: 200, body: '<html>' }, 'not that of its API'],
    ['another API', { status: 200, body: { results: [] } }, 'not that of its API'],
    [
      'a result without a time',
      { status: 200, body: { key: 'a_b', results: [{ success: true }] } },
      'not that of its API',
    ],
    ['no results', { status: 200, body: { key: 'a_b', results: null } }, 'nothing was observed'],
  ])('%s is not measured', async (_, reply, what) => {
    const { uptimes } = await observed(() => reply, yaml);
    expect(uptimes).toEqual([{ kind: 'not-measured', what: expect.stringContaining(what) }]);
  });

  test('says what is wrong', () => {
    expect(problemsOf('provider: gatus\nendpoint: Core Shop')).toEqual([
      expect.stringContaining('"url": required'),
      expect.stringContaining('"every": required'),
      expect.stringContaining('"endpoint": expected group and name'),
    ]);
  });
});

describe('json', () => {
  const yaml = (more: string) => (url: string) => `provider: json\nurl: ${url}\n${more}`;
  const numbers = yaml(
    'query: /checks?since={{start}}&until={{end}}\ngood: sum.up\nof: sum.all\nevery: 60s\ntoken: $TOKEN',
  );
  const share = yaml('query: /uptime\nwindow: 30d\ngood: ratio\ncoverage: seen\nunit: percent');

  test('counts observations, or reads a share with its coverage', async () => {
    const counts = await observed(() => ({ status: 200, body: { sum: { up: 43_000, all: 43_043 } } }), numbers);
    expect(counts.uptimes).toEqual([measured(43_000 / 43_043, 43_043 / 43_199)]);
    expect(counts.service.exchanges[0]?.query).toContain(`since=${month.from / 1000}&until=${NOW / 1000}`);
    const told = await observed(() => ({ status: 200, body: { ratio: '99.95', seen: 100 } }), share, [month, hour]);
    expect(told.uptimes).toEqual([
      measured(0.9995, 1),
      { kind: 'not-measured', what: 'the monitor answers for one window alone' },
    ]);
  });

  test('takes a share without its coverage for none', async () => {
    const { uptimes } = await observed(() => ({ status: 200, body: { ratio: 99.95 } }), share);
    expect(uptimes).toEqual([measured(0.9995, 0)]);
    const wrong = await observed(() => ({ status: 200, body: { ratio: 9_995, seen: 100 } }), share);
    expect(wrong.uptimes).toEqual([{ kind: 'not-measured', what: expect.stringContaining('check "unit"') }]);
  });

  test('says what is wrong', () => {
    expect(problemsOf('provider: json\nurl: http://127.0.0.1\nquery: /uptime\ngood: ratio')).toEqual([
      expect.stringContaining('"of": expected either "of" with "every"'),
      expect.stringContaining('"window": expected exactly one'),
    ]);
    expect(
      problemsOf('provider: json\nurl: http://127.0.0.1\nquery: /up?w={{window}}\ngood: a b\nof: c\nevery: 1m'),
    ).toEqual([expect.stringContaining('expected a path such as')]);
  });
});

test('a look that is cancelled ends with the reason of the signal', async () => {
  const service = await source(() => new Promise<never>(() => undefined));
  const text = `provider: gatus\nurl: ${service.url}\nendpoint: core_shop\nevery: 60s`;
  const monitor = readMonitor({ text, name: 'the source' }, surroundings());
  const stop = new AbortController();
  const looking = monitor.observe([hour], stop.signal);
  const reason = new Error('the job was cancelled');
  stop.abort(reason);
  await expect(looking).rejects.toBe(reason);
});
