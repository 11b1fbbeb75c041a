import { inlineText } from '../../inline-text.ts';
import { count } from '../../lists.ts';
import { markdownTable } from '../../markdown-table.ts';
import { VERDICT_MARKS } from '../../verdict.ts';
import type { Check } from '../check.ts';
import type { CheckJudgement } from '../judge-checks.ts';
import { acceptedParts, badChecks, openChecks, openGaps } from '../parts.ts';

/** Of what is in a cell, which stands beside four others. */
const CELL = 240;

export interface MarkdownLimits {
  /** Bytes of UTF-8; the text is at most as long. */
  readonly bytes: number;
  /** Rows of a table at first; fewer where the whole would be too long. */
  readonly rows: number;
  /** Whether what passed is listed too. */
  readonly passed: boolean;
}

/** A list of checks as Markdown: the outcome in one line, what did not pass, and the rest below folds. */
export function checksMarkdown(judgement: CheckJudgement, limits: MarkdownLimits): string {
  for (let rows = limits.rows; rows > 0; rows = Math.floor(rows / 2)) {
    const text = blocksOf(judgement, rows, limits.passed).join('\n\n');
    if (Buffer.byteLength(text) <= limits.bytes) return text;
  }
  return outcomeLine(judgement);
}

function blocksOf(judgement: CheckJudgement, rows: number, withPassed: boolean): readonly string[] {
  const bad = badChecks(judgement);
  const passed = withPassed ? openChecks(judgement).filter(({ verdict }) => verdict === 'pass') : [];
  return [
    outcomeLine(judgement),
    ...judgement.notes.slice(0, rows).map((note) => `- ${inlineText(note, CELL)}`),
    ...(judgement.notes.length > rows ? [more(judgement.notes.length - rows, 'note')] : []),
    ...(bad.length === 0 ? [] : [badTable(bad, rows)]),
    ...gapBlocks(judgement, rows),
    ...acceptedBlock(judgement, rows),
    ...passedBlock(passed, rows),
  ];
}

function outcomeLine({ verdict, blocks, message, list }: CheckJudgement): string {
  const allowed = verdict !== 'pass' && !blocks ? ', which does not block' : '';
  return `${VERDICT_MARKS[verdict]} **${inlineText(list.tool.name, 80)}**: ${message}${allowed} (${inlineText(list.subject)})`;
}

function badTable(checks: readonly Check[], rows: number): string {
  const shown = checks
    .slice(0, rows)
    .map((check) => [
      `${VERDICT_MARKS[check.verdict]} ${cell(check.title)}`,
      whatAndWhere(check),
      cell(check.measured),
      cell(check.expected),
      cell(check.remedy),
    ]);
  const table = markdownTable(['Check', 'Of', 'Measured', 'Expected', 'What to do'], shown);
  return checks.length > rows ? `${table}\n\n${more(checks.length - rows, 'check')}` : table;
}

function gapBlocks(judgement: CheckJudgement, rows: number): readonly string[] {
  const open = openGaps(judgement);
  const head = ['Of', 'Why', 'What to do'];
  const block = (chosen: boolean, title: string) => {
    const some = open.filter((gap) => gap.chosen === chosen);
    if (some.length === 0) return [];
    const cells = some.slice(0, rows).map((gap) => [cell(gap.what), cell(gap.because), cell(gap.remedy)]);
    return [fold(`${title}: ${some.length}`, markdownTable(head, cells), some.length - cells.length)];
  };
  return [...block(false, 'Not verified'), ...block(true, 'Left out on purpose')];
}

function acceptedBlock(judgement: CheckJudgement, rows: number): readonly string[] {
  const all = acceptedParts(judgement);
  if (all.length === 0) return [];
  const cells = all
    .slice(0, rows)
    .map(({ id, what, by }) => [cell(id), cell(what), cell(by.until ?? 'no end'), cell(by.reason)]);
  const table = markdownTable(['Accepted', 'Of', 'Until', 'Why'], cells);
  return [fold(`Accepted: ${all.length}`, table, all.length - cells.length)];
}

/** Of what passed people want to know that it was looked at, and at how much. */
function passedBlock(checks: readonly Check[], rows: number): readonly string[] {
  if (checks.length === 0) return [];
  const byId = new Map<string, Check[]>();
  for (const check of checks) {
    const those = byId.get(check.id);
    if (those === undefined) byId.set(check.id, [check]);
    else those.push(check);
  }
  const cells = [...byId].slice(0, rows).map(([id, those]) => {
    const names = those.slice(0, 2).map(({ what }) => inlineText(what, 80));
    const rest = those.length - names.length;
    const of = rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(', ');
    return [`${VERDICT_MARKS.pass} ${cell(those[0]?.title ?? id)}`, of];
  });
  return [fold(`Passed: ${checks.length}`, markdownTable(['Check', 'Of'], cells), byId.size - cells.length)];
}

/** What the title says already is not said again beside it. */
function whatAndWhere({ title, what, where }: Check): string {
  const place =
    where === undefined ? '' : inlineText(`${where.file}${where.line === undefined ? '' : `:${where.line}`}`, CELL);
  return [title === what ? '' : cell(what), place].filter((one) => one !== '').join('<br>');
}

function cell(text: string): string {
  return inlineText(text, CELL);
}

function fold(title: string, table: string, hidden: number): string {
  const tail = hidden > 0 ? [more(hidden, 'row'), ''] : [];
  return [`<details><summary>${title}</summary>`, '', table, '', ...tail, '</details>'].join('\n');
}

function more(many: number, one: string): string {
  return `… and ${count(many, `more ${one}`)}`;
}
