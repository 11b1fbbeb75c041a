import { describe, expect, test } from '@jest/globals';
import { Scope } from '@lockstep/proving-ground/scope';
import { backupId, type Tier } from '../../src/manifest/manifest.ts';
import type { DrillRecord } from '../../src/status/drill-record.ts';
import { keepDrill, listDrills } from '../../src/status/drill-record.ts';
import { type ListedBackup, listBackups } from '../../src/status/list-backups.ts';
import { gapsOf } from '../../src/status/runs.ts';
import { type BackupPolicy, judgeStatus, type StatusFacts } from '../../src/status/status.ts';
import { tierFor } from '../../src/status/tiers.ts';
import { directoryTarget } from '../../src/targets/directory.ts';
import { chunksOf } from '../targets/cases.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.parse('2026-03-11T03:00:00Z');

function backup(hoursAgo: number, changes: Partial<ListedBackup> = {}): ListedBackup {
  const takenAtMs = now - hoursAgo * HOUR;
  const id = backupId(takenAtMs, '0123abcd');
  const tier: Tier = changes.tier ?? 'daily';
  const prefix = `${tier}/${id}/`;
  const rest = { objects: 9, bytes: 1_000, isWhole: true, lockedUntilMs: undefined, legalHold: false };
  return { tier, id, prefix, takenAtMs, ...rest, ...changes };
}

const week = [1, 25, 49, 73, 97, 121, 145, 169].map((hours) => backup(hours));
const policy: BackupPolicy = {
  everyMs: DAY,
  runs: 7,
  maxAgeMs: 26 * HOUR,
  maxDrillAgeMs: undefined,
  tiers: [],
  lockedForMs: undefined,
};

function judged(facts: Partial<StatusFacts>, changes: Partial<BackupPolicy> = {}): string[] {
  const all = { place: 's3://b', backups: week, drills: undefined, protection: undefined, nowMs: now, ...facts };
  return judgeStatus(all, { ...policy, ...changes }).map(({ id, reason, measured }) => `${id} ${reason}: ${measured}`);
}

test('a week of daily backups has no gap', () => {
  expect(judged({})).toEqual([
    `newest-backup young-enough: daily/${week[0]?.id}, 1 hour old, 1000 bytes`,
    'expected-runs no-gap: 7 of 7 expected runs',
  ]);
});

test('a run that is missing is told, with its time', () => {
  const backups = week.filter((_, at) => at !== 3);
  expect(judged({ backups })[1]).toBe(
    'expected-runs gap: 6 of 7 expected runs; none in 2026-03-07T02:00:00.000Z to 2026-03-09T02:00:00.000Z',
  );
});

test('without a backup it fails, also where there are unfinished ones', () => {
  expect(judged({ backups: [] })).toEqual(['newest-backup no-backup: no backup']);
  const backups = [backup(1, { isWhole: false })];
  expect(judged({ backups })).toEqual(['newest-backup no-backup: no backup; 1 that were never finished']);
});

test('an unfinished one is not the newest', () => {
  const backups = [backup(1, { isWhole: false }), backup(30)];
  expect(judged({ backups })[0]).toMatch(/^newest-backup too-old: daily\/.*, 30 hours old/);
});

test('a system that is two days old is not asked for a week', () => {
  expect(judged({ backups: week.slice(0, 3) })[1]).toBe('expected-runs no-gap: 3 of 3 expected runs');
});

test.each([
  ['late by five hours', [5, 25, 54], 0],
  ['none since three days', [72, 96], 2],
  ['twice a day', [1, 13, 25, 37, 49, 61, 73, 85, 97, 109, 121, 133, 145, 157, 169], 0],
])('gaps: %s', (_what, hours, missing) => {
  const taken = hours.map((each) => now - each * HOUR);
  expect(gapsOf(taken, now, { everyMs: DAY, runs: 7 })).toMatchObject({ missing });
});

test('a tier is kept by itself, or by one that is kept longer', () => {
  const backups = [...week, backup(6 * 24 + 1, { tier: 'monthly' }), backup(40 * 24, { tier: 'monthly' })];
  const found = judged({ backups }, { tiers: ['daily', 'weekly', 'yearly'] }).slice(2);
  expect(found.map((line) => line.split(':')[0])).toEqual([
    'tier-daily tier-kept',
    'tier-weekly tier-kept',
    'tier-yearly tier-missing',
  ]);
});

