import { reportBudget } from '../../src/availability/budget-report.ts';
import type { StatusFacts, StatusRelease } from '../../src/status/status-facts.ts';

export const NOW = Date.parse('2026-11-30T12:00:00Z');
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const rule = { objective: 0.999, windowMs: 30 * DAY };
const measured = (windowMs: number, good: number) => ({ kind: 'measured', windowMs, good, coverage: 0.998 }) as const;

export const LINES = ['production/web', 'staging/web'];
const web = { environment: 'production', service: 'web' };

export function releaseOf(over: Partial<StatusRelease> = {}): StatusRelease {
  return {
    ...web,
    id: '20261129T093000Z-3f9a2c',
    commit: '3f9a2c1d4e5f60718293a4b5c6d7e8f901234567',
    begunAt: NOW - DAY,
    endedAt: NOW - DAY + 7 * MINUTE,
    end: 'released',
    goneAt: null,
    ...over,
  };
}

/** A month of a small app: two releases, one of them rolled back; an incident; and two drills. */
export function statusFacts(over: Partial<StatusFacts> = {}): StatusFacts {
  const reported = reportBudget(
    rule,
    [
      measured(30 * DAY, 0.99962),
      measured(HOUR, 1),
      measured(5 * MINUTE, 1),
      measured(6 * HOUR, 0.9995),
      measured(30 * MINUTE, 1),
      { kind: 'not-measured', windowMs: 3 * DAY, what: 'https://prometheus.internal.example answered HTTP 503' },
    ],
    NOW,
  );
  return {
    title: 'Prescriptions',
    at: NOW,
    environments: [
      {
        ...web,
        state: 'live',
        release: '20261129T093000Z-3f9a2c',
        commit: '3f9a2c1d4e5f60718293a4b5c6d7e8f901234567',
        since: NOW - DAY + 5 * MINUTE,
      },
      {
        environment: 'staging',
        service: 'web',
        state: 'held',
        release: '20261130T101500Z-77ab01',
        commit: null,
        since: null,
      },
    ],
    releases: [
      releaseOf(),
      releaseOf({
        id: '20261127T140200Z-b81d77',
        end: 'rolled-back',
        begunAt: NOW - 3 * DAY,
        endedAt: NOW - 3 * DAY + 11 * MINUTE,
      }),
      releaseOf({
        id: '20261121T080000Z-0c4e19',
        begunAt: NOW - 9 * DAY,
        endedAt: NOW - 9 * DAY + 6 * MINUTE,
        goneAt: NOW - 8 * DAY,
      }),
    ],
    incidents: [
      {
        line: web,
        number: 41,
        cause: 'failed-release',
        openedAt: NOW - 3 * DAY + 9 * MINUTE,
        acknowledgedAt: NOW - 3 * DAY + 12 * MINUTE,
        restoredAt: NOW - 3 * DAY + 11 * MINUTE,
        closedAt: NOW - 2 * DAY,
      },
    ],
    availability: [{ ...web, report: reported }],
    drills: [
      {
        name: 'restore',
        at: NOW - 12 * DAY,
        verdict: 'pass',
        recoveryMs: 22 * MINUTE,
        dataAgeMs: 24 * HOUR,
        acknowledgedMs: null,
      },
      {
        name: 'alert',
        at: NOW - 29 * DAY,
        verdict: 'pass',
        recoveryMs: null,
        dataAgeMs: null,
        acknowledgedMs: 3 * MINUTE,
      },
    ],
    controls: { current: 31, failing: 1, stale: 2, missing: 4, notCollected: 9 },
    ...over,
  };
}
