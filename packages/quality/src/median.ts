import { count } from '@lockstep/base';
import { pageOf } from './page-url.ts';
import { type Report, type ReportReading, unreadable } from './report.ts';

/**
 * Several reports as runs of one measurement: the median of each value counts, since the best of several runs is luck
 * and the worst an accident of the machine. A value that one run lacks, none has.
 */
export function medianOf(reports: readonly Report[]): ReportReading {
  const [first] = reports;
  const pages = new Set(reports.flatMap(({ about }) => about?.urls ?? []).map(pageOf));
  if (pages.size > 1)
    return unreadable(
      'report-incomplete',
      `its runs are of ${count(pages.size, 'page')}: each needs a gate of its own`,
    );
  const metrics: Record<string, number> = {};
  for (const metric of Object.keys(first?.metrics ?? {})) {
    const values = reports.flatMap((report) => report.metrics?.[metric] ?? []);
    if (values.length === reports.length) metrics[metric] = median(values);
  }
  const checked = reports.map((report) => report.checked);
  return {
    kind: 'report',
    report: {
      checked: checked.includes(undefined) ? undefined : Math.min(...checked.map((one) => one ?? 0)),
      findings: reports.flatMap(({ findings }) => findings),
      metrics,
      ...(first?.about === undefined ? {} : { about: first.about }),
    },
  };
}

function median(values: readonly number[]): number {
  const ordered = [...values].sort((a, b) => a - b);
  const upper = ordered[Math.floor(ordered.length / 2)] ?? 0;
  const lower = ordered[Math.floor((ordered.length - 1) / 2)] ?? 0;
  return (lower + upper) / 2;
}
