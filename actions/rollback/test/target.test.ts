import { describe, expect, test } from '@jest/globals';
import { ended, running, viewOf } from '../../../packages/github/test/records.ts';
import { findTarget, type Target, type TargetFacts } from '../src/target.ts';

const before = (release: string | null, deployment: string | null) => ({ deployment, commit: 'c', release });
const released = (id: string, from: string) => ({
  id,
  state: 'released' as const,
  brings: `dpl_${id}`,
  before: before(from, `dpl_${from}`),
});

/** r3 was released after r2 after r1, which was found live. */
const line = [
  released('r3', 'r2'),
  released('r2', 'r1'),
  { id: 'r1', state: 'released' as const, brings: 'dpl_r1', adopted: true, before: before(null, null) },
];

function facts(more: Partial<TargetFacts> = {}): TargetFacts {
  const view = more.view ?? viewOf(line);
  return { view, line: view.heads, author: undefined, live: 'dpl_r3', ...more };
}

const short = (target: Target) =>
  target.kind === 'back'
    ? `${target.leaves} → ${target.to.deployment}, takes back ${target.takesBack.map(({ id }) => id).join(' ') || 'nothing'}`
    : target.kind === 'complete'
      ? `complete ${target.head.id}`
      : target.reason;

describe('a line of released releases', () => {
  test.each([
    ['previous', 'dpl_r3 → dpl_r2, takes back r3'],
    ['finish', 'nothing-to-finish'],
    ['r2', 'dpl_r3 → dpl_r2, takes back r3'],
    ['r1', 'dpl_r3 → dpl_r1, takes back r3 r2'],
    ['dpl_r1', 'dpl_r3 → dpl_r1, takes back r3 r2'],
    ['r3', 'dpl_r3 → dpl_r3, takes back nothing'],
    ['dpl_elsewhere', 'dpl_r3 → dpl_elsewhere, takes back nothing'],
    ['r9', 'no-such-release'],
  ])('to %s: %s', (to, expected) => {
    expect(short(findTarget(to, facts()))).toBe(expected);
  });

  test('what was rolled back before is neither gone back to nor taken back again', () => {
    const view = viewOf([{ id: 'r4', state: 'rolled-back', brings: 'dpl_r4' }, ...line]);
    expect(short(findTarget('previous', facts({ view })))).toBe('dpl_r3 → dpl_r2, takes back r3');
    expect(short(findTarget('r2', facts({ view })))).toBe('dpl_r3 → dpl_r2, takes back r3');
    expect(short(findTarget('r4', facts({ view })))).toBe('not-released');
  });

  test('the first of all has nothing before it', () => {
    expect(short(findTarget('previous', facts({ view: viewOf(line.slice(2)) })))).toBe('nothing-to-go-back-to');
    expect(short(findTarget('previous', facts({ view: viewOf([]) })))).toBe('nothing-to-go-back-to');
  });
});

describe('a release that did not come to its end', () => {
  const open = (state: 'begun' | 'held' | 'unknown') => ({
    id: 'r4',
    state,
    brings: 'dpl_r4',
    before: before('r3', 'dpl_r3'),
  });
  test.each([
    ['finish', 'begun', ended('failure'), 'dpl_r4 → dpl_r3, takes back r4'],
    ['finish', 'begun', ended(null), 'dpl_r4 → dpl_r3, takes back r4'],
    ['finish', 'held', running, 'dpl_r4 → dpl_r3, takes back r4'],
    ['finish', 'unknown', ended('failure'), 'dpl_r4 → dpl_r3, takes back r4'],
    ['previous', 'held', ended('failure'), 'dpl_r4 → dpl_r3, takes back r4'],
    ['r2', 'begun', ended('failure'), 'dpl_r4 → dpl_r2, takes back r4 r3'],
    ['finish', 'begun', running, 'release-in-progress'],
    ['previous', 'begun', running, 'release-in-progress'],
    ['r2', 'begun', running, 'release-in-progress'],
  ] as const)('to %s, %s, its run %j: %s', (to, state, author, expected) => {
    const view = viewOf([open(state), ...line]);
    expect(short(findTarget(to, facts({ view, author })))).toBe(expected);
  });

  test('its run went well and it is live: only the ledger has to be told', () => {
    const view = viewOf([open('begun'), ...line]);
    expect(short(findTarget('finish', facts({ view, author: ended('success'), live: 'dpl_r4' })))).toBe('complete r4');
    const notLive = facts({ view, author: ended('success'), live: 'dpl_r3' });
    expect(short(findTarget('finish', notLive))).toBe('dpl_r4 → dpl_r3, takes back r4');
  });
});

describe('a change of traffic that nobody wrote an end to', () => {
  test('a swap by itself is taken back, name by name', () => {
    const view = viewOf(line, [
      { id: 'i', release: null, from: 'dpl_r3', to: 'dpl_x', aliases: { 'qa.example': null } },
    ]);
    const target = findTarget(
      'finish',
      facts({ view: { ...view, intents: view.intents.map((one) => ({ ...one, record: 2_000 })) } }),
    );
    expect(short(target)).toBe('dpl_x → dpl_r3, takes back nothing');
    expect(target).toMatchObject({ names: { 'qa.example': null } });
  });

  test('a rollback goes on to where it went', () => {
    const intent = { id: 'i', release: null, from: 'dpl_r3', to: 'dpl_r2', takesBack: ['r3'] };
    const view = viewOf(line, [intent]);
    const target = findTarget(
      'finish',
      facts({ view: { ...view, intents: view.intents.map((one) => ({ ...one, record: 2_000 })) } }),
    );
    expect(short(target)).toBe('dpl_r3 → dpl_r2, takes back r3');
  });
});
