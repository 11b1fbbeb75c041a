import { basename } from 'node:path';
import { count, nameSome } from '@lockstep/base';
import type { Finding } from '../lint/rule.ts';
import { describeSize } from '../lint/sizes.ts';
import { archiveWords } from './archive-report.ts';
import { describeDeletions } from './deletions.ts';
import { cell, table } from './markdown.ts';
import { COLUMNS, downCell, folded, lockCells, riskCell } from './migration-table.ts';
import type { MigrationReport, PlanReport } from './plan-report.ts';

const SHOWN_FINDINGS = 30;
const SHOWN_REFUSALS = 20;
const SHOWN_NOTES = 20;
const SHOWN_VERSIONS = 20;
/** Files whose statements are listed: most plans are of a few files. */
const SHOWN_FILES = 20;

/** The plan as a Markdown section: one table of the migrations, what must be looked at, and the rest folded. */
export function planMarkdown(report: PlanReport): string {
  const findings = report.migrations.flatMap((each) => each.findings);
  const notes = findings.filter(({ severity }) => severity === 'note');
  const blocks = [
    headline(report),
    ...some(
      report.refusals.map(({ message, reason }) => `> ❌ **Refused** (\`${reason}\`): ${cell(message)}`),
      SHOWN_REFUSALS,
    ),
    report.migrations.length === 0 ? '' : overview(report),
    costOf(report),
    some(
      report.migrations.flatMap(({ archive, file }) => {
        const words = archiveWords(archive);
        return words === '' ? [] : [`- ${cell(basename(file))}: ${cell(words)}.`];
      }),
      SHOWN_FILES,
    ).join('\n'),
    findingList(findings.filter(({ severity }) => severity !== 'note')),
    report.withoutFile.length === 0
      ? ''
      : `Applied, and not in this checkout: ${cell(nameSome(report.withoutFile.toReversed(), SHOWN_VERSIONS))}.`,
    some(
      report.notes.map((note) => `- ${cell(note)}`),
      SHOWN_NOTES,
    ).join('\n'),
    folded(count(notes.length, 'note'), notes.length === 0 ? [] : [findingList(notes)]),
    folded('Statements, locks, and lines that decide the phase', details(report.migrations)),
    `Plan digest \`${report.digest}\``,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function headline({ fromVersion, migrations, refusals, toVersion }: PlanReport): string {
  const held = migrations.filter((each) => each.does === 'hold').length;
  const applied = migrations.length - held;
  if (migrations.length === 0) return `Nothing is pending; the database is at ${cell(fromVersion || 'its beginning')}.`;
  if (refusals.length > 0) return `**Nothing can be applied**: ${count(migrations.length, 'migration')} pending.`;
  const versions = applied === 0 ? '' : `, ${cell(fromVersion || 'empty')} → ${cell(toVersion)}`;
  const wait = held === 0 ? '' : `; ${count(held, 'file')} held back`;
  return `**${count(applied, 'migration')} to apply**${versions}${wait}.`;
}

function overview({ migrations, refusals }: PlanReport): string {
  const suffix = ({ does, file, resumes }: MigrationReport) => {
    const refused = refusals.find((each) => each.file === file && each.betweenPhases !== true);
    if (refused !== undefined) return `, ❌ refused (${refused.reason})`;
    if (refusals.length > 0) return '';
    return does === 'hold' ? ', held back' : resumes ? ', continues an interrupted run' : '';
  };
  const rows = migrations.map((each) => [
    basename(each.file),
    `${each.phase}${suffix(each)}`,
    ...lockCells(each.locks),
    downCell(each.down ?? (each.lacksDown ? 'missing' : 'not needed')),
    riskCell(each.deletes, each.opaque),
  ]);
  return table(COLUMNS, rows);
}

/** A down migration makes the column again, and not its values. */
function costOf(report: PlanReport): string {
  const losses = describeDeletions(report);
  return losses === ''
    ? ''
    : `⚠️ **What a mistake would cost**: no down migration restores ${cell(losses)}. Only a restore point, a backup or an archive does.`;
}

function some(lines: readonly string[], most: number): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), `… and ${lines.length - most} more in the report`];
}

/** Of each file: why it is contract, and the locks that an app could notice. */
function details(migrations: readonly MigrationReport[]): readonly string[] {
  const blocks = migrations.map(detailsOf).filter((parts) => parts.length > 0);
  const more = blocks.length - SHOWN_FILES;
  const rest = more > 0 ? [`… and ${count(more, 'more file')} in the report`] : [];
  return [...blocks.slice(0, SHOWN_FILES).flat(), ...rest];
}

function detailsOf({ atomic, file, reasons, statements }: MigrationReport): string[] {
  const why = reasons.map(({ line, what }) => `- ${cell(`${file}:${line}`)} ${cell(what)}`);
  const rows = statements.flatMap(({ line, locks, tag }) =>
    locks
      .filter((lock) => lock.blocks !== 'nothing')
      .map(({ blocks, size, table: name }) => [
        `${file}:${line}`,
        tag,
        name,
        size === null ? 'new, or not there' : describeSize(size),
        blocks,
      ]),
  );
  return [
    ...(atomic ? [] : [`${cell(file)} runs in several transactions.`]),
    ...(why.length > 0 ? [why.join('\n')] : []),
    ...(rows.length > 0 ? [table(['where', 'statement', 'table', 'size', 'blocks'], rows, { most: 20 })] : []),
  ];
}

const SIGN = { error: '❌', warning: '⚠️', note: 'ℹ️' };

/** Findings with file and line, the worst first. */
export function findingList(findings: readonly Finding[], most = SHOWN_FINDINGS): string {
  const order = { error: 0, warning: 1, note: 2 };
  const lines = findings
    .toSorted((a, b) => order[a.severity] - order[b.severity])
    .map(({ allowed, file, line, message, rule, severity, todo }) => {
      const next = allowed === undefined ? todo : `allowed: ${allowed}`;
      return `- ${SIGN[severity]} **${cell(rule)}** ${cell(`${file}:${line}: ${message}; ${next}`)}`;
    });
  return some(lines, most).join('\n');
}
