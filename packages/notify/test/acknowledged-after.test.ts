import { expect, test } from '@jest/globals';
import { type Answered, acknowledgedAfter, type DrillReport } from '../src/drill/run-drill.ts';

const report = (answered: Answered): DrillReport => ({
  ...{ target: 'a', type: 'slack', delivery: 'confirmed', detail: '', answered },
});
const yes = (afterMs: number): DrillReport =>
  report({ kind: 'yes', acknowledgement: { by: 'U0ADA', how: 'reaction', atMs: 0 }, afterMs });
const other = (kind: 'no' | 'not-awaited' | 'cannot-show') => report({ kind });

test('the first answer where one is enough, the last where all are awaited, none where one is missing', () => {
  expect(acknowledgedAfter([yes(90), yes(30), other('cannot-show')], 'any')).toBe(30);
  expect(acknowledgedAfter([yes(90), yes(30), other('cannot-show')], 'all')).toBe(90);
  expect(acknowledgedAfter([yes(90), other('no')], 'all')).toBeNull();
  expect(acknowledgedAfter([other('no')], 'any')).toBeNull();
  expect(acknowledgedAfter([other('not-awaited')], 'none')).toBeNull();
  expect(acknowledgedAfter([yes(30), other('not-awaited')], 'any')).toBe(30);
});
