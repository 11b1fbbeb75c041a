import { expect, test } from '@jest/globals';
import { doraOf } from '../../src/numbers/dora.ts';
import { type PastRelease, type PastSwap, releaseFacts } from '../../src/numbers/from-ledger.ts';
import type { CommitFacts } from '../../src/numbers/release-facts.ts';

/**
 * A year of a ledger, worked out by hand in the comments, from the records on: time zones, the change to summer time, gaps,
 * rollbacks, a revert, what is held or open, and releases that cross either end of the window.
 */
const YEAR = { fromMs: Date.parse('2026-01-01T00:00:00Z'), toMs: Date.parse('2027-01-01T00:00:00Z') };
const [MINUTE, H] = [60_000, 3_600_000];

interface Row {
  readonly id: string;
  readonly commits: readonly (readonly [sha: string, committed: string])[];
  readonly begun: string;
  /** What was said of the release, and of its swap. */
  readonly said: readonly (readonly [state: string, at: string])[];
  readonly swap?: readonly (readonly [state: string, at: string])[];
  readonly isOver?: boolean;
}

const ROWS: readonly Row[] = [
  // Begun last year, ended in this one: it counts, on 1 January. Its commit is of 20:10 UTC: 4 h.
  {
    id: 'new-year',
    commits: [['a', '2026-01-01T01:40:00+05:30']],
    begun: '2025-12-31T23:50:00Z',
    said: [['released', '2026-01-01T00:10:00Z']],
    swap: [['swapped', '2026-01-01T00:00:00Z']],
  },
  // In Berlin from 1:30 to 3:30, while the clock was put forward: 1 h, on 29 March in UTC.
  {
    id: 'summer-time',
    commits: [['b', '2026-03-29T01:30:00+01:00']],
    begun: '2026-03-29T01:00:00Z',
    said: [['released', '2026-03-29T03:30:00+02:00']],
    swap: [['swapped', '2026-03-29T01:20:00Z']],
  },
  // 29 March in California, 30 March in UTC: 4 h.
  {
    id: 'west',
    commits: [['c', '2026-03-29T19:30:00-08:00']],
    begun: '2026-03-30T07:00:00Z',
    said: [['released', '2026-03-29T23:30:00-08:00']],
    swap: [['swapped', '2026-03-30T07:20:00Z']],
  },
  // Released, and rolled back by hand at 15:00: failed, recovered after 3 h 10 min. Its change is gone.
  {
    id: 'bad',
    commits: [['d', '2026-04-10T08:00:00Z']],
    begun: '2026-04-10T11:40:00Z',
    said: [
      ['released', '2026-04-10T12:00:00Z'],
      ['rolled-back', '2026-04-10T15:01:00Z'],
    ],
    swap: [['swapped', '2026-04-10T11:50:00Z']],
  },
  // The revert is a change of its own: 2 h. The same day in UTC as the one before.
  {
    id: 'revert',
    commits: [['revert of d', '2026-04-10T14:00:00Z']],
    begun: '2026-04-10T15:40:00Z',
    said: [['released', '2026-04-10T16:00:00Z']],
    swap: [['swapped', '2026-04-10T15:50:00Z']],
  },
  // Months without any. Undone by its own bake after 10 min.
  {
    id: 'undone',
    commits: [['e', '2026-07-31T09:00:00Z']],
    begun: '2026-08-01T08:50:00Z',
    said: [['rolled-back', '2026-08-01T09:15:00Z']],
    swap: [
      ['swapped', '2026-08-01T09:00:00Z'],
      ['put-back', '2026-08-01T09:10:00Z'],
    ],
  },
  // The same change again, and it stays: 48 h since its commit.
  {
    id: 'again',
    commits: [['e', '2026-07-31T09:00:00Z']],
    begun: '2026-08-02T08:40:00Z',
    said: [['released', '2026-08-02T09:00:00Z']],
    swap: [['swapped', '2026-08-02T08:50:00Z']],
  },
  // Held: users have it, and no one has decided.
  {
    id: 'held',
    commits: [['f', '2026-09-01T08:00:00Z']],
    begun: '2026-09-01T09:00:00Z',
    said: [['held', '2026-09-01T09:30:00Z']],
    swap: [['swapped', '2026-09-01T09:10:00Z']],
  },
  // Its migration failed before any traffic.
  {
    id: 'never',
    commits: [['g', '2026-09-02T08:00:00Z']],
    begun: '2026-09-02T09:00:00Z',
    said: [['rolled-back', '2026-09-02T09:05:00Z']],
  },
  // Goes on while the numbers are made.
  {
    id: 'open',
    commits: [['h', '2026-12-31T08:00:00Z']],
    begun: '2026-12-31T10:00:00Z',
    said: [],
    swap: [['swapped', '2026-12-31T10:10:00Z']],
    isOver: false,
  },
  // Begun in this year, ended in the next: it counts there.
  {
    id: 'next-year',
    commits: [['i', '2026-12-31T20:00:00Z']],
    begun: '2026-12-31T23:50:00Z',
    said: [['released', '2027-01-01T00:05:00Z']],
    swap: [['swapped', '2026-12-31T23:55:00Z']],
  },
];

