import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { InputError, RemoteError, Secret, silent } from '@lockstep/base';
import { hastyClock } from '@lockstep/proving-ground/clock';
import { type FaultEffect, Faults } from '@lockstep/proving-ground/faults';
import { type Supabase, startSupabase } from '@lockstep/proving-ground/supabase';
import {
  createRestorePoint,
  createSupabaseClient,
  makeRestorePoint,
  ownerOf,
  readBackupSchedule,
  readHealth,
  readPitrDays,
  readProject,
  readProviderBackups,
  readRestorePoint,
  restorePointName,
  type SupabaseApi,
} from '../src/index.ts';

const REF = 'abcdefghijklmnopqrst';
let faults: Faults;
let supabase: Supabase;
let stop: AbortController;

beforeEach(async () => {
  faults = new Faults();
  stop = new AbortController();
  supabase = await startSupabase({ faults });
});
afterEach(async () => {
  await supabase.close();
  supabase.expectNoViolations();
});

function client(token = supabase.token(), requestTimeoutMs = 10_000): SupabaseApi {
  return createSupabaseClient({
    token: new Secret(token),
    apiUrl: new URL(supabase.url),
    clock: hastyClock(100),
    log: silent,
    signal: stop.signal,
    fetch,
    requestTimeoutMs,
  });
}

const strike = (effect: FaultEffect, times = 1) => faults.plant({ service: 'supabase', times, effect });
const failure = (work: Promise<unknown>): Promise<RemoteError> =>
  work.then(
    () => {
      throw new Error('it was to fail');
    },
    (error: RemoteError) => error,
  );

describe('backups', () => {
  test('archived WAL is no backup', async () => {
    supabase.project(REF);
    expect(await readProviderBackups(client(), REF)).toEqual({
      region: 'eu-central-1',
      backups: [],
      pitrEnabled: false,
      walArchived: true,
      window: undefined,
    });
  });

  test('each with its state, newest first, and the window of point-in-time recovery', async () => {
    const backup = (id: number, status: string, day: number) => ({
      id,
      is_physical_backup: true,
      status,
      inserted_at: `2026-11-${day}T04:00:00`,
    });
    supabase.project(REF, {
      backups: [
        backup(1, 'COMPLETED', 26),
        backup(3, 'FAILED', 28),
        backup(2, 'PENDING', 27),
        backup(4, 'REMOVED', 25),
      ],
      pitrEnabled: true,
      physicalBackupData: { earliest_physical_backup_date_unix: 1_000, latest_physical_backup_date_unix: 2_000 },
    });
    const { backups, window } = await readProviderBackups(client(), REF);
    expect(backups.map(({ id, state }) => [id, state])).toEqual([
      [3, 'failed'],
      [2, 'running'],
      [1, 'stored'],
      [4, 'gone'],
    ]);
    expect(backups[0]?.atMs).toBe(Date.parse('2026-11-28T04:00:00Z'));
    expect(window).toEqual({ fromMs: 1_000_000, toMs: 2_000_000 });
  });

  test('a word that was added since is not known, and no window has one end alone', async () => {
    supabase.project(REF, {
      backups: [{ id: 1, is_physical_backup: false, status: 'FROZEN', inserted_at: '2026-11-26T04:00:00+01:00' }],
      physicalBackupData: { earliest_physical_backup_date_unix: 1_000 },
    });
    expect(await readProviderBackups(client(), REF)).toMatchObject({
      backups: [{ state: 'not-known', atMs: Date.parse('2026-11-26T03:00:00Z') }],
      window: undefined,
    });
    supabase.takeViolations();
  });

  test('an answer without what it is about is an error, never an empty list', async () => {
    supabase.project(REF);
    strike({ kind: 'status', status: 200, body: { region: 'eu-central-1', walg_enabled: true, pitr_enabled: true } });
    expect((await failure(readProviderBackups(client(), REF))).message).toContain('"backups"');
  });

  test('the schedule and the days that are paid for, where there are any', async () => {
    const project = supabase.project(REF);
    expect([await readBackupSchedule(client(), REF), await readPitrDays(client(), REF)]).toEqual([
      undefined,
      undefined,
    ]);
    project.schedule = '04:00:00';
    project.pitrAddon = 'pitr_14';
    expect([await readBackupSchedule(client(), REF), await readPitrDays(client(), REF)]).toEqual(['04:00:00', 14]);
  });
});

