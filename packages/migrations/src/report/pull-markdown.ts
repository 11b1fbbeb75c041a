import { basename } from 'node:path';
import { count, nameSome, type Verdict } from '@lockstep/base';
import type { Fate, PullFile, PullReport } from '../pull/pull-report.ts';
import { cell, table } from './markdown.ts';
import { COLUMNS, downCell, folded, lockCells, riskCell, rowsWords } from './migration-table.ts';

/** The section shares its comment with others. */
const MOST_ROWS = 20;
const MOST_LENGTH = 12_000;
const MOST_REFUSALS = 5;
const MOST_NAMED = 4;
const CELL = 240;

/**
 * What a release would do with the files, in one word: fail where it would refuse them; unknown where it applies some
 * that nothing reverses if it fails, or that it may refuse; pass elsewhere. That a file is contract is a note.
 */
export function pullVerdict({ files, refusals }: PullReport): Verdict {
  if (refusals.length > 0 || files.some(({ fate }) => signOf(fate) === 'fail')) return 'fail';
  return files.some((file) => file.down === 'missing' || signOf(file.fate) === 'unknown') ? 'unknown' : 'pass';
}

/** The files of a pull request as a Markdown section of bounded length. Names and counts, never a value of a row. */
export function pullMarkdown(report: PullReport): string {
  for (let rows = MOST_ROWS; ; rows--) {
    const text = withRows(report, rows);
    if (text.length <= MOST_LENGTH || rows === 1) return text;
  }
}

function withRows(report: PullReport, most: number): string {
  const { asked, files, others, refusals } = report;
  const blocks = [
    headline(files),
    ...refusals
      .slice(0, MOST_REFUSALS)
      .map(
        ({ message, reason }) => `❌ **A release would refuse this** (\`${reason}\`): ${cell(cut(message, 2 * CELL))}`,
      ),
    refusals.length > MOST_REFUSALS ? `… and ${count(refusals.length - MOST_REFUSALS, 'more reason')}` : '',
    files.length === 0 ? '' : overview(report, most),
    ...hints(report),
    others.length === 0
      ? ''
      : `Also pending in the database, and not part of this pull request: ${cell(cut(nameSome(others, MOST_NAMED), 2 * CELL))}.`,
    asked
      ? ''
      : 'No database was used: the files of the base branch count as applied, and table sizes and row counts are unknown.',
    folded('Lines that decide the phase', whys(files, most)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Which line decides the phase of each file. */
function whys(files: readonly PullFile[], most: number): readonly string[] {
  const lines = files.flatMap(({ file, why }) =>
    why === undefined ? [] : [`- ${cell(`${cut(file, CELL)}:${why.line}`)} ${cell(cut(why.what, CELL))}`],
  );
  return lines.length === 0 ? [] : [lines.slice(0, most).join('\n')];
}

function headline(files: readonly PullFile[]): string {
  const contract = files.filter(({ phase }) => phase === 'contract').length;
  if (files.length === 0) return '**No migration of this pull request is pending.**';
  return `**${count(files.length, 'migration')}**${contract === 0 ? ', none of them contract' : `, ${contract} of them contract`}.`;
}

function overview({ asked, files }: PullReport, most: number): string {
  // Where not all of them fit, those that must be looked at come first.
  const shown = files.length <= most ? files : files.toSorted((a, b) => rank(a) - rank(b));
  const rows = shown.map((each) => [
    cut(basename(each.file), CELL),
    `${each.phase}${fateWords(each.fate)}`,
    ...lockCells(each.locks).map((text) => cut(text, CELL)),
    cut(downCell(each.down), CELL),
    cut(riskWords(each, asked), 2 * CELL),
  ]);
  return table(COLUMNS, rows, { most, rest: 'in the report of the run' });
}

function rank(file: PullFile): number {
  const sign = signOf(file.fate);
  if (sign === 'fail') return 0;
  if (sign === 'unknown' || file.down === 'missing') return 1;
  return file.phase === 'contract' ? 2 : 3;
}

function riskWords({ opaque, deletes }: PullFile, asked: boolean): string {
  const named = deletes.slice(0, MOST_NAMED).map((each) => (asked ? `${each.what} (${rowsWords(each)})` : each.what));
  if (deletes.length > MOST_NAMED) named.push(`${deletes.length - MOST_NAMED} more`);
  return riskCell(named, opaque);
}

function signOf(fate: Fate): Verdict {
  const signs = { applied: 'pass', held: 'pass', rewritten: 'unknown', behind: 'fail', refused: 'fail' } as const;
  return signs[fate.kind];
}

/** What a release does with a file, behind its phase. */
function fateWords(fate: Fate): string {
  switch (fate.kind) {
    case 'applied':
      return '';
    case 'held':
      return ', held back';
    case 'rewritten':
      return ', ⚠️ refused (checksum-mismatch) if already applied';
    case 'behind':
      return ', ❌ refused (expand-behind-contract)';
    case 'refused':
      return `, ❌ refused (${fate.reason})`;
  }
}

/** What to do about a sign, said once. */
function hints({ files }: PullReport): string[] {
  const has = (isSo: (file: PullFile) => boolean) => files.some(isSo);
  return [
    has(({ fate }) => fate.kind === 'held')
      ? 'A contract file breaks the previous code, so a release holds it back. Apply it with the workflow Contract (`contract.yml`) once the release is committed; until then, a release with a later expand file is refused.'
      : '',
    has(({ down }) => down === 'missing')
      ? '⚠️ Without a down migration, a release that fails leaves the change in the database. Write one, or say why none is needed: `-- lockstep: allow no-down-migration because …`.'
      : '',
  ];
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
