import { expect, test } from '@jest/globals';
import { doraOf } from '../../src/numbers/dora.ts';
import { type PastRelease, type PastSwap, type ReleaseAside, releaseFacts } from '../../src/numbers/from-ledger.ts';

const at = (time: string) => `2026-03-02T${time}:00Z`;
const ms = (time: string) => Date.parse(at(time));
const said = (...words: readonly [string, string][]) => words.map(([state, time]) => ({ state, at: at(time) }));

function release(id: string, words: readonly [string, string][], changes: Partial<PastRelease> = {}): PastRelease {
  const state = words.at(-1)?.[0] ?? 'begun';
  const known = {
    service: 'web',
    createdAt: at('10:00'),
    adopted: false,
    deployment: `dpl_${id}`,
    before: { deployment: 'dpl_old' },
  };
  return { id, ...known, state, said: said(...words), ...changes };
}
function swap(words: readonly [string, string][], changes: Partial<PastSwap> = {}): PastSwap {
  const state = words.at(-1)?.[0] ?? 'open';
  return { createdAt: at('10:10'), release: 'r', state, said: said(...words), firstStageAt: null, ...changes };
}
const aside: ReleaseAside = { commits: [], startedAt: null, approvedAt: null, hasEnded: true };
const facts = (releases: readonly PastRelease[], swaps: readonly PastSwap[] = [], more: Partial<ReleaseAside> = {}) =>
  releaseFacts({ releases, swaps }, () => ({ ...aside, ...more }))[0];
const BACK = { release: null, takesBack: ['r'] };

test.each<[string, PastRelease, readonly PastSwap[], object]>([
  [
    'released',
    release('r', [
      ['begun', '10:00'],
      ['released', '10:20'],
    ]),
    [
      swap([
        ['open', '10:10'],
        ['swapped', '10:11'],
      ]),
    ],
    { end: 'released', trafficAt: ms('10:11'), endedAt: ms('10:20'), goneAt: null },
  ],
  [
    'released by stages',
    release('r', [
      ['begun', '10:00'],
      ['released', '10:40'],
    ]),
    [
      swap(
        [
          ['open', '10:10'],
          ['swapped', '10:39'],
        ],
        { firstStageAt: at('10:12') },
      ),
    ],
    { end: 'released', trafficAt: ms('10:12'), endedAt: ms('10:40') },
  ],
  [
    'undone by its own bake',
    release('r', [
      ['begun', '10:00'],
      ['rolled-back', '10:20'],
    ]),
    [
      swap([
        ['open', '10:10'],
        ['swapped', '10:11'],
        ['put-back', '10:16'],
      ]),
    ],
    { end: 'rolled-back', trafficAt: ms('10:11'), endedAt: ms('10:20'), goneAt: ms('10:16') },
  ],
  [
    'failed before any user reached it',
    release('r', [
      ['begun', '10:00'],
      ['rolled-back', '10:05'],
    ]),
    [],
    { end: 'rolled-back', trafficAt: null, endedAt: ms('10:05'), goneAt: null },
  ],
  [
    'one whose swap came to nothing',
    release('r', [
      ['begun', '10:00'],
      ['rolled-back', '10:15'],
    ]),
    [
      swap([
        ['open', '10:10'],
        ['unchanged', '10:12'],
      ]),
    ],
    { trafficAt: null, goneAt: null },
  ],
  [
    'one whose swap was undone before it was read back: users may have reached it',
    release('r', [
      ['begun', '10:00'],
      ['rolled-back', '10:15'],
    ]),
    [
      swap([
        ['open', '10:10'],
        ['put-back', '10:12'],
      ]),
    ],
    { trafficAt: ms('10:10'), goneAt: ms('10:12') },
  ],
  [
    'released, and rolled back by a person',
    release('r', [
      ['begun', '10:00'],
      ['released', '10:20'],
      ['rolled-back', '15:03'],
    ]),
    [
      swap([
        ['open', '10:10'],
        ['swapped', '10:11'],
      ]),
      swap(
        [
          ['open', '15:00'],
          ['swapped', '15:02'],
        ],
        BACK,
      ),
    ],
    { end: 'released', endedAt: ms('10:20'), goneAt: ms('15:02') },
  ],
  [
    'released, and rolled back with something left',
    release('r', [
      ['begun', '10:00'],
      ['released', '10:20'],
      ['partly-rolled-back', '15:03'],
    ]),
    [
      swap([
        ['open', '10:10'],
        ['swapped', '10:11'],
      ]),
    ],
    { end: 'released', goneAt: ms('15:03') },
  ],
  [
    'released, and a rollback of which nobody knows how it ended',
    release('r', [
      ['begun', '10:00'],
      ['released', '10:20'],
      ['unknown', '15:03'],
    ]),
    [
      swap([
        ['open', '10:10'],
        ['swapped', '10:11'],
      ]),
    ],
    { end: 'unresolved', endedAt: null, goneAt: null },
  ],
  [
    'held',
    release('r', [
      ['begun', '10:00'],
      ['held', '10:20'],
    ]),
    [
      swap([
        ['open', '10:10'],
        ['swapped', '10:11'],
      ]),
    ],
    { end: 'held', trafficAt: ms('10:11'), endedAt: null, goneAt: null },
  ],
  [
    'held, and then committed by a person',
    release('r', [
      ['begun', '10:00'],
      ['held', '10:20'],
      ['released', '12:00'],
    ]),
    [
      swap([
        ['open', '10:10'],
        ['swapped', '10:11'],
      ]),
    ],
    { end: 'released', endedAt: ms('12:00') },
  ],
  [
    'held, and then set inactive by a person',
    release(
      'r',
      [
        ['begun', '10:00'],
        ['held', '10:20'],
      ],
      { state: 'acknowledged' },
    ),
    [
      swap([
        ['open', '10:10'],
        ['swapped', '10:11'],
      ]),
    ],
    { end: 'closed', trafficAt: ms('10:11'), endedAt: null, goneAt: null },
  ],
  [
    'held, set inactive by a person, and rolled back later',
    release(
      'r',
      [
        ['begun', '10:00'],
        ['held', '10:20'],
      ],
      { state: 'acknowledged' },
    ),
    [swap([['swapped', '10:11']]), swap([['swapped', '15:02']], BACK)],
    { end: 'closed', goneAt: ms('15:02') },
  ],
  [
    'of unknown end, and then set inactive by a person',
    release(
      'r',
      [
        ['begun', '10:00'],
        ['unknown', '10:20'],
      ],
      { state: 'acknowledged' },
    ),
    [],
    { end: 'unresolved' },
  ],
  [
    'dead',
    release('r', [['begun', '10:00']]),
    [swap([])],
    { end: 'unresolved', trafficAt: ms('10:10'), endedAt: null },
  ],
  ['set inactive by hand', release('r', [['begun', '10:00']], { state: 'acknowledged' }), [], { end: 'unresolved' }],
  ['of which nothing was said', release('r', []), [], { end: 'unresolved', endedAt: null }],
])('%s', (_, past, swaps, expected) => {
  expect(facts([past], swaps)).toMatchObject(expected);
});