describe('the project', () => {
  test.each([
    ['ACTIVE_HEALTHY', 'running'],
    ['INACTIVE', 'stopped'],
    ['RESTORING', 'changing'],
    ['RESTORE_FAILED', 'broken'],
    ['ASLEEP', 'not-known'],
  ])('%s: %s', async (status, condition) => {
    supabase.project(REF, { status });
    expect(await readProject(client(), REF)).toMatchObject({
      status,
      condition,
      region: 'eu-central-1',
      postgresMajor: '17',
    });
    supabase.takeViolations();
  });

  test('the health of each service that was asked for', async () => {
    supabase.project(REF, {
      health: { db: { status: 'UNHEALTHY', error: 'disk full' }, rest: { status: 'COMING_UP' } },
    });
    expect(await readHealth(client(), REF, ['db', 'rest', 'auth'])).toEqual([
      { name: 'db', health: 'unhealthy', error: 'disk full' },
      { name: 'rest', health: 'coming-up', error: '' },
      { name: 'auth', health: 'healthy', error: '' },
    ]);
    strike({ kind: 'status', status: 200, body: [] });
    expect(await readHealth(client(), REF, ['db'])).toEqual([{ name: 'db', health: 'not-known', error: '' }]);
  });
});

describe('what goes wrong', () => {
  test.each([
    ['a token that is none', 'sbp_none', 401],
    ['a token without the permission', undefined, 403],
  ])('%s', async (_what, token, status) => {
    supabase.project(REF);
    const api = client(token ?? supabase.token({ permissions: ['project_admin_read'] }));
    const error = await failure(readProviderBackups(api, REF));
    expect(error).toBeInstanceOf(RemoteError);
    expect(error).toMatchObject({
      service: 'Supabase',
      status,
      retryable: false,
      hint: expect.stringContaining('token'),
    });
    expect(supabase.exchanges).toHaveLength(1);
  });

  test('a project that is not there, and a reference that can be none', async () => {
    expect((await failure(readProject(client(), REF))).status).toBe(404);
    await expect(readProject(client(), '../../organizations')).rejects.toThrow(InputError);
    expect(supabase.exchanges).toHaveLength(1);
  });

  test.each([
    ['429 with Retry-After', { kind: 'status', status: 429, headers: { 'retry-after': '7' }, body: {} }],
    [
      '429 with the seconds that are left',
      { kind: 'status', status: 429, headers: { 'x-ratelimit-reset': '7' }, body: {} },
    ],
    ['500', { kind: 'status', status: 500, body: { message: 'Failed to get backups' } }],
    ['a page', { kind: 'html', status: 200 }],
    ['a cut connection', { kind: 'reset-before' }],
    ['an answer that ends in the middle', { kind: 'cut', bytes: 10 }],
  ] satisfies [string, FaultEffect][])('%s passes', async (_what, effect) => {
    supabase.project(REF);
    strike(effect);
    expect((await readProviderBackups(client(), REF)).walArchived).toBe(true);
    expect(faults.hits()).toEqual([1]);
  });

  test('a rate limit that outlasts the budget is told with its wait', async () => {
    supabase.project(REF);
    strike({ kind: 'status', status: 429, headers: { 'retry-after': '600' }, body: {} });
    expect(await failure(readProject(client(), REF))).toMatchObject({ status: 429, retryAfterMs: 600_000 });
    expect(supabase.exchanges).toHaveLength(1);
  });

  test('no answer ends at the deadline, and at the signal', async () => {
    supabase.project(REF);
    strike({ kind: 'hang' }, Infinity);
    expect((await failure(readProject(client(undefined, 1_000), REF))).message).toContain('no answer');
    const waiting = readProject(client(), REF);
    stop.abort(new Error('stopped'));
    await expect(waiting).rejects.toThrow('stopped');
  });

  test('a redirect is not followed', async () => {
    supabase.project(REF);
    strike({ kind: 'status', status: 302, headers: { location: 'https://elsewhere.example/' } });
    expect((await failure(readProject(client(), REF))).hint).toContain('supabase-api-url');
  });
});

