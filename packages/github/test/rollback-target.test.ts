import { describe, expect, test } from '@jest/globals';
import { findTarget, type RollbackDecision, type TargetFacts } from '../src/ledger/rollback-target.ts';
import { ended, running, viewOf } from './records.ts';

const before = (release: string | null, deployment: string | null) => ({ deployment, commit: 'c', release });
const released = (id: string, from: string) => ({
  id,
  state: 'released' as const,
  deployment: `dpl_${id}`,
  before: before(from, `dpl_${from}`),
});

/** r3 was released after r2 after r1, which was found live. */
const line = [
  released('r3', 'r2'),
  released('r2', 'r1'),
  { id: 'r1', state: 'released' as const, deployment: 'dpl_r1', adopted: true, before: before(null, null) },
];

function facts(more: Partial<TargetFacts> = {}): TargetFacts {
  const view = more.view ?? viewOf(line);
  return { view, line: view.releases, author: undefined, live: 'dpl_r3', ...more };
}

const short = (target: RollbackDecision) =>
  target.kind === 'roll-back'
    ? `${target.from} → ${target.to.deployment}, rolls back ${target.releases.map(({ id }) => id).join(' ') || 'nothing'}`
    : target.kind === 'complete'
      ? `complete ${target.release.id}`
      : target.kind === 'busy'
        ? 'busy'
        : target.reason;

describe('a line of released releases', () => {
  test.each([
    ['previous', 'dpl_r3 → dpl_r2, rolls back r3'],
    ['finish', 'nothing-to-finish'],
    ['r2', 'dpl_r3 → dpl_r2, rolls back r3'],
    ['r1', 'dpl_r3 → dpl_r1, rolls back r3 r2'],
    ['dpl_r1', 'dpl_r3 → dpl_r1, rolls back r3 r2'],
    ['r3', 'dpl_r3 → dpl_r3, rolls back nothing'],
    ['dpl_elsewhere', 'dpl_r3 → dpl_elsewhere, rolls back nothing'],
    ['r9', 'no-such-release'],
  ])('to %s: %s', (to, expected) => {
    expect(short(findTarget(to, facts()))).toBe(expected);
  });

  test('what was rolled back before is neither gone back to nor taken back again', () => {
    const view = viewOf([{ id: 'r4', state: 'rolled-back', deployment: 'dpl_r4' }, ...line]);
    expect(short(findTarget('previous', facts({ view })))).toBe('dpl_r3 → dpl_r2, rolls back r3');
    expect(short(findTarget('r2', facts({ view })))).toBe('dpl_r3 → dpl_r2, rolls back r3');
    expect(short(findTarget('r4', facts({ view })))).toBe('not-released');
  });

  test('what users had before a release of the same deployment is older than that: both go', () => {
    const again = { ...released('r4', 'r3'), deployment: 'dpl_r3' };
    const view = viewOf([again, ...line]);
    const at = (to: string, more: Partial<TargetFacts> = {}) => short(findTarget(to, facts({ view, ...more })));
    expect(at('previous')).toBe('dpl_r3 → dpl_r2, rolls back r4 r3');
    expect(at('r2')).toBe('dpl_r3 → dpl_r2, rolls back r4 r3');
    expect(at('r3')).toBe('dpl_r3 → dpl_r3, rolls back nothing');
    expect(at('dpl_r3')).toBe('dpl_r3 → dpl_r3, rolls back nothing');
    const thrice = viewOf([
      { ...released('r5', 'r4'), deployment: 'dpl_r3', before: before('r4', 'dpl_r3') },
      again,
      ...line,
    ]);
    expect(at('previous', { view: thrice, line: thrice.releases })).toBe('dpl_r3 → dpl_r2, rolls back r5 r4 r3');
    // What it says was before is not there: by the deployment, and where that is not there either, nobody knows.
    const lost = viewOf([{ ...again, before: before('gone', 'dpl_r3') }, ...line]);
    expect(at('previous', { view: lost })).toBe('dpl_r3 → dpl_r2, rolls back r4 r3');
    const alone = viewOf([again, ...line.slice(1)]);
    expect(at('previous', { view: alone })).toBe('no-rollback-target');
  });

  test('of a release of the same deployment that did not come to its end only that end is looked for', () => {
    const again = { ...released('r4', 'r3'), deployment: 'dpl_r3', state: 'held' as const };
    const view = viewOf([again, ...line]);
    expect(short(findTarget('finish', facts({ view })))).toBe('dpl_r3 → dpl_r3, rolls back r4');
    expect(short(findTarget('previous', facts({ view })))).toBe('dpl_r3 → dpl_r2, rolls back r4 r3');
  });

  test('a release again of what was live two releases ago goes back to the one between', () => {
    const view = viewOf([{ ...released('r4', 'r3'), deployment: 'dpl_r2' }, ...line]);
    expect(short(findTarget('previous', facts({ view, live: 'dpl_r2' })))).toBe('dpl_r2 → dpl_r3, rolls back r4');
  });

  test('a release of which nobody knows what it brought is not gone back from to what is live', () => {
    const view = viewOf([{ ...released('r4', 'r3'), deployment: null }, ...line]);
    expect(short(findTarget('previous', facts({ view, live: 'dpl_r3' })))).toBe('no-rollback-target');
    expect(short(findTarget('previous', facts({ view, live: 'dpl_r4' })))).toBe('null → dpl_r3, rolls back r4');
  });

  test('the first of all has nothing before it', () => {
    expect(short(findTarget('previous', facts({ view: viewOf(line.slice(2)) })))).toBe('no-rollback-target');
    expect(short(findTarget('previous', facts({ view: viewOf([]) })))).toBe('no-rollback-target');
  });
});

