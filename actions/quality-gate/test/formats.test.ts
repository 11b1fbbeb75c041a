import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { FORMATS } from '@lockstep/quality';

const readme = readFileSync(join(dirname(fileURLToPath(import.meta.url)), '..', 'README.md'), 'utf8');

test('each format is in the table of formats, and nothing else is', () => {
  const [, table = ''] = readme.split('| `format` | reads |\n|---|---|\n');
  const rows = (table.split('\n\n')[0] ?? '').split('\n');
  const listed = rows.flatMap((row) =>
    [...(row.split(' | ')[0] ?? '').matchAll(/`([\w-]+)`/g)].map(([, name]) => name),
  );
  expect(listed.sort()).toEqual([...FORMATS].sort());
});
