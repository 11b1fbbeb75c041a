import { expect, test } from '@jest/globals';
import { makeCheckList } from '@lockstep/base';
import { accessEntries } from '../../src/sources/access-entries.ts';
import { ledgerEntries, type RecordedRelease, type RecordedSwap, reportEntries } from '../../src/sources/entries.ts';
import { migrationEntries } from '../../src/sources/migration-entries.ts';
import { entryProblems } from '../../src/trail/read-record.ts';

const author = { runId: 41, runAttempt: 2 };
const release = (changes: Partial<RecordedRelease> = {}): RecordedRelease => ({
  id: '20261101T080000Z-a1b2c3',
  createdAt: '2026-11-01T08:00:00Z',
  service: '',
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
  const list = (name: string, id = 'a') =>
    makeCheckList({
      ...{ subject: 'shop.example', nowMs: Date.parse('2026-11-03T08:00:00Z'), tool: { name, version: 'v1' } },
      run: 'https://github.com/acme/shop/actions/runs/77/attempts/3',
      checks: [{ id, title: 'A', verdict: 'fail', reason: 'bad', what: 'x', measured: '', expected: '', remedy: '' }],
    });
  const found = (name: string, digest: string, id?: string) => ({
    ...{ file: 'artifact checks.json', digest, list: list(name, id) },
  });
  const entries = reportEntries([
    found('edge-audit', 'a'.repeat(64)),
    found('backup', 'b'.repeat(64), 'backup-restores'),
    found('alert-drill', 'c'.repeat(64), 'alert-delivered'),
    found('backup', 'd'.repeat(64), 'newest-backup'),
    found('edge-audit', 'a'.repeat(64)),
  ]);
  expect(entries).toMatchObject([
    { event: 'audit', subject: 'edge-audit', verdict: 'fail', run: { id: 77, attempt: 3 } },
    { event: 'drill', subject: 'backup', files: { 'artifact_checks.json': 'b'.repeat(64) } },
    { event: 'drill', subject: 'alert-drill' },
    // Of how old the newest backup is: nothing was restored.
    { event: 'audit', subject: 'backup', files: { 'artifact_checks.json': 'd'.repeat(64) } },
  ]);
  expect(entries.flatMap((entry) => entryProblems(entry))).toEqual([]);
});

test('migrations are recorded by the versions that releases found, applied and undone', () => {
  const found = (nth: number, databaseVersion: string | null) =>
    release({
      ...{ id: `r${nth}`, createdAt: `2026-11-0${nth}T08:00:00Z`, databaseVersion },
      author: { runId: nth, runAttempt: 1 },
    });
  // Newest first, as the ledger is read.
  const releases = [found(6, '9'), found(5, '10'), found(4, '9'), found(3, null), found(2, '9'), found(1, '')];
  const entries = migrationEntries({ ...line, service: 'web', releases });
  expect(entries).toMatchObject([
    { id: 'migration/r5/9-to-10', event: 'migration', subject: 'production/web', reason: 'applied', run: { id: 5 } },
    { id: 'migration/r6/10-to-9', event: 'migration', verdict: 'pass', reason: 'undone', run: { id: 6 } },
  ]);
  expect(entries.flatMap((entry) => entryProblems(entry))).toEqual([]);
  expect(migrationEntries({ ...line, releases: [release(), release({ id: 'x' })] })).toEqual([]);
});

test('what a release applied is recorded by its digests, and not once more by the versions that others found', () => {
  const found = (nth: number, databaseVersion: string) =>
    release({ id: `r${nth}`, createdAt: `2026-11-0${nth}T08:00:00Z`, databaseVersion });
  const wrote = (
    nth: number,
    applied: NonNullable<Parameters<typeof migrationEntries>[0]['migrated']>[0]['applied'],
  ) => ({
    ...{ release: `r${nth}`, createdAt: `2026-11-0${nth}T08:05:00Z`, author: { runId: nth, runAttempt: 1 }, applied },
  });
  const digests = (version: string) => ({ version, up: 'a'.repeat(64), down: 'b'.repeat(64) });
  // A contract migration came between the third and the fourth, outside of any release.
  const releases = [found(4, '13'), found(3, '11'), found(2, '11'), found(1, '9')];
  const migrated = [wrote(3, [{ ...digests('12'), down: null }]), wrote(1, [digests('10'), digests('11')])];
  const entries = migrationEntries({ ...line, service: 'web', releases, migrated });
  expect(entries).toMatchObject([
    { id: 'migration/r3/1', reason: 'applied', run: { id: 3 }, files: { '12/up': 'a'.repeat(64) } },
    {
      ...{ id: 'migration/r1/1', event: 'migration', subject: 'production/web', verdict: 'pass', run: { id: 1 } },
      happenedAt: '2026-11-01T08:05:00.000Z',
      files: { '10/up': 'a'.repeat(64), '10/down': 'b'.repeat(64), '11/up': 'a'.repeat(64), '11/down': 'b'.repeat(64) },
    },
    { id: 'migration/r4/12-to-13', files: {} },
  ]);
  const many = Array.from({ length: 60 }, (_, nth) => digests(String(nth)));
  const parts = migrationEntries({ ...line, migrated: [wrote(1, many)] });
  expect(parts.map(({ files, id }) => [id, Object.keys(files).length])).toEqual([
    ['migration/r1/1', 50],
    ['migration/r1/2', 50],
    ['migration/r1/3', 20],
  ]);
  expect([...entries, ...parts].flatMap((entry) => entryProblems(entry))).toEqual([]);
});

