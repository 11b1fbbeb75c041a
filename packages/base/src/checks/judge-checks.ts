import { count } from '../lists.ts';
import type { Verdict } from '../verdict.ts';
import { acceptanceName, type CheckAcceptance, coversCheck } from './accept-checks.ts';
import { applyAcceptances, expiredWords } from './acceptance.ts';
import { type BlockRule, verdictBlocks } from './block-rule.ts';
import type { Check, CheckList, NotVerified } from './check.ts';
import { byInterest } from './order.ts';

/** Why a list of checks has its verdict. */
export type ChecksReason = 'checks-passed' | 'checks-failed' | 'checks-unknown' | 'nothing-checked';

export interface JudgedCheck {
  readonly check: Check;
  /** Where somebody decided to live with it. */
  readonly acceptedBy?: CheckAcceptance;
}

export interface JudgedGap {
  readonly gap: NotVerified;
  readonly acceptedBy?: CheckAcceptance;
}

/** How many of each; every check and every gap is in exactly one of them. */
export interface CheckCounts {
  readonly passed: number;
  readonly failed: number;
  readonly unknown: number;
  readonly accepted: number;
  /** Gaps that count. */
  readonly notVerified: number;
  /** Gaps that the caller chose. */
  readonly leftOut: number;
}

/** What a list says, and all that it says it from. Every report is made from this. */
export interface CheckJudgement {
  readonly list: CheckList;
  readonly verdict: Verdict;
  readonly reason: ChecksReason;
  /** Whether it stops what waits for it. */
  readonly blocks: boolean;
  /** One line with the numbers. */
  readonly message: string;
  readonly counts: CheckCounts;
  /** What failed first. */
  readonly checks: readonly JudgedCheck[];
  readonly gaps: readonly JudgedGap[];
  /** For people who look after the acceptances. */
  readonly notes: readonly string[];
}

/**
 * Judges a list at a time. One check that failed and that nobody accepted fails it; else one that is unknown, or was not
 * verified without anybody having chosen so, leaves it unknown; and it passes only where something was seen for
 * certain, so an empty list is unknown.
 */
export function judgeChecks(list: CheckList, rule: BlockRule, nowMs: number): CheckJudgement {
  const items = [
    ...[...list.checks].sort(byInterest).map((check) => ({ check, ...check })),
    ...list.notVerified.map((gap) => ({ gap, ...gap, verdict: gap.chosen ? ('pass' as const) : ('unknown' as const) })),
  ];
  const sifted = applyAcceptances(items, list.accept ?? [], coversCheck, nowMs);
  const acceptedBy = new Map(sifted.accepted.map(({ item, by }) => [item, by]));
  const judged = items.map((item) => {
    const by = acceptedBy.get(item);
    return { item, verdict: item.verdict, told: by === undefined ? {} : { acceptedBy: by } };
  });
  const checks = judged.flatMap(({ item, told }) => ('check' in item ? [{ check: item.check, ...told }] : []));
  const gaps = judged.flatMap(({ item, told }) => ('gap' in item ? [{ gap: item.gap, ...told }] : []));
  const counts = countsOf(checks, gaps);
  const certain = checks.some(({ check }) => check.verdict !== 'unknown');
  const reason = reasonOf(counts, certain);
  const verdict = VERDICTS[reason];
  return {
    list,
    verdict,
    reason,
    blocks: verdictBlocks(verdict, rule),
    message: messageOf(counts),
    counts,
    checks,
    gaps,
    notes: [
      ...sifted.expired.map((one) => expiredWords(acceptanceName(one), one)),
      ...sifted.endless.map(
        (one) => `"${acceptanceName(one)}" is accepted without an end: give it one (${one.reason})`,
      ),
      ...sifted.idle.map((one) => `"${acceptanceName(one)}" accepts nothing here: is it still needed? (${one.reason})`),
    ],
  };
}

const VERDICTS: Readonly<Record<ChecksReason, Verdict>> = {
  'checks-passed': 'pass',
  'checks-failed': 'fail',
  'checks-unknown': 'unknown',
  'nothing-checked': 'unknown',
};

function reasonOf(counts: CheckCounts, certain: boolean): ChecksReason {
  if (counts.failed > 0) return 'checks-failed';
  if (counts.unknown > 0 || counts.notVerified > 0) return 'checks-unknown';
  return certain ? 'checks-passed' : 'nothing-checked';
}

function countsOf(checks: readonly JudgedCheck[], gaps: readonly JudgedGap[]): CheckCounts {
  const open = checks.filter(({ acceptedBy }) => acceptedBy === undefined);
  const many = (verdict: Verdict) => open.filter(({ check }) => check.verdict === verdict).length;
  const openGaps = gaps.filter(({ acceptedBy }) => acceptedBy === undefined);
  const leftOut = openGaps.filter(({ gap }) => gap.chosen).length;
  return {
    passed: many('pass'),
    failed: many('fail'),
    unknown: many('unknown'),
    accepted: checks.length - open.length + gaps.length - openGaps.length,
    notVerified: openGaps.length - leftOut,
    leftOut,
  };
}

function messageOf({ passed, failed, unknown, accepted, notVerified, leftOut }: CheckCounts): string {
  const parts = [
    failed > 0 ? `${failed} failed` : '',
    unknown > 0 ? `${unknown} unknown` : '',
    notVerified > 0 ? `${notVerified} not verified` : '',
    passed > 0 ? `${passed} passed` : '',
    accepted > 0 ? `${accepted} accepted` : '',
    leftOut > 0 ? `${leftOut} left out on purpose` : '',
  ].filter((part) => part !== '');
  const all = passed + failed + unknown + accepted + notVerified;
  return parts.length === 0 ? 'nothing was checked' : `${count(all, 'check')}: ${parts.join(', ')}`;
}
