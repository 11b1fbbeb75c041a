import { type Check, formatDuration } from '@lockstep/base';
import { TIERS, type Tier } from '../manifest/manifest.ts';
import type { Protection } from '../targets/target.ts';
import { ageWords } from './age-words.ts';
import type { DrillRecord } from './drill-record.ts';
import { type ListedBackup, newestOf } from './list-backups.ts';
import { gapsOf } from './runs.ts';

/** What is promised of the backups; what is undefined is not judged. */
export interface BackupPolicy {
  /** How often one is made. */
  readonly everyMs: number;
  /** Over how many of them gaps are looked for. */
  readonly runs: number;
  readonly maxAgeMs: number;
  readonly maxDrillAgeMs: number | undefined;
  /** Of each of these there is one that is not older than its period. */
  readonly tiers: readonly Tier[];
  /** For how long the place itself has to keep the newest one from being changed or deleted. */
  readonly lockedForMs: number | undefined;
}

export interface StatusFacts {
  readonly place: string;
  readonly backups: readonly ListedBackup[];
  /** Newest first; undefined where they were not looked for. */
  readonly drills: readonly DrillRecord[] | undefined;
  readonly protection: Protection | undefined;
  readonly nowMs: number;
}

const DAY_MS = 86_400_000;
/** A period and a half day: schedules are late. */
const TIER_MS: Readonly<Record<Tier, number>> = {
  daily: 1.5 * DAY_MS,
  weekly: 7.5 * DAY_MS,
  monthly: 31.5 * DAY_MS,
  yearly: 366.5 * DAY_MS,
};

/** What a place of backups says about the backups, whatever colour the runs had that made them. */
export function judgeStatus(facts: StatusFacts, policy: BackupPolicy): readonly Check[] {
  const newest = newestOf(facts.backups);
  const checks = [newestCheck(facts, policy, newest)];
  if (newest === undefined) return checks;
  checks.push(runsCheck(facts, policy));
  for (const tier of TIERS) if (policy.tiers.includes(tier)) checks.push(tierCheck(facts, tier));
  if (policy.lockedForMs !== undefined) checks.push(lockCheck(facts, policy.lockedForMs, newest));
  if (policy.maxDrillAgeMs !== undefined && facts.drills !== undefined)
    checks.push(drillCheck(facts.drills, policy.maxDrillAgeMs, facts));
  return checks;
}

function newestCheck(facts: StatusFacts, { maxAgeMs }: BackupPolicy, newest: ListedBackup | undefined): Check {
  const check = { id: 'newest-backup', title: 'The newest backup is young enough', what: facts.place } as const;
  const expected = `one of the last ${formatDuration(maxAgeMs)}`;
  if (newest === undefined) {
    const unfinished = facts.backups.length;
    const measured = unfinished === 0 ? 'no backup' : `no backup; ${unfinished} that were never finished`;
    const remedy = 'run create, and check that both use the same store';
    return { ...check, verdict: 'fail', reason: 'no-backup', measured, expected, remedy };
  }
  const age = facts.nowMs - newest.takenAtMs;
  const measured = `${newest.tier}/${newest.id}, ${ageWords(age)} old, ${newest.bytes} bytes`;
  if (age <= maxAgeMs) return { ...check, verdict: 'pass', reason: 'young-enough', measured, expected, remedy: '' };
  const remedy = 'look at the runs that should have made a newer one';
  return { ...check, verdict: 'fail', reason: 'too-old', measured, expected, remedy };
}

function runsCheck({ backups, place, nowMs }: StatusFacts, policy: BackupPolicy): Check {
  const taken = backups.filter(({ isWhole }) => isWhole).map(({ takenAtMs }) => takenAtMs);
  const { expected, missing, gaps } = gapsOf(taken, nowMs, policy);
  const whole = missing === 0;
  const where = gaps.map(({ fromMs, toMs }) => `${new Date(fromMs).toISOString()} to ${new Date(toMs).toISOString()}`);
  return {
    id: 'expected-runs',
    title: 'No backup is missing between the others',
    verdict: whole ? 'pass' : 'fail',
    reason: whole ? 'no-gap' : 'gap',
    what: place,
    measured: `${expected - missing} of ${expected} expected runs${whole ? '' : `; none in ${where.join(', ')}`}`,
    expected: `one every ${formatDuration(policy.everyMs)}`,
    remedy: whole ? '' : 'look at the runs of that time: a schedule may be late or off',
  };
}

