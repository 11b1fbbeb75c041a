import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { doraOf } from '../../src/numbers/dora.ts';
import { budgetOf, burnRate } from '../../src/numbers/error-budget.ts';
import type { ReleaseFacts } from '../../src/numbers/release-facts.ts';
import { spreadOf } from '../../src/numbers/spread.ts';

const H = 3_600_000;
const DAY = 24 * H;
/** Also with another zone than UTC: days and weeks are counted in UTC. */
const at = (text: string) => Date.parse(text);

function release(id: string, begun: string, changes: Partial<ReleaseFacts> = {}): ReleaseFacts {
  const begunAt = at(begun);
  return {
    id,
    service: 'web',
    commits: [{ sha: `sha-${id}`, committedAt: begunAt - 5 * H, mergedAt: begunAt - 4.5 * H }],
    startedAt: begunAt - 3.5 * H,
    preparedAt: begunAt - 3 * H,
    approvedAt: begunAt - H,
    begunAt,
    trafficAt: begunAt + 0.1 * H,
    end: 'released',
    endedAt: begunAt + 0.5 * H,
    goneAt: null,
    ...changes,
  };
}

const JANUARY = { fromMs: at('2026-01-01T00:00:00Z'), toMs: at('2026-01-29T00:00:00Z') };

/** Four weeks, and what each release counts as; the expected values are worked out by hand. */
const MONTH: readonly ReleaseFacts[] = [
  release('a', '2026-01-05T10:00:00Z'),
  // Before midnight in Berlin, and in UTC the day before: one day with two releases.
  release('b', '2026-01-05T22:00:00+01:00'),
  // Undone by its own bake, six minutes after its first users.
  release('c', '2026-01-08T09:00:00Z', {
    end: 'rolled-back',
    trafficAt: at('2026-01-08T09:06:00Z'),
    endedAt: at('2026-01-08T09:20:00Z'),
    goneAt: at('2026-01-08T09:12:00Z'),
    commits: [{ sha: 'again', committedAt: at('2026-01-08T07:00:00Z'), mergedAt: at('2026-01-08T07:30:00Z') }],
  }),
  // The same change once more, and it stays.
  release('d', '2026-01-09T09:00:00Z', {
    commits: [{ sha: 'again', committedAt: at('2026-01-08T07:00:00Z'), mergedAt: at('2026-01-08T07:30:00Z') }],
  }),
  // Released, and rolled back two days later.
  release('e', '2026-01-12T09:00:00Z', { goneAt: at('2026-01-14T09:06:00Z') }),
  // A person has not decided.
  release('f', '2026-01-20T09:00:00Z', { end: 'held', endedAt: null }),
  // No user reached it.
  release('g', '2026-01-21T09:00:00Z', { end: 'failed', trafficAt: null, endedAt: at('2026-01-21T09:05:00Z') }),
  // Ended after the window.
  release('h', '2026-01-28T23:50:00Z'),
];

test('a commit whose clock was ahead has no lead time below zero, and is counted apart', () => {
  const ahead = { sha: 'ahead', committedAt: at('2026-01-05T12:00:00Z'), mergedAt: at('2026-01-05T09:00:00Z') };
  const [first] = MONTH;
  if (first === undefined) throw new Error('no release');
  const releases = [{ ...first, commits: [...first.commits, ahead] }];
  const { apart, leadTime, phases } = doraOf(releases, JANUARY);
  expect([leadTime?.count, leadTime?.median, apart.datedAhead]).toEqual([1, 5.5 * H, 1]);
  expect(phases['until-merged']?.count).toBe(1);
});

test('a held release that a person closed is undecided, and a failure once a rollback took it back', () => {
  const closed = release('c', '2026-01-05T10:00:00Z', { end: 'closed', endedAt: null });
  expect(doraOf([closed], JANUARY)).toMatchObject({
    ...{ deployments: { count: 0 }, changeFailures: { failed: 0, of: 0 }, apart: { undecided: 1 }, leadTime: null },
  });
  const back = { ...closed, goneAt: at('2026-01-05T12:06:00Z') };
  expect(doraOf([back], JANUARY)).toMatchObject({
    ...{ changeFailures: { failed: 1, of: 1 }, apart: { undecided: 0 }, recovery: { count: 1, median: 2 * H } },
  });
});

