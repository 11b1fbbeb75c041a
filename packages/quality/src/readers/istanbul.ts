import { type Reading, unreadable } from '../report.ts';
import { jsonOf, mapOf, type Source, UnreadableError } from '../source.ts';
import { type Covered, coverage } from './coverage.ts';

type Json = Readonly<Record<string, unknown>>;
const KINDS = ['lines', 'branches', 'functions', 'statements'] as const;

/** `coverage-summary.json` or `coverage-final.json`, as Jest, Vitest and nyc write them. */
export async function readIstanbul(source: Source): Promise<Reading> {
  const report = mapOf(await jsonOf(source), 'the report');
  const files = Object.keys(report).filter((key) => key !== 'total');
  if (report['total'] !== undefined) return coverage(files.length, summaryTotals(mapOf(report['total'], 'total')));
  if (files.length === 0) return unreadable('nothing-checked', 'it knows no file');
  for (const file of files)
    if (mapOf(report[file], file)['statementMap'] === undefined)
      return unreadable('report-malformed', `"${file}" is no coverage of a file`);
  const { default: istanbul } = await import('istanbul-lib-coverage');
  const summary = istanbul.createCoverageMap(report as never).getCoverageSummary();
  return coverage(files.length, Object.fromEntries(KINDS.map((kind) => [kind, summary[kind]])));
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
