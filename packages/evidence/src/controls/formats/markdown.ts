import { inlineText, markdownTable } from '@lockstep/base';
import type { ControlReport } from '../control.ts';
import { ageOf, becauseOf, exceptionWords, headline, idleWords, STATE_WORDS, sourceWords } from './words.ts';

export function controlsMarkdown(report: ControlReport): string {
  const parts = [`# Evidence of controls`, `**${headline(report)}**, on ${report.at}.`];
  for (const framework of new Set(report.rows.map(({ control }) => control.framework))) {
    const rows = report.rows.filter(({ control }) => control.framework === framework);
    const table = rows.map((row) => [
      inlineText(`${row.control.id} ${row.control.title}`),
      STATE_WORDS[row.state],
      inlineText(row.rows.map((each) => `${sourceWords(each.source)}${ageIn(ageOf(each))}`).join('; ')),
      inlineText(becauseOf(row)),
      inlineText(exceptionWords(row)),
    ]);
    parts.push(
      `## ${inlineText(framework)}`,
      markdownTable(['Control', 'Evidence is', 'Evidence', 'Because', 'Exception'], table),
    );
  }
  if (report.idle.length > 0)
    parts.push('## Exceptions without effect', report.idle.map((one) => `- ${inlineText(idleWords(one))}`).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

const ageIn = (age: string) => (age === '' ? '' : `, ${age} old`);
