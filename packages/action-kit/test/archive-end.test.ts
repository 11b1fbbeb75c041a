import { expect, test } from '@jest/globals';
import type { Erased, RestoreReport } from '@lockstep/migrations';
import { eraseEnd, restoreEnd } from '../src/migrate/archive-end.ts';

const erased = (erasure: number, rows: number, more: Partial<Erased> = {}): Erased => ({
  ...{ erasure, id: String(erasure + 1), source: 'public.users', column: 'id', rows, unknown: false },
  ...more,
});

test.each([
  ['all found', [erased(0, 2), erased(1, 1)], 2, 'pass', 'erased 3 rows from 2 archives'],
  ['two lines of one archive', [erased(0, 1, { id: '7' }), erased(1, 1, { id: '7' })], 2, 'pass', 'from 1 archive'],
  ['a mistyped table', [erased(1, 1)], 2, 'pass', 'from 1 archive; no archive of the table in line 1'],
  ['a mistyped value', [erased(0, 0), erased(1, 1)], 2, 'pass', 'from 1 archive; no archived row matches line 1'],
  ['found in one archive of two', [erased(0, 0), erased(0, 1, { id: '9' })], 1, 'pass', 'erased 1 row from 1 archive'],
  ['nothing at all', [], 2, 'pass', 'erased 0 rows from 0 archives; no archive of the table in lines 1, 2'],
  ['not known', [erased(0, 0, { unknown: true })], 1, 'unknown', 'archive 1 of public.users has no column id'],
] as const)('an erasure says of which lines nothing was found: %s', (_what, list, asked, verdict, says) => {
  const { message, verdict: came } = eraseEnd(list, asked, false);
  expect(came).toBe(verdict);
  expect(message.endsWith(says)).toBe(true);
});

test.each([
  ['nothing there', { restored: 0, inPlace: 0 }, 'no such archive was found'],
  ['all done', { restored: 2, inPlace: 0 }, 'no archive waits to be restored: 2 already restored'],
  ['in place', { restored: 1, inPlace: 1 }, '1 already restored, 1 of contract migrations that are still applied'],
] as const)('a restore with nothing to do says why: %s', (_what, passedOver, says) => {
  const report: RestoreReport = { tables: [], passedOver, cancelled: false };
  for (const dryRun of [true, false]) {
    const ended = restoreEnd(report, dryRun);
    expect(ended).toMatchObject({ verdict: 'pass', reason: 'nothing-to-restore' });
    expect(ended.message).toContain(says);
  }
});
