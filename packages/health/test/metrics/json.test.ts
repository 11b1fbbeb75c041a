import { describe, expect, test } from '@jest/globals';
import type { Reply, Request } from '@lockstep/proving-ground/http';
import { source, watchOne } from './watch.ts';

async function asking(answer: (request: Request) => Reply, metric: string, connection = '') {
  const service = await source(answer);
  const yaml = `providers:
  json:
    url: ${service.url}/stats
${connection}
metrics:
  - name: bookings
    provider: json
${metric}`;
  return { service, ...(await watchOne(yaml, { bakeMs: 60_000 })) };
}

const PLAIN = `    query: /errors
    path: data.series[0].errors
    success: '[VALUE] <= 3'`;

const answer = (errors: unknown, more: object = {}): Reply => ({
  status: 200,
  body: { data: { series: [{ errors }] }, ...more },
});

describe('json', () => {
  test('finds what is worse, and passes what is not', async () => {
    expect((await asking(() => answer(4), PLAIN)).report).toMatchObject({ verdict: 'fail', reason: 'metric-failed' });
    expect((await asking(() => answer('3'), PLAIN)).report).toMatchObject({ verdict: 'pass' });
  });

  test('compares both builds over the times that the address names', async () => {
    const metric = `    query: /errors?build={{deployment}}&from={{start}}&to={{end}}
    path: errors
    of: requests
    min-samples: 100
    for: candidate
    failure: '[RATIO] >= 2'
    success: '[RATIO] < 1.5'`;
    const shares = (candidate: number) => (request: Request) => {
      const [from, to] = ['from', 'to'].map((name) => Number(request.query.get(name)));
      const requests = 50 * ((to ?? 0) - (from ?? 0));
      const share = request.query.get('build') === 'dpl_new' ? candidate : 0.01;
      return { status: 200, body: { errors: requests * share, requests } };
    };
    expect((await asking(shares(0.03), metric)).report).toMatchObject({ verdict: 'fail' });
    expect((await asking(shares(0.01), metric)).report).toMatchObject({ verdict: 'pass' });
  });

  test.each<[string, Reply, string]>([
    ['nothing at the path', { status: 200, body: { data: { series: [] } } }, 'metric-empty'],
    ['null', answer(null), 'metric-empty'],
    ['a text', answer('<script>alert(1)</script>'), 'metric-error'],
    ['a page', { status: 200, body: '<html>down</html>' }, 'metric-error'],
    ['a server error', { status: 500, body: 'patient 4711' }, 'metric-error'],
    ['a plan that does not have it', { status: 402, body: '' }, 'metric-not-available'],
  ])('is unknown, never failed, on %s', async (_, reply, reason) => {
    const { report } = await asking(() => reply, PLAIN);
    expect(report).toMatchObject({ verdict: 'unknown', reason });
    expect(JSON.stringify(report)).not.toMatch(/script|down|4711/);
  });

  test.each<[string, object, string]>([
    ['too few samples', { samples: 20, newest: soon(), began: soon() }, 'metric-too-few-samples'],
    ['no samples where they were asked for', { newest: soon(), began: soon() }, 'metric-too-few-samples'],
    ['data that is late', { samples: 200, newest: '2020-01-01T00:00:00Z', began: soon() }, 'metric-late-data'],
    [
      'a window that began before the swap',
      { samples: 200, newest: soon(), began: '2020-01-01T00:00:00Z' },
      'metric-window-before-swap',
    ],
    ['no word of when it began', { samples: 200, newest: soon() }, 'metric-window-before-swap'],
  ])('refuses %s', async (_, more, reason) => {
    const metric = `${PLAIN}\n    samples: samples\n    min-samples: 100\n    newest: newest\n    window-start: began`;
    expect((await asking(() => answer(0, more), metric)).report).toMatchObject({ verdict: 'unknown', reason });
  });

  test('more bad events than events are no counts', async () => {
    const metric = '    query: /stats?since={{start}}\n    path: errors\n    of: all\n    success: "[VALUE] <= 0.5"';
    const counts = (errors: number) => () => ({ status: 200, body: { errors, all: 10 } });
    for (const wrong of [15, -1]) {
      const { report } = await asking(counts(wrong), metric);
      expect(report).toMatchObject({ verdict: 'unknown', reason: 'metric-error' });
      expect(report.message).toContain(`${wrong} bad events of 10 are no counts`);
    }
    // What is extrapolated may be a little more than all.
    expect((await asking(counts(10.4), metric)).report).toMatchObject({ verdict: 'fail' });
  });

  test.each<[string, string, RegExp]>([
    ['an address that there is not', PLAIN.replace('/errors', '/none'), /HTTP 404; check "url" and "query"/],
    ['nothing at its path', PLAIN.replace('series[0].errors', 'series[0].eror'), /nothing at data\.series\.0\.eror/],
    [
      'no number at its path',
      PLAIN.replace('.series[0].errors', '.series'),
      /at data\.series is no number; check "path"/,
    ],
  ])('says what to check of %s', async (_, metric, message) => {
    const { report } = await asking(({ path }) => (path === '/stats/none' ? { status: 404 } : answer(0)), metric);
    expect(report.verdict).toBe('unknown');
    expect(report.message).toMatch(message);
  });

  test('names the host that does not answer', async () => {
    const yaml = `providers:\n  json:\n    url: http://stats.invalid\nmetrics:\n  - name: bookings\n    provider: json\n${PLAIN}`;
    const { report } = await watchOne(yaml, { bakeMs: 60_000, patienceMs: 0 });
    expect(report.message).toMatch(/no answer from stats\.invalid \(E[A-Z_]+\); check the address/);
  });

  test('a request that hangs is an error of the measurement, and ends in time', async () => {
    const service = await source(() => answer(0));
    service.faults.plant({ service: 'metrics', times: Number.POSITIVE_INFINITY, effect: { kind: 'hang' } });
    const yaml = `providers:\n  json:\n    url: ${service.url}\nmetrics:\n  - name: bookings\n    provider: json\n    interval: 30s\n${PLAIN}`;
    const { report } = await watchOne(yaml, { bakeMs: 60_000, patienceMs: 0, surroundings: { requestTimeoutMs: 30 } });
    expect(report).toMatchObject({ verdict: 'unknown', reason: 'metric-error' });
  });

  test('sends its secret header to its own origin, and follows no redirect', async () => {
    const other = await source(() => answer(0));
    const seen: unknown[] = [];
    const { report } = await asking(
      (request) => {
        seen.push(request.headers['x-api-key']);
        return { status: 307, headers: { location: `${other.url}/errors` }, body: '' };
      },
      PLAIN,
      '    header: X-Api-Key\n    header-value: $TOKEN',
    );
    expect(seen[0]).toBe('a-token-of-the-source');
    expect(other.exchanges).toEqual([]);
    expect(report.reason).toBe('metric-error');
  });
});

/** Later than any swap of these tests. */
function soon(): string {
  return new Date(Date.now() + 3_600_000).toISOString();
}
