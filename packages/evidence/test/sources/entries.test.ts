import { expect, test } from '@jest/globals';
import { makeCheckList } from '@lockstep/base';
import { ledgerEntries, type RecordedRelease, type RecordedSwap, reportEntries } from '../../src/sources/entries.ts';
import { entryProblems } from '../../src/trail/read-record.ts';

const author = { runId: 41, runAttempt: 2 };
const release = (changes: Partial<RecordedRelease> = {}): RecordedRelease => ({
  id: '20261101T080000Z-a1b2c3',
  createdAt: '2026-11-01T08:00:00Z',
  adopted: false,
  deployment: 'dpl_2',
  before: { deployment: 'dpl_1' },
  state: 'released',
  said: [
    { state: 'begun', at: '2026-11-01T08:00:00Z' },
    { state: 'released', at: '2026-11-01T08:05:00Z' },
  ],
  author,
  actor: 'jane',
  ...changes,
});
const swap = (changes: Partial<RecordedSwap> = {}): RecordedSwap => ({
  id: 'swap-1',
  createdAt: '2026-11-02T08:00:00Z',
  release: null,
  takesBack: ['20261101T080000Z-a1b2c3'],
  state: 'swapped',
  said: [
    { state: 'open', at: '2026-11-02T08:00:00Z' },
    { state: 'swapped', at: '2026-11-02T08:01:00Z' },
  ],
  firstStageAt: null,
  author,
  ...changes,
});
const line = { environment: 'production', service: '', swaps: [], releases: [] };
const idOf = (login: string) => ({ jane: 7, john: 8 })[login] ?? null;
const entriesOf = (changes: object) => ledgerEntries({ ...line, ...changes }, idOf);

test('a release is recorded with its end, its run, and who did it by number', () => {
  const evidence = { at: '2026-11-01T07:59:00Z', digest: `sha256:${'e'.repeat(64)}`, planDigest: null };
  const entries = entriesOf({ releases: [release({ approval: { by: 'john' }, evidence })] });
  expect(entries).toMatchObject([
    { event: 'approval', reason: 'approved', actor: 8, run: { id: 41, attempt: 2 }, subject: 'production' },
    {
      id: 'release/20261101T080000Z-a1b2c3/released',
      ...{ event: 'release', verdict: 'pass', reason: 'released', actor: 7 },
      happenedAt: '2026-11-01T08:05:00.000Z',
      files: { evidence: 'e'.repeat(64) },
    },
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/jane|john/);
  expect(entries.flatMap((entry) => entryProblems(entry))).toEqual([]);
});

test.each([
  ['rolled-back', 'fail'],
  ['partly-rolled-back', 'fail'],
  ['held', 'unknown'],
  ['unknown', 'unknown'],
])('a release that ended as %s is %s', (state, verdict) => {
  const said = [{ state, at: '2026-11-01T08:05:00Z' }];
  expect(entriesOf({ releases: [release({ state, said })] })).toMatchObject([{ reason: state, verdict }]);
});

test('each state is recorded once, in the order of time, and a release under way is not yet', () => {
  const said = ['held', 'unknown', 'held', 'released'].map((state, nth) => ({
    state,
    at: `2026-11-01T08:0${nth}:00Z`,
  }));
  expect(entriesOf({ releases: [release({ said })] }).map(({ reason }) => reason)).toEqual([
    'held',
    'unknown',
    'released',
  ]);
  expect(entriesOf({ releases: [release({ said: [{ state: 'begun', at: '2026-11-01T08:00:00Z' }] })] })).toEqual([]);
  expect(entriesOf({ releases: [release({ adopted: true })] })).toEqual([]);
});

test('a rollback is recorded, and a swap that goes forward is part of its release', () => {
  expect(entriesOf({ swaps: [swap()] })).toMatchObject([{ event: 'rollback', verdict: 'pass', reason: 'swapped' }]);
  const { takesBack: _, ...forward } = swap();
  expect(entriesOf({ swaps: [forward] })).toEqual([]);
});

test('whoever approved their own release is told apart, and names with spaces make valid records', () => {
  const entries = ledgerEntries(
    { ...line, environment: 'Production EU', service: 'web', releases: [release({ approval: { by: 'jane' } })] },
    idOf,
  );
  expect(entries[0]).toMatchObject({ reason: 'approved-by-the-same-person', subject: 'Production_EU/web' });
  expect(entries.flatMap((entry) => entryProblems(entry))).toEqual([]);
});

test('reports are recorded once by their digest: drills as drills, the others as audits', () => {
  const list = (name: string) =>
    makeCheckList({
      ...{ subject: 'shop.example', nowMs: Date.parse('2026-11-03T08:00:00Z'), tool: { name, version: 'v1' } },
      run: 'https://github.com/acme/shop/actions/runs/77/attempts/3',
      checks: [
        { id: 'a', title: 'A', verdict: 'fail', reason: 'bad', what: 'x', measured: '', expected: '', remedy: '' },
      ],
    });
  const found = (name: string, digest: string) => ({ file: 'artifact checks.json', digest, list: list(name) });
  const entries = reportEntries([
    found('edge-audit', 'a'.repeat(64)),
    found('backup', 'b'.repeat(64)),
    found('edge-audit', 'a'.repeat(64)),
  ]);
  expect(entries).toMatchObject([
    { event: 'audit', subject: 'edge-audit', verdict: 'fail', run: { id: 77, attempt: 3 } },
    { event: 'drill', subject: 'backup', files: { 'artifact_checks.json': 'b'.repeat(64) } },
  ]);
  expect(entries.flatMap((entry) => entryProblems(entry))).toEqual([]);
});
