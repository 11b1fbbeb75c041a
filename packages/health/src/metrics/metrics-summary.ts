import { markdownTable, oneLine, VERDICT_MARKS } from '@lockstep/base';
import { strip } from '../plot.ts';
import { showNumber } from './judge-reading.ts';
import type { MetricReport, ReadingLine } from './report-metrics.ts';

/** Readings of the table that are shown; the report has all of them. */
const ROWS = 20;

/** One row per metric with a strip of its readings; nothing where there is none. */
export function metricsTable(metrics: readonly MetricReport[]): readonly string[] {
  if (metrics.length === 0) return [];
  return [
    markdownTable(
      ['Metric', 'Last', 'Expected', 'Each reading: value, `x` failure, `?` unknown', 'Why'],
      metrics.map((metric) => [
        `${VERDICT_MARKS[metric.verdict]} ${plain(metric.name)}${metric.critical ? '' : ' (advisory)'}`,
        lastOf(metric.readings),
        code(metric.expected),
        metric.readings.length === 0 ? '–' : `\`${stripOf(metric.readings)}\``,
        plain(metric.verdict === 'pass' ? metric.message : `${metric.reason}: ${metric.message}`),
      ]),
    ),
  ];
}

/** Every reading, for the folded part. */
export function readingsTable(metrics: readonly MetricReport[]): readonly string[] {
  const all = metrics.flatMap((metric) => metric.readings.map((reading) => ({ metric, reading })));
  if (all.length === 0) return [];
  const shown = [...all].sort((a, b) => a.reading.at.localeCompare(b.reading.at)).slice(-ROWS);
  const rows = shown.map(({ metric, reading }) => [
    reading.at.slice(11, 19),
    plain(metric.name),
    `${reading.from.slice(11, 19)} – ${reading.to.slice(11, 19)}`,
    reading.reason,
    plain(reading.message),
  ]);
  const hidden = all.length - shown.length;
  const title =
    hidden === 0 ? '' : `The last ${shown.length} readings; the ${hidden} before them are in the report.\n\n`;
  return [`${title}${markdownTable(['Read (UTC)', 'Metric', 'Window', 'Result', 'Why'], rows)}`];
}

function lastOf(readings: readonly ReadingLine[]): string {
  const value = readings.findLast((reading) => reading.value !== undefined)?.value;
  return value === undefined ? '–' : showNumber(value);
}

function stripOf(readings: readonly ReadingLine[]): string {
  const most = Math.max(Number.MIN_VALUE, ...readings.map(({ value }) => value ?? 0));
  return strip(
    readings.map(({ outcome, value }) => ({
      ms: ((value ?? 0) / most) * 100,
      kind: outcome === 'fail' ? 'failure' : outcome === 'pass' ? 'success' : 'error',
    })),
  );
}

function code(text: string): string {
  return `\`${text.replace(/[`|\n]/g, '')}\``;
}

function plain(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]<>|#@]/g, (mark) => `\\${mark}`);
}