test('a day that a leap year has more is a day', () => {
  const LEAP = { fromMs: at('2028-02-27T00:00:00Z'), toMs: at('2028-03-05T00:00:00Z') };
  const times = [
    '2028-02-28T23:00:00Z',
    '2028-02-29T00:00:00+14:00',
    '2028-02-29T12:00:00Z',
    '2028-03-01T00:00:00-12:00',
  ];
  const { deployments } = doraOf(
    times.map((time) => release(time, time)),
    LEAP,
  );
  // 28 February (twice: the second is 10:00 in UTC), 29 February, 1 March.
  expect(deployments).toEqual({ count: 4, perWeek: 4, days: 3 });
});

test('only rollbacks: nothing was deployed, all of it failed', () => {
  const undone = ['2026-01-05T10:00:00Z', '2026-01-06T10:00:00Z'].map((time) =>
    release(time, time, { end: 'rolled-back', goneAt: at(time) + 0.2 * H }),
  );
  expect(doraOf(undone, JANUARY)).toMatchObject({
    deployments: { count: 0, perWeek: 0, days: 0 },
    leadTime: null,
    changeFailures: { failed: 2, of: 2, share: 1 },
    recovery: { count: 2, median: expect.closeTo(0.1 * H, 0) },
  });
});

test('the four are those of a table worked out by hand', () => {
  expect(doraOf(MONTH, JANUARY)).toEqual({
    // a, b, d, e; on the 5th (twice), the 9th and the 12th; four weeks.
    deployments: { count: 4, perWeek: 1, days: 3 },
    // a and b: 5.5 h each; d: from 8 January 7:00 until 9 January 9:30, 26.5 h; e went, and its change with it.
    leadTime: { count: 3, median: 5.5 * H, p90: (5.5 + 0.8 * 21) * H },
    // Of a, b, c, d, e: c and e.
    changeFailures: { failed: 2, of: 5, share: 0.4 },
    // c: 6 minutes; e: two days.
    recovery: { count: 2, median: (0.1 * H + 2 * DAY) / 2, p90: 0.1 * H + 0.9 * (2 * DAY - 0.1 * H) },
    phases: {
      'until-merged': { count: 3, median: 0.5 * H, p90: 0.5 * H },
      // a and b: an hour; d: from 8 January 7:30 until 9 January 5:30.
      'until-started': { count: 3, median: H, p90: (1 + 0.8 * 21) * H },
      'until-prepared': { count: 3, median: 0.5 * H, p90: 0.5 * H },
      'until-approved': { count: 3, median: 2 * H, p90: 2 * H },
      'until-begun': { count: 3, median: H, p90: H },
      'until-released': { count: 3, median: 0.5 * H, p90: 0.5 * H },
    },
    apart: { neverReached: 1, undecided: 1, recoveryUnknown: 0, datedAhead: 0 },
  });
});

test('a commit that one service rolled back and another kept has the lead time of each', () => {
  const commits = [{ sha: 'one', committedAt: at('2026-01-05T07:00:00Z'), mergedAt: at('2026-01-05T07:30:00Z') }];
  const releases = [
    release('a', '2026-01-05T09:30:00Z', { commits, goneAt: at('2026-01-05T11:00:00Z') }),
    release('b', '2026-01-05T09:35:00Z', { commits, service: 'api', endedAt: at('2026-01-05T10:00:00Z') }),
    release('c', '2026-01-12T09:30:00Z', { commits, endedAt: at('2026-01-12T10:00:00Z') }),
  ];
  const week = 7 * DAY + 3 * H;
  expect(doraOf(releases, JANUARY).leadTime).toEqual({
    count: 2,
    median: (week + 3 * H) / 2,
    p90: 3 * H + 0.9 * (week - 3 * H),
  });
  // Of the same service it counts once.
  expect(doraOf([...releases, release('d', '2026-01-13T09:30:00Z', { commits })], JANUARY).leadTime?.count).toBe(2);
});

test('nothing to measure is no zero', () => {
  expect(doraOf([], JANUARY)).toMatchObject({
    deployments: { count: 0, perWeek: 0, days: 0 },
    leadTime: null,
    changeFailures: { share: null },
    recovery: null,
  });
});

test('where no one had to approve, the wait is part of the next phase', () => {
  const { phases } = doraOf([release('a', '2026-01-05T10:00:00Z', { approvedAt: null })], JANUARY);
  expect(phases['until-approved']).toBeNull();
  expect(phases['until-begun']).toMatchObject({ count: 1, median: 3 * H });
});

