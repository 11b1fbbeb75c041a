import { type CheckList, judgeChecks, type Verdict } from '@lockstep/base';
import type { FoundList, FoundRecord } from '../controls/found.ts';

/** What an audit or a drill found at a time. */
export interface Finding {
  readonly tool: string;
  readonly subject: string;
  readonly atMs: number;
  readonly verdict: Verdict;
  readonly passed: number;
  readonly failed: number;
  readonly unknown: number;
  readonly run: string | null;
}

export interface Drill {
  /** What was practised: a restore, an alert, or what the audit trail calls it. */
  readonly what: string;
  readonly atMs: number;
  readonly verdict: Verdict;
  /** As its report measured it; '' where it does not say. */
  readonly measured: string;
  readonly run: string | null;
}

/** What audits found, the newest first. What was accepted at the time is in none of the counts. Pure. */
export function auditsOverTime(lists: readonly FoundList[]): readonly Finding[] {
  return lists
    .filter(({ list }) => drillOf(list) === undefined)
    .map(({ list }) => {
      const at = Date.parse(list.at);
      const { counts, verdict } = judgeChecks(list, { onUnknown: 'fail', reportOnly: false }, at);
      const { failed, notVerified, passed, unknown } = counts;
      const about = { tool: list.tool.name, subject: list.subject, atMs: at, run: list.run };
      return { ...about, verdict, passed, failed, unknown: unknown + notVerified };
    })
    .sort((a, b) => b.atMs - a.atMs);
}

/** What was practised, the newest first: by reports of drills, and by the audit trail where its report is not among them. Pure. */
export function drillsOverTime(lists: readonly FoundList[], records: readonly FoundRecord[]): readonly Drill[] {
  const reported = lists.flatMap(({ list }): Drill[] => {
    const drill = drillOf(list);
    if (drill === undefined) return [];
    const atMs = Date.parse(list.at);
    const { verdict } = judgeChecks(list, { onUnknown: 'fail', reportOnly: false }, atMs);
    const timed = list.checks.find(({ id }) => id === drill.timed);
    return [{ what: drill.what, atMs, verdict, measured: timed?.measured ?? '', run: list.run }];
  });
  const read = new Set(lists.map(({ digest }) => digest));
  const recorded = records
    .filter(({ record }) => record.event === 'drill' && !Object.values(record.files).some((digest) => read.has(digest)))
    .map(({ record: { happenedAt, subject, verdict } }) => ({
      ...{ what: subject, atMs: Date.parse(happenedAt), verdict },
      ...{ measured: '', run: null },
    }));
  return [...reported, ...recorded].sort((a, b) => b.atMs - a.atMs);
}

/** The checks that a drill alone has, and the one that says how long it took. */
const DRILLS = [
  { tool: 'backup', has: 'backup-restores', what: 'restore of a backup', timed: 'restore-time' },
  { tool: 'alert-drill', has: 'alert-delivered', what: 'alert', timed: 'alert-acknowledged' },
] as const;

/** The drill that a report is of; undefined where it is of something else. */
export function drillOf({ checks, notVerified, tool }: CheckList): (typeof DRILLS)[number] | undefined {
  return DRILLS.find((one) => one.tool === tool.name && [...checks, ...notVerified].some(({ id }) => id === one.has));
}
