import { expect, test } from '@jest/globals';
import { migrationEntries } from '../../src/sources/migration-entries.ts';
import { soundEntries } from '../../src/sources/sound-entries.ts';
import { entryProblems } from '../../src/trail/read-record.ts';
import type { TrailEntry } from '../../src/trail/record.ts';

const entry = (id: string, changes: Partial<TrailEntry> = {}): TrailEntry => ({
  ...{ id, event: 'release', subject: 'production', verdict: 'pass', reason: 'released', actor: 7, run: null },
  ...{ happenedAt: '2026-11-01T08:00:00.000Z', files: {}, ...changes },
});

test('what cannot be recorded, and what has the id of another, keeps nothing else out', () => {
  const bad = entry('bad', { run: { id: 1, attempt: Number.NaN } });
  const { entries, left } = soundEntries([entry('a'), bad, entry('a'), entry('a', { actor: 8 }), entry('b')]);
  expect(entries).toEqual([entry('a'), entry('b')]);
  expect(left).toEqual([
    'release bad is not recorded: run: expected id and attempt of a run, or null',
    'release a is there twice: only what happened first is recorded',
  ]);
});

test('a version as long as a record has room for keeps its two digests', () => {
  const applied = [{ version: '1'.repeat(300), up: 'a'.repeat(64), down: 'b'.repeat(64) }];
  const migrated = [{ release: 'r1', createdAt: '2026-11-01T08:00:00Z', author: { runId: 1, runAttempt: 1 }, applied }];
  const entries = migrationEntries({ environment: 'production', service: '', releases: [], swaps: [], migrated });
  expect(entries.flatMap((one) => entryProblems(one))).toEqual([]);
  expect(Object.keys(entries[0]?.files ?? {})).toHaveLength(2);
});
