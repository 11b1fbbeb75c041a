import { type ReportReading, reading, unreadable } from '../report.ts';

/** Covered and coverable, of lines, branches, functions, statements. */
export type Covered = Readonly<Record<string, { readonly covered: number; readonly total: number }>>;

/**
 * Percentages of what there was to cover. A kind with nothing to cover has none: 0 of 0 is not 100 %.
 * `files` is how many files the report knows.
 */
export function coverage(files: number, covered: Covered): ReportReading {
  const metrics: Record<string, number> = {};
  for (const [kind, { covered: hit, total }] of Object.entries(covered)) {
    if (hit > total) return unreadable('report-malformed', `it says ${hit} of ${total} ${kind} are covered`);
    if (total > 0) metrics[kind] = (hit / total) * 100;
  }
  if (files > 0 && Object.keys(metrics).length === 0)
    return unreadable('nothing-checked', 'there was nothing to cover in it');
  return reading({ checked: files, findings: [], metrics });
}
