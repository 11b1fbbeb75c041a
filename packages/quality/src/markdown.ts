import { formatDuration, inlineText, type Verdict } from '@lockstep/base';
import type { Annotated } from './annotations.ts';
import type { GateResult } from './run-gates.ts';

const SHOWN = 25;
/** A finding's message may quote what a test printed. */
const LINE_LENGTH = 700;
const MARKS: Readonly<Record<Verdict, string>> = { pass: 'pass', fail: '**fail**', unknown: '**unknown**' };

/** The whole as Markdown blocks: a table of the gates, then what they hold against the code, gate by gate. */
export function summaryBlocks(results: readonly GateResult[], ordered: readonly Annotated[]): readonly string[] {
  return [table(results), ...results.flatMap((result) => details(result, ordered))];
}

function table(results: readonly GateResult[]): string {
  const rows = results.map(({ gate, judgement, attempts, durationMs }) => {
    const again = attempts > 1 ? ` (${attempts} tries)` : '';
    const name = `${inline(gate.name)}${gate.required ? '' : ' (advisory)'}`;
    return `| ${name} | ${MARKS[judgement.verdict]} | ${inline(judgement.message)} | ${formatDuration(durationMs)}${again} |`;
  });
  return ['| gate | verdict | | time |', '|---|---|---|---|', ...rows].join('\n');
}

function details(result: GateResult, ordered: readonly Annotated[]): readonly string[] {
  const { gate, judgement } = result;
  const own = ordered.filter((one) => one.gate === gate.name);
  const notes = judgement.notes.map((note) => `- ${inline(note)}`);
  if (own.length === 0 && notes.length === 0) return [];
  const lines = own.slice(0, SHOWN).map(({ finding, inDiff }) => {
    const at =
      finding.file === undefined
        ? ''
        : `\`${code(finding.file)}${finding.line === undefined ? '' : `:${finding.line}`}\` `;
    return `- ${at}${inline(finding.message)} (${inline(finding.rule)}${inDiff ? ', in this change' : ''})`;
  });
  const hidden = judgement.findings.length - lines.length;
  const rest = hidden > 0 ? [`- … and ${hidden} more`] : [];
  return [[`<details><summary>${gate.name}</summary>`, '', ...notes, ...lines, ...rest, '', '</details>'].join('\n')];
}

function inline(text: string): string {
  return inlineText(text, LINE_LENGTH);
}

function code(text: string): string {
  return text.replace(/[`\n|]/g, ' ');
}
