import { describe, expect, test } from '@jest/globals';
import { foldJournal, type JobStatus, type JournalEntry, releaseEnd, type UndoResult } from '../src/index.ts';

type Fact = Omit<JournalEntry, 'at' | 'instance'> & { readonly instance?: string };

const release = { id: 'r1', environment: 'production', service: 'web', commit: 'c', undoDeadlineMs: 240_000 };
const began = (action: string): Fact => ({ action, instance: action, kind: 'began' }) as Fact;
const undone = (action: string, verdict: UndoResult['verdict'], more: Partial<UndoResult> = {}): Fact => {
  const result = { action, verdict, reason: 'undone', message: 'm', kept: false, ...more };
  return { action, instance: action, kind: 'undone', result } as Fact;
};
/** As the line of an earlier version has it. */
const undoneEarlier = (reason: string): Fact => {
  const result = { action: 'migrate', verdict: 'pass', reason, message: 'm' };
  return { action: 'migrate', instance: 'migrate', kind: 'undone', result } as Fact;
};
const traffic = (to: string): Fact => ({ action: 'alias-swap', kind: 'traffic', traffic: to }) as Fact;
const failed = (action: string): Fact =>
  ({ action, kind: 'note', note: 'failure', detail: { reason: 'sick', message: '503' } }) as Fact;
const committed = { action: 'release', kind: 'committed' } as Fact;
const held = { action: 'health-gate', kind: 'held', reason: 'no answer' } as Fact;

function endOf(facts: readonly Fact[], job: JobStatus = 'failure') {
  const all = [{ action: 'release', kind: 'release', release } as Fact, ...facts];
  const entries = all.map((fact) => ({ at: '2026-11-22T04:00:00Z', instance: 'i', ...fact })) as JournalEntry[];
  const journal = foldJournal(entries);
  if (journal === undefined) throw new Error('no release');
  return releaseEnd(journal, job);
}

const restored = [began('alias-swap'), traffic('reached'), undone('alias-swap', 'pass'), traffic('restored')];

describe('a release ends', () => {
  test.each<[string, readonly Fact[], string, readonly string[]]>([
    ['released, when committed', [began('migrate'), committed], 'released', []],
    ['released, whatever failed after', [committed, failed('notify')], 'released', []],
    ['held, when a gate held it', [began('alias-swap'), traffic('reached'), held], 'held', ['alias-swap']],
    ['rolled back, when nothing was changed', [failed('health-gate')], 'rolled-back', []],
    ['rolled back, when all was undone', [began('migrate'), undone('migrate', 'pass')], 'rolled-back', []],
    [
      'rolled back, when traffic and schema were',
      [began('migrate'), ...restored, undone('migrate', 'pass')],
      'rolled-back',
      [],
    ],
    [
      'rolled back, when there was nothing to undo',
      [began('vercel-deploy'), undone('vercel-deploy', 'pass')],
      'rolled-back',
      [],
    ],
    [
      'partly, when the schema was kept',
      [...restored, undone('migrate', 'pass', { kept: true })],
      'partly-rolled-back',
      ['migrate'],
    ],
    [
      'partly, and says what of it stays',
      [...restored, undone('migrate', 'pass', { kept: true, left: ['1 a', '2 b'] })],
      'partly-rolled-back',
      ['migrate (1 a, 2 b)'],
    ],
    [
      'rolled back, whatever the reason is called: only the field says that something was kept',
      [...restored, undone('migrate', 'pass', { reason: 'kept-nothing' })],
      'rolled-back',
      [],
    ],
    [
      'partly, when an earlier version wrote that the schema was kept',
      [...restored, undoneEarlier('kept-data')],
      'partly-rolled-back',
      ['migrate'],
    ],
    [
      'rolled back, when an earlier version wrote that it went down',
      [...restored, undoneEarlier('taken-down')],
      'rolled-back',
      [],
    ],
    ['partly, when an undo refused', [began('migrate'), undone('migrate', 'fail')], 'partly-rolled-back', ['migrate']],
    ['unknown, when an undo does not know', [...restored, undone('migrate', 'unknown')], 'unknown', ['migrate']],
    ['unknown, when an undo left no word', [...restored, began('migrate')], 'unknown', ['migrate']],
    [
      'unknown, when users may still get it',
      [began('alias-swap'), traffic('reached')],
      'unknown',
      ['traffic', 'alias-swap'],
    ],
    [
      'unknown, when nobody saw where traffic goes',
      [traffic('reached'), traffic('unconfirmed')],
      'unknown',
      ['traffic'],
    ],
  ])('%s', (_, facts, kind, left) => {
    expect(endOf(facts)).toMatchObject({ kind, left });
  });

  test('for the reasons that its steps gave', () => {
    expect(endOf([failed('health-gate'), failed('notify')]).because).toEqual([
      'health-gate: sick: 503',
      'notify: sick: 503',
    ]);
    expect(endOf([held]).because).toEqual(['held: no answer']);
  });

  test('for a step whose process was killed, which is named', () => {
    const finished = { ...began('vercel-deploy'), kind: 'finished' } as Fact;
    const facts = [began('vercel-deploy'), finished, began('migrate'), undone('migrate', 'pass')];
    expect(endOf(facts).because).toEqual(['migrate: its process exited without reporting a result']);
  });

  test.each<[JobStatus, string]>([
    ['cancelled', 'the job was cancelled'],
    ['failure', 'a step failed'],
    ['success', 'the job ended'],
  ])('of a job with %s, where no step gave a reason', (job, said) => {
    expect(endOf([], job).because[0]).toContain(said);
  });

  test('and says whether anything was changed at all', () => {
    expect(endOf([failed('health-gate')]).changed).toBe(false);
    expect(endOf([began('migrate')]).changed).toBe(true);
  });
});
