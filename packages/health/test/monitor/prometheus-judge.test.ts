import { afterEach, describe, expect, test } from '@jest/globals';
import { readMonitor } from '../../src/monitor/index.ts';
import { type RealPrometheus, startPrometheus } from '../metrics/real-prometheus.ts';
import { surroundings } from '../metrics/watch.ts';

/** Prometheus is not installed with the rest: `LOCKSTEP_PROMETHEUS` names the folder of `prometheus` and `promtool`. */
const programs = process.env['LOCKSTEP_PROMETHEUS'];
const judged = programs === undefined ? describe.skip : describe;

let prometheus: RealPrometheus | undefined;
afterEach(async () => {
  await prometheus?.end();
  prometheus = undefined;
});

const NOW = Date.parse('2025-11-30T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const last = (ms: number) => ({ from: NOW - ms, to: NOW });
const KEEPS_ALL = ['--storage.tsdb.retention.time=365d'];

/**
 * A probe each minute, the newest seven seconds ago, and all those before the month failed. Within it: six hours without a probe,
 * forty that failed on one day, one two hours ago and two in the last hour.
 */
function probes(): string {
  const lines: string[] = [];
  for (let ago = 43_200 + 600; ago >= 0; ago--) {
    const isHole = ago >= 28_800 && ago < 28_800 + 360;
    const isDown = ago >= 43_200 || (ago >= 14_400 && ago < 14_440) || [120, 20, 40].includes(ago);
    if (!isHole) lines.push(`probe_success{instance="shop"} ${isDown ? 0 : 1} ${(NOW - ago * MINUTE) / 1000 - 7}`);
  }
  return `# TYPE probe_success gauge\n${lines.join('\n')}\n# EOF\n`;
}

/** Ten requests a second, one of a hundred bad, asked for each 15 seconds; twelve minutes of the hour were not. */
function requests(): string {
  const series = (name: string, valueAt: (seconds: number) => number) => {
    const lines: string[] = [];
    for (let ago = 2 * 3600; ago >= 0; ago -= 15)
      if (ago <= 1_200 || ago > 1_920) lines.push(`${name} ${valueAt(7_200 - ago)} ${NOW / 1000 - ago - 5}`);
    return lines;
  };
  return [
    '# TYPE http_requests counter',
    ...series('http_requests_total{code="200"}', (seconds) => seconds * 9.9),
    ...series('http_requests_total{code="500"}', (seconds) => seconds * 0.1),
    '# TYPE up gauge',
    ...series('up{job="web"}', () => 1),
    '# EOF\n',
  ].join('\n');
}

async function observed(yaml: string, spans: readonly { from: number; to: number }[]) {
  const text = `provider: prometheus\nurl: ${prometheus?.url}\n${yaml}`;
  const monitor = readMonitor({ text, name: 'the source' }, surroundings());
  return await monitor.observe(spans, new AbortController().signal);
}

judged('availability by Prometheus itself', () => {
  test('probes with a hole are what is counted by hand', async () => {
    prometheus = await startPrometheus(programs ?? '', probes(), KEEPS_ALL);
    const hole = { from: NOW - 29_159 * MINUTE, to: NOW - 28_801 * MINUTE };
    const aroundHole = { from: NOW - 29_400 * MINUTE, to: NOW - 28_680 * MINUTE };
    const windows = [last(30 * DAY), last(6 * HOUR), last(HOUR), last(5 * MINUTE), aroundHole, hole];
    expect(await observed('series: probe_success{instance="shop"}\nevery: 60s', windows)).toEqual([
      // Of 43,200 minutes 360 were not looked at, and 43 looks were bad.
      { kind: 'measured', good: 42_797 / 42_840, coverage: 42_840 / 43_199 },
      { kind: 'measured', good: 357 / 360, coverage: 1 },
      { kind: 'measured', good: 58 / 60, coverage: 1 },
      { kind: 'measured', good: 1, coverage: 1 },
      // Half of twelve hours.
      { kind: 'measured', good: 1, coverage: 360 / 719 },
      { kind: 'not-measured', what: 'the query found no data; check its names and labels' },
    ]);
  });

  test('a look that is taken for half as often does not cover more than all', async () => {
    prometheus = await startPrometheus(programs ?? '', probes(), KEEPS_ALL);
    expect(await observed('series: probe_success{instance="shop"}\nevery: 120s', [last(HOUR)])).toEqual([
      { kind: 'not-measured', what: expect.stringContaining('60 observations were made where 29 are due') },
    ]);
  });

  test('requests with a hole are what is counted by hand', async () => {
    prometheus = await startPrometheus(programs ?? '', requests(), KEEPS_ALL);
    const yaml = `good: 'sum(increase(http_requests_total{code!~"5.."}[{{window}}]))'
of: 'sum(increase(http_requests_total[{{window}}]))'
seen: 'count_over_time(up{job="web"}[{{window}}])'
every: 15s`;
    // 48 of 240 looks are missing.
    expect(await observed(yaml, [last(HOUR)])).toEqual([
      { kind: 'measured', good: expect.closeTo(0.99, 6), coverage: 192 / 239 },
    ]);
  });

  test('what it does not keep is no uptime: by default it keeps half of a month', async () => {
    prometheus = await startPrometheus(programs ?? '', probes());
    const [month] = await observed('series: probe_success{instance="shop"}\nevery: 60s', [last(30 * DAY)]);
    expect(month).toMatchObject({ kind: 'measured' });
    const { coverage } = month as { readonly coverage: number };
    // A block that is older in part is kept as a whole.
    expect(coverage).toBeGreaterThan(0.49);
    expect(coverage).toBeLessThan(0.7);
  });
});
