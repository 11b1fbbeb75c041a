import { type Check, count, formatDuration, type NotVerified } from '@lockstep/base';
import type { Tampering, TrailFinding } from './finding.ts';
import { readRecord } from './read-record.ts';
import type { TrailFacts, TrailReport } from './verify.ts';

export interface TrailPolicy {
  /** As people know the trail. */
  readonly name: string;
  /** How old a record may be that no anchor proves. */
  readonly maxUnanchoredMs: number;
}

export interface TrailChecks {
  readonly checks: readonly Check[];
  readonly notVerified: readonly NotVerified[];
}

interface Rule {
  readonly title: string;
  /** It compares with anchors, and says nothing without one. */
  readonly byAnchors?: true;
  /** It compares with when the store got a record, and says nothing where the store has no such time. */
  readonly byTimes?: true;
  /** It also compares with when a place got an anchor. */
  readonly byAnyTimes?: true;
  /** It asks what the store ever had, and says nothing where the store does not show that. */
  readonly byPast?: true;
}

const RULES: Readonly<Record<Tampering, Rule>> = {
  'foreign-object': { title: 'Nothing but records is stored among the records' },
  'not-a-record': { title: 'Every record reads as it was written' },
  'wrong-number': { title: 'Every record has the number under which it is stored' },
  missing: { title: 'No record is missing' },
  'chain-broken': { title: 'Every record has the digest of the one before it' },
  'back-dated': { title: 'No record is dated before the one that it follows' },
  'future-dated': { title: 'No record is dated in the future' },
  'stored-later': { title: 'Every record was stored when it was recorded', byTimes: true },
  'post-dated': { title: 'No record is dated after it was there', byAnyTimes: true },
  overwritten: { title: 'No record was stored over', byPast: true },
  deleted: { title: 'No record was deleted', byPast: true },
  'recorded-before': { title: 'Nothing was recorded before it happened' },
  repeated: { title: 'Nothing is recorded twice' },
  'cut-off': { title: 'The trail has every record that an anchor knows', byAnchors: true },
  rewritten: { title: 'Every record is the one that an anchor knows', byAnchors: true },
  'anchors-disagree': { title: 'All anchors know the same records', byAnchors: true },
};

const INVESTIGATE =
  'Find out who could write to the trail and when it changed, and compare with a copy. Append nothing until it is known.';
const KEEP_ANCHORS =
  'Give anchor-to a bucket with Object Lock, or put the output anchor of record into a message, and give it to verify.';
const LOCK_ANCHORS =
  'Switch on Object Lock with a default retention for the bucket of anchor-to, and let the key read it (s3:GetObjectRetention).';
const SHOW_PAST = 'Give the key s3:ListBucketVersions on the bucket of the trail, and switch on versions there.';
const PAST_WORDS = {
  'no-past': 'the store does not show what was there before',
  'no-versions': 'the bucket keeps no versions',
  'not-whole':
    'versions were off when the bucket got some of the records, which leave no trace where they are replaced',
  'no-right': 'the key may not list deleted versions',
} as const;
const SHOW_DELETED =
  'Give the key s3:ListBucketVersions on this bucket. Without it, an anchor that someone deleted is not seen.';

/** What was found in a trail as checks: one for each rule where it holds, and one for each place where it does not. Pure. */
export function trailChecks(facts: TrailFacts, report: TrailReport, policy: TrailPolicy): TrailChecks {
  const { anchors, objects } = facts;
  const checks: Check[] = [];
  const notVerified: NotVerified[] = [];
  const hasTimes = objects.some(({ modifiedMs }) => modifiedMs !== undefined);
  const why = whyNoPast(facts);
  const hasDates = anchors.some(({ atMs }) => atMs !== undefined);
  for (const [what, rule] of Object.entries(RULES) as [Tampering, Rule][]) {
    const findings = report.findings.filter((finding) => finding.what === what);
    const base = { id: `trail-${what}`, title: rule.title, expected: rule.title };
    if (findings.length > 0) checks.push(...findings.map((finding) => failed(base, finding)));
    else if (rule.byAnchors && anchors.length === 0)
      notVerified.push(left(base.id, policy.name, 'no anchor was found', KEEP_ANCHORS));
    // That every record is of a time before an anchor's own is looked at all the same: the store was the caller's choice.
    // By ids of their own: a control that asks for all of the trail (`trail-*`) would never be current with a branch.
    else if (objects.length > 0 && !hasTimes && (rule.byTimes === true || (rule.byAnyTimes === true && !hasDates)))
      notVerified.push({
        ...left(`store-${what}`, policy.name, 'the store says no time that a writer cannot set', ''),
        chosen: true,
      });
    else if (rule.byPast && why !== undefined && objects.length > 0)
      notVerified.push(pastNotShown(what, why, policy.name));
    else if (objects.length > 0) checks.push(held(base, policy.name, count(objects.length, 'record')));
  }
  if (facts.mayHide !== undefined)
    notVerified.push(
      left('trail-anchors-deleted', facts.mayHide, 'the key may not list deleted versions', SHOW_DELETED),
    );
  checks.push(anchoredCheck(facts, report, policy));
  return { checks, notVerified };
}

