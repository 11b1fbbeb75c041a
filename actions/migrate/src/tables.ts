import { formatDuration } from '@lockstep/base';
import type { AppliedMigration, DownPlan, RevertedMigration, UpPlan, VersionStatus } from '@lockstep/migrations';

/** A Markdown table; cells are made harmless. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\|`<>]/g, (mark) => `\\${mark}`);
}

export function appliedTable(applied: readonly AppliedMigration[]): string {
  const rows = applied.map((each) => [each.file, each.phase, formatDuration(each.durationMs), String(each.tries)]);
  return table(['applied', 'phase', 'time', 'tries'], rows);
}

export function planTable(plan: UpPlan): string {
  const row = (what: string) => (each: UpPlan['apply'][number]) => [
    each.migration.file,
    each.judgement.phase,
    what,
    each.migration.down === undefined ? 'no' : 'yes',
    each.judgement.reasons.map((reason) => `line ${reason.line}: ${reason.what}`).join('; '),
  ];
  const rows = [...plan.apply.map(row('apply')), ...plan.held.map(row('hold'))];
  return rows.length === 0 ? 'Nothing is pending.' : table(['file', 'phase', 'plan', 'way down', 'why'], rows);
}

export function revertedTable(reverted: readonly RevertedMigration[]): string {
  const rows = reverted.map((each) => [`${each.version} ${each.name}`, formatDuration(each.durationMs)]);
  return table(['taken down', 'time'], rows);
}

export function downPlanTable(plan: DownPlan): string {
  const rows = plan.revert.map((each) => [`${each.version} ${each.name}`, each.side.phase, each.side.release]);
  return rows.length === 0 ? 'Nothing to take down.' : table(['take down', 'phase', 'release'], rows);
}

export function statusTable(list: readonly VersionStatus[]): string {
  const rows = list.map((each) => [
    `${each.version} ${each.name}`,
    each.state,
    each.hasDown ? 'yes' : 'no',
    each.release,
    each.appliedAt,
  ]);
  return table(['migration', 'state', 'way down', 'release', 'applied at'], rows);
}
