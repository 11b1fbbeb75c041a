import { count, formatDuration, inlineText, markdownTable, type OnUnknown, type Verdict } from '@lockstep/base';
import type { Annotated } from './annotations.ts';
import { blocks } from './outcome.ts';
import type { GateResult } from './run-gates.ts';

const SHOWN = 25;
/** Of a gate that blocks so many stand open, the others below a fold. */
const OPEN = 8;
/** A finding's message may quote what a test printed. */
const LINE_LENGTH = 700;
/** Red or green at a glance. */
const MARKS: Readonly<Record<Verdict, string>> = { pass: '✅', fail: '❌', unknown: '⚠️' };
const RANK: Readonly<Record<Verdict, number>> = { fail: 0, unknown: 1, pass: 2 };

/**
 * The whole as Markdown blocks: the outcome in one line, a table of the gates, then what they hold against the code.
 * What blocks comes first and stands open; the rest is folded.
 */
export function summaryBlocks(
  results: readonly GateResult[],
  ordered: readonly Annotated[],
  onUnknown: OnUnknown = 'fail',
): readonly string[] {
  const byWeight = [...results].sort(
    (a, b) =>
      Number(blocks(b, onUnknown)) - Number(blocks(a, onUnknown)) ||
      RANK[a.judgement.verdict] - RANK[b.judgement.verdict],
  );
  const shown = byWeight.flatMap((result) => details(result, ordered, blocks(result, onUnknown)));
  return [outcomeLine(results, onUnknown), table(byWeight), ...shown];
}

function outcomeLine(results: readonly GateResult[], onUnknown: OnUnknown): string {
  const blocking = results.filter((result) => blocks(result, onUnknown));
  if (blocking.length > 0) {
    const isFail = blocking.some(({ judgement }) => judgement.verdict === 'fail');
    const names = blocking.map(({ gate }) => inline(gate.name)).join(', ');
    const verb = blocking.length === 1 ? 'blocks' : 'block';
    return `${MARKS[isFail ? 'fail' : 'unknown']} **${blocking.length} of ${count(results.length, 'gate')} ${verb}: ${names}**`;
  }
  const told = results.filter(({ judgement }) => judgement.verdict !== 'pass');
  const rest =
    told.length === 0 ? '' : `; ${told.map(({ gate }) => inline(gate.name)).join(', ')} did not pass, which is allowed`;
  return told.length === 0
    ? `${MARKS.pass} **${results.length === 1 ? 'The gate passed' : `All ${results.length} gates passed`}**`
    : `${MARKS.unknown} **No gate blocks**${rest}`;
}

function table(results: readonly GateResult[]): string {
  const rows = results.map(({ gate, judgement, attempts, durationMs }) => {
    const again = attempts > 1 ? ` (${attempts} tries)` : '';
    const name = `${MARKS[judgement.verdict]} ${inline(gate.name)}${gate.required ? '' : ' (advisory)'}`;
    return [name, inline(judgement.message), `${formatDuration(durationMs)}${again}`];
  });
  return markdownTable(['Gate', 'Result', 'Time'], rows);
}

function details(result: GateResult, ordered: readonly Annotated[], isOpen: boolean): readonly string[] {
  const { gate, judgement } = result;
  const own = ordered.filter((one) => one.gate === gate.name);
  const notes = judgement.notes.map((note) => `- ${inline(note)}`);
  if (own.length === 0 && notes.length === 0) return [];
  const lines = own.slice(0, SHOWN).map(line);
  const hidden = judgement.findings.length - lines.length;
  const rest = hidden > 0 ? [`- … and ${hidden} more`] : [];
  const all = [...notes, ...lines, ...rest];
  if (!isOpen) return [fold(inline(gate.name), all)];
  const heading = `**${inline(gate.name)}**: ${inline(judgement.message)}`;
  const open = all.slice(0, OPEN);
  const more = all.slice(OPEN);
  return [[heading, '', ...open].join('\n'), ...(more.length === 0 ? [] : [fold('More', more)])];
}

function line({ finding, inDiff }: Annotated): string {
  const { file, line: row } = finding;
  const at = file === undefined ? '' : `\`${code(file)}${row === undefined ? '' : `:${row}`}\` `;
  return `- ${at}${inline(finding.message)} (${inline(finding.rule)}${inDiff ? ', in this change' : ''})`;
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
