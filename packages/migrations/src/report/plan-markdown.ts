import { count, nameSome } from '@lockstep/base';
import type { Finding } from '../lint/rule.ts';
import { describeSize } from '../lint/sizes.ts';
import { cell, table } from './markdown.ts';
import type { LockReport, MigrationReport, PlanReport } from './plan-report.ts';

const SHOWN_FINDINGS = 30;
const SHOWN_REFUSALS = 20;
const SHOWN_NOTES = 20;
const SHOWN_VERSIONS = 20;
/** Files whose locks are listed: most plans are of a few files. */
const SHOWN_LOCKS = 20;

/** The plan as a Markdown section: for a pull request, or a step summary. */
export function planMarkdown(report: PlanReport): string {
  const blocks = [
    headline(report),
    ...some(
      report.refusals.map((refusal) => `> **Refused:** ${cell(refusal.message)}`),
      SHOWN_REFUSALS,
    ),
    report.migrations.length === 0 ? '' : overview(report.migrations),
    ...lockTables(report.migrations),
    findingTable(report.migrations.flatMap((each) => each.findings)),
    report.withoutFile.length === 0
      ? ''
      : `Applied, and not in this checkout: ${cell(nameSome(report.withoutFile.toReversed(), SHOWN_VERSIONS))}.`,
    some(
      report.notes.map((note) => `- ${cell(note)}`),
      SHOWN_NOTES,
    ).join('\n'),
    `Plan digest \`${report.digest}\``,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function headline({ fromVersion, migrations, toVersion }: PlanReport): string {
  const held = migrations.filter((each) => each.does === 'hold').length;
  const applied = migrations.length - held;
  if (migrations.length === 0) return `Nothing is pending; the database is at ${cell(fromVersion || 'its beginning')}.`;
  const way = applied === 0 ? '' : `, ${cell(fromVersion || 'empty')} → ${cell(toVersion)}`;
  const wait = held === 0 ? '' : `; ${count(held, 'file')} held back`;
  return `**${count(applied, 'migration')} to apply**${way}${wait}.`;
}

function overview(migrations: readonly MigrationReport[]): string {
  const rows = migrations.map((each) => [
    each.file,
    each.does === 'apply' ? (each.resumes ? 'go on' : 'apply') : 'hold',
    each.phase,
    each.atomic ? 'one transaction' : 'in parts',
    downWords(each),
    each.reasons.map((reason) => `line ${reason.line}: ${reason.what}`).join('; '),
  ]);
  return table(['file', 'plan', 'phase', 'runs as', 'way down', 'why'], rows);
}

function downWords({ down }: MigrationReport): string {
  if (down === null) return 'none';
  const takes = down.takes.length === 0 ? 'yes' : `takes away ${down.takes.join(', ')}`;
  return down.opaque ? `${takes}; the rest shows when it runs` : takes;
}

function some(lines: readonly string[], most: number): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), `… and ${lines.length - most} more in the report`];
}

/** Only locks that an app could notice. */
function lockTables(migrations: readonly MigrationReport[]): readonly string[] {
  const blocks = migrations.map(lockTable).filter((parts) => parts.length > 0);
  const more = blocks.length - SHOWN_LOCKS;
  const rest = more > 0 ? [`Locks of ${count(more, 'more file')} in the report`] : [];
  return [...blocks.slice(0, SHOWN_LOCKS).flat(), ...rest];
}

function lockTable({ file, statements }: MigrationReport): string[] {
  const rows = statements.flatMap(({ line, locks, tag }) =>
    locks.filter((lock) => lock.blocks !== 'nothing').map((lock) => [String(line), tag, ...lockCells(lock)]),
  );
  if (rows.length === 0) return [];
  return [`Locks of ${cell(file)}`, table(['line', 'statement', 'table', 'size', 'blocks'], rows, { most: 20 })];
}

function lockCells({ blocks, size, table: name }: LockReport): string[] {
  return [name, size === null ? 'new, or not there' : describeSize(size), blocks];
}

function findingTable(findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  const order = { error: 0, warning: 1, note: 2 };
  const sorted = [...findings].sort((a, b) => order[a.severity] - order[b.severity]);
  const rows = sorted
    .slice(0, SHOWN_FINDINGS)
    .map((each) => [
      `${each.file}:${each.line}`,
      each.severity,
      each.rule,
      each.allowed === undefined ? `${each.message}; ${each.todo}` : `${each.message}; allowed: ${each.allowed}`,
    ]);
  const more = findings.length - rows.length;
  const rest = more > 0 ? `\n\n… and ${more} more in the report` : '';
  return `${table(['where', 'severity', 'rule', 'finding'], rows)}${rest}`;
}
