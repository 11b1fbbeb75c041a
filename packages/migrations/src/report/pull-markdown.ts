import { count, nameSome, type Verdict } from '@lockstep/base';
import type { Fate, PullFile, PullReport } from '../pull/pull-report.ts';
import type { Taken } from '../pull/taken.ts';
import { cell, table } from './markdown.ts';

/** The section shares its comment with others. */
const MOST_ROWS = 20;
const MOST_LENGTH = 12_000;
const MOST_REFUSALS = 5;
const MOST_NAMED = 4;
const CELL = 240;

/**
 * What a release would do with the files, in one word: fail where it would refuse them; unknown where it applies some
 * that nothing takes back if it fails, or that it may refuse; pass elsewhere. That a file is contract is a note.
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
      : `Pending in the database too, and not of this pull request: ${cell(cut(nameSome(others, MOST_NAMED), 2 * CELL))}.`,
    asked ? '' : 'No database was asked: the files of the base branch count as applied.',
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function headline(files: readonly PullFile[]): string {
  const contract = files.filter(({ phase }) => phase === 'contract').length;
  if (files.length === 0) return '**No migration of this pull request is pending.**';
  return `**${count(files.length, 'migration')}**${contract === 0 ? ', none of them contract' : `, ${contract} of them contract`}.`;
}

function overview({ asked, files, refusals }: PullReport, most: number): string {
  // Where not all of them fit, those that somebody has to look at stand first.
  const shown = files.length <= most ? files : [...files].sort((a, b) => rank(a) - rank(b));
  const rows = shown.map((each) => [
    cut(each.file, CELL),
    each.phase,
    cut(each.why, CELL),
    cut(losesWords(each, asked), 2 * CELL),
    DOWN[each.down],
    each.fate.kind === 'applied' && refusals.length > 0 ? 'not while the release is refused' : fateWords(each.fate),
  ]);
  const head = ['file', 'phase', 'why', 'would lose', 'down migration', 'in a release'];
  return table(head, rows, { most, rest: 'in the report of the run' });
}

const DOWN = { yes: 'yes', missing: '⚠️ no', 'not needed': 'no' } as const;

function rank(file: PullFile): number {
  const sign = signOf(file.fate);
  if (sign === 'fail') return 0;
  if (sign === 'unknown' || file.down === 'missing') return 1;
  return file.phase === 'contract' ? 2 : 3;
}

function losesWords({ opaque, takes }: PullFile, asked: boolean): string {
  const named = takes.slice(0, MOST_NAMED).map((each) => (asked ? `${each.what} (${rowsWords(each)})` : each.what));
  if (takes.length > MOST_NAMED) named.push(`${takes.length - MOST_NAMED} more`);
  const unseen = opaque ? 'what its code or changes of rows take shows only when it runs' : '';
  if (named.length === 0) return opaque ? unseen : 'nothing';
  const rows = asked ? '' : '; how many rows: not known without a database';
  return `${named.join(', ')}${rows}${opaque ? `; ${unseen}` : ''}`;
}

function rowsWords({ rows }: Taken): string {
  if (rows === undefined) return 'rows not counted';
  return rows.more ? `more than ${count(rows.count, 'row')}` : count(rows.count, 'row');
}

function signOf(fate: Fate): Verdict {
  const signs = { applied: 'pass', held: 'pass', rewritten: 'unknown', behind: 'fail', refused: 'fail' } as const;
  return signs[fate.kind];
}

function fateWords(fate: Fate): string {
  switch (fate.kind) {
    case 'applied':
      return 'applied';
    case 'held':
      return 'held back until it is committed';
    case 'rewritten':
      return '⚠️ refused (checksum-mismatch) where it was applied before';
    case 'behind':
      return `❌ refused (expand-behind-contract): stands behind ${cut(fate.contract, CELL)}`;
    case 'refused':
      return `❌ refused (${fate.reason})`;
  }
}

/** What to do about a sign, said once. */
function hints({ files }: PullReport): string[] {
  const has = (isSo: (file: PullFile) => boolean) => files.some(isSo);
  return [
    has(({ fate }) => fate.kind === 'held')
      ? 'A contract file breaks the code before it, so a release holds it back. Apply it with the workflow Contract (`contract.yml`) once the release is committed; until then, a release with an expand file behind it is refused.'
      : '',
    has(({ fate }) => fate.kind === 'behind')
      ? '❌ An expand file stands behind a contract one: give the contract file the later version, or apply it first with the workflow Contract (`contract.yml`).'
      : '',
    has(({ down }) => down === 'missing')
      ? '⚠️ Without a down migration, a release that fails leaves the change in the database. Write one, or say why there is nothing to take back: `-- lockstep: allow no-down-migration because …`.'
      : '',
  ];
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