/** A year as it may be: gaps of weeks, several a day, rollbacks, reverts, open ends. */
const years = fc
  .array(
    fc.record({
      gap: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 400, max: 900 })),
      end: fc.constantFrom('released', 'released', 'released', 'rolled-back', 'held', 'failed', 'unresolved'),
      goneAfter: fc.option(fc.integer({ min: 1, max: 100 }), { nil: null, freq: 5 }),
      commits: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 4 }),
      reached: fc.boolean(),
    }),
    { minLength: 1, maxLength: 80 },
  )
  .map((rows) => {
    let begunAt = at('2025-12-20T00:00:00Z');
    return rows.map(({ commits, end, gap, goneAfter, reached }, nth): ReleaseFacts => {
      begunAt += gap * H;
      const isReached = reached || end === 'released' || end === 'held';
      const isGone = end === 'rolled-back' ? isReached : end === 'released' && goneAfter !== null;
      return {
        id: String(nth),
        service: '',
        commits: [...new Set(commits)].map((one) => ({
          sha: `c${one}`,
          committedAt: begunAt - (one + 1) * H,
          mergedAt: begunAt,
        })),
        startedAt: null,
        preparedAt: null,
        approvedAt: null,
        begunAt,
        trafficAt: isReached ? begunAt + H / 4 : null,
        end: end as ReleaseFacts['end'],
        endedAt: end === 'held' || end === 'unresolved' ? null : begunAt + H / 2,
        goneAt: isGone ? begunAt + (goneAfter ?? 1) * H : null,
      };
    });
  });

test('of any year, they are what a count of rows one by one says', () => {
  const window = { fromMs: at('2026-01-01T00:00:00Z'), toMs: at('2027-01-01T00:00:00Z') };
  fc.assert(
    fc.property(years, (year) => {
      let [released, reached, failed, undecided, never] = [0, 0, 0, 0, 0];
      const lead: Record<string, number> = {};
      for (const one of year) {
        const when = one.endedAt === null ? one.begunAt : one.endedAt;
        const counts = when >= window.fromMs && when < window.toMs;
        const open = ['held', 'unresolved', 'open'].includes(one.end);
        if (one.end === 'released' && one.goneAt === null)
          for (const { committedAt, sha } of one.commits) lead[sha] ??= counts ? (one.endedAt ?? 0) - committedAt : -1;
        if (!counts) continue;
        if (one.end === 'released') released++;
        if (one.trafficAt === null) {
          if (one.end !== 'released' && one.end !== 'open') never++;
        } else if (open) undecided++;
        else {
          reached++;
          if (one.end !== 'released' || one.goneAt !== null) failed++;
        }
      }
      const times = Object.values(lead).filter((ms) => ms >= 0);
      const dora = doraOf([...year].reverse(), window);
      expect(dora.deployments.count).toBe(released);
      expect(dora.changeFailures).toMatchObject({ failed, of: reached });
      expect(dora.apart).toMatchObject({ undecided, neverReached: never });
      expect(dora.leadTime?.count ?? 0).toBe(times.length);
      if (times.length > 0) expect(dora.leadTime?.median).toBeCloseTo(spreadOf(times)?.median ?? 0, 3);
    }),
    { numRuns: 200 },
  );
});

test.each([
  [[5], 5, 5],
  [[1, 2, 3, 4], 2.5, 3.7],
  [[10, 0], 5, 9],
])('the middle of %j is %d, and 90 %% are below %d', (durations, median, p90) => {
  const spread = spreadOf(durations);
  expect(spread?.median).toBeCloseTo(median, 9);
  expect(spread?.p90).toBeCloseTo(p90, 9);
});

test('99.9 % of 30 days allow 43 minutes 12 seconds; too little coverage says nothing', () => {
  const windowMs = 30 * DAY;
  const budget = budgetOf({ coverage: 1, good: 0.9995, windowMs }, 0.999);
  expect(budget?.allowedMs).toBeCloseTo(43 * 60_000 + 12_000, 3);
  expect(budget?.left).toBeCloseTo(0.5, 9);
  expect(budgetOf({ coverage: 1, good: 0.99, windowMs }, 0.999)?.left).toBeCloseTo(-9, 6);
  expect(budgetOf({ coverage: 0.9, good: 1, windowMs }, 0.999)).toBeUndefined();
  expect(budgetOf(undefined, 0.999)).toBeUndefined();
  expect(burnRate({ coverage: 1, good: 0.9856, windowMs }, 0.999)).toBeCloseTo(14.4, 6);
});