test('what a release applied is recorded as undone once the next one finds an older version', () => {
  const found = (nth: number, databaseVersion: string | null) =>
    release({ id: `r${nth}`, createdAt: `2026-11-0${nth}T08:00:00Z`, databaseVersion });
  const wrote = (nth: number, versions: readonly string[], steps = 1) => ({
    ...{ release: `r${nth}`, createdAt: `2026-11-0${nth}T08:05:00Z`, author, steps },
    applied: versions.map((version) => ({ version, up: 'a'.repeat(64), down: null })),
  });
  const seen = (...[releases, ...migrated]: [RecordedRelease[], ...ReturnType<typeof wrote>[]]) =>
    migrationEntries({ ...line, releases: releases.reverse(), migrated })
      .filter(({ files }) => Object.keys(files).length === 0)
      .map(({ id, reason }) => `${id} ${reason}`);
  // A rollback took back what the first had applied.
  expect(seen([found(1, '10'), found(2, '10')], wrote(1, ['11']))).toEqual(['migration/r2/11-to-10 undone']);
  // Part of it, and further than what it had found.
  expect(seen([found(1, '10'), found(2, '11')], wrote(1, ['11', '12']))).toEqual(['migration/r2/12-to-11 undone']);
  expect(seen([found(1, '10'), found(2, '9')], wrote(1, ['11']))).toEqual(['migration/r2/11-to-9 undone']);
  // One in between that does not say what it found had applied more, and a migration was merged late.
  expect(seen([found(1, '10'), found(2, null), found(3, '12')], wrote(1, ['11']), wrote(2, ['12']))).toEqual([]);
  expect(seen([found(1, '10'), found(2, '10')], wrote(1, ['9']))).toEqual([]);
  // More than one record has room for: the rest is seen.
  expect(seen([found(1, '10'), found(2, '400')], wrote(1, ['300']))).toEqual(['migration/r2/300-to-400 applied']);
  // Two steps may have been of two databases, and the version is of one of them.
  expect(seen([found(1, '10'), found(2, '11')], wrote(1, ['11', '2030'], 2))).toEqual([]);
  expect(seen([found(1, '10'), found(2, '9')], wrote(1, ['11', '2030'], 2))).toEqual(['migration/r2/10-to-9 undone']);
  // Nobody knows what was there before.
  expect(seen([found(1, null), found(2, '10')], wrote(1, ['9']))).toEqual([]);
});

test('changes of access are recorded once, without the name of anyone', () => {
  const drift = (what: string, measured: string, id = 'drift.change') => {
    const isPinned = id === 'drift.pinned';
    return {
      ...{ id, title: 'Settings that changed', what, measured, expected: '"MEMBER"', remedy: '' },
      verdict: isPinned ? ('fail' as const) : ('pass' as const),
      reason: isPinned ? 'pinned-setting-changed' : 'setting-changed',
    };
  };
  const report = (day: number, checks: readonly ReturnType<typeof drift>[], name = 'platform-audit') => ({
    ...{ file: 'lockstep-platform-audit/checks.json', digest: String(day).repeat(64) },
    list: makeCheckList({
      ...{ subject: 'acme/shop', nowMs: Date.parse(`2026-11-0${day}T08:00:00Z`), tool: { name, version: 'v1' } },
      ...{ run: `https://github.com/acme/shop/actions/runs/${day}/attempts/1`, checks },
    }),
  });
  const member = drift('vercel.members[jane@example.com].role', '"OWNER"');
  const entries = accessEntries([
    report(3, [member, drift('github.environments.production.reviewers', '[]', 'drift.pinned')]),
    report(2, [member, drift('vercel.project.nodeVersion', '"24.x"'), { ...member, id: 'vercel.members' }]),
    report(1, [member], 'edge-audit'),
  ]);
  expect(entries).toMatchObject([
    { event: 'access-change', subject: 'vercel.members', verdict: 'pass', reason: 'setting-changed', run: { id: 2 } },
    { subject: 'github.environments', verdict: 'fail', reason: 'pinned-setting-changed', actor: null, run: { id: 3 } },
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/jane|example\.com/);
  expect(entries.flatMap((entry) => entryProblems(entry))).toEqual([]);
  const secret = accessEntries([report(4, [drift('github.secretsOf-production', '["A"]')])]);
  expect(secret).toMatchObject([{ subject: 'github.secretsOf' }]);
});
