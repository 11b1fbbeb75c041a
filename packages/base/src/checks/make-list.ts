import { plainLine } from '../plain-line.ts';
import type { CheckAcceptance } from './accept-checks.ts';
import { CHECKS_KIND, type Check, type CheckList, type NotVerified, type Place } from './check.ts';
import { CHECK_ID, CHECK_LIMITS, CHECK_REASON, isRepositoryPath } from './limits.ts';
import { byInterest } from './order.ts';

/** What an audit knows when it has looked. */
export interface CheckListFacts {
  readonly subject: string;
  readonly nowMs: number;
  /** The address of the run attempt; null on a laptop. */
  readonly run: string | null;
  readonly tool: { readonly name: string; readonly version: string };
  readonly checks: readonly Check[];
  readonly notVerified?: readonly NotVerified[];
  readonly accept?: readonly CheckAcceptance[];
}

/**
 * The list as it may be written and can be read again: each text in one line, cut to its length, and of too many checks
 * the ones that matter least left out, which is told among `notVerified` and so counts. Throws Error on an id, a reason
 * or a place that can be none: those are ours to write, not the world's.
 */
export function makeCheckList(facts: CheckListFacts): CheckList {
  const { accept = [], notVerified = [] } = facts;
  const checks = [...facts.checks].sort(byInterest).slice(0, CHECK_LIMITS.checks);
  const gaps = [...notVerified, ...leftOut('checks', facts.checks.length - checks.length)];
  const kept = gaps.slice(0, CHECK_LIMITS.notVerified - 1);
  return {
    kind: CHECKS_KIND,
    subject: plainLine(facts.subject, CHECK_LIMITS.name),
    at: new Date(facts.nowMs).toISOString(),
    run: facts.run,
    tool: {
      name: plainLine(facts.tool.name, CHECK_LIMITS.name),
      version: plainLine(facts.tool.version, CHECK_LIMITS.name),
    },
    checks: checks.map(cleanCheck),
    notVerified: [...kept, ...leftOut('gaps', gaps.length - kept.length)].map(cleanGap),
    ...(accept.length === 0 ? {} : { accept }),
  };
}

function leftOut(what: string, many: number): readonly NotVerified[] {
  if (many <= 0) return [];
  const because = `${many} more did not fit into the list`;
  return [{ id: 'list-too-long', what, because, remedy: 'look at less at once', chosen: false }];
}

function cleanCheck(check: Check): Check {
  assertCode(check.id, CHECK_ID, 'id');
  assertCode(check.reason, CHECK_REASON, `reason of ${check.id}`);
  const { id, verdict, reason, where } = check;
  return {
    id,
    title: plainLine(check.title, CHECK_LIMITS.name),
    verdict,
    reason,
    what: plainLine(check.what, CHECK_LIMITS.text),
    ...(where === undefined ? {} : { where: checkedPlace(where, id) }),
    measured: plainLine(check.measured, CHECK_LIMITS.text),
    expected: plainLine(check.expected, CHECK_LIMITS.text),
    remedy: plainLine(check.remedy, CHECK_LIMITS.text),
  };
}

function cleanGap(gap: NotVerified): NotVerified {
  assertCode(gap.id, CHECK_ID, 'id');
  return {
    id: gap.id,
    what: plainLine(gap.what, CHECK_LIMITS.text),
    because: plainLine(gap.because, CHECK_LIMITS.text),
    remedy: plainLine(gap.remedy, CHECK_LIMITS.text),
    chosen: gap.chosen,
  };
}

function checkedPlace(where: Place, id: string): Place {
  if (!isRepositoryPath(where.file) || where.file.length > CHECK_LIMITS.text)
    throw new Error(`check ${id}: "${where.file}" is no path within the repository`);
  return where;
}

function assertCode(code: string, shape: RegExp, what: string): void {
  if (!shape.test(code) || code.length > CHECK_LIMITS.code) throw new Error(`check: "${code}" can be no ${what}`);
}