describe('a release that did not come to its end', () => {
  const open = (state: 'begun' | 'held' | 'unknown') => ({
    id: 'r4',
    state,
    deployment: 'dpl_r4',
    before: before('r3', 'dpl_r3'),
  });
  test.each([
    ['finish', 'begun', ended('failure'), 'dpl_r4 → dpl_r3, rolls back r4'],
    ['finish', 'begun', ended(null), 'dpl_r4 → dpl_r3, rolls back r4'],
    ['finish', 'held', running, 'dpl_r4 → dpl_r3, rolls back r4'],
    ['finish', 'unknown', ended('failure'), 'dpl_r4 → dpl_r3, rolls back r4'],
    ['previous', 'held', ended('failure'), 'dpl_r4 → dpl_r3, rolls back r4'],
    ['r2', 'begun', ended('failure'), 'dpl_r4 → dpl_r2, rolls back r4 r3'],
    ['finish', 'begun', running, 'busy'],
    ['previous', 'begun', running, 'busy'],
    ['r2', 'begun', running, 'busy'],
  ] as const)('to %s, %s, its run %j: %s', (to, state, author, expected) => {
    const view = viewOf([open(state), ...line]);
    expect(short(findTarget(to, facts({ view, author })))).toBe(expected);
  });

  test.each([
    ['finish', 'begun', ended('failure'), 'dpl_r4 → dpl_r3, rolls back r4'],
    ['finish', 'held', running, 'dpl_r4 → dpl_r3, rolls back r4'],
    ['previous', 'unknown', ended('failure'), 'dpl_r4 → dpl_r3, rolls back r4'],
    ['r2', 'held', ended('failure'), 'dpl_r4 → dpl_r2, rolls back r4 r3'],
    ['finish', 'begun', running, 'busy'],
  ] as const)('to %s, %s, with one above it that withdrew: %s', (to, state, author, expected) => {
    const withdrew = { ...released('r5', 'r3'), state: 'rolled-back' as const };
    const view = viewOf([withdrew, open(state), ...line]);
    expect(short(findTarget(to, facts({ view, author, live: 'dpl_r4' })))).toBe(expected);
  });

  test('its run went well and it is live: only the ledger has to be told', () => {
    const view = viewOf([open('begun'), ...line]);
    expect(short(findTarget('finish', facts({ view, author: ended('success'), live: 'dpl_r4' })))).toBe('complete r4');
    const notLive = facts({ view, author: ended('success'), live: 'dpl_r3' });
    expect(short(findTarget('finish', notLive))).toBe('dpl_r4 → dpl_r3, rolls back r4');
  });
});

