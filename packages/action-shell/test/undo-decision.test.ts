import { expect, test } from '@jest/globals';
import { decideUndo, type UndoDecision } from '../src/index.ts';

type Row = [
  Parameters<typeof decideUndo>[0]['release'],
  'finished' | 'failed' | 'interrupted',
  'success' | 'failure' | 'cancelled',
  'auto' | 'undo' | 'keep' | undefined,
  UndoDecision['why'],
  boolean,
];

test.each<Row>([
  ['committed', 'finished', 'failure', 'undo', 'committed', false],
  ['committed', 'interrupted', 'cancelled', 'undo', 'committed', false],
  ['held', 'finished', 'failure', 'undo', 'held', false],
  ['held', 'failed', 'failure', 'auto', 'held', false],
  ['open', 'finished', 'failure', 'auto', 'release-not-committed', true],
  ['open', 'finished', 'cancelled', undefined, 'release-not-committed', true],
  ['open', 'finished', 'success', 'auto', 'release-not-committed', true],
  ['open', 'interrupted', 'cancelled', 'undo', 'release-not-committed', true],
  ['open', 'failed', 'failure', 'keep', 'kept-by-request', false],
  ['none', 'failed', 'failure', 'auto', 'own-failure', true],
  ['none', 'interrupted', 'cancelled', undefined, 'own-failure', true],
  ['none', 'failed', 'failure', 'keep', 'kept-by-request', false],
  ['none', 'finished', 'success', 'undo', 'job-succeeded', false],
  ['none', 'finished', 'failure', 'auto', 'not-ours-to-undo', false],
  ['none', 'finished', 'cancelled', undefined, 'not-ours-to-undo', false],
  ['none', 'finished', 'failure', 'undo', 'asked-for', true],
])('release %s, main %s, job %s, on-failure %s: %s', (release, main, job, onFailure, why, undo) => {
  expect(decideUndo({ release, main, job, onFailure })).toEqual({ undo, why });
});