/** Why the store does not show all that it ever had; undefined where it does. */
function whyNoPast({ past }: TrailFacts): keyof typeof PAST_WORDS | undefined {
  if (typeof past !== 'object') return past ?? 'no-past';
  return past.isWhole ? undefined : 'not-whole';
}

/**
 * Anchors show the same, as far as there are any: whether the store keeps it too was the caller's choice. That a key may
 * not look was not: as with anchors, what was deleted may be there to be seen.
 */
function pastNotShown(what: Tampering, why: keyof typeof PAST_WORDS, name: string): NotVerified {
  const chosen = why !== 'no-right';
  return {
    ...left(`${chosen ? 'store' : 'trail'}-${what}`, name, PAST_WORDS[why], why === 'no-past' ? '' : SHOW_PAST),
    chosen,
  };
}

type Base = Pick<Check, 'id' | 'title' | 'expected'>;

/** What an anchor proves names it. */
function failed(base: Base, { message, what, where }: TrailFinding): Check {
  return { ...base, verdict: 'fail', reason: what, what: where, measured: message, remedy: INVESTIGATE };
}

function held(base: Base, what: string, measured: string): Check {
  return { ...base, verdict: 'pass', reason: 'holds', what, measured, remedy: '' };
}

function left(id: string, what: string, because: string, remedy: string): NotVerified {
  return { id, what, because, remedy, chosen: false };
}

/** Whether an anchor proves the trail up to records that are not too old. */
function anchoredCheck(
  { nowMs, objects }: TrailFacts,
  { anchored, head, looselyAnchored }: TrailReport,
  policy: TrailPolicy,
): Check {
  const id = 'trail-anchored';
  const title = 'An anchor proves all but the newest records';
  const limit = formatDuration(policy.maxUnanchoredMs);
  const base = { id, title, what: policy.name, expected: `no record without an anchor is older than ${limit}` };
  if (head === undefined)
    return { ...base, verdict: 'unknown', reason: 'empty', measured: 'no record', remedy: 'Record something first.' };
  const records = objects.flatMap(({ bytes }) => {
    const read = readRecord(bytes);
    return read.kind === 'record' ? [read.record] : [];
  });
  const [oldest] = records.filter(({ number }) => number > anchored).sort((a, b) => a.number - b.number);
  const measured = `an anchor proves records 1 to ${anchored} of ${head.number}`;
  if (anchored === 0 && looselyAnchored > 0)
    return {
      ...{ ...base, verdict: 'unknown', reason: 'anchor-not-locked', remedy: LOCK_ANCHORS },
      measured: `anchors know records 1 to ${looselyAnchored} of ${head.number}, in a place that shows no lock`,
    };
  if (anchored === 0)
    return {
      ...base,
      verdict: 'unknown',
      reason: 'no-anchor',
      measured: 'no anchor proves a record',
      remedy: KEEP_ANCHORS,
    };
  if (oldest !== undefined && nowMs - Date.parse(oldest.recordedAt) > policy.maxUnanchoredMs)
    return {
      ...base,
      verdict: 'unknown',
      reason: 'anchor-old',
      measured: `${measured}; record ${oldest.number} is of ${oldest.recordedAt}`,
      remedy: KEEP_ANCHORS,
    };
  return { ...base, verdict: 'pass', reason: 'anchored', measured, remedy: '' };
}
