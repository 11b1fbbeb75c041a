import { describe, expect, test } from '@jest/globals';
import { foldJournal, type JournalEntry, type UndoResult } from '@lockstep/action-shell';
import { decideEnd } from '../src/end.ts';

type Fact = Omit<JournalEntry, 'at' | 'instance'> & { readonly instance?: string };

const release = { id: 'r1', environment: 'production', service: 'web', commit: 'c', undoDeadlineMs: 240_000 };
const began = (action: string): Fact => ({ action, instance: action, kind: 'began' }) as Fact;
const undone = (action: string, verdict: UndoResult['verdict'], kept = false): Fact =>
  ({
    action,
    instance: action,
    kind: 'undone',
    result: { action, verdict, reason: 'undone', message: 'm', kept },
  }) as Fact;
const traffic = (to: string): Fact => ({ action: 'alias-swap', kind: 'traffic', traffic: to }) as Fact;
const failed = (action: string): Fact =>
  ({ action, kind: 'note', note: 'failure', detail: { reason: 'sick', message: '503' } }) as Fact;
const committed = { action: 'release', kind: 'committed' } as Fact;
const held = { action: 'health-gate', kind: 'held', reason: 'no answer' } as Fact;

function endOf(...facts: readonly Fact[]) {
  const all = [{ action: 'release', kind: 'release', release } as Fact, ...facts];
  const entries = all.map((fact) => ({ at: '2026-11-22T04:00:00Z', instance: 'i', ...fact })) as JournalEntry[];
  const journal = foldJournal(entries);
  if (journal === undefined) throw new Error('no release');
  return decideEnd(journal, 'failure');
}

describe('the end of a release', () => {
  test.each<[string, readonly Fact[], string]>([
    ['committed', [began('migrate'), committed], 'released'],
    ['committed, whatever failed later', [committed, failed('notify')], 'released'],
    ['held', [began('alias-swap'), traffic('reached'), held], 'held'],
    ['nothing was changed', [failed('health-gate')], 'failed'],
    ['all undone', [began('migrate'), undone('migrate', 'pass')], 'rolled-back'],
    [
      'traffic and schema undone',
      [
        began('migrate'),
        began('alias-swap'),
        traffic('reached'),
        traffic('restored'),
        undone('alias-swap', 'pass'),
        undone('migrate', 'pass'),
      ],
      'rolled-back',
    ],
    [
      'schema kept on purpose',
      [
        began('migrate'),
        traffic('reached'),
        traffic('restored'),
        undone('alias-swap', 'pass'),
        undone('migrate', 'pass', true),
      ],
      'partly-rolled-back',
    ],
    ['one undo failed', [undone('alias-swap', 'pass'), undone('migrate', 'fail')], 'partly-rolled-back'],
    ['one undo does not know', [undone('alias-swap', 'pass'), undone('migrate', 'unknown')], 'unknown'],
    ['nobody confirmed where traffic goes', [traffic('unconfirmed'), undone('alias-swap', 'pass')], 'unknown'],
    ['traffic still reaches the candidate', [traffic('reached'), undone('migrate', 'pass')], 'unknown'],
    ['traffic still there and nothing undone', [began('alias-swap'), traffic('reached')], 'unknown'],
    ['a change whose undo left no word', [began('migrate')], 'unknown'],
    [
      'a change whose undo left no word, beside one that was undone',
      [began('migrate'), began('alias-swap'), undone('alias-swap', 'pass')],
      'unknown',
    ],
  ])('%s', (_what, facts, state) => {
    expect(endOf(...facts).state).toBe(state);
  });

  test('says why, what is left, and how to go on', () => {
    const end = endOf(failed('health-gate'), began('migrate'), traffic('reached'), undone('migrate', 'pass'));
    expect(end.failure).toBe('health-gate: sick: 503');
    expect(end.next).toContain('still in place: traffic');
    expect(end.next).toContain('rollback');
    expect(endOf(held).next).toContain('command: commit');
  });
});
