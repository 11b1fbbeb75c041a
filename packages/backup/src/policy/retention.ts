import { type Check, count } from '@lockstep/base';
import { TIERS, type Tier } from '../manifest/manifest.ts';
import { ageWords } from '../status/age-words.ts';
import type { ListedBackup } from '../status/list-backups.ts';
import type { Protection } from '../targets/target.ts';
import { type LegalHold, lastMomentOf, type PolicyFile } from './policy-file.ts';

export interface RetentionFacts {
  readonly place: string;
  /** Those that are held with the locks that the place has on them. */
  readonly backups: readonly ListedBackup[];
  readonly protection: Protection | undefined;
  readonly nowMs: number;
}

const DAY_MS = 86_400_000;
/** A store deletes on the day after, and not at once. */
const LATE_MS = 2 * DAY_MS;
const NAMED = 5;

/** Whether what is stored is kept for as long as the policy says, no longer, and what is held is held. */
export function judgeRetention(facts: RetentionFacts, policy: PolicyFile): readonly Check[] {
  const { legalHolds, retention } = policy;
  const limits = Object.keys(retention).length === 0 ? [] : TIERS.flatMap((tier) => limitCheck(facts, tier, policy));
  return [...limits, ...legalHolds.map((hold) => holdCheck(facts, hold))];
}

function limitCheck({ backups, place, nowMs }: RetentionFacts, tier: Tier, policy: PolicyFile): readonly Check[] {
  const limit = policy.retention[tier];
  const kept = backups.filter((one) => one.tier === tier);
  const check = {
    id: `retention-${tier}`,
    title: `No ${tier} backup is kept longer than it may be`,
    what: place,
  } as const;
  if (limit === undefined) {
    if (kept.length === 0) return [];
    return [
      {
        ...check,
        verdict: 'fail',
        reason: 'no-limit',
        measured: `${count(kept.length, 'backup')}, and the policy has no limit for them`,
        expected: 'a limit for each tier that is used',
        remedy: `add ${tier} to retention in the policy file`,
      },
    ];
  }
  const held = new Set(policy.legalHolds.filter((hold) => !isOver(hold, nowMs)).map(({ backup }) => backup));
  const past = kept.filter(({ id, takenAtMs }) => nowMs - takenAtMs > limit + LATE_MS && !held.has(id));
  const expected = `none older than ${ageWords(limit)} but those under a legal hold`;
  if (past.length === 0) {
    const measured = `${count(kept.length, 'backup')}, none of them past its limit`;
    return [{ ...check, verdict: 'pass', reason: 'within-limit', measured, expected, remedy: '' }];
  }
  const oldest = Math.min(...past.map(({ takenAtMs }) => takenAtMs));
  const named = past.slice(0, NAMED).map(({ id }) => id);
  const more = past.length > NAMED ? ` and ${past.length - NAMED} more` : '';
  return [
    {
      ...check,
      verdict: 'fail',
      reason: 'past-limit',
      measured: `${count(past.length, 'backup')} past it: ${named.join(', ')}${more}; the oldest is ${ageWords(nowMs - oldest)} old`,
      expected,
      remedy: 'let the lifecycle of the bucket delete them, or write a legal hold into the policy file',
    },
  ];
}

function holdCheck(facts: RetentionFacts, hold: LegalHold): Check {
  const { nowMs, protection } = facts;
  const { backup: id, until } = hold;
  const check = {
    id: 'legal-hold',
    title: 'A backup under a legal hold is there, and cannot be deleted before its end',
    what: id,
    expected: `kept until ${until}`,
  } as const;
  if (isOver(hold, nowMs)) {
    const remedy = 'remove it from the policy file, and lift the legal hold of the store';
    return { ...check, verdict: 'pass', reason: 'hold-ended', measured: `it ended on ${until}`, remedy };
  }
  const backup = facts.backups.find((one) => one.id === id && one.isWhole);
  if (backup === undefined) {
    const remedy =
      'find out who deleted it; in a bucket that keeps versions it may be behind a delete marker: `aws s3api list-object-versions`';
    return { ...check, verdict: 'fail', reason: 'held-backup-gone', measured: 'no such backup is there', remedy };
  }
  const untilMs = lastMomentOf(until) ?? 0;
  const days = daysUntilDeleted(backup, protection);
  const hides = days === undefined ? '' : `; a lifecycle rule hides it ${count(days, 'day')} after it was made`;
  if (backup.legalHold || (backup.lockedUntilMs ?? 0) >= untilMs) {
    const by = backup.legalHold ? 'a legal hold' : `a lock until ${new Date(backup.lockedUntilMs ?? 0).toISOString()}`;
    const isHidden = days !== undefined && backup.takenAtMs + days * DAY_MS < untilMs;
    const measured = `the store has ${by} on it${isHidden ? hides : ''}`;
    return { ...check, verdict: 'pass', reason: 'held', measured, remedy: '' };
  }
  const remedy =
    'put a legal hold on each of its objects: `aws s3api put-object-legal-hold --legal-hold Status=ON`, with a key that may; or keep a copy elsewhere';
  if (protection === undefined) {
    const measured = 'it is there, and the store does not say what may delete it';
    return { ...check, verdict: 'unknown', reason: 'hold-unknown', measured, remedy };
  }
  if (days !== undefined && backup.takenAtMs + days * DAY_MS < untilMs) {
    const measured = `a lifecycle rule deletes it ${count(days, 'day')} after it was made, and nothing holds it`;
    return { ...check, verdict: 'fail', reason: 'hold-would-be-deleted', measured, remedy };
  }
  const measured = 'it is there, and nothing keeps it from being deleted';
  return { ...check, verdict: 'fail', reason: 'hold-not-enforced', measured, remedy };
}

function isOver({ until }: LegalHold, nowMs: number): boolean {
  return nowMs >= (lastMomentOf(until) ?? 0);
}

/** After how many days the place deletes it; undefined where no rule does. */
function daysUntilDeleted({ prefix }: ListedBackup, protection: Protection | undefined): number | undefined {
  const rules = protection?.expiry.filter((rule) => prefix.startsWith(rule.prefix)) ?? [];
  return rules.length === 0 ? undefined : Math.min(...rules.map(({ days }) => days));
}
