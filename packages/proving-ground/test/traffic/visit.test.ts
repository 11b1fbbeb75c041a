import { describe, expect, test } from '@jest/globals';
import { hasFailed, staleReads, summarise, type Visit } from '../../src/traffic/visit.ts';

const served = (sentAt: number, answeredAt: number, build: string, status = 200): Visit => ({
  sentAt,
  answeredAt,
  status,
  build,
});

describe('a visit has failed', () => {
  const cases: [string, Visit, boolean][] = [
    ['with 200', served(1, 2, 'v1'), false],
    ['with 308', served(1, 2, 'v1', 308), false],
    ['with 404', { sentAt: 1, answeredAt: 2, status: 404 }, true],
    ['with 502', { sentAt: 1, answeredAt: 2, status: 502 }, true],
    ['without an answer', { sentAt: 1, answeredAt: 2, status: 0, error: 'ECONNRESET' }, true],
  ];
  test.each(cases)('%s', (_, visit, expected) => expect(hasFailed(visit)).toBe(expected));
});

test('a summary counts visits, failures by kind, and builds', () => {
  const summary = summarise([
    served(0, 10, 'v1'),
    served(0, 20, 'v1', 500),
    { sentAt: 5, answeredAt: 25, status: 0, host: 'shop.localhost', error: 'ECONNRESET' },
    { sentAt: 5, answeredAt: 26, status: 404 },
    served(10, 30, 'v2'),
  ]);
  expect(summary).toEqual({
    requests: 5,
    failed: 3,
    failures: { 'HTTP 500': 1, ECONNRESET: 1, 'HTTP 404': 1 },
    firstFailures: [
      'HTTP 500 of a host (build v1), sent 1970-01-01T00:00:00.000Z, after 20 ms',
      'ECONNRESET of shop.localhost (no build), sent 1970-01-01T00:00:00.005Z, after 20 ms',
      'HTTP 404 of a host (no build), sent 1970-01-01T00:00:00.005Z, after 21 ms',
    ],
    byBuild: { v1: 2, v2: 1 },
    timeline: [
      { build: 'v1', from: 10, to: 20, requests: 2 },
      { build: 'v2', from: 30, to: 30, requests: 1 },
    ],
    latency: { p50: 10, p99: 10 },
  });
});

test('a summary of nothing is empty', () => {
  expect(summarise([])).toMatchObject({ requests: 0, failed: 0, timeline: [], latency: { p50: 0, p99: 0 } });
});

describe('the timeline', () => {
  test('gives a late answer that was under way at the change to its own stretch', () => {
    const visits = [served(0, 5, 'v1'), served(6, 10, 'v2'), served(7, 11, 'v1'), served(12, 14, 'v2')];
    expect(summarise(visits).timeline).toEqual([
      { build: 'v1', from: 5, to: 11, requests: 2 },
      { build: 'v2', from: 10, to: 14, requests: 2 },
    ]);
  });

  test('shows a build that came back', () => {
    const visits = [served(0, 5, 'v1'), served(6, 10, 'v2'), served(11, 12, 'v1')];
    expect(summarise(visits).timeline.map(({ build }) => build)).toEqual(['v1', 'v2', 'v1']);
  });
});

describe('a stale read', () => {
  const change = { build: 'v2', acknowledgedAt: 100 };
  test.each([
    ['was sent after the acknowledgement and saw the old build', served(101, 103, 'v1'), 1],
    ['is not one that was under way at the acknowledgement', served(99, 103, 'v1'), 0],
    ['is not one of the same millisecond', served(100, 103, 'v1'), 0],
    ['is not one that saw the new build', served(101, 103, 'v2'), 0],
    ['is not one that saw no build at all: that is a failure', { sentAt: 101, answeredAt: 103, status: 502 }, 0],
  ])('%s', (_, visit, expected) => expect(staleReads([visit], change)).toHaveLength(expected));

  test('is none of the next change', () => {
    expect(staleReads([served(200, 203, 'v3')], { ...change, until: 200 })).toEqual([]);
  });
});
