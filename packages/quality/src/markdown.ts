import {
  count,
  formatDuration,
  inlineText,
  linkTarget,
  markdownTable,
  type OnUnknown,
  VERDICT_MARKS,
  type Verdict,
} from '@lockstep/base';
import type { Annotated } from './annotations.ts';
import { blocks } from './outcome.ts';
import type { GateResult } from './run-gates.ts';

const SHOWN = 25;
/** Of a blocking gate this many findings are shown open, the others below a fold. */
const OPEN = 8;
/** A finding's message may quote what a test printed. */
const LINE_LENGTH = 700;
/** A cell stands next to two others. */
const CELL_LENGTH = 160;
const RANK: Readonly<Record<Verdict, number>> = { fail: 0, unknown: 1, pass: 2 };

/** Where a finding can be looked at; undefined where that is not known. */
export type LinkOf = (one: Annotated) => string | undefined;

/**
 * The whole as Markdown blocks: the outcome in one line, a table of the gates, then their findings. What blocks comes
 * first and is open; the rest is folded.
 */
export function summaryBlocks(
  results: readonly GateResult[],
  ordered: readonly Annotated[],
  onUnknown: OnUnknown = 'fail',
  linkOf: LinkOf = () => undefined,
): readonly string[] {
  const { mark, text, rest } = outcomeOf(results, onUnknown);
  const shown = detailBlocks(results, ordered, onUnknown, linkOf);
  return [`${mark} **${text}**${rest}`, table(byWeight(results, onUnknown)), ...shown];
}

/** The findings alone, as blocks: for a comment that has the gates in a table of its own. */
export function detailBlocks(
  results: readonly GateResult[],
  ordered: readonly Annotated[],
  onUnknown: OnUnknown = 'fail',
  linkOf: LinkOf = () => undefined,
): readonly string[] {
  return byWeight(results, onUnknown).flatMap((result) => details(result, ordered, blocks(result, onUnknown), linkOf));
}

/** A gate as a line of the table of a pull-request comment. */
export interface CommentRow {
  readonly name: string;
  readonly verdict: Verdict;
  readonly sentence: string;
  readonly time: string;
  readonly advisory?: true;
}

export function commentRows(results: readonly GateResult[], onUnknown: OnUnknown = 'fail'): readonly CommentRow[] {
  return byWeight(results, onUnknown).map((result) => ({
    name: inline(result.gate.name),
    verdict: result.judgement.verdict,
    sentence: inlineText(result.judgement.message, CELL_LENGTH),
    time: timeOf(result),
    ...(result.gate.required ? {} : { advisory: true }),
  }));
}

/** What blocks first, then what is not certain. */
function byWeight(results: readonly GateResult[], onUnknown: OnUnknown): readonly GateResult[] {
  return [...results].sort(
    (a, b) =>
      Number(blocks(b, onUnknown)) - Number(blocks(a, onUnknown)) ||
      RANK[a.judgement.verdict] - RANK[b.judgement.verdict],
  );
}

/** The outcome as the heading of a page. */
export function outcomeHeading(results: readonly GateResult[], onUnknown: OnUnknown): string {
  const { mark, text, rest } = outcomeOf(results, onUnknown);
  return `### ${mark} Quality gates: ${text.charAt(0).toLowerCase()}${text.slice(1)}${rest}`;
}

interface OutcomeText {
  readonly mark: string;
  readonly text: string;
  /** What else is worth saying of it; begins with its separator. */
  readonly rest: string;
}

function outcomeOf(results: readonly GateResult[], onUnknown: OnUnknown): OutcomeText {
  const blocking = results.filter((result) => blocks(result, onUnknown));
  const names = (some: readonly GateResult[]) => some.map(({ gate }) => inline(gate.name)).join(', ');
  if (blocking.length > 0) {
    const isFail = blocking.some(({ judgement }) => judgement.verdict === 'fail');
    const verb = blocking.length === 1 ? 'blocks' : 'block';
    const text = `${blocking.length} of ${count(results.length, 'gate')} ${verb}: ${names(blocking)}`;
    return { mark: VERDICT_MARKS[isFail ? 'fail' : 'unknown'], text, rest: '' };
  }
  const notPassed = results.filter(({ judgement }) => judgement.verdict !== 'pass');
  if (notPassed.length > 0)
    return {
      mark: VERDICT_MARKS.unknown,
      text: 'No gate blocks',
      rest: `; ${names(notPassed)} did not pass, which is allowed`,
    };
  const text = results.length === 1 ? 'The gate passed' : `All ${results.length} gates passed`;
  return { mark: VERDICT_MARKS.pass, text, rest: '' };
}

function table(results: readonly GateResult[]): string {
  const rows = results.map((result) => {
    const { gate, judgement } = result;
    const name = `${VERDICT_MARKS[judgement.verdict]} ${inline(gate.name)}${gate.required ? '' : ' (advisory)'}`;
    return [name, inlineText(judgement.message, CELL_LENGTH), timeOf(result)];
  });
  return markdownTable(['Gate', 'Result', 'Time'], rows);
}

function timeOf({ attempts, durationMs }: GateResult): string {
  return `${formatDuration(durationMs)}${attempts > 1 ? ` (${attempts} tries)` : ''}`;
}

function details(
  result: GateResult,
  ordered: readonly Annotated[],
  isOpen: boolean,
  linkOf: LinkOf,
): readonly string[] {
  const { gate, judgement } = result;
  const own = ordered.filter((one) => one.gate === gate.name);
  const notes = judgement.notes.map((note) => `- ${inline(note)}`);
  if (own.length === 0 && notes.length === 0) return [];
  const lines = own.slice(0, SHOWN).map((one) => line(one, linkOf(one)));
  const hidden = judgement.findings.length - lines.length;
  const rest = hidden > 0 ? [`- … and ${hidden} more`] : [];
  const all = [...notes, ...lines, ...rest];
  if (!isOpen) {
    const what = own.length > 0 ? count(judgement.findings.length, 'finding') : count(notes.length, 'note');
    return [fold(`${VERDICT_MARKS[judgement.verdict]} ${inline(gate.name)}: ${what}`, all)];
  }
  const heading = `**${inline(gate.name)}**: ${inline(judgement.message)}`;
  const open = all.slice(0, OPEN);
  const more = all.slice(OPEN);
  return [
    [heading, '', ...open].join('\n'),
    ...(more.length === 0 ? [] : [fold(`More of ${inline(gate.name)}`, more)]),
  ];
}

function line({ finding, inDiff }: Annotated, link: string | undefined): string {
  const { file, line: row } = finding;
  const place = file === undefined ? '' : `\`${code(file)}${row === undefined ? '' : `:${row}`}\``;
  const at = place === '' || link === undefined ? place : `[${place}](${linkTarget(link)})`;
  return `- ${at === '' ? '' : `${at} `}${inline(finding.message)} (${inline(finding.rule)}${inDiff ? ', in this change' : ''})`;
}

function fold(title: string, lines: readonly string[]): string {
  return [`<details><summary>${title}</summary>`, '', ...lines, '', '</details>'].join('\n');
}

function inline(text: string): string {
  return inlineText(text, LINE_LENGTH);
}

function code(text: string): string {
  return text.replace(/[`\n|]/g, ' ');
}