function tierCheck({ backups, place, nowMs }: StatusFacts, tier: Tier): Check {
  const longer = TIERS.slice(TIERS.indexOf(tier));
  const found = backups.find((one) => one.isWhole && longer.includes(one.tier));
  const age = found === undefined ? undefined : nowMs - found.takenAtMs;
  const isThere = age !== undefined && age <= TIER_MS[tier];
  return {
    id: `tier-${tier}`,
    title: `There is a ${tier} backup`,
    verdict: isThere ? 'pass' : 'fail',
    reason: isThere ? 'tier-kept' : 'tier-missing',
    what: place,
    measured: age === undefined ? 'none' : `${found?.tier}/${found?.id}, ${ageWords(age)} old`,
    expected: `one of the last ${ageWords(TIER_MS[tier])}, kept as ${longer.join(' or ')}`,
    remedy: isThere ? '' : 'leave the tier to auto, or look why it was not made',
  };
}

function lockCheck({ protection, nowMs }: StatusFacts, lockedForMs: number, newest: ListedBackup): Check {
  const until = newest.lockedUntilMs;
  const isLocked = until !== undefined && until - newest.takenAtMs >= lockedForMs && until > nowMs;
  const check = { id: 'immutable', title: 'The newest backup cannot be changed or deleted', what: newest.id } as const;
  const expected = `locked by the place for ${ageWords(lockedForMs)}`;
  if (isLocked) {
    const measured = `locked until ${new Date(until).toISOString()}`;
    return { ...check, verdict: 'pass', reason: 'immutable', measured, expected, remedy: '' };
  }
  const remedy = 'switch on Object Lock with a default retention on the bucket';
  if (until === undefined && protection === undefined)
    return {
      ...check,
      verdict: 'unknown',
      reason: 'lock-unknown',
      measured: 'the place does not say',
      expected,
      remedy,
    };
  const lock = protection?.defaultLock;
  if (until === undefined && lock !== undefined)
    return {
      ...check,
      verdict: 'unknown',
      reason: 'lock-unknown',
      measured: `the bucket has a default lock of ${lock.days} days (${lock.mode}), and its objects do not say theirs`,
      expected,
      remedy: 'give the key the right s3:GetObjectRetention; objects from before the default lock have none',
    };
  const measured =
    until === undefined
      ? 'no lock, and the bucket has no default one'
      : `locked until ${new Date(until).toISOString()}`;
  return { ...check, verdict: 'fail', reason: 'not-immutable', measured, expected, remedy };
}

/** The newest drill decides: an older one that passed says nothing of what was stored since. */
function drillCheck(drills: readonly DrillRecord[], maxAgeMs: number, { place, nowMs }: StatusFacts): Check {
  const [newest] = drills;
  const passed = drills.find(({ verdict }) => verdict === 'pass');
  const age = passed === undefined ? undefined : nowMs - Date.parse(passed.at);
  const check = {
    id: 'last-drill',
    title: 'A backup was restored and compared lately',
    what: place,
    expected: `one of the last ${ageWords(maxAgeMs)} that passed, and none after it that did not`,
  } as const;
  const last = age === undefined ? 'no drill that passed' : `${passed?.backup}, ${ageWords(age)} ago`;
  const isRecent = age !== undefined && age <= maxAgeMs;
  if (newest !== undefined && newest.verdict !== 'pass') {
    const isFailed = newest.verdict === 'fail';
    return {
      ...check,
      verdict: isFailed || !isRecent ? 'fail' : 'unknown',
      reason: isFailed ? 'drill-failed' : 'drill-unknown',
      measured: `${last}; the latest one, of ${newest.backup}, ${isFailed ? 'failed' : 'ended as unknown'}`,
      remedy: 'read the report of the latest drill, fix what it names, and run drill again',
    };
  }
  if (isRecent) return { ...check, verdict: 'pass', reason: 'drilled', measured: last, remedy: '' };
  const remedy = 'run drill: a backup that was never restored is a hope';
  return { ...check, verdict: 'fail', reason: 'not-drilled', measured: last, remedy };
}
