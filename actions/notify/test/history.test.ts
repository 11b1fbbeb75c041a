import { describe, expect, test } from '@jest/globals';
import { foldJournal, type JournalEntry } from '@lockstep/action-shell';
import { historyOf } from '../src/history.ts';

type Fact = Omit<JournalEntry, 'at'> & { readonly minute: number };
const release = { id: 'r1', environment: 'production', service: 'web', commit: 'c', undoDeadlineMs: 1 };

function historyAfter(...facts: readonly object[]) {
  const all = [{ action: 'release', kind: 'release', release: { ...release, commitBefore: 'b' }, minute: 0 }, ...facts];
  const entries = (all as readonly Fact[]).map(
    ({ minute, ...fact }) => ({ ...fact, instance: fact.action, at: at(minute) }) as JournalEntry,
  );
  return historyOf(foldJournal(entries), at(9));
}
const at = (minute: number) => `2026-11-22T04:0${minute}:00.000Z`;
const undone = (action: string, minute: number) => {
  const result = { action, verdict: 'pass', reason: 'undone', message: '', kept: false };
  return { action, kind: 'undone', result, minute };
};

test('outside of a release there is none', () => {
  expect(historyOf(undefined, at(9))).toEqual({});
});

describe('the history of a release', () => {
  const begun = [
    { action: 'migrate', kind: 'began', minute: 1 },
    { action: 'migrate', kind: 'finished', minute: 2 },
    { action: 'alias-swap', kind: 'began', minute: 3 },
    { action: 'alias-swap', kind: 'traffic', traffic: 'reached', minute: 3 },
  ];

  test('that was committed', () => {
    const history = historyAfter(
      ...begun,
      { action: 'alias-swap', kind: 'finished', minute: 4 },
      { action: 'release', kind: 'committed', minute: 6 },
    );
    expect(history).toMatchObject({ commitBefore: 'b', startedAt: at(0), traffic: { reachedAt: at(3) } });
    expect(history.timeline).toEqual([
      { name: 'migrate', startedAt: at(1), endedAt: at(2), verdict: 'pass' },
      { name: 'alias-swap', startedAt: at(3), endedAt: at(4), verdict: 'pass' },
      { name: 'serving before commit', startedAt: at(3), endedAt: at(6), verdict: 'pass' },
    ]);
  });

  test('that was rolled back while it was swapped', () => {
    const history = historyAfter(
      ...begun,
      { action: 'alias-swap', kind: 'undo-started', minute: 5 },
      { action: 'alias-swap', kind: 'traffic', traffic: 'restored', minute: 6 },
      undone('alias-swap', 6),
      undone('migrate', 8),
    );
    expect(history.traffic).toEqual({ reachedAt: at(3), restoredAt: at(6) });
    expect(history.timeline).toEqual([
      { name: 'migrate', startedAt: at(1), endedAt: at(2), verdict: 'pass' },
      { name: 'alias-swap', startedAt: at(3), endedAt: at(5), verdict: 'fail' },
      { name: 'serving before commit', startedAt: at(3), endedAt: at(6), verdict: 'fail' },
      { name: 'undo alias-swap', startedAt: at(5), endedAt: at(6), verdict: 'pass' },
      { name: 'undo migrate', startedAt: at(6), endedAt: at(8), verdict: 'pass' },
    ]);
  });

  const stage = (number: number, percentage: number, minute: number) => {
    return { action: 'alias-swap', kind: 'note', note: 'stage', detail: { number, of: 3, percentage }, minute };
  };

  test('in stages has a phase for each, and the last one that was begun', () => {
    const all = [...begun, stage(1, 10, 4), stage(2, 50, 5), stage(3, 100, 6)];
    const done = historyAfter(...all, { action: 'alias-swap', kind: 'finished', minute: 7 });
    expect(done.stage).toEqual({ number: 3, of: 3, percentage: 100 });
    expect(done.timeline?.filter(({ name }) => name.startsWith('stage'))).toEqual([
      { name: 'stage 1 of 3 (10 %)', startedAt: at(4), endedAt: at(5), verdict: 'pass' },
      { name: 'stage 2 of 3 (50 %)', startedAt: at(5), endedAt: at(6), verdict: 'pass' },
      { name: 'stage 3 of 3 (100 %)', startedAt: at(6), endedAt: at(7), verdict: 'pass' },
    ]);
  });

  test.each([
    ['aborted', { action: 'alias-swap', kind: 'undo-started', minute: 7 }, at(7), 'fail'],
    ['held', { action: 'alias-swap', kind: 'held', reason: 'stage-unknown', minute: 7 }, at(7), 'unknown'],
    ['not over', undefined, at(9), 'unknown'],
  ])('whose second stage is %s: what is not known to be good is not said to be', (_name, last, endedAt, verdict) => {
    const facts = [...begun, stage(1, 10, 4), stage(2, 50, 5), ...(last === undefined ? [] : [last])];
    const { stage: reached, timeline } = historyAfter(...facts);
    expect(reached).toEqual({ number: 2, of: 3, percentage: 50 });
    expect(timeline).toContainEqual({ name: 'stage 2 of 3 (50 %)', startedAt: at(5), endedAt, verdict });
  });

  test('of a note that is no stage says nothing of stages', () => {
    const strange = { action: 'alias-swap', kind: 'note', note: 'stage', detail: { number: '2' }, minute: 4 };
    expect(historyAfter(...begun, strange)).not.toHaveProperty('stage');
  });

  test('whose traffic is not confirmed: it is not said that users are back', () => {
    const history = historyAfter(...begun, {
      action: 'alias-swap',
      kind: 'traffic',
      traffic: 'unconfirmed',
      minute: 6,
    });
    expect(history.traffic).toEqual({ reachedAt: at(3) });
  });
});