describe('a lock', () => {
  const asked = { lockedForMs: 30 * DAY };
  const locked = (days: number) => [backup(1, { lockedUntilMs: now - HOUR + days * DAY })];
  test.each([
    ['long enough', { backups: locked(30) }, 'immutable immutable'],
    ['too short', { backups: locked(29) }, 'immutable not-immutable'],
    [
      'none',
      { backups: week, protection: { defaultLock: undefined, keepsVersions: true, expiry: [] } },
      'immutable not-immutable',
    ],
    ['a place that does not say', {}, 'immutable lock-unknown'],
    [
      'a default lock that none of its objects shows',
      { backups: week, protection: { defaultLock: { mode: 'compliance', days: 30 }, keepsVersions: true, expiry: [] } },
      'immutable lock-unknown',
    ],
  ] as const)('%s', (_what, facts, expected) => {
    expect(judged(facts, asked).at(-1)?.split(':')[0]).toBe(expected);
  });
});

describe('the last drill', () => {
  const drill = (daysAgo: number, verdict: DrillRecord['verdict'] = 'pass'): DrillRecord => ({
    kind: 'lockstep-drill/1',
    backup: 'daily/x',
    verdict,
    at: new Date(now - daysAgo * DAY).toISOString(),
    restoreMs: 1,
    dataAgeMs: 1,
    run: null,
  });
  const asked = { maxDrillAgeMs: 35 * DAY };
  test.each([
    [[drill(3)], 'pass', 'drilled'],
    [[drill(1), drill(3, 'fail')], 'pass', 'drilled'],
    // What is stored now was found wanting, whatever passed before.
    [[drill(1, 'fail'), drill(3)], 'fail', 'drill-failed'],
    [[drill(1, 'unknown'), drill(3)], 'unknown', 'drill-unknown'],
    [[drill(1, 'unknown'), drill(36)], 'fail', 'drill-unknown'],
    [[drill(1, 'unknown')], 'fail', 'drill-unknown'],
    [[drill(1, 'fail')], 'fail', 'drill-failed'],
    [[drill(36)], 'fail', 'not-drilled'],
    [[], 'fail', 'not-drilled'],
  ] as const)('%#', (drills, verdict, reason) => {
    const facts = { place: 's3://b', backups: week, drills, protection: undefined, nowMs: now };
    const [last] = judgeStatus(facts, { ...policy, ...asked }).slice(-1);
    expect(last).toMatchObject({ id: 'last-drill', verdict, reason });
  });

  test('is kept beside the backups, and read again', async () => {
    await using scope = new Scope();
    const place = await directoryTarget(scope.folder('lockstep-status-'));
    for (const each of [drill(9), drill(2, 'fail'), drill(5)]) await keepDrill(place, each, { signal: undefined });
    await place.put('drills/0-broken.json', chunksOf('{'), { signal: undefined });
    expect(await listDrills(place, { signal: undefined })).toEqual([drill(2, 'fail'), drill(5), drill(9)]);
  });

  test('keeps its turn among those of the same second, whatever they are called', async () => {
    await using scope = new Scope();
    const place = await directoryTarget(scope.folder('lockstep-status-'));
    const within = (ms: number): DrillRecord => ({ ...drill(1), at: new Date(now + ms).toISOString() });
    const many = Array.from({ length: 8 }, (_, at) => within(at * 9));
    for (const each of many) await keepDrill(place, each, { signal: undefined });
    // As they were named before: the second, and something random.
    const old = [within(100), within(200)];
    for (const [name, record] of [
      ['f', old[0]],
      ['0', old[1]],
    ] as const)
      await place.put(`drills/20260311T030000Z-${name}.json`, chunksOf(JSON.stringify(record)), { signal: undefined });
    expect(await listDrills(place, { signal: undefined })).toEqual([...many, ...old].reverse());
  });
});

test('backups are listed by what is stored; a folder of somebody else is none', async () => {
  await using scope = new Scope();
  const place = await directoryTarget(scope.folder('lockstep-status-'));
  const [whole, half] = [backupId(now, '00000001'), backupId(now + DAY, '00000002')];
  for (const key of [
    `daily/${whole}/manifest.json`,
    `daily/${whole}/data/1`,
    `weekly/${half}/data/1`,
    'daily/x/manifest.json',
  ])
    await place.put(key, chunksOf('abc'), { signal: undefined });
  expect(await listBackups(place, { signal: undefined })).toMatchObject([
    { tier: 'weekly', id: half, isWhole: false, bytes: 3, takenAtMs: now + DAY },
    { tier: 'daily', id: whole, isWhole: true, bytes: 6, objects: 2, prefix: `daily/${whole}/` },
  ]);
});

test('the first backup of a year, a month and a week is kept for so long', () => {
  const at = (day: string) => Date.parse(`${day}T03:00:00Z`);
  const made: ListedBackup[] = [];
  const next = (day: string) => {
    const tier = tierFor(at(day), made);
    made.unshift({ ...backup(0), tier, takenAtMs: at(day) });
    return tier;
  };
  expect(
    ['2026-01-01', '2026-01-02', '2026-01-05', '2026-02-01', '2026-02-02', '2026-02-03', '2027-01-03'].map(next),
  ).toEqual(['yearly', 'daily', 'weekly', 'monthly', 'weekly', 'daily', 'yearly']);
});
