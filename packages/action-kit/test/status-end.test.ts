import { expect, test } from '@jest/globals';
import { statusEnd } from '../src/migrate/records-end.ts';

type Found = Parameters<typeof statusEnd>[0];
type State = Found['versions'][number]['state'];

const found = (...states: readonly State[]): Found => ({
  notes: [],
  versions: states.map((state, index) => ({
    ...{ version: `${index}`, name: 'a', file: `${index}_a.sql`, state },
    ...{ hasDown: true, release: '', appliedAt: '' },
  })),
});

test.each([
  [found('applied', 'pending'), '2 migrations, 1 pending'],
  [found('applied-elsewhere', 'checksum-mismatch'), '2 migrations, 0 pending, 1 edited since applied'],
  [
    found('no-file', 'no-file', 'partial'),
    '3 migrations, 0 pending, 2 applied without a file here, 1 stopped in the middle',
  ],
  [found('down-incomplete'), '1 migration, 0 pending, 1 stopped while its down migration ran'],
])('a status names what a person has to look at', (given, message) => {
  expect(statusEnd(given)).toEqual({ verdict: 'pass', reason: 'status', message });
});
