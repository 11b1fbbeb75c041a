import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeCheckList, Secret, silent } from '@lockstep/base';
import { hastyClock } from '@lockstep/proving-ground/clock';
import { Faults } from '@lockstep/proving-ground/faults';
import { type Supabase, type SupabaseProjectSeed, startSupabase } from '@lockstep/proving-ground/supabase';
import { createSupabaseClient } from '@lockstep/supabase';
import { judgeLifecycle } from '../../src/status/lifecycle.ts';
import { judgeProvider } from '../../src/status/provider.ts';
import { readProvider } from '../../src/status/read-provider.ts';

const REF = 'abcdefghijklmnopqrst';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.parse('2026-11-29T12:00:00Z');

let faults: Faults;
let supabase: Supabase;
let project: SupabaseProjectSeed;
beforeEach(async () => {
  faults = new Faults();
  supabase = await startSupabase({ faults });
  project = supabase.project(REF);
});
afterEach(async () => {
  await supabase.close();
});

/** A backup so many hours ago. */
function backup(hours: number, status = 'COMPLETED') {
  const inserted_at = new Date(now - hours * HOUR).toISOString().replace('Z', '');
  return { id: Math.round(hours * 10), is_physical_backup: true, status, inserted_at };
}

/** Any point in time from so many hours ago to so many. */
function window(from: number, to: number) {
  const seconds = (hours: number) => Math.floor((now - hours * HOUR) / 1_000);
  return { earliest_physical_backup_date_unix: seconds(from), latest_physical_backup_date_unix: seconds(to) };
}

async function judged(minWindowMs?: number, token = supabase.token()): Promise<string[]> {
  const api = createSupabaseClient({
    token: new Secret(token),
    apiUrl: new URL(supabase.url),
    clock: hastyClock(100),
    log: silent,
    signal: new AbortController().signal,
    fetch,
    requestTimeoutMs: 100_000,
  });
  const facts = { ...(await readProvider(api, REF, minWindowMs !== undefined)), nowMs: now };
  const { checks, notVerified } = judgeProvider(facts, { maxAgeMs: 26 * HOUR, minWindowMs });
  // Whatever it says, it can be reported.
  makeCheckList({ subject: REF, nowMs: now, run: null, tool: { name: 'backup', version: '0' }, checks, notVerified });
  return [
    ...checks.map(({ id, measured, reason, verdict }) => `${id} ${verdict} ${reason}: ${measured}`),
    ...notVerified.map(({ because, id }) => `${id} not verified: ${because}`),
  ];
}

const running = 'provider-project pass project-running: ACTIVE_HEALTHY';

describe("the provider's backups", () => {
  test.each([
    ['a young one', [backup(20)], 'pass provider-backup-stored: a backup, 20 hours old'],
    [
      'the latest failed',
      [backup(20), backup(1, 'FAILED')],
      'pass provider-backup-stored: a backup, 20 hours old; the latest one failed',
    ],
    ['an old one', [backup(50)], 'fail provider-backup-too-old: a backup, 2 days old'],
    [
      'none, though WAL is archived',
      [],
      'fail provider-backup-missing: none of 0 backups is stored; archiving of WAL being on is no backup',
    ],
    [
      'failed and deleted ones',
      [backup(1, 'FAILED'), backup(2, 'REMOVED')],
      'fail provider-backup-missing: none of 2 backups is stored; the latest one failed; archiving of WAL being on is no backup',
    ],
    ['a new word', [backup(1, 'FROZEN'), backup(50)], 'unknown provider-backup-unknown: a backup, 2 days old'],
  ])('%s', async (_what, backups, expected) => {
    project.backups = backups;
    expect(await judged()).toEqual([running, `provider-backup ${expected}`]);
  });

  test('a point in time is as good', async () => {
    project.pitrEnabled = true;
    project.physicalBackupData = window(100, 0.05);
    expect(await judged()).toEqual([
      running,
      'provider-backup pass provider-backup-stored: a point in time, 3 minutes old',
    ]);
  });

  test('a project that is paused makes none: what is old there is unknown', async () => {
    project.status = 'INACTIVE';
    project.backups = [backup(500)];
    expect(await judged()).toEqual([
      'provider-project unknown project-not-running: INACTIVE',
      'provider-backup unknown project-not-running: a backup, 21 days old',
    ]);
  });

  test('a restore that failed is a fail', async () => {
    project.status = 'RESTORE_FAILED';
    project.backups = [backup(1)];
    expect((await judged())[0]).toBe('provider-project fail project-broken: RESTORE_FAILED');
  });
});

describe('any point in time', () => {
  test.each([
    ['off', {}, 'fail pitr-off: it is switched off'],
    ['on, and empty', { pitrEnabled: true }, 'fail pitr-empty: it is switched on, and nothing can be restored yet'],
    [
      'long enough',
      { pitrEnabled: true, physicalBackupData: window(8 * 24, 0) },
      /^pass pitr-long-enough: .* \(8 days\)$/,
    ],
    ['too short', { pitrEnabled: true, physicalBackupData: window(2 * 24, 0) }, /^fail pitr-too-short: .* \(2 days\)$/],
    ['behind', { pitrEnabled: true, physicalBackupData: window(9 * 24, 24) }, /^fail pitr-behind: /],
  ] as const)('%s', async (_what, change, expected) => {
    Object.assign(project, change);
    const said = (await judged(7 * DAY))
      .find((line) => line.startsWith('provider-pitr '))
      ?.slice('provider-pitr '.length);
    expect(said).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
  });
});

describe('what is not answered is not verified, and hides nothing else', () => {
  test('a token without the permission', async () => {
    project.backups = [backup(1)];
    const [first, second, ...more] = await judged(undefined, supabase.token({ permissions: ['project_admin_read'] }));
    expect([first, more]).toEqual([running, []]);
    expect(second).toMatch(/^provider-backup not verified: .*privileges.*HTTP 403/);
  });

  test('a limit that outlasts the budget', async () => {
    const effect = { kind: 'status', status: 429, headers: { 'retry-after': '900' }, body: {} } as const;
    faults.plant({ service: 'supabase', path: /backups/, times: Infinity, effect });
    expect((await judged())[1]).toMatch(/^provider-backup not verified: .*HTTP 429/);
  });
});

describe('the lifecycle of the store', () => {
  const kept = [
    { name: 'daily', days: 7 },
    { name: 'yearly', days: 2_555 },
  ] as const;
  const protection = { defaultLock: undefined, keepsVersions: true, expiry: [{ prefix: 'daily/', days: 3 }] };
  const lines = (given: Parameters<typeof judgeLifecycle>[2]) =>
    judgeLifecycle('s3://b', kept, given).map(({ measured, reason, verdict }) => `${verdict} ${reason}: ${measured}`);

  test('each tier by its own', () => {
    expect(lines(protection)).toEqual([
      'fail deleted-too-early: deleted after 3 days',
      'fail never-deleted: never deleted',
    ]);
    const right = kept.map(({ days, name }) => ({ prefix: `${name}/`, days }));
    expect(lines({ ...protection, expiry: right })).toEqual([
      'pass lifecycle-as-promised: deleted after 7 days',
      'pass lifecycle-as-promised: deleted after 2555 days',
    ]);
    expect(lines(undefined)[0]).toBe('unknown lifecycle-unknown: the store does not say');
  });

  test('a folder has no bucket that a key could read', () => {
    const remedyOf = (place: string) => judgeLifecycle(place, kept, undefined)[0]?.remedy;
    expect(remedyOf('s3://b')).toContain('let the key read');
    expect(remedyOf('/backups')).toMatch(/^delete old backups there/);
  });
});
