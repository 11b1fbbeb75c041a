import { formatDuration } from '@lockstep/base';
import type { Observation } from './observation.ts';

const HEAD = ['release', 'verdict', 'served', 'requests', 'failed', 'stale', 'schema', 'message', 'time'];

/** The releases as a table of fixed width, for a terminal. */
export function demoTable(rows: readonly Observation[]): string {
  const cells = rows.map((row) => [
    `v${row.version}`,
    row.ledger,
    row.traffic.timeline.map(({ build, requests }) => `${build} ${requests}`).join(', '),
    String(row.traffic.requests),
    String(row.traffic.failed),
    String(row.stale),
    row.schema,
    row.message ?? 'none arrived',
    formatDuration(row.durationMs),
  ]);
  const widths = HEAD.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(HEAD), widths.map((width) => '-'.repeat(width)).join('  '), ...cells.map(line)].join('\n');
}
