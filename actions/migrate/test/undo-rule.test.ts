import { expect, test } from '@jest/globals';
import { decideSchemaUndo, type SchemaUndo, type SchemaUndoQuestion } from '../src/undo-rule.ts';

const restored: SchemaUndoQuestion = {
  onFailure: 'undo',
  traffic: 'restored',
  restoredAt: 1_000,
  pinned: false,
  now: 11_000,
  drainMs: 30_000,
};

test.each<[string, Partial<SchemaUndoQuestion>, Partial<SchemaUndo>]>([
  ['no release: down at once', { traffic: undefined }, { kind: 'go', afterMs: 0 }],
  [
    'no user was ever sent to it: down at once',
    { onFailure: 'auto', traffic: 'untouched' },
    { kind: 'go', afterMs: 0 },
  ],
  ['the caller keeps it', { onFailure: 'keep', traffic: 'untouched' }, { kind: 'keep' }],
  ['users were sent to it, and nobody asked for more: kept', { onFailure: 'auto' }, { kind: 'keep' }],
  ['asked for, and the traffic is back: down once it has drained', {}, { kind: 'go', afterMs: 20_000 }],
  ['asked for, and it has drained long since: down at once', { now: 99_000 }, { kind: 'go', afterMs: 0 }],
  ['asked for, and users are still there: not confirmed', { traffic: 'reached' }, { kind: 'unconfirmed' }],
  ['asked for, and nobody saw every host: not confirmed', { traffic: 'unconfirmed' }, { kind: 'unconfirmed' }],
  ['asked for, and clients are pinned to it: not confirmed', { pinned: true }, { kind: 'unconfirmed' }],
])('%s', (_name, more, expected) => {
  expect(decideSchemaUndo({ ...restored, ...more })).toMatchObject(expected);
});