describe('restore points', () => {
  test('made, and found again by name', async () => {
    supabase.project(REF);
    expect(await readRestorePoint(client(), REF, 'before-42')).toBeUndefined();
    expect(await createRestorePoint(client(), REF, 'before-42')).toMatchObject({
      name: 'before-42',
      state: 'available',
    });
    expect(await readRestorePoint(client(), REF, 'before-42')).toMatchObject({ state: 'available' });
    await expect(createRestorePoint(client(), REF, 'much too long for a name')).rejects.toThrow(InputError);
  });

  test('a lost answer is looked for, and nothing is made twice', async () => {
    const project = supabase.project(REF);
    faults.plant({ service: 'supabase', method: 'POST', effect: { kind: 'reset-after' } });
    expect((await createRestorePoint(client(), REF, 'once')).state).toBe('available');
    expect(project.restorePoints).toHaveLength(1);
    faults.plant({ service: 'supabase', method: 'POST', effect: { kind: 'reset-before' } });
    expect((await createRestorePoint(client(), REF, 'twice', { lookAfterMs: [1_000] })).state).toBe('available');
    expect(project.restorePoints).toHaveLength(2);
  });

  const made = (readyWithinMs = 60_000, api = client()) =>
    makeRestorePoint(api, { ref: REF, name: 'before', readyWithinMs });

  test('made and read back, also where it takes a while', async () => {
    const project = supabase.project(REF);
    project.restorePointing.pendingReads = 3;
    expect(await made()).toMatchObject({ kind: 'available', point: { name: 'before', state: 'available' } });
    expect(project.restorePoints).toMatchObject([{ status: 'AVAILABLE', completed_on: expect.any(String) }]);
  });

  test.each([
    ['the plan has none', { offered: false }, 'not-offered'],
    ['it fails', { becomes: 'FAILED', pendingReads: 1 }, 'failed'],
    ['it goes again', { becomes: 'REMOVED', pendingReads: 1 }, 'failed'],
    ['it is never ready', { becomes: 'PENDING' }, 'not-ready'],
    ['it was answered, and is not there', { lost: true }, 'not-confirmed'],
  ] as const)('%s', async (_, making, kind) => {
    Object.assign(supabase.project(REF).restorePointing, making);
    expect((await made()).kind).toBe(kind);
  });

  test('a refusal, no answer, and a project that is not there', async () => {
    expect((await made()).kind).toBe('not-offered');
    supabase.project(REF);
    faults.plant({ service: 'supabase', method: 'POST', effect: { kind: 'status', status: 402 } });
    expect((await made()).kind).toBe('not-offered');
    expect((await made(60_000, client(supabase.token({ permissions: ['backups_read'] })))).kind).toBe('refused');
    faults.plant({ service: 'supabase', method: 'POST', effect: { kind: 'hang' }, times: Infinity });
    expect((await made(60_000, client(undefined, 100))).kind).toBe('not-confirmed');
  });

  test('its name says when, and fits', () => {
    expect(restorePointName(Date.UTC(2026, 10, 30, 4, 5, 6), '3f9a2c')).toBe('ls-20261130T0405-3f9');
  });

  test.each([
    ['db.abcdefghijklmnopqrst.supabase.co', 'postgres', 'same'],
    ['aws-0-eu-central-1.pooler.supabase.com', `postgres.${REF}`, 'same'],
    ['aws-0-eu-central-1.pooler.supabase.com', 'postgres.zzzzzzzzzzzzzzzzzzzz', 'other'],
    ['db.zzzzzzzzzzzzzzzzzzzz.supabase.co', 'postgres', 'other'],
    ['db.example.com', `postgres.${REF}`, 'not-known'],
    ['10.0.0.7', 'postgres', 'same'],
  ])('%s as %s is the database of the project: %s', async (host, user, kind) => {
    const project = supabase.project(REF);
    if (host === '10.0.0.7') project.database.host = host;
    expect((await ownerOf(client(), REF, { host, user })).kind).toBe(kind);
  });

  test('a refusal is an error', async () => {
    supabase.project(REF);
    const api = client(supabase.token({ permissions: ['backups_read'] }));
    expect((await failure(createRestorePoint(api, REF, 'never'))).status).toBe(403);
  });
});
