import { inlineText, linkTarget, markdownTable } from '@lockstep/base';
import type { ControlReport, ControlRow } from '../control.ts';
import { ageOf, becauseOf, exceptionWords, headline, idleWords, STATE_WORDS, sourceWords } from './words.ts';

const HEAD = ['Control', 'Evidence is', 'Evidence', 'Verdict', 'Because', 'File', 'SHA-256', 'Age', 'Run', 'Exception'];

/** One row for each piece of evidence, and one for each control without any. */
export function controlsMarkdown(report: ControlReport): string {
  const parts = [`# Evidence of controls`, `**${headline(report)}**, on ${report.at}.`];
  for (const framework of new Set(report.rows.map(({ control }) => control.framework))) {
    const rows = report.rows.filter(({ control }) => control.framework === framework);
    parts.push(`## ${inlineText(framework)}`, markdownTable(HEAD, rows.flatMap(linesOf)));
  }
  if (report.idle.length > 0)
    parts.push('## Exceptions without effect', report.idle.map((one) => `- ${inlineText(idleWords(one))}`).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

function linesOf(row: ControlRow): readonly (readonly string[])[] {
  const { control, rows, state } = row;
  const title = inlineText(`${control.id} ${control.title}`);
  const exception = inlineText(exceptionWords(row));
  if (rows.length === 0)
    return [[title, STATE_WORDS[state], '', '', inlineText(becauseOf(row)), '', '', '', '', exception]];
  return rows.map((each) => [
    title,
    STATE_WORDS[state],
    inlineText(sourceWords(each.source)),
    each.verdict ?? '',
    inlineText(each.because),
    inlineText(each.file),
    inlineText(each.digest),
    ageOf(each),
    runIn(each.run ?? ''),
    exception,
  ]);
}

/** A link to it: as plain text an address would be made unfit for copying. */
function runIn(run: string): string {
  return /^https:\/\/[^\s"<>]+$/.test(run) ? `[run](${linkTarget(run)})` : inlineText(run);
}
