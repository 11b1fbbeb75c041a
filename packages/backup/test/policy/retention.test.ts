import { expect, test } from '@jest/globals';
import { backupId } from '../../src/manifest/manifest.ts';
import type { PolicyFile } from '../../src/policy/policy-file.ts';
import { judgeRetention } from '../../src/policy/retention.ts';
import type { ListedBackup } from '../../src/status/list-backups.ts';
import type { Protection } from '../../src/targets/target.ts';

const DAY = 86_400_000;
const now = Date.parse('2026-11-29T12:00:00Z');

function backup(daysAgo: number, changes: Partial<ListedBackup> = {}): ListedBackup {
  const takenAtMs = now - daysAgo * DAY;
  const id = backupId(takenAtMs, '0123abcd');
  const tier = changes.tier ?? 'daily';
  const rest = { objects: 9, bytes: 1_000, isWhole: true, lockedUntilMs: undefined, legalHold: false };
  return { tier, id, prefix: `${tier}/${id}/`, takenAtMs, ...rest, ...changes };
}

const protection: Protection = { defaultLock: undefined, keepsVersions: true, expiry: [] };
const limits: PolicyFile['retention'] = { daily: 14 * DAY };

function judged(
  backups: readonly ListedBackup[],
  policy: Partial<PolicyFile>,
  given: Protection | undefined = protection,
) {
  const none = { recovery: { maxDataAgeMs: undefined, maxRestoreMs: undefined }, runbook: undefined };
  const facts = { place: 's3://b', backups, protection: given, nowMs: now };
  const checks = judgeRetention(facts, { ...none, retention: {}, legalHolds: [], ...policy });
  return checks.map(({ id, reason, verdict }) => `${id} ${verdict} ${reason}`);
}

const hold = (one: ListedBackup, until = '2027-06-30') => ({ backup: one.id, until, reason: 'claim 4711' });

test('without limits and holds there is nothing to judge', () => {
  expect(judged([backup(500)], {})).toEqual([]);
});

test.each([
  ['within', [backup(1), backup(14)], 'retention-daily pass within-limit'],
  ['a store deletes a day late', [backup(15.9)], 'retention-daily pass within-limit'],
  ['past it', [backup(1), backup(17)], 'retention-daily fail past-limit'],
  ['past it, and never finished', [backup(17, { isWhole: false })], 'retention-daily fail past-limit'],
])('a limit: %s', (_what, backups, expected) => {
  expect(judged(backups, { retention: limits })).toEqual([expected]);
});

test('a tier that is used has to have a limit', () => {
  expect(judged([backup(3, { tier: 'yearly' })], { retention: limits })).toEqual([
    'retention-daily pass within-limit',
    'retention-yearly fail no-limit',
  ]);
});

test('what is held may be older; but not once the hold has ended', () => {
  const old = backup(100, { legalHold: true });
  expect(judged([old], { retention: limits, legalHolds: [hold(old)] })).toEqual([
    'retention-daily pass within-limit',
    'legal-hold pass held',
  ]);
  expect(judged([old], { retention: limits, legalHolds: [hold(old, '2026-11-28')] })).toEqual([
    'retention-daily fail past-limit',
    'legal-hold pass hold-ended',
  ]);
});

const until = Date.parse('2027-07-01T00:00:00Z');
const rule = (prefix: string, days: number): Protection => ({ ...protection, expiry: [{ prefix, days }] });

test.each([
  ['on its last day it still holds', backup(1), '2026-11-29', protection, 'fail hold-not-enforced'],
  ['held by the store', backup(1, { legalHold: true }), '2027-06-30', rule('daily/', 14), 'pass held'],
  ['locked for long enough', backup(1, { lockedUntilMs: until }), '2027-06-30', protection, 'pass held'],
  ['locked for too short', backup(1, { lockedUntilMs: until - 1 }), '2027-06-30', protection, 'fail hold-not-enforced'],
  ['a rule deletes it', backup(1), '2027-06-30', rule('daily/', 14), 'fail hold-would-be-deleted'],
  ['a rule deletes it later', backup(1), '2027-06-30', rule('', 400), 'fail hold-not-enforced'],
  ['a rule for others', backup(1), '2027-06-30', rule('weekly/', 1), 'fail hold-not-enforced'],
  ['a store that does not say', backup(1), '2027-06-30', undefined, 'unknown hold-unknown'],
  ['only a part of it', backup(1, { isWhole: false }), '2027-06-30', protection, 'fail held-backup-gone'],
] as const)('a legal hold: %s', (_what, one, end, given, expected) => {
  const facts = { place: 's3://b', backups: [one], protection: given, nowMs: now };
  const policy = { recovery: { maxDataAgeMs: undefined, maxRestoreMs: undefined }, runbook: undefined, retention: {} };
  const [check] = judgeRetention(facts, { ...policy, legalHolds: [hold(one, end)] });
  expect(`${check?.verdict} ${check?.reason}`).toBe(expected);
});

test('a held backup that is gone is a fail', () => {
  expect(judged([], { legalHolds: [hold(backup(1))] })).toEqual(['legal-hold fail held-backup-gone']);
});