test('one whose run goes on is open', () => {
  expect(facts([release('r', [['begun', '10:00']])], [], { hasEnded: false })).toMatchObject({ end: 'open' });
});

test('what was found live, and what users had already, is no release', () => {
  const none = [
    release('a', [['released', '10:00']], { adopted: true }),
    release('b', [['released', '10:00']], { before: { deployment: 'dpl_b' } }),
  ];
  expect(releaseFacts({ releases: none, swaps: [] }, () => aside)).toEqual([]);
});

test('it was prepared before it began, or nobody knows when', () => {
  const of = (time: string) => facts([release('r', [], { evidence: { at: at(time) } })])?.preparedAt;
  expect([of('09:00'), of('11:00')]).toEqual([ms('09:00'), null]);
});

test('a day of releases, counted by hand', () => {
  const ledger = {
    releases: [
      release(
        'good',
        [
          ['begun', '08:00'],
          ['released', '08:30'],
        ],
        { createdAt: at('08:00') },
      ),
      release(
        'undone',
        [
          ['begun', '09:00'],
          ['rolled-back', '09:20'],
        ],
        { createdAt: at('09:00') },
      ),
      release('back', [
        ['begun', '10:00'],
        ['released', '10:30'],
        ['rolled-back', '12:00'],
      ]),
      release(
        'never',
        [
          ['begun', '13:00'],
          ['rolled-back', '13:01'],
        ],
        { createdAt: at('13:00') },
      ),
      release(
        'held',
        [
          ['begun', '14:00'],
          ['held', '14:30'],
        ],
        { createdAt: at('14:00') },
      ),
    ],
    swaps: [
      swap([['swapped', '08:10']], { release: 'good' }),
      swap(
        [
          ['swapped', '09:05'],
          ['put-back', '09:15'],
        ],
        { release: 'undone' },
      ),
      swap([['swapped', '10:05']], { release: 'back' }),
      swap([['swapped', '11:35']], { release: null, takesBack: ['back'] }),
      swap([['swapped', '14:10']], { release: 'held' }),
    ],
  };
  const commits = (id: string) => [{ sha: id, committedAt: ms('07:00'), mergedAt: ms('07:15') }];
  const window = { fromMs: ms('00:00'), toMs: ms('00:00') + 86_400_000 };
  const dora = doraOf(
    releaseFacts(ledger, (id) => ({ ...aside, commits: commits(id), startedAt: ms('07:30') })),
    window,
  );
  const MINUTE = 60_000;
  expect(dora).toMatchObject({
    deployments: { count: 2, days: 1 },
    leadTime: { count: 1, median: 90 * MINUTE },
    changeFailures: { failed: 2, of: 3 },
    // undone: 10 minutes; back: an hour and a half.
    recovery: { count: 2, median: 50 * MINUTE },
    apart: { neverReached: 1, undecided: 1, recoveryUnknown: 0, datedAhead: 0 },
  });
  expect(dora.phases['until-merged']).toMatchObject({ median: 15 * MINUTE });
  expect(dora.phases['until-begun']).toMatchObject({ median: 30 * MINUTE });
});
