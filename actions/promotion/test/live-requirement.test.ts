import { describe, expect, test } from '@jest/globals';
import type { LedgerView, ReleaseRecord, SwapRecord } from '@lockstep/github';
import { type LiveNow, type LiveRequirement, refuseLive } from '../src/live-requirement.ts';

const at = (time: string) => `2026-11-20T${time}:00Z`;
const author = { runId: 1, runAttempt: 1, url: 'https://github.example/runs/1' };
const newest: ReleaseRecord = {
  kind: 'lockstep-release/1',
  id: 'r2',
  service: 'web',
  author,
  actor: 'olga',
  candidate: { deployment: 'dpl_2', commit: 'c2' },
  before: { deployment: 'dpl_1', commit: 'c1', release: 'r1' },
  databaseVersion: null,
  adopted: false,
  record: 10,
  state: 'released',
  message: '',
  createdAt: at('10:00'),
  since: at('10:30'),
  deployment: 'dpl_2',
};
const swap = (more: Partial<SwapRecord> = {}): SwapRecord => ({
  kind: 'lockstep-swap/1',
  id: 's1',
  service: 'web',
  author,
  release: 'r2',
  from: 'dpl_1',
  to: 'dpl_2',
  aliases: {},
  record: 11,
  state: 'swapped',
  message: '',
  createdAt: at('10:10'),
  since: at('10:11'),
  ...more,
});
const view = (swaps: readonly SwapRecord[] = [swap()]): LedgerView => ({
  key: { environment: 'production', service: 'web' },
  releases: [newest],
  swaps,
  ignored: [],
});
const served = { deployment: 'dpl_2', commit: 'c2' };
const reasonOf = (
  now: string,
  more: Partial<LiveNow & LiveRequirement & { view: LedgerView; newest: ReleaseRecord }> = {},
) =>
  refuseLive(
    more.view ?? view(),
    more.newest ?? newest,
    { live: more.live ?? served, nowMs: Date.parse(at(now)) },
    { release: more.release ?? '', committedForMs: 'committedForMs' in more ? more.committedForMs : 3_600_000 },
  )?.reason;

describe('how long users have a release', () => {
  test.each([
    ['counts from its commit, not from its begin', '11:29', 'committed-too-recently'],
    ['is enough to the minute', '11:30', undefined],
    ['is not enough where the commit is in the future', '10:00', 'committed-too-recently'],
  ])('%s', (_what, now, reason) => {
    expect(reasonOf(now)).toBe(reason);
  });

  test('begins again with a rollback to it, and with a newer release that had the traffic and was rolled back', () => {
    const back = swap({ id: 's3', record: 21, release: null, since: at('12:00') });
    const failed = swap({ id: 's4', record: 22, release: 'r3', state: 'put-back', since: at('12:00') });
    for (const later of [back, failed]) {
      expect(reasonOf('12:30', { view: view([later, swap()]) })).toBe('committed-too-recently');
      expect(reasonOf('13:00', { view: view([later, swap()]) })).toBeUndefined();
    }
  });

  test('goes on where a change of traffic came to nothing', () => {
    const nothing = swap({ id: 's3', record: 21, state: 'unchanged', since: at('12:00') });
    expect(reasonOf('12:30', { view: view([nothing, swap()]) })).toBeUndefined();
  });

  test('is not enough where the time cannot be read', () => {
    expect(reasonOf('23:00', { newest: { ...newest, since: 'yesterday' } })).toBe('committed-too-recently');
  });

  test('does not matter with 0s, nor where it is not required', () => {
    expect(reasonOf('10:30', { committedForMs: 0 })).toBeUndefined();
    expect(reasonOf('10:30', { committedForMs: undefined })).toBeUndefined();
  });
});

test('is the required release', () => {
  expect(reasonOf('23:00', { release: 'r2' })).toBeUndefined();
  expect(reasonOf('23:00', { release: 'r1' })).toBe('release-changed');
});

test('is what Vercel serves, where it was asked', () => {
  expect(reasonOf('23:00', { live: 'not-asked' })).toBeUndefined();
  expect(reasonOf('23:00', { live: 'nothing' })).toBe('candidate-not-live');
  expect(reasonOf('23:00', { live: { deployment: 'dpl_9', commit: 'c9' } })).toBe('candidate-not-live');
  expect(reasonOf('23:00', { newest: { ...newest, deployment: null } })).toBe('candidate-not-live');
});

test('has a commit to plan from, where it is asked how old it is', () => {
  const unknown = { ...newest, candidate: { deployment: 'dpl_2', commit: null } };
  expect(reasonOf('23:00', { newest: unknown })).toBe('commit-unknown');
  expect(reasonOf('23:00', { newest: unknown, committedForMs: undefined })).toBeUndefined();
});
