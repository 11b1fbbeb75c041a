import { count } from '@lockstep/base';
import type { TableLock } from '../lint/locks.ts';
import { describeSize } from '../lint/sizes.ts';
import type { Deletion } from '../pull/deletions.ts';
import type { PullFile } from '../pull/pull-report.ts';

/** How a plan shows migrations: in a step summary and in the comment of a pull request. */
export const COLUMNS = ['migration', 'phase', 'locks', 'table size', 'down migration', 'data at risk'];

const SHOWN_TABLES = 2;

/** What the app cannot do while a migration runs, and how large the tables are: the worst first. */
export function lockCells(locks: readonly TableLock[]): [locks: string, sizes: string] {
  const rank = ({ blocks, size }: TableLock) => (blocks === 'writes' ? 0 : 2 ** 60) + (size?.bytes ?? 2 ** 50);
  const shown = locks.toSorted((a, b) => rank(b) - rank(a)).slice(0, SHOWN_TABLES);
  const more = locks.length > shown.length ? [`${locks.length - shown.length} more`] : [];
  return [
    [...shown.map(({ blocks, table }) => `${table} (blocks ${blocks})`), ...more].join(', ') || 'none',
    shown.map(({ size }) => (size === null ? 'unknown' : describeSize(size))).join('; '),
  ];
}

/** Whether a migration can be rolled back, and what that would delete. */
export function downCell(down: PullFile['down']): string {
  if (down === 'missing') return '⚠️ no';
  if (down === 'not needed') return 'not needed';
  const words = down.deletes.length === 0 ? 'yes' : `yes, deletes ${down.deletes.join(', ')}`;
  return down.opaque ? `${words}; more may show when it runs` : words;
}

/** What a migration deletes, each already in words. */
export function riskCell(deletes: readonly string[], opaque: boolean): string {
  const unknown = opaque ? ['known only when it runs'] : [];
  return [deletes.join(', '), ...unknown].filter((part) => part !== '').join('; ') || 'none';
}

export function folded(title: string, blocks: readonly string[]): string {
  return blocks.length === 0 ? '' : `<details><summary>${title}</summary>\n\n${blocks.join('\n\n')}\n\n</details>`;
}

/** How many rows lose something. */
export function rowsWords({ rows }: Pick<Deletion, 'rows'>): string {
  if (rows === undefined) return 'rows not counted';
  return rows.more ? `more than ${count(rows.count, 'row')}` : count(rows.count, 'row');
}