describe('a change of traffic that nobody wrote an end to', () => {
  test('a swap by itself is taken back, name by name', () => {
    const view = viewOf(line, [
      { id: 'i', release: null, from: 'dpl_r3', to: 'dpl_x', aliases: { 'qa.example': null } },
    ]);
    const target = findTarget(
      'finish',
      facts({ view: { ...view, swaps: view.swaps.map((one) => ({ ...one, record: 2_000 })) } }),
    );
    expect(short(target)).toBe('dpl_x → dpl_r3, rolls back nothing');
    expect(target).toMatchObject({ aliases: { 'qa.example': null } });
  });

  test('a rollback goes on to where it went', () => {
    const swap = { id: 'i', release: null, from: 'dpl_r3', to: 'dpl_r2', takesBack: ['r3'] };
    const view = viewOf(line, [swap]);
    const target = findTarget(
      'finish',
      facts({ view: { ...view, swaps: view.swaps.map((one) => ({ ...one, record: 2_000 })) } }),
    );
    expect(short(target)).toBe('dpl_r3 → dpl_r2, rolls back r3');
  });

  describe('a rollback over two releases', () => {
    const rollback = { id: 'i', release: null, from: 'dpl_r3', to: 'dpl_r1', takesBack: ['r3', 'r2'], record: 2_000 };
    const at = (newest: 'released' | 'unknown', to: string, more: Partial<TargetFacts> = {}) => {
      const view = viewOf([{ ...released('r3', 'r2'), state: newest }, ...line.slice(1)], [rollback]);
      return findTarget(to, facts({ view, author: ended('failure'), ...more }));
    };

    test.each([
      ['finish', 'released', 'dpl_r3'],
      ['finish', 'released', 'dpl_r1'],
      ['finish', 'unknown', 'dpl_r3'],
      ['finish', 'unknown', 'dpl_r1'],
      ['previous', 'released', 'dpl_r1'],
      ['previous', 'unknown', 'dpl_r1'],
    ] as const)('to %s goes on to where it went, with both: the newest %s, %s live', (to, newest, live) => {
      const target = at(newest, to, { live });
      expect(short(target)).toBe('dpl_r3 → dpl_r1, rolls back r3 r2');
      expect(target).toMatchObject({ release: 'r1', to: { commit: 'r1' }, fromCommit: 'r3', resumes: true });
    });

    test('is refused where the line does not have both: the one that is missing would stay', () => {
      const view = viewOf([released('r3', 'r2')], [rollback]);
      const target = at('released', 'finish', { view, line: view.releases });
      expect(short(target)).toBe('no-such-release');
      expect(target).toMatchObject({ message: expect.stringContaining('(r2)') });
    });

    test('does not keep a person from choosing another target', () => {
      expect(short(at('unknown', 'r2'))).toBe('dpl_r3 → dpl_r2, rolls back r3');
    });

    test.each(['r2', 'dpl_r2', 'dpl_elsewhere'])(
      'is finished before another target, %s, once users have its own',
      (to) => {
        for (const newest of ['released', 'unknown'] as const) {
          const refused = at(newest, to, { live: 'dpl_r1' });
          expect(refused).toMatchObject({ kind: 'refuse', reason: 'rollback-unfinished' });
          expect(refused).toMatchObject({ message: expect.stringContaining('"to: finish" or "to: dpl_r1"') });
        }
      },
    );

    test.each(['r1', 'dpl_r1'])('is finished by its own target, %s, too', (to) => {
      expect(short(at('unknown', to, { live: 'dpl_r1' }))).toBe('dpl_r3 → dpl_r1, rolls back r3 r2');
    });

    test('is not busy with the release, and is busy while its own run goes on', () => {
      expect(short(at('released', 'finish', { author: running }))).toBe('busy');
    });

    test('of which all but the end was recorded has only that to be recorded', () => {
      const done = (id: string, from: string) => ({ ...released(id, from), state: 'rolled-back' as const });
      const view = viewOf([done('r3', 'r2'), done('r2', 'r1'), ...line.slice(2)], [rollback]);
      expect(short(findTarget('finish', facts({ view })))).toBe('dpl_r3 → dpl_r1, rolls back r3 r2');
      expect(short(findTarget('previous', facts({ view })))).toBe('no-rollback-target');
    });
  });

  test('the rollback of a swap by itself goes on as that swap says', () => {
    const swaps = [
      {
        id: 'i2',
        release: null,
        from: 'dpl_x',
        to: 'dpl_r3',
        aliases: { 'qa.example': 'dpl_x' },
        takesBack: [],
        record: 2_001,
      },
      { id: 'i1', release: null, from: 'dpl_r3', to: 'dpl_x', aliases: { 'qa.example': null }, record: 2_000 },
    ];
    const target = findTarget('finish', facts({ view: viewOf(line, swaps) }));
    expect(short(target)).toBe('dpl_x → dpl_r3, rolls back nothing');
    expect(target).toMatchObject({ aliases: { 'qa.example': null } });
  });
});