const saidOf = (words: Row['said']) => words.map(([state, at]) => ({ state, at }));

function ledgerOf(rows: readonly Row[]) {
  const releases = rows.map(
    ({ begun, id, said }): PastRelease => ({
      ...{
        id,
        service: 'web',
        createdAt: begun,
        adopted: false,
        deployment: `dpl_${id}`,
        before: { deployment: 'dpl_before' },
      },
      ...{ state: said.at(-1)?.[0] ?? 'begun', said: saidOf(said) },
    }),
  );
  const swaps = rows.flatMap(({ begun, id, swap = [] }): PastSwap[] =>
    swap.length === 0
      ? []
      : [{ createdAt: begun, release: id, state: swap.at(-1)?.[0] ?? 'open', said: saidOf(swap), firstStageAt: null }],
  );
  const rollback: PastSwap = {
    ...{ createdAt: '2026-04-10T14:50:00Z', release: null, takesBack: ['bad'], state: 'swapped', firstStageAt: null },
    said: [{ state: 'swapped', at: '2026-04-10T15:00:00Z' }],
  };
  const commitsOf = (id: string): readonly CommitFacts[] =>
    (rows.find((row) => row.id === id)?.commits ?? []).map(([sha, committed]) => ({
      ...{ sha, committedAt: Date.parse(committed), mergedAt: Date.parse(committed) },
    }));
  return releaseFacts({ releases, swaps: [...swaps, rollback] }, (id) => ({
    ...{ commits: commitsOf(id), startedAt: null, approvedAt: null },
    hasEnded: rows.find((row) => row.id === id)?.isOver ?? true,
  }));
}

test('a year of a ledger is the table that was worked out by hand', () => {
  const { phases: _phases, ...dora } = doraOf(ledgerOf(ROWS), YEAR);
  expect(dora).toEqual({
    // new-year, summer-time, west, bad, revert, again; bad and revert on one day; 365 days are 52 weeks and a day.
    deployments: { count: 6, perWeek: (6 * 7) / 365, days: 5 },
    // 1, 2, 4, 4, 48 h: the third; and, of the way from the fourth to the fifth, six tenths.
    leadTime: { count: 5, median: 4 * H, p90: expect.closeTo(30.4 * H, 3) },
    // Of the six and undone: bad and undone.
    changeFailures: { failed: 2, of: 7, share: 2 / 7 },
    // 10 and 190 minutes.
    recovery: { count: 2, median: 100 * MINUTE, p90: 172 * MINUTE },
    // never; held and open; none.
    apart: { neverReached: 1, undecided: 2, recoveryUnknown: 0, datedAhead: 0 },
  });
});

test('the same, counted by lists of names instead of by the program', () => {
  // Name, hours from the commit, and whether it counts as failed, were written down from the rows above alone.
  const written = { lead: [4, 1, 4, 2, 48], reached: 7, failed: ['bad', 'undone'] };
  const dora = doraOf(ledgerOf(ROWS), YEAR);
  const below = (share: number, hours: number) =>
    written.lead.filter((one) => one <= hours).length / written.lead.length >= share;
  const { count = 0, median = 0 } = dora.leadTime ?? {};
  expect(count).toBe(written.lead.length);
  expect(below(0.5, median / H)).toBe(true);
  expect(below(0.5, median / H - 0.01)).toBe(false);
  expect([dora.changeFailures.failed, dora.changeFailures.of]).toEqual([written.failed.length, written.reached]);
});

test('both halves of the year are the whole of it, and the year after has what ended in it', () => {
  const middle = Date.parse('2026-07-01T00:00:00Z');
  const [first, second, whole] = [
    doraOf(ledgerOf(ROWS), { ...YEAR, toMs: middle }),
    doraOf(ledgerOf(ROWS), { ...YEAR, fromMs: middle }),
    doraOf(ledgerOf(ROWS), YEAR),
  ];
  expect(first.deployments.count + second.deployments.count).toBe(whole.deployments.count);
  expect(first.changeFailures.of + second.changeFailures.of).toBe(whole.changeFailures.of);
  const next = doraOf(ledgerOf(ROWS), { fromMs: YEAR.toMs, toMs: YEAR.toMs + 365 * 24 * H });
  expect(next.deployments.count).toBe(1);
  expect(next.leadTime?.median).toBe(4 * H + 5 * MINUTE);
});

test('a service has the releases of its own ledger alone', () => {
  const [api, web] = [ROWS.slice(0, 2), ROWS.slice(2)].map((rows) => doraOf(ledgerOf(rows), YEAR).deployments.count);
  expect([api, web]).toEqual([2, 4]);
});
