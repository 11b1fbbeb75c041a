import { describe, expect, test } from '@jest/globals';
import type { ReleaseFacts } from '../../src/numbers/release-facts.ts';
import { drillsOf, environmentOf, releasesOf } from '../../src/status/from-facts.ts';

const facts = (id: string, at: number, over: Partial<ReleaseFacts> = {}): ReleaseFacts => ({
  id,
  service: '',
  commits: [],
  startedAt: null,
  preparedAt: null,
  approvedAt: null,
  begunAt: at,
  trafficAt: at + 2,
  end: 'released',
  endedAt: at + 5,
  goneAt: null,
  ...over,
});

const commitOf = (id: string) => `${id}-new`;
const stateOf = (...releases: readonly ReleaseFacts[]) => {
  const { commit, release, since, state } = environmentOf({
    environment: 'production',
    service: 'web',
    releases,
    commitOf,
  });
  return { commit, release, since, state };
};

describe('what is live', () => {
  test('is the newest release that nothing took back', () => {
    expect(stateOf(facts('a', 100), facts('b', 200))).toEqual({
      state: 'live',
      release: 'b',
      commit: 'b-new',
      since: 202,
    });
    const undone = facts('b', 200, { end: 'rolled-back', goneAt: 204 });
    expect(stateOf(facts('a', 100), undone)).toMatchObject({ state: 'live', release: 'a' });
    const later = facts('b', 200, { goneAt: 300 });
    expect(stateOf(facts('a', 100), later)).toMatchObject({ state: 'live', release: 'a' });
    const early = facts('b', 200, { end: 'failed', trafficAt: null });
    expect(stateOf(facts('a', 100), early)).toMatchObject({ state: 'live', release: 'a' });
  });

  test('is what users have where nobody has decided yet, and that is said', () => {
    expect(stateOf(facts('a', 100), facts('b', 200, { end: 'held', endedAt: null }))).toMatchObject({
      state: 'held',
      release: 'b',
    });
    const open = facts('b', 200, { end: 'open', trafficAt: null, endedAt: null });
    expect(stateOf(facts('a', 100), open)).toMatchObject({ state: 'releasing', release: 'a' });
    const lost = facts('b', 200, { end: 'unresolved', trafficAt: null });
    expect(stateOf(facts('a', 100), lost)).toMatchObject({ state: 'unresolved', release: 'a' });
  });

  test('is what a person left, once they took a held release out of the way', () => {
    const closed = facts('b', 200, { end: 'closed', endedAt: null });
    expect(stateOf(facts('a', 100), closed)).toMatchObject({ state: 'live', release: 'b' });
    expect(stateOf(facts('a', 100), { ...closed, goneAt: 300 })).toMatchObject({ state: 'live', release: 'a' });
    expect(stateOf(facts('a', 100), { ...closed, trafficAt: null })).toMatchObject({ state: 'live', release: 'a' });
  });

  test('is unknown where no release is left', () => {
    expect(stateOf()).toEqual({ state: 'unknown', release: null, commit: null, since: null });
    expect(stateOf(facts('a', 100, { end: 'rolled-back', goneAt: 104 }))).toMatchObject({ state: 'unknown' });
  });
});

test('releases of all lines come newest first', () => {
  const line = (environment: string, releases: readonly ReleaseFacts[]) => ({
    environment,
    service: '',
    releases,
    commitOf,
  });
  const all = releasesOf([line('staging', [facts('a', 100), facts('c', 300)]), line('production', [facts('b', 200)])]);
  expect(all.map(({ environment, id }) => `${environment} ${id}`)).toEqual(['staging c', 'production b', 'staging a']);
});

test('drills are the last of each kind, with what they measured', () => {
  const drill = (ms: number | null, atMs: number) => ({ ms, verdict: 'pass' as const, atMs });
  expect(drillsOf({ restore: drill(60_000, 100), dataAge: drill(90_000, 100), acknowledged: undefined })).toEqual([
    { name: 'restore', at: 100, verdict: 'pass', recoveryMs: 60_000, dataAgeMs: 90_000, acknowledgedMs: null },
  ]);
  expect(drillsOf({ restore: undefined, dataAge: undefined, acknowledged: drill(null, 200) })).toEqual([
    { name: 'alert', at: 200, verdict: 'pass', recoveryMs: null, dataAgeMs: null, acknowledgedMs: null },
  ]);
});
