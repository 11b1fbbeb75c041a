import type { CodeFinding } from './finding.ts';
import { type Report, type ReportReading, reading, type TestTotals, unreadable } from './report.ts';
import { inSource, type ReportSource, shown } from './source.ts';

/**
 * Reads the files of one report one by one (the shards of a test run, the packages of a workspace) and adds up what
 * they say, or puts it `together` in another way. One that says nothing leaves the whole unknown: what it would have said is not known.
 */
export async function merged(
  sources: readonly ReportSource[],
  reader: (source: ReportSource) => Promise<ReportReading>,
  together: (reports: readonly Report[]) => ReportReading = (reports) => reading(sumOf(reports)),
): Promise<ReportReading> {
  const reports: Report[] = [];
  for (const source of sources) {
    // Where there is only one, the caller names it.
    const one = sources.length === 1 ? await reader(source) : await inSource(source, () => reader(source));
    if (one.kind === 'unreadable') return sources.length === 1 ? one : unreadable(one.why, naming(source, one.detail));
    reports.push(one.report);
  }
  const [only] = reports;
  return reports.length === 1 && only !== undefined ? { kind: 'report', report: only } : together(reports);
}

function naming(source: ReportSource, detail: string): string {
  const name = shown(source);
  return detail.startsWith(`${name}: `) ? detail : `${name}: ${detail}`;
}

function sumOf(reports: readonly Report[]): Report {
  const checked = reports.map((report) => report.checked);
  const findings: CodeFinding[] = [];
  for (const report of reports) for (const finding of report.findings) findings.push(finding);
  const tests = reports.map((report) => report.tests).filter((one) => one !== undefined);
  return {
    checked: checked.includes(undefined) ? undefined : checked.reduce<number>((sum, one) => sum + (one ?? 0), 0),
    findings,
    ...(tests.length === 0 ? {} : { tests: tests.reduce(addTests) }),
  };
}

function addTests(a: TestTotals, b: TestTotals): TestTotals {
  return {
    total: a.total + b.total,
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    flaky: a.flaky + b.flaky,
  };
}
