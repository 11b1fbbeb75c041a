import { type ReportReading, unreadable } from '../report.ts';
import { jsonOf, mapOf, type ReportSource, UnreadableError } from '../source.ts';
import { type Covered, coverage } from './coverage.ts';

type Json = Readonly<Record<string, unknown>>;
const KINDS = ['lines', 'branches', 'functions', 'statements'] as const;

/**
 * `coverage-summary.json` or `coverage-final.json`, as Jest, Vitest and nyc write them; one or several shards. Summaries
 * of the same file cannot be put together, since they do not say which of its lines ran.
 */
export async function readIstanbul(sources: readonly ReportSource[]): Promise<ReportReading> {
  const reports: Json[] = [];
  for (const source of sources) reports.push(mapOf(await jsonOf(source), 'the report'));
  const summaries = reports.filter((report) => report['total'] !== undefined);
  if (summaries.length === 0) return await fromFinal(reports);
  if (summaries.length < reports.length)
    return unreadable('report-malformed', 'some of the files are summaries, and some are not');
  return fromSummaries(summaries);
}

function fromSummaries(summaries: readonly Json[]): ReportReading {
  const files = summaries.flatMap((summary) => Object.keys(summary).filter((key) => key !== 'total'));
  if (summaries.length > 1) {
    const isWhole = summaries.every((summary) => Object.keys(summary).length > 1);
    if (!isWhole || new Set(files).size < files.length)
      return unreadable(
        'report-incomplete',
        'summaries of the same files cannot be put together; have coverage-final.json or lcov written',
      );
  }
  const totals = summaries.map((summary) => summaryTotals(mapOf(summary['total'], 'total')));
  const sum = (kind: string) =>
    totals.reduce(
      ({ covered, total }, one) => ({
        covered: covered + (one[kind]?.covered ?? 0),
        total: total + (one[kind]?.total ?? 0),
      }),
      { covered: 0, total: 0 },
    );
  return coverage(files.length, Object.fromEntries(KINDS.map((kind) => [kind, sum(kind)])));
}

async function fromFinal(reports: readonly Json[]): Promise<ReportReading> {
  const { default: istanbul } = await import('istanbul-lib-coverage');
  const map = istanbul.createCoverageMap();
  for (const report of reports) {
    const files = Object.keys(report);
    if (files.length === 0) return unreadable('nothing-checked', 'it knows no file');
    for (const file of files)
      if (mapOf(report[file], file)['statementMap'] === undefined)
        return unreadable('report-malformed', `"${file.slice(-200)}" is no coverage of a file`);
    map.merge(report as never);
  }
  const summary = map.getCoverageSummary();
  return coverage(map.files().length, Object.fromEntries(KINDS.map((kind) => [kind, summary[kind]])));
}

function summaryTotals(total: Json): Covered {
  return Object.fromEntries(
    KINDS.map((kind) => {
      const { covered, total: all } = mapOf(total[kind], `total.${kind}`);
      if (typeof covered !== 'number' || typeof all !== 'number')
        throw new UnreadableError('report-malformed', `total.${kind} has no counts`);
      return [kind, { covered, total: all }];
    }),
  );
}
