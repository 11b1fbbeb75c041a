import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { holdSummary, takeSummaries } from '../src/held-summary.ts';

let folder: string;
let journal: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-held-'));
  journal = join(folder, 'release.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what the steps of a release show is kept in order, under its first heading', () => {
  writeFileSync(journal, '{}\n');
  expect(holdSummary(journal, 'migrate', '### ✅ Migrations applied\n\n1 migration.\n')).toBe(true);
  expect(holdSummary(journal, 'notify', 'no heading\n')).toBe(true);
  expect(takeSummaries(journal)).toEqual([
    { title: '✅ Migrations applied', markdown: '1 migration.' },
    { title: 'notify', markdown: 'no heading' },
  ]);
});

test('without a journal, and once the page is written, a step shows its own', () => {
  expect(holdSummary(journal, 'migrate', 'x')).toBe(false);
  writeFileSync(journal, '{}\n');
  expect(takeSummaries(journal)).toEqual([]);
  expect(holdSummary(journal, 'migrate', 'x')).toBe(false);
});

test('what a killed step left in the middle of a line is left out', () => {
  writeFileSync(journal, '{}\n');
  holdSummary(journal, 'migrate', 'whole');
  appendFileSync(`${journal}.summary`, '{"action":"health-gate","mark');
  expect(takeSummaries(journal)).toEqual([{ title: 'migrate', markdown: 'whole' }]);
});

test('what a step of the job has removed is not missed', () => {
  expect(takeSummaries(join(folder, 'gone', 'release.jsonl'))).toEqual([]);
});
