import type { CodeFinding } from './finding.ts';

export interface TestTotals {
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Passed only when tried again. */
  readonly flaky: number;
}

/** What a report says, whoever wrote it. */
export interface Report {
  /** How many things were looked at (files, tests, packages); undefined where the format does not say. */
  readonly checked: number | undefined;
  readonly findings: readonly CodeFinding[];
  readonly tests?: TestTotals;
  /** Percentages of coverage (`lines`, …), sizes in bytes (`total`, a route), measurements (`p95`, `speed-index`). */
  readonly metrics?: Readonly<Record<string, number>>;
  /** What was really looked at, where the report names it. */
  readonly about?: ReportSubject;
}

/** A page is compared with its path, a site by its origin alone. */
export interface ReportSubject {
  readonly kind: 'page' | 'site';
  readonly urls: readonly string[];
}

/** Why a report says nothing. Each of these leaves the gate `unknown`. */
export type Unreadable =
  | 'report-absent'
  | 'report-empty'
  | 'report-truncated'
  | 'report-stale'
  | 'report-too-large'
  | 'reading-timed-out'
  | 'report-malformed'
  | 'report-incomplete'
  | 'nothing-checked'
  | 'service-error'
  | 'wrong-url'
  | 'tool-crashed';

export type ReportReading =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'unreadable'; readonly why: Unreadable; readonly detail: string };

export function unreadable(why: Unreadable, detail: string): ReportReading {
  return { kind: 'unreadable', why, detail };
}

/** A report, unless it looked at nothing: that is no pass. */
export function reading(report: Report): ReportReading {
  if (report.checked === 0) return unreadable('nothing-checked', 'nothing was checked');
  const { tests } = report;
  if (tests !== undefined && tests.total > 0 && tests.skipped === tests.total)
    return unreadable('nothing-checked', `all ${tests.total} tests were skipped`);
  return { kind: 'report', report };
}
